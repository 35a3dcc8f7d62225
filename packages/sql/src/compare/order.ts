import type { Action, Verb } from './actions.ts';
import type { Edges } from './edges.ts';
import { positionOf } from './fact-index.ts';
import { type Rules, ruleFor } from './rule.ts';

/** The actions in the order in which they happen, or those that wait for each other in a circle. */
export type Ordered =
  | { readonly kind: 'ordered'; readonly actions: readonly Action[] }
  | { readonly kind: 'circle'; readonly actions: readonly Action[] };

/**
 * Puts actions in an order that keeps every edge. Of those that could come next the same one is always taken: renames before
 * creations and alterations before drops, then by the weight of the kind, the parent, the place in it, and the key.
 */
export function orderActions(actions: readonly Action[], edges: Edges, rules: Rules): Ordered {
  const ranks = rankActions(actions, rules);
  const waits = edges.map((set) => set.size);
  const followers = actions.map(() => [] as number[]);
  for (const [second, set] of edges.entries()) for (const first of set) followers[first]?.push(second);
  const ready = new MinHeap(ranks);
  for (const [position, count] of waits.entries()) if (count === 0) ready.push(position);
  const ordered: Action[] = [];
  const done = new Set<number>();
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    const action = actions[next];
    if (action !== undefined) ordered.push(action);
    done.add(next);
    for (const follower of followers[next] ?? []) {
      waits[follower] = (waits[follower] ?? 1) - 1;
      if (waits[follower] === 0) ready.push(follower);
    }
  }
  if (ordered.length === actions.length) return { kind: 'ordered', actions: ordered };
  return { kind: 'circle', actions: actions.filter((_, position) => !done.has(position)) };
}

const verbRank: Readonly<Record<Verb, number>> = { rename: 0, create: 1, alter: 1, drop: 2 };

/** The place of each action when nothing but taste decides. */
function rankActions(actions: readonly Action[], rules: Rules): readonly number[] {
  const sorted = actions.map((action, position) => ({
    action,
    position,
    weight: ruleFor(rules, action.fact.kind).weight,
  }));
  sorted.sort(
    (a, b) =>
      verbRank[a.action.verb] - verbRank[b.action.verb] ||
      (a.weight - b.weight) * (a.action.verb === 'drop' ? -1 : 1) ||
      compareText(a.action.fact.parent ?? '', b.action.fact.parent ?? '') ||
      positionOf(a.action.fact) - positionOf(b.action.fact) ||
      compareText(a.action.fact.key, b.action.fact.key),
  );
  const ranks: number[] = [];
  for (const [rank, { position }] of sorted.entries()) ranks[position] = rank;
  return ranks;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

/** Gives the position with the lowest rank first. */
class MinHeap {
  readonly #ranks: readonly number[];
  readonly #heap: number[] = [];

  constructor(ranks: readonly number[]) {
    this.#ranks = ranks;
  }

  push(position: number): void {
    const heap = this.#heap;
    let at = heap.push(position) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && this.#isLess(at, parent); parent = (at - 1) >> 1) {
      this.#swap(at, parent);
      at = parent;
    }
  }

  pop(): number | undefined {
    const heap = this.#heap;
    if (heap.length === 0) return undefined;
    this.#swap(0, heap.length - 1);
    const least = heap.pop();
    for (let at = 0; ; ) {
      const child = this.#lesserChild(at);
      if (child === undefined || !this.#isLess(child, at)) return least;
      this.#swap(at, child);
      at = child;
    }
  }

  #lesserChild(at: number): number | undefined {
    const left = 2 * at + 1;
    if (left >= this.#heap.length) return undefined;
    const right = left + 1;
    return right < this.#heap.length && this.#isLess(right, left) ? right : left;
  }

  #isLess(left: number, right: number): boolean {
    return this.#rankAt(left) < this.#rankAt(right);
  }

  #rankAt(at: number): number {
    return this.#ranks[this.#heap[at] ?? -1] ?? 0;
  }

  #swap(left: number, right: number): void {
    const heap = this.#heap;
    const [a, b] = [heap[left], heap[right]];
    if (a === undefined || b === undefined) return;
    heap[left] = b;
    heap[right] = a;
  }
}
