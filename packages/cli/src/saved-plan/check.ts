import {
  canonicalJson,
  compareText,
  type Diagnostic,
  errorDiagnostic,
  type Json,
  type PlanVariable,
  type Redactor,
  type SavedPlan,
} from '@setpoint/model';
import type { OpenedCommand } from '../project/open-command.ts';
import { describeAge, parseAge } from './age.ts';
import { compareInputs, type InputRecorder } from './inputs.ts';
import { inputsOf, keyIdOf, nameOfVariable } from './make.ts';
import type { ReadPlan } from './read-text.ts';
import { signatureProblems } from './trust.ts';

/** What a saved plan is judged by beside the project. */
export type Judging = {
  /** How messages call the file. */
  readonly name: string;
  readonly recorder: InputRecorder;
  /** `--max-age`. */
  readonly maxAge: string | undefined;
  readonly nowMs: number;
};

/** How old a saved plan may be where nobody says otherwise. */
const defaultMaxAge = '24h';

/** A clock of another machine may be ahead by this much. */
const clockToleranceMs = 300_000;

/** Everything that speaks against applying a saved plan and can be told without asking a node. */
export function checkSavedPlan(plan: ReadPlan, opened: OpenedCommand, judging: Judging): readonly Diagnostic[] {
  const { saved } = plan;
  const { config } = opened.project.loaded;
  const problems = [
    ...signatureProblems(plan, config.plans, { name: judging.name, projectDir: opened.project.dir }),
    ...ageProblems(saved, { ...judging, allowed: config.plans.maxAge }),
  ];
  const key = keyProblems(saved, opened.redactor);
  if (key.length > 0) return [...problems, ...key];
  const inputs = inputProblems(saved, opened, judging);
  if (inputs.length > 0) return [...problems, ...inputs];
  return [...problems, ...variableProblems(saved, opened), ...frameProblems(saved, opened, judging.name)];
}

/** What the age of a plan is judged by. */
export type AgeLimits = {
  readonly name: string;
  readonly nowMs: number;
  /** `--max-age`. */
  readonly maxAge: string | undefined;
  /** What the project allows at most; an option can only ask for less. */
  readonly allowed: string | undefined;
};

/** Why a plan is too old, or made at a time that has not come. */
export function ageProblems(
  { createdAt }: SavedPlan,
  { name, nowMs, maxAge, allowed }: AgeLimits,
): readonly Diagnostic[] {
  const ageMs = nowMs - Date.parse(createdAt);
  if (ageMs < -clockToleranceMs)
    return [
      errorDiagnostic('SP814', {
        detail: `${name} says that it was made at ${createdAt}, and here it is ${new Date(nowMs).toISOString()}.`,
        hint: 'look at the clocks of this machine and of the one that made the plan',
      }),
    ];
  const limits = [maxAge, allowed].filter((each) => each !== undefined);
  const limit = limits.sort((left, right) => ageMsOf(left) - ageMsOf(right))[0] ?? defaultMaxAge;
  if (ageMs <= ageMsOf(limit)) return [];
  return [
    errorDiagnostic('SP813', {
      detail: `${name} was made ${describeAge(ageMs)} ago, at ${createdAt}, and may be ${limit} old${limit === maxAge ? '' : limit === allowed ? ' in this project' : ''}.`,
      hint: 'look at what would change now: setpoint plan --out FILE',
    }),
  ];
}

function ageMsOf(text: string): number {
  return parseAge(text) ?? 0;
}

function keyProblems({ keyId }: SavedPlan, redactor: Redactor): readonly Diagnostic[] {
  if (keyId === undefined || keyId === keyIdOf(redactor)) return [];
  return [
    errorDiagnostic('SP817', {
      detail:
        'The plan holds digests of secrets under the key of the project that it was made in, and here the key is another one, so nobody can tell whether the secrets are the same.',
      hint: 'set SETPOINT_KEY to the same 32 bytes where plans are made and where they are applied: openssl rand -base64 32',
    }),
  ];
}

const mostNamed = 10;

function inputProblems(
  { inputs }: SavedPlan,
  { project, redactor }: OpenedCommand,
  { name, recorder }: Judging,
): readonly Diagnostic[] {
  const differences = compareInputs(inputs, inputsOf(project, recorder, redactor));
  if (differences.length === 0) return [];
  const named = differences.slice(0, mostNamed);
  const more = differences.length > named.length ? `; and ${differences.length - named.length} more` : '';
  return [
    errorDiagnostic('SP815', {
      detail: `${name} was made from other files than these: ${named.join('; ')}${more}.`,
      hint: 'check out what the plan was made from, or make a new one: setpoint plan --out FILE',
    }),
  ];
}

function variableProblems({ origin }: SavedPlan, { project, redactor }: OpenedCommand): readonly Diagnostic[] {
  const vars: readonly PlanVariable[] = origin.kind === 'playbooks' ? origin.vars : [];
  return vars.flatMap((variable) => {
    if (variable.kind === 'given') return [];
    const argument = project.asked.vars.find((each) => nameOfVariable(each) === variable.name) ?? '';
    if (redactor.digest(argument) === variable.keyed) return [];
    return [
      errorDiagnostic('SP818', {
        detail: `The variable ${variable.name} has another value than the one that the plan was made with.`,
        hint: 'give the same value, or make a new plan: setpoint plan --out FILE',
      }),
    ];
  });
}

/** The plays, nodes and resources of the plan must be those of the project: nobody writes others into the file. */
function frameProblems({ plan, nodes }: SavedPlan, { project }: OpenedCommand, name: string): readonly Diagnostic[] {
  const { plays, limits } = project.loaded;
  const declared = plays.map((play) => ({
    name: play.name,
    ...(play.rollout === undefined ? {} : { rollout: play.rollout }),
    nodes: play.nodes.map(({ node }) => node.name),
  }));
  const planned = plan.plays.map((play) => ({
    name: play.name,
    ...(play.rollout === undefined ? {} : { rollout: play.rollout }),
    nodes: play.nodes.map(({ node }) => node),
  }));
  const answered = new Set(
    plan.plays
      .flatMap((play) => play.nodes)
      .filter(({ status }) => status !== 'failed')
      .map(({ node }) => node),
  );
  const named = nodes.map(({ node }) => node);
  const isSame =
    textOf([declared, limits, [...answered].sort(compareText)]) ===
    textOf([planned, plan.limits, [...named].sort(compareText)]);
  if (isSame) return [];
  return [
    errorDiagnostic('SP811', {
      detail: `${name} is no plan of this project: its plays or nodes are not those of the playbooks that it names.`,
      hint: 'make a new plan: setpoint plan --out FILE',
    }),
  ];
}

function textOf(value: unknown): string {
  // Plans are JSON in shape; the types only lack the index signature.
  return canonicalJson(value as Json);
}
