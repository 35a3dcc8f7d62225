import type { Fact, FactKey } from '../catalogue/fact.ts';
import { type FactIndex, isSamePayload, needsOf } from './fact-index.ts';
import { type Alteration, type KindRule, type RuleContext, type Rules, ruleFor } from './rule.ts';

/** What happens to each fact: the differences, and all that they pull with them. */
export type Verdicts = {
  /** Declared facts that are made: they are not there, or were dropped to be made anew. */
  readonly created: readonly Fact[];
  /** Present facts that go, whether they come back or not; those that vanish with their parent included. */
  readonly gone: ReadonlySet<FactKey>;
  /** Facts that go only because the alteration of another one is impossible while they exist, with the key of that one. */
  readonly disturbedBy: ReadonlyMap<FactKey, FactKey>;
  /** Facts that stay and are altered. */
  readonly altered: readonly AlteredFact[];
  /** Facts outside of what is owned that would have to go, each with the fact that takes it along. */
  readonly collateral: readonly { readonly fact: Fact; readonly because: Fact }[];
  readonly context: RuleContext;
};

export type AlteredFact = {
  readonly before: Fact;
  readonly after: Fact;
  readonly alteration: Alteration & { readonly kind: 'statements' };
};

export type VerdictInput = {
  /** Everything that is there, what is not owned included: it may depend on what is. */
  readonly live: FactIndex;
  readonly wanted: FactIndex;
  /** True for present facts that are owned: only they may be dropped. */
  readonly isOwned: (key: FactKey) => boolean;
  readonly rules: Rules;
  readonly base: Pick<RuleContext, 'version' | 'product' | 'online' | 'size' | 'account'>;
};

/**
 * Tells what must happen to each fact. A change that is impossible while others hang on the fact takes them, and what hangs on them,
 * into a drop and a new creation; this is repeated until nothing more is pulled along.
 */
export function judge(input: VerdictInput): Verdicts {
  const search = new Search(input);
  search.run();
  return search.verdicts();
}

/** The search for a fixed point; it lives as long as one comparison takes. */
class Search {
  readonly #input: VerdictInput;
  readonly #gone = new Set<FactKey>();
  readonly #queue: Fact[] = [];
  readonly #disturbedBy = new Map<FactKey, FactKey>();
  readonly #collateral = new Map<FactKey, { readonly fact: Fact; readonly because: Fact }>();
  readonly #changed: readonly { readonly before: Fact; readonly after: Fact }[];
  readonly #context: RuleContext;

  constructor(input: VerdictInput) {
    this.#input = input;
    const { live, wanted, isOwned } = input;
    this.#changed = wanted.all.flatMap((after) => {
      const before = live.get(after.key);
      return before === undefined || isSamePayload(before, after) ? [] : [{ before, after }];
    });
    this.#context = {
      ...input.base,
      live: live.get,
      wanted: wanted.get,
      liveChildren: live.children,
      wantedChildren: wanted.children,
      liveDependents: live.dependents,
      liveOfKind: (kind) => live.all.filter((fact) => fact.kind === kind),
      isNew: (key) => wanted.get(key) !== undefined && (live.get(key) === undefined || this.#gone.has(key)),
      isDropped: (key) => live.get(key) !== undefined && isOwned(key) && wanted.get(key) === undefined,
    };
  }

  run(): void {
    const { live, wanted, isOwned } = this.#input;
    for (const fact of live.all) if (isOwned(fact.key) && wanted.get(fact.key) === undefined) this.#take(fact, fact);
    for (let size = -1; size !== this.#gone.size; ) {
      this.#spread();
      size = this.#gone.size;
      this.#disturb();
    }
  }

  verdicts(): Verdicts {
    const { live, wanted } = this.#input;
    return {
      created: wanted.all.filter((fact) => live.get(fact.key) === undefined || this.#gone.has(fact.key)),
      gone: this.#gone,
      disturbedBy: this.#disturbedBy,
      altered: this.#alterations().flatMap(({ before, after, alteration }) =>
        alteration.kind === 'statements' ? [{ before, after, alteration }] : [],
      ),
      collateral: [...this.#collateral.values()],
      context: this.#context,
    };
  }

  #alterations(): readonly { readonly before: Fact; readonly after: Fact; readonly alteration: Alteration }[] {
    return this.#changed
      .filter(({ before }) => !this.#gone.has(before.key))
      .map(({ before, after }) => ({
        before,
        after,
        alteration: this.#ruleOf(after).alter(before, after, this.#context),
      }));
  }

  /** What cannot be altered, and what stands in the way of an alteration. */
  #disturb(): void {
    for (const { before, alteration } of this.#alterations()) {
      if (alteration.kind === 'rebuild') {
        this.#take(before, before);
        continue;
      }
      const { disturbs } = alteration;
      if (disturbs === undefined) continue;
      for (const dependent of this.#allDependents(before)) {
        if (!disturbs(dependent)) continue;
        if (!this.#gone.has(dependent.key)) this.#disturbedBy.set(dependent.key, before.key);
        this.#take(dependent, before);
      }
    }
  }

  /** What needs something that goes, goes too. */
  #spread(): void {
    for (let fact = this.#queue.pop(); fact !== undefined; fact = this.#queue.pop()) {
      for (const dependent of this.#input.live.dependents(fact.key)) {
        if (!this.#isLeaving(dependent, fact)) this.#take(dependent, fact);
      }
    }
  }

  /** A column whose type goes stays when it is altered into another type: the alteration comes before the drop. */
  #isLeaving(dependent: Fact, fact: Fact): boolean {
    const { wanted } = this.#input;
    const after = wanted.get(dependent.key);
    if (after === undefined || wanted.get(fact.key) !== undefined || needsOf(after).includes(fact.key)) return false;
    return (
      !isSamePayload(dependent, after) &&
      this.#ruleOf(after).alter(dependent, after, this.#context).kind === 'statements'
    );
  }

  #take(root: Fact, because: Fact): void {
    if (this.#gone.has(root.key) || this.#collateral.has(root.key)) return;
    if (!this.#input.isOwned(root.key)) {
      this.#collateral.set(root.key, { fact: root, because });
      return;
    }
    for (const fact of this.#input.live.subtree(root.key)) {
      if (this.#gone.has(fact.key)) continue;
      this.#gone.add(fact.key);
      this.#queue.push(fact);
    }
  }

  /** Facts that need this one or anything below it, however indirectly. */
  #allDependents(root: Fact): readonly Fact[] {
    const found = new Map<FactKey, Fact>();
    const queue = [...this.#input.live.subtree(root.key)];
    const own = new Set(queue.map((fact) => fact.key));
    for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
      for (const dependent of this.#input.live.dependents(fact.key)) {
        if (found.has(dependent.key)) continue;
        found.set(dependent.key, dependent);
        queue.push(...this.#input.live.subtree(dependent.key));
      }
    }
    const below = [...own].flatMap((key) => (key === root.key ? [] : (this.#input.live.get(key) ?? [])));
    return [...found.values(), ...below];
  }

  #ruleOf({ kind }: Fact): KindRule {
    return ruleFor(this.#input.rules, kind);
  }
}
