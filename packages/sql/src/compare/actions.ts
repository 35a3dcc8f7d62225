import type { Fact, FactKey } from '../catalogue/fact.ts';
import { absorbableBy } from './absorb.ts';
import { type FactIndex, hasOwner } from './fact-index.ts';
import type { RenamePair } from './rule.ts';
import { type RuleContext, type Rules, ruleFor } from './rule.ts';
import type { Statement } from './statement.ts';
import type { Verdicts } from './verdicts.ts';

export type Verb = 'rename' | 'create' | 'alter' | 'drop';

/** Statements that belong together and do one thing to one fact and to those that it is made or vanishes with. */
export type Action = {
  readonly verb: Verb;
  readonly fact: Fact;
  /** Facts that the action makes, alters, renames or drops; the first is `fact`. */
  readonly facts: readonly Fact[];
  /** For `alter` and `rename`: the fact before. */
  readonly before?: Fact;
  readonly statements: readonly Statement[];
};

export type ActionInput = {
  readonly live: FactIndex;
  readonly wanted: FactIndex;
  readonly rules: Rules;
  readonly renames: readonly RenamePair[];
  readonly verdicts: Verdicts;
  /** Facts that are dropped by themselves although they would vanish with their parent, because drops wait for each other in a circle. */
  readonly apart: ReadonlySet<FactKey>;
};

/** All actions of a comparison, in no order yet. */
export function actionsOf(input: ActionInput): readonly Action[] {
  return [...renameActions(input), ...createActions(input), ...alterActions(input), ...dropActions(input)];
}

function renameActions({ renames, rules, verdicts: { context } }: ActionInput): readonly Action[] {
  return renames.map(({ before, after }) => ({
    verb: 'rename',
    fact: after,
    facts: [after],
    before,
    statements: ruleFor(rules, after.kind).rename?.(before, after, context) ?? [],
  }));
}

function createActions(input: ActionInput): readonly Action[] {
  const { wanted, rules, verdicts } = input;
  const settled = settledKeys(verdicts);
  const open = new Map(verdicts.created.filter(({ key }) => !settled.has(key)).map((fact) => [fact.key, fact]));
  const absorbable = absorbableBy(wanted, open);
  const done = new Set<FactKey>();
  const actions: Action[] = [];
  for (const fact of parentsFirst([...open.values()], wanted)) {
    if (done.has(fact.key)) continue;
    const offered = absorbable(fact).filter(({ key }) => !done.has(key));
    const { statements, absorbs } = ruleFor(rules, fact.kind).create(fact, verdicts.context, offered);
    const absorbed = offered.filter(({ key }) => absorbs.includes(key));
    for (const { key } of [fact, ...absorbed]) done.add(key);
    actions.push({ verb: 'create', fact, facts: [fact, ...absorbed], statements });
  }
  return actions;
}

function alterActions({ verdicts }: ActionInput): readonly Action[] {
  const settled = settledKeys(verdicts);
  return verdicts.altered
    .filter(({ after }) => !settled.has(after.key))
    .map(({ before, after, alteration }) => {
      return { verb: 'alter', fact: after, facts: [after], before, statements: alteration.statements };
    });
}

function settledKeys({ altered }: Verdicts): ReadonlySet<FactKey> {
  return new Set(altered.flatMap(({ alteration }) => alteration.settles ?? []));
}

/** One drop per fact that goes and does not vanish with another one. */
function dropActions({ live, rules, verdicts, apart }: ActionInput): readonly Action[] {
  const { gone, context } = verdicts;
  const settled = settledKeys(verdicts);
  const facts = [...gone].flatMap((key) => live.get(key) ?? []);
  const isRoot = (fact: Fact): boolean =>
    apart.has(fact.key) || (!isVanishing(fact, gone) && !settled.has(fact.key) && !isTakenAlong(fact, rules, verdicts));
  return facts.filter(isRoot).map((fact) => {
    const below = live.subtree(fact.key).filter(({ key }) => key === fact.key || !apart.has(key));
    return { verb: 'drop', fact, facts: below, statements: ruleFor(rules, fact.kind).drop(fact, context) };
  });
}

function isVanishing(fact: Fact, gone: ReadonlySet<FactKey>): boolean {
  return hasOwner(fact) && gone.has(fact.parent ?? '');
}

function isTakenAlong(fact: Fact, rules: Rules, { gone, context }: Verdicts): boolean {
  const takers = ruleFor(rules, fact.kind).vanishesWith?.(fact, context) ?? [];
  return takers.some((taker) => gone.has(taker));
}

function parentsFirst(facts: readonly Fact[], index: FactIndex): readonly Fact[] {
  const depth = (fact: Fact): number => {
    const parent = hasOwner(fact) ? index.get(fact.parent ?? '') : undefined;
    return parent === undefined ? 0 : 1 + depth(parent);
  };
  return facts
    .map((fact) => ({ fact, depth: depth(fact) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ fact }) => fact);
}

/** What the rules saw; for those who describe the actions. */
export type { RuleContext };
