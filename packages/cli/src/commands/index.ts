import type { Command } from '../command.ts';
import { apply } from './apply.ts';
import { doctor } from './doctor.ts';
import { drift } from './drift.ts';
import { explain } from './explain.ts';
import { facts } from './facts.ts';
import { graph } from './graph.ts';
import { plan } from './plan.ts';
import { runs } from './runs.ts';
import { validate } from './validate.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [validate, plan, apply, drift, explain, facts, graph, runs, doctor];
