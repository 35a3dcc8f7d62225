import {
  type Address,
  type Answer,
  type AnswerAdjustment,
  type Answers,
  type Prediction,
  type Queries,
  type Query,
  queryKey,
} from '@setpoint/model';
import { liesIn } from '../order/held.ts';

/**
 * What a node would answer after the changes planned so far: answers read from the node, overlaid with predictions. It grows as
 * resources are planned in order, and never forgets which resource made an answer uncertain.
 */
export class AnswerOverlay {
  readonly #predicted = new Map<string, { readonly answer: Answer; readonly at: number }>();
  /** Query kind to the resources before which "absent" cannot be trusted: only after the last of them it is settled. */
  readonly #unsettled = new Map<string, Unsettling[]>();
  /** How many resources have been planned: what is predicted later counts for more. */
  #count = 0;

  readonly #changed = new Set<Address>();
  readonly #adjustments = new Map<string, AnswerAdjustment[]>();
  /** Paths that changes write, and by which resource; a slash at the end stands for everything below. */
  readonly #written: { readonly path: string; readonly address: Address }[] = [];

  /** The answer as it will be: the prediction if there is one; an "absent" that can no longer be trusted is unknown. */
  answer(query: Query, read: Answer): Answer {
    if (this.#count === 0) return read;
    const predicted = this.#predicted.get(queryKey(query));
    if (predicted !== undefined) return this.#settled(query, predicted.answer, predicted.at);
    return this.#adjusted(query, this.#settled(query, read, 0));
  }

  /** What a resource removed may be there again after a later one that brings what nobody listed. */
  #settled(query: Query, answer: Answer, at: number): Answer {
    if (answer.status !== 'absent') return answer;
    const producer = this.#unsettled.get(query.kind)?.findLast(({ below }) => mayBring(below, query));
    if (producer === undefined || producer.at <= at) return answer;
    return { status: 'unknown', cause: { kind: 'after', address: producer.address } };
  }

  #adjusted(query: Query, answer: Answer): Answer {
    const adjustments = this.#adjustments.get(query.kind) ?? [];
    return adjustments.reduce((adjusted, { adjust }) => adjust(query, adjusted), answer);
  }

  /** Takes what a resource predicts for its own queries. */
  apply(address: Address, queries: Queries, prediction: Prediction): void {
    this.#changed.add(address);
    this.#count += 1;
    const at = this.#count;
    for (const kind of prediction.unsettles ?? []) {
      const ofKind = this.#unsettled.get(kind) ?? [];
      this.#unsettled.set(kind, [...ofKind, { address, at, below: prediction.unsettlesBelow }]);
    }
    for (const adjustment of prediction.adjusts ?? []) {
      const ofKind = this.#adjustments.get(adjustment.kind) ?? [];
      this.#adjustments.set(adjustment.kind, [...ofKind, adjustment]);
    }
    for (const [name, answer] of Object.entries(prediction.answers)) {
      const query = queries[name];
      if (query !== undefined) this.#predicted.set(queryKey(query), { answer, at });
    }
    for (const { query, answer } of prediction.others ?? []) this.#predicted.set(queryKey(query), { answer, at });
  }

  /** Takes the paths that a change of a resource writes. */
  writes(address: Address, paths: readonly string[]): void {
    for (const path of paths) this.#written.push({ path, address });
  }

  /** The last resource that changes something in a directory, or the directory itself. */
  writerIn(directory: string): Address | undefined {
    const isIn = (path: string): boolean =>
      liesIn(directory, path) || (path.endsWith('/') && `${directory}/`.startsWith(path));
    return this.#written.findLast(({ path }) => isIn(path))?.address;
  }

  /** True when a change of the resource has been planned. */
  changes(address: Address): boolean {
    return this.#changed.has(address);
  }

  /** The answers to one resource's queries, under its own names. */
  answers(queries: Queries, read: (query: Query) => Answer): Answers {
    const answers: Record<string, Answer> = {};
    for (const name in queries) {
      const query = queries[name];
      if (query !== undefined) answers[name] = this.answer(query, read(query));
    }
    return answers;
  }
}

/** A resource that brings what nobody listed: anywhere, or below paths. */
type Unsettling = {
  readonly address: Address;
  readonly at: number;
  readonly below: readonly string[] | undefined;
};

function mayBring(below: readonly string[] | undefined, { path }: Query): boolean {
  return below === undefined || typeof path !== 'string' || below.some((directory) => liesIn(directory, path));
}
