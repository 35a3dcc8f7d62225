import type { Command } from '../command.ts';
import { apply } from './apply.ts';
import { ci } from './ci.ts';
import { createCompletion } from './completion.ts';
import { doctor } from './doctor.ts';
import { drift } from './drift.ts';
import { explain } from './explain.ts';
import { facts } from './facts.ts';
import { graph } from './graph.ts';
import { importNode } from './import.ts';
import { init } from './init.ts';
import { modbus } from './modbus.ts';
import { plan } from './plan.ts';
import { rollback } from './rollback.ts';
import { runs } from './runs.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { sign } from './sign.ts';
import { validate } from './validate.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  init,
  validate,
  plan,
  apply,
  show,
  sign,
  drift,
  explain,
  facts,
  importNode,
  modbus,
  graph,
  rollback,
  runs,
  ci,
  doctor,
  schema,
  createCompletion(() => commands),
];
