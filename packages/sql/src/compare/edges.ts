import type { Fact, FactKey } from '../catalogue/fact.ts';
import { kindOfKey } from '../catalogue/fact-key.ts';
import type { Action } from './actions.ts';
import { type FactIndex, needsOf } from './fact-index.ts';
import { type Rules, ruleFor } from './rule.ts';
import type { Verdicts } from './verdicts.ts';

/** For each action, by position, the positions of those that must come before it. */
export type Edges = readonly ReadonlySet<number>[];

export type EdgeInput = {
  readonly actions: readonly Action[];
  readonly live: FactIndex;
  readonly wanted: FactIndex;
  readonly rules: Rules;
  readonly verdicts: Pick<Verdicts, 'disturbedBy'>;
};

/** Tells what must come before what: by what facts need before and after, and by the names that they take. */
export function edgesOf(input: EdgeInput): Edges {
  const { actions } = input;
  const edges = actions.map(() => new Set<number>());
  const before = (first: number | undefined, second: number | undefined): void => {
    if (first !== undefined && second !== undefined && first !== second) edges[second]?.add(first);
  };
  const by = indexActions(actions);
  const lastRename = actions.findLastIndex(({ verb }) => verb === 'rename');
  for (const [position, action] of actions.entries()) {
    if (action.verb === 'rename') before(position === 0 ? undefined : position - 1, position);
    else if (lastRename >= 0) before(lastRename, position);
    for (const [first, second] of orderOf({ action, position, by, input })) before(first, second);
  }
  for (const [first, second] of nameOrder(input)) before(first, second);
  return edges;
}

type Pair = readonly [number | undefined, number | undefined];

type ActionIndex = {
  readonly makes: ReadonlyMap<FactKey, number>;
  readonly alters: ReadonlyMap<FactKey, number>;
  readonly drops: ReadonlyMap<FactKey, number>;
};

type Place = {
  readonly action: Action;
  readonly position: number;
  readonly by: ActionIndex;
  readonly input: EdgeInput;
};

function indexActions(actions: readonly Action[]): ActionIndex {
  const positions = (verb: Action['verb']): ReadonlyMap<FactKey, number> =>
    new Map(
      actions.flatMap((action, position) =>
        action.verb === verb ? action.facts.map((fact) => [fact.key, position] as const) : [],
      ),
    );
  return { makes: positions('create'), alters: positions('alter'), drops: positions('drop') };
}

function orderOf(place: Place): readonly Pair[] {
  switch (place.action.verb) {
    case 'create':
      return place.action.facts.flatMap((fact) => orderOfCreation(fact, place));
    case 'alter':
      return orderOfAlteration(place);
    case 'drop':
      return place.action.facts.flatMap((fact) => orderOfDrop(fact, place));
    case 'rename':
      return [];
    default:
      return place.action.verb satisfies never;
  }
}

function orderOfCreation(fact: Fact, { position, by, input }: Place): readonly Pair[] {
  const before = input.live.get(fact.key);
  const needs = fact.parent === undefined ? needsOf(fact) : [...needsOf(fact), fact.parent];
  const first = input.rules[fact.kind]?.after?.(fact, input.wanted.get) ?? [];
  return [
    [by.drops.get(fact.key), position],
    [by.alters.get(input.verdicts.disturbedBy.get(fact.key) ?? ''), position],
    // What it stood on goes first, so that it cannot stand on it again: a foreign key takes any fitting key.
    ...(before === undefined ? [] : needsOf(before)).map((need): Pair => [by.drops.get(need), position]),
    ...first.map((key): Pair => [by.makes.get(key), position]),
    ...needs.flatMap((need): readonly Pair[] => [
      [by.makes.get(need), position],
      [need === fact.parent ? alterationOfParent(fact, { by, input }) : by.alters.get(need), position],
    ]),
  ];
}

/** Undefined where parts may come and go before or after their parent changes. */
function alterationOfParent({ parent = '' }: Fact, { by, input }: Pick<Place, 'by' | 'input'>): number | undefined {
  const isFree = input.rules[kindOfKey(parent)]?.isFreeOfParts === true;
  return isFree ? undefined : by.alters.get(parent);
}

function orderOfAlteration({ action, position, by }: Place): readonly Pair[] {
  const before = action.before === undefined ? [] : needsOf(action.before);
  return [
    ...needsOf(action.fact).flatMap((need): readonly Pair[] => [
      [by.makes.get(need), position],
      [by.alters.get(need), position],
    ]),
    // What is no longer needed can go only then; what is made anew went before.
    ...before.flatMap((need): readonly Pair[] => (by.makes.has(need) ? [] : [[position, by.drops.get(need)]])),
  ];
}

function orderOfDrop(fact: Fact, { action, position, by, input }: Place): readonly Pair[] {
  const isApart = fact === action.fact && fact.parent !== undefined;
  return [
    [position, by.alters.get(input.verdicts.disturbedBy.get(fact.key) ?? '')],
    ...needsOf(fact).flatMap((need): readonly Pair[] => [
      [position, by.drops.get(need)],
      [position, by.alters.get(need)],
    ]),
    ...(isApart
      ? ([
          [position, by.drops.get(fact.parent ?? '')],
          // A default goes before its column changes its type, a constraint before its table becomes a partition.
          [position, alterationOfParent(fact, { by, input })],
        ] as const)
      : []),
  ];
}

/** What gives a name up goes before what takes it. */
function nameOrder({ actions, rules, wanted }: EdgeInput): readonly Pair[] {
  const namesOf = (facts: readonly Fact[]): readonly string[] =>
    facts.flatMap((fact) => ruleFor(rules, fact.kind).occupies?.(fact) ?? []);
  const given = new Map<string, number[]>();
  const give = (name: string, position: number): void => {
    given.set(name, [...(given.get(name) ?? []), position]);
  };
  for (const [position, action] of actions.entries()) {
    if (action.verb === 'drop') for (const name of namesOf(action.facts)) give(name, position);
    if (action.verb === 'alter' && action.before !== undefined) {
      const kept = namesOf([action.fact]);
      for (const name of namesOf([action.before])) if (!kept.includes(name)) give(name, position);
    }
  }
  if (given.size === 0) return [];
  return actions.flatMap((action, position): readonly Pair[] => {
    if (action.verb === 'drop' || action.verb === 'rename') return [];
    const facts = action.facts.flatMap((fact) => wanted.get(fact.key) ?? []);
    return namesOf(facts).flatMap((name) => (given.get(name) ?? []).map((first): Pair => [first, position]));
  });
}
