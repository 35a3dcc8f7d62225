import type { Fact } from '../catalogue/fact.ts';
import { type FactIndex, hasOwner, satelliteKinds } from './fact-index.ts';
import type { RenamePair } from './rule.ts';
import type { Verdicts } from './verdicts.ts';

/**
 * One thing that is not as declared. What is made, dropped or rebuilt with its parent is part of the parent's difference. A fact
 * that is dropped and made anew with equal payload, because others stood in the way, is `remade`.
 */
export type Difference =
  | { readonly kind: 'created' | 'dropped'; readonly fact: Fact; readonly below: number }
  | { readonly kind: 'altered' | 'rebuilt' | 'renamed'; readonly before: Fact; readonly after: Fact }
  | { readonly kind: 'remade'; readonly fact: Fact };

/** The differences of a comparison, sorted by the names of what they are about. */
export function differencesOf(input: {
  readonly live: FactIndex;
  readonly wanted: FactIndex;
  readonly renames: readonly RenamePair[];
  readonly verdicts: Verdicts;
}): readonly Difference[] {
  const { live, wanted, renames, verdicts } = input;
  const differences: Difference[] = renames.map((pair) => ({
    // A label of a type has another name; the type has not.
    kind: pair.before.key === pair.after.key ? 'altered' : 'renamed',
    ...pair,
  }));
  for (const { before, after } of verdicts.altered) differences.push({ kind: 'altered', before, after });
  const made = new Set(verdicts.created.map(({ key }) => key));
  for (const fact of verdicts.created) {
    const before = live.get(fact.key);
    if (before === undefined) {
      if (!isWithin(fact, made))
        differences.push({ kind: 'created', fact, below: wanted.subtree(fact.key).length - 1 });
    } else if (JSON.stringify(before.payload) !== JSON.stringify(fact.payload)) {
      differences.push({ kind: 'rebuilt', before, after: fact });
    } else if (!isWithin(fact, made)) {
      differences.push({ kind: 'remade', fact });
    }
  }
  for (const key of verdicts.gone) {
    const fact = live.get(key);
    if (fact === undefined || wanted.get(key) !== undefined || isWithin(fact, verdicts.gone)) continue;
    differences.push({ kind: 'dropped', fact, below: live.subtree(key).length - 1 });
  }
  return differences.sort((a, b) => compare(subjectOf(a), subjectOf(b)));
}

/** The declared fact that a difference is about, or the present one if it goes. */
export function subjectOf(difference: Difference): Fact {
  return 'fact' in difference ? difference.fact : difference.after;
}

function isWithin(fact: Fact, keys: ReadonlySet<string>): boolean {
  return hasOwner(fact) && keys.has(fact.parent ?? '');
}

function compare(left: Fact, right: Fact): number {
  const [a, b] = [sortKey(left), sortKey(right)];
  return a < b ? -1 : Number(a > b);
}

/** Beside what it belongs to: an object and all that is said of it stand together. */
function sortKey({ key, name, kind }: Fact): string {
  return `${(satelliteKinds.includes(kind) ? name.slice(1) : name).join('\u0001')}\u0000${key}`;
}
