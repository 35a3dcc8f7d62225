import type { Catalogue, Fact, FactKey } from '../catalogue/fact.ts';
import type { Owns, Rename } from '../declaration/declaration.ts';
import { type Action, type ActionInput, actionsOf } from './actions.ts';
import { versionFacts } from './declared-versions.ts';
import { type Difference, differencesOf } from './differences.ts';
import { edgesOf } from './edges.ts';
import { type FactIndex, indexFacts } from './fact-index.ts';
import { withoutMoot } from './moot.ts';
import { type Ordered, orderActions } from './order.ts';
import { ownerFacts, withNextOwners } from './owners.ts';
import { followRenames } from './renames.ts';
import { type OnlinePolicy, type RuleContext, type Rules, ruleFor } from './rule.ts';
import { type Scope, scopeOf } from './scope.ts';
import type { Statement } from './statement.ts';
import { suggestRenames } from './suggest-renames.ts';
import { markUntraced } from './untraced.ts';
import { judge, type Verdicts } from './verdicts.ts';

/** Two catalogues of one product and how they are compared. */
export type CompareInput = {
  readonly product: RuleContext['product'];
  readonly version: number;
  readonly live: Catalogue;
  readonly wanted: Catalogue;
  readonly owns: Owns;
  /** Also drops what is there and not declared; otherwise such objects are only told. */
  readonly prune: boolean;
  readonly renames: readonly Rename[];
  readonly online: OnlinePolicy;
  readonly rules: Rules;
  /** Gives statements that can be given together as one; a product that has no such thing leaves it out. */
  readonly mergeStatements?: ((statements: readonly Statement[]) => readonly Statement[]) | undefined;
};

/** All that a comparison found, and the statements that end the difference, in the order in which they must run. */
export type Comparison = {
  readonly scope: Scope;
  readonly differences: readonly Difference[];
  readonly statements: readonly Statement[];
  /** Whose statements they are, in the same order; empty when there are problems. */
  readonly actions: readonly Action[];
  /** Objects outside of what is owned that stand in the way. */
  readonly collateral: Verdicts['collateral'];
  /** Sentences that say why there can be no statements; with any of them, `statements` is empty. */
  readonly problems: readonly string[];
};

/** Compares what is there with what is declared. */
export function compareCatalogues(input: CompareInput): Comparison {
  const scope = scopeOf(input);
  const { live: found, owned, renames, problems } = followOwnedRenames(input, scope);
  const owners = ownerFacts({
    live: found.all,
    wanted: scope.wanted,
    accounts: { live: input.live.account, wanted: input.wanted.account },
    owners: input.owns.owners,
  });
  const versions = versionFacts(found.all, scope.wanted);
  const present = indexFacts([...found.all, ...owners.live, ...versions.live]);
  const declared = indexFacts([...scope.wanted, ...owners.wanted, ...versions.wanted]);
  const known = new Set(found.all.map(({ key }) => key));
  const isOwned = (key: FactKey): boolean => owned.has(known.has(key) ? key : (present.get(key)?.parent ?? key));
  const live = withoutMoot(present, declared, input.rules);
  const wanted = withoutMoot(declared, indexFacts(withNextOwners(present.all, owners.wanted)), input.rules);
  const verdicts = judge({
    live,
    wanted,
    isOwned,
    rules: input.rules,
    base: {
      version: input.version,
      product: input.product,
      online: input.online,
      account: input.live.account,
      size: (table) => input.live.sizes[table],
    },
  });
  const ordered = plan({ live, wanted, rules: input.rules, renames, verdicts, apart: new Set() });
  const actions = ordered.kind === 'ordered' ? ordered.actions : [];
  const circle = ordered.kind === 'circle' ? [circleProblem(ordered.actions)] : [];
  const impossible = actions.flatMap((action) =>
    action.verb === 'drop'
      ? (ruleFor(input.rules, action.fact.kind).cannotDrop?.(action.fact, verdicts.context) ?? [])
      : [],
  );
  const allProblems = [...problems, ...circle, ...impossible];
  const staying = [...declared.all, ...present.all.filter(({ key }) => !isOwned(key))];
  const steps = allProblems.length > 0 ? [] : markUntraced(suggestRenames(actions), staying, input.rules);
  const statements = steps.flatMap((action) => action.statements);
  return {
    scope,
    differences: differencesOf({ live, wanted, renames, verdicts }),
    statements: input.mergeStatements?.(statements) ?? statements,
    actions: steps,
    collateral: verdicts.collateral,
    problems: allProblems,
  };
}

/** Renames are followed in what is owned; the rest is kept to see what hangs on it. */
function followOwnedRenames(
  input: CompareInput,
  scope: Scope,
): {
  readonly live: FactIndex;
  readonly owned: ReadonlySet<FactKey>;
  readonly renames: ReturnType<typeof followRenames>['renames'];
  readonly problems: readonly string[];
} {
  const ownedBefore = new Set(scope.live);
  const others = input.live.facts.filter((fact) => !ownedBefore.has(fact));
  const followed = followRenames({
    live: [...scope.live, ...others],
    wanted: scope.wanted,
    declared: input.renames,
    rules: input.rules,
  });
  const owned = followed.live.slice(0, scope.live.length).map((fact) => fact.key);
  return {
    live: indexFacts(followed.live),
    owned: new Set(owned),
    renames: followed.renames,
    problems: followed.problems,
  };
}

/** Drops that wait for each other in a circle, as tables with foreign keys to each other do, are taken apart. */
function plan(input: ActionInput): Ordered {
  const actions = actionsOf(input);
  const ordered = orderActions(actions, edgesOf({ ...input, actions }), input.rules);
  if (ordered.kind === 'ordered') return ordered;
  const apart = new Set([...input.apart, ...crossingFacts(ordered.actions)]);
  return apart.size === input.apart.size ? ordered : plan({ ...input, apart });
}

/** Facts that vanish with one dropped object and need another one of the circle. */
function crossingFacts(circle: readonly Action[]): readonly FactKey[] {
  const drops = circle.filter(({ verb }) => verb === 'drop');
  const owners = new Map(drops.flatMap((drop) => drop.facts.map((fact) => [fact.key, drop] as const)));
  const crosses = (fact: Fact, drop: Action): boolean =>
    fact !== drop.fact &&
    fact.needs.some((need) => {
      const owner = owners.get(need);
      return owner !== undefined && owner !== drop;
    });
  return drops.flatMap((drop) => drop.facts.filter((fact) => crosses(fact, drop)).map(({ key }) => key));
}

function circleProblem(actions: readonly Action[]): string {
  const names = actions.slice(0, 8).map(({ verb, fact }) => `${verb} ${fact.key}`);
  return `These changes wait for each other in a circle: ${names.join(', ')}.`;
}
