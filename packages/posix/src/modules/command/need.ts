import { type Answer, type Answers, type Queries, type UnknownCause } from '@setpoint/model';
import { globQuery } from '../../queries/glob.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { type CommandDeclared, type Guards, isPattern } from './declared.ts';

/** Whether the command has to run, and in a short clause why or why not. */
export type Need =
  | { readonly kind: 'needed'; readonly why: string }
  | { readonly kind: 'needless'; readonly why: string }
  /** Its guards may not run in a plan, so the operation asks them first. */
  | { readonly kind: 'decided-on-node'; readonly why: string }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause };

/** A guard that reads is given this long. */
const guardTimeoutSeconds = 30;

/** Looks at what the guards name, and runs those that are declared safe. */
export function guardQueries({ creates, inputs, removes, unless, onlyIf, isSafe }: Guards): Queries {
  const probe = (script: string) => ({ kind: 'probe', script, timeoutSeconds: guardTimeoutSeconds });
  return {
    ...Object.fromEntries(creates.map((path) => [`creates ${path}`, lookFor(path)])),
    ...Object.fromEntries(inputs.map((path) => [`inputs ${path}`, statQuery(path, { follow: true })])),
    ...Object.fromEntries(removes.map((path) => [`removes ${path}`, lookFor(path)])),
    ...(isSafe && unless !== null ? { unless: probe(unless) } : {}),
    ...(isSafe && onlyIf !== null ? { only_if: probe(onlyIf) } : {}),
  };
}

function lookFor(path: string) {
  return isPattern(path) ? globQuery(path) : statQuery(path);
}

/** What the guards come to: one that holds makes the command needless, whatever the others say. */
export function decideNeed({ guards, always }: CommandDeclared, answers: Answers): Need {
  if (always) return { kind: 'needed', why: 'it is declared to run always' };
  const needs = [
    ...(guards.creates.length > 0 ? [createsNeed(guards, answers)] : []),
    ...(guards.removes.length > 0 ? [removesNeed(guards, answers)] : []),
    ...(guards.unless === null ? [] : [scriptNeed('unless', guards, answers['unless'])]),
    ...(guards.onlyIf === null ? [] : [scriptNeed('only_if', guards, answers['only_if'])]),
  ];
  const kinds = ['needless', 'unknown', 'decided-on-node', 'needed'] as const;
  const strongest = kinds.map((kind) => needs.find((need) => need.kind === kind)).find((need) => need !== undefined);
  return strongest ?? { kind: 'needed', why: 'it has no guard' };
}

function createsNeed({ creates, inputs }: Guards, answers: Answers): Need {
  const looks = creates.map((path): [string, Answer | undefined] => [path, answers[`creates ${path}`]]);
  const missing = looks.find(([, answer]) => answer?.status === 'absent');
  if (missing !== undefined) return { kind: 'needed', why: `${missing[0]} is not there` };
  const unread = looks.flatMap(([, answer]) => (answer?.status === 'unknown' ? [answer.cause] : []));
  const [cause] = unread;
  if (cause !== undefined) return { kind: 'unknown', cause };
  return inputNeed(looks, inputs, answers) ?? { kind: 'needless', why: `${creates.join(', ')} is there` };
}

/** Undefined when every result is at least as new as every input. An input that is not there cannot be newer. */
function inputNeed(
  looks: readonly (readonly [string, Answer | undefined])[],
  inputs: readonly string[],
  answers: Answers,
): Need | undefined {
  for (const input of inputs) {
    const answer = answers[`inputs ${input}`];
    if (answer?.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
    const changed = foundValue<StatValue>(answer)?.modified;
    const older = looks.find(([, look]) => isNewer(changed, foundValue<StatValue>(look)?.modified));
    if (older !== undefined) return { kind: 'needed', why: `${input} is newer than ${older[0]}` };
  }
  return undefined;
}

/** Times are text of one form, so they compare as text; what this plan is about to write is newer than what is there. */
function isNewer(input: string | undefined, result: string | undefined): boolean {
  if (input === undefined || result === undefined || result === 'pending') return false;
  return input === 'pending' || input > result;
}

function removesNeed({ removes }: Guards, answers: Answers): Need {
  const looks = removes.map((path): [string, Answer | undefined] => [path, answers[`removes ${path}`]]);
  const missing = looks.find(([, answer]) => answer?.status === 'absent');
  if (missing !== undefined) return { kind: 'needless', why: `${missing[0]} is not there` };
  const unread = looks.find(([, answer]) => answer?.status === 'unknown')?.[1];
  if (unread?.status === 'unknown') return { kind: 'unknown', cause: unread.cause };
  return { kind: 'needed', why: `${removes.join(', ')} is there` };
}

function scriptNeed(name: 'unless' | 'only_if', { isSafe }: Guards, answer: Answer | undefined): Need {
  if (!isSafe) {
    return { kind: 'decided-on-node', why: `\`${name}\` is not declared a \`safe_guard\`, so it decides on the node` };
  }
  if (answer?.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  const exitCode = foundValue<{ readonly exitCode: number }>(answer)?.exitCode;
  if (exitCode === undefined || exitCode === 124) {
    return { kind: 'unknown', cause: { kind: 'unavailable', what: `\`${name}\` did not end in time` } };
  }
  const holds = name === 'unless' ? exitCode === 0 : exitCode !== 0;
  return { kind: holds ? 'needless' : 'needed', why: `\`${name}\` ended with exit code ${exitCode}` };
}
