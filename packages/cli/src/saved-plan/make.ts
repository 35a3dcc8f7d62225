import type { PlannedRun } from '@setpoint/engine';
import {
  compareText,
  isJsonArray,
  isJsonObject,
  type Json,
  type JsonObject,
  type PlanInput,
  type PlanOrigin,
  type PlanVariable,
  type Redactor,
  type SavedPlan,
  savedPlanFormat,
  savedPlanVersion,
} from '@setpoint/model';
import { planToJson } from '@setpoint/render';
import type { OpenedCommand } from '../project/open-command.ts';
import type { AskedProject, OpenProject } from '../project/open-project.ts';
import { version } from '../version.ts';
import type { InputRecorder } from './inputs.ts';

/** What a saved plan is made from. */
export type PlanMaking = {
  readonly run: PlannedRun;
  readonly opened: OpenedCommand;
  readonly recorder: InputRecorder;
  /** What the plan is made from again; the project's playbooks unless given. */
  readonly origin?: PlanOrigin;
};

/** Makes the saved form of a plan. No secret that this process has read stands in it. */
export function makeSavedPlan({ run, opened, recorder, origin }: PlanMaking): SavedPlan {
  const { project, redactor } = opened;
  const plan = shownPlan(run, redactor);
  const inputs = inputsOf(project, recorder, redactor);
  const from = origin ?? originOf(project.asked, redactor);
  const nodes = run.nodes
    .filter(({ parts }) => parts.some(({ shown }) => shown.status !== 'failed'))
    .map(({ node, marks }) => ({ node: node.name, marks }))
    .sort((left, right) => compareText(left.node, right.node));
  const isKeyed = /"keyed:/.test(JSON.stringify([plan, inputs, from]));
  return {
    format: savedPlanFormat,
    version: `${savedPlanVersion.major}.${savedPlanVersion.minor}`,
    createdAt: new Date().toISOString(),
    program: version,
    origin: from,
    inputs,
    ...(isKeyed ? { keyId: keyIdOf(redactor) } : {}),
    nodes,
    plan: plan as unknown as SavedPlan['plan'],
  };
}

/** A run's plan in the form in which it is kept. */
export function shownPlan(run: PlannedRun, redactor: Redactor): JsonObject {
  const shown = redactJson(planToJson(run.plan), redactor);
  return isJsonObject(shown) ? shown : {};
}

/** Everything that was read to load a project. */
export function inputsOf(project: OpenProject, recorder: InputRecorder, redactor: Redactor): readonly PlanInput[] {
  const sources = [...project.loaded.config.secrets.values()];
  const paths = new Set(sources.flatMap((source) => (source.kind === 'file' ? [source.path] : [])));
  return recorder.inputs({ paths, contents: sensitiveContents(project), digest: redactor.digest });
}

/** Says which key digests are made with, and nothing else of it. */
export function keyIdOf(redactor: Redactor): string {
  return redactor.digest('the key of saved plans');
}

function originOf(asked: AskedProject, redactor: Redactor): PlanOrigin {
  const { vars, ...rest } = asked;
  return { kind: 'playbooks', ...rest, vars: vars.map((argument) => toVariable(argument, redactor)) };
}

/** A value that is, or holds, a secret is not written down. */
function toVariable(argument: string, redactor: Redactor): PlanVariable {
  if (argument.startsWith('@') || redactor.redact(argument) === argument) return { kind: 'given', argument };
  return { kind: 'withheld', name: nameOfVariable(argument), keyed: redactor.digest(argument) };
}

/** The name of `NAME=VALUE`. */
export function nameOfVariable(argument: string): string {
  return argument.slice(0, argument.indexOf('='));
}

/** Digests of contents that belong to resources with sensitive properties: whoever knows them could test a guess. */
function sensitiveContents({ loaded, modules }: OpenProject): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { nodes } of loaded.plays) {
    for (const { type, taint, declared } of nodes.flatMap(({ resources }) => resources)) {
      const schemas = Object.values(modules.get(type)?.schema.properties ?? {});
      const isSensitive = Object.keys(taint).length > 0 || schemas.some((schema) => schema['x-sensitive'] === true);
      if (isSensitive) collectDigests(declared, found);
    }
  }
  return found;
}

function collectDigests(value: Json, into: Set<string>): void {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) into.add(value);
  else if (isJsonArray(value)) for (const item of value) collectDigests(item, into);
  else if (isJsonObject(value)) for (const item of Object.values(value)) collectDigests(item, into);
}

function redactJson(value: Json, redactor: Redactor): Json {
  if (typeof value === 'string') return redactor.redact(value);
  if (isJsonArray(value)) return value.map((item) => redactJson(item, redactor));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactJson(item, redactor)]));
}
