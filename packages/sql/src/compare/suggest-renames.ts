import { canonicalJson } from '@setpoint/model';
import type { Fact } from '../catalogue/fact.ts';
import { nameOfKey } from '../catalogue/fact-key.ts';
import type { Action } from './actions.ts';

/**
 * Marks drops that may be meant as renames: exactly one table or column goes and exactly one of the same shape comes in the same
 * place. A rename is never guessed; the hazard says how to declare it.
 */
export function suggestRenames(actions: readonly Action[]): readonly Action[] {
  const drops = candidates(actions, 'drop');
  const creations = candidates(actions, 'create');
  return actions.map((action) => {
    if (action.verb !== 'drop') return action;
    const shape = shapeOf(action);
    if (shape === undefined || drops.get(shape)?.length !== 1) return action;
    const [match, ...others] = creations.get(shape) ?? [];
    return match === undefined || others.length > 0 ? action : withSuggestion(action, match.fact);
  });
}

function candidates(actions: readonly Action[], verb: Action['verb']): ReadonlyMap<string, readonly Action[]> {
  const groups = new Map<string, Action[]>();
  for (const action of actions) {
    if (action.verb !== verb) continue;
    for (const shape of shapesOf(action)) groups.set(shape, [...(groups.get(shape) ?? []), action]);
  }
  return groups;
}

function shapesOf(action: Action): readonly string[] {
  const shape = shapeOf(action);
  return shape === undefined ? [] : [shape];
}

/** What a table or a column is, but for its name; undefined for what is not worth a question. */
function shapeOf({ fact, facts }: Action): string | undefined {
  if (fact.kind === 'column') return `column of ${fact.parent}: ${canonicalJson(fact.payload)}`;
  if (fact.kind !== 'table') return undefined;
  const columns = facts.filter(({ kind }) => kind === 'column');
  const described = columns.map(({ name, payload }) => `${name.at(-1)} ${canonicalJson(payload)}`).sort();
  return described.length === 0 ? undefined : `table in ${fact.parent}: ${described.join('\n')}`;
}

function withSuggestion(drop: Action, made: Fact): Action {
  const [first, ...rest] = drop.statements;
  if (first === undefined) return drop;
  const message = `${nameOfKey(drop.fact.key)} goes and ${nameOfKey(made.key)} of the same shape comes: if it is a rename, declare it with \`renamed_from\`.`;
  const hazard = { code: 'DB301', object: drop.fact.key, message } as const;
  return { ...drop, statements: [{ ...first, hazards: [...first.hazards, hazard] }, ...rest] };
}
