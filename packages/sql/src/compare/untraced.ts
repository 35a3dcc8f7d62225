import type { Fact } from '../catalogue/fact.ts';
import { nameOfKey } from '../catalogue/fact-key.ts';
import type { Action } from './actions.ts';
import type { Rules } from './rule.ts';

/**
 * Marks drops and renames of what the text of a body names that stays: the server knows what a body uses only when it runs, so nothing
 * else tells that it will fail. `staying`: all facts that are there when the plan is done.
 */
export function markUntraced(actions: readonly Action[], staying: readonly Fact[], rules: Rules): readonly Action[] {
  const remaining = new Set(staying.map(({ key }) => key));
  const gone = actions.filter((action) => isGoing(action, remaining));
  if (gone.length === 0) return actions;
  const bodies = staying.flatMap((fact): readonly Body[] => {
    const text = rules[fact.kind]?.body?.(fact);
    return text === undefined ? [] : [{ fact, words: wordsOf(text) }];
  });
  return actions.map((action) => (gone.includes(action) ? withUsers(action, bodies) : action));
}

type Body = { readonly fact: Fact; readonly words: ReadonlySet<string> };

/** What is dropped only to be made anew is found again. */
function isGoing({ verb, fact, before }: Action, remaining: ReadonlySet<string>): boolean {
  if (!named.includes(fact.kind)) return false;
  if (verb === 'rename') return before !== undefined && bareName(before) !== bareName(fact);
  return verb === 'drop' && !remaining.has(fact.key);
}

/** Kinds that bodies call by their names. */
const named: readonly string[] = [
  'table',
  'column',
  'view',
  'materialized-view',
  'sequence',
  'function',
  'procedure',
  'enum',
  'domain',
  'composite',
  'range',
];

function withUsers(action: Action, bodies: readonly Body[]): Action {
  const [first, ...rest] = action.statements;
  const object = action.before ?? action.fact;
  const users = bodies.filter(({ fact, words }) => fact.key !== action.fact.key && isNamedIn(object, words));
  if (first === undefined || users.length === 0) return action;
  const hazards = users.map(({ fact }) => ({
    code: 'DB902' as const,
    object: object.key,
    message: `The body of ${nameOfKey(fact.key)} names ${nameOfKey(object.key)}, and nobody else knows whether it needs it.`,
  }));
  return { ...action, statements: [{ ...first, hazards: [...first.hazards, ...hazards] }, ...rest] };
}

/** A column's name alone is too common: its table is to be named as well. */
function isNamedIn(object: Fact, words: ReadonlySet<string>): boolean {
  const table = object.kind === 'column' ? (object.name.at(-2) ?? '') : '';
  return words.has(bareName(object)) && (table === '' || words.has(table.toLowerCase()));
}

/** The last part of the name, of a function without its arguments, in lower case. */
function bareName({ name }: Fact): string {
  const last = name.at(-1) ?? '';
  const [bare = last] = /^(?:"(?:[^"]|"")*"|[^(]+)/.exec(last) ?? [];
  return bare.replaceAll('"', '').toLowerCase();
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []);
}
