import type { Partition } from '../text/table-tail.ts';

/** One change of a list of partitions. `reorganize` keeps the rows of `from`, which stand side by side; `drop` loses them. */
export type PartitionStep = {
  readonly kind: 'add' | 'drop' | 'reorganize';
  readonly from: readonly Partition[];
  readonly into: readonly Partition[];
};

/**
 * Tells how one list of partitions becomes another of the same method without touching those that stay. Undefined: only by cutting
 * the whole table anew. Partitions that are merely no longer declared are dropped.
 */
export function planPartitions(input: {
  /** `RANGE (...)`. */
  readonly method: string;
  readonly present: readonly Partition[];
  readonly wanted: readonly Partition[];
}): readonly PartitionStep[] | undefined {
  const { method, present, wanted } = input;
  const isRange = method.startsWith('RANGE');
  if (!isRange && !method.startsWith('LIST')) return undefined;
  const gaps = isRange ? gapsBetween(present, wanted) : [wholeGap(present, wanted)];
  const steps = gaps.map((gap) => (isRange ? stepsOfRange(gap) : stepsOfList(gap)));
  if (steps.some((step) => step === undefined)) return undefined;
  const order: readonly PartitionStep['kind'][] = ['drop', 'reorganize', 'add'];
  return order.flatMap((kind) => joinDrops(steps.flatMap((some) => some ?? []).filter((step) => step.kind === kind)));
}

/** What goes and what comes between two partitions that stay; `next` is the one behind. */
type Gap = {
  readonly gone: readonly Partition[];
  readonly come: readonly Partition[];
  readonly next: Partition | undefined;
};

function gapsBetween(present: readonly Partition[], wanted: readonly Partition[]): readonly Gap[] {
  const there = new Map(present.map(({ definition }, index) => [definition, index]));
  const stays = wanted.flatMap((partition, index) => {
    const place = there.get(partition.definition);
    return place === undefined ? [] : [{ partition, index, place }];
  });
  const ends = [...stays, { partition: undefined, index: wanted.length, place: present.length }];
  return ends.map(({ partition, index, place }, order) => {
    const before = stays[order - 1];
    return {
      gone: present.slice((before?.place ?? -1) + 1, place),
      come: wanted.slice((before?.index ?? -1) + 1, index),
      next: partition,
    };
  });
}

/** In a list nothing stands between others. */
function wholeGap(present: readonly Partition[], wanted: readonly Partition[]): Gap {
  const isIn = (list: readonly Partition[], { definition }: Partition): boolean =>
    list.some((other) => other.definition === definition);
  return {
    gone: present.filter((partition) => !isIn(wanted, partition)),
    come: wanted.filter((partition) => !isIn(present, partition)),
    next: undefined,
  };
}

function stepsOfList({ gone, come }: Gap): readonly PartitionStep[] {
  if (gone.length > 0 && come.length > 0) return [{ kind: 'reorganize', from: gone, into: come }];
  if (gone.length > 0) return [{ kind: 'drop', from: gone, into: [] }];
  return come.length === 0 ? [] : [{ kind: 'add', from: [], into: come }];
}

function stepsOfRange({ gone, come, next }: Gap): readonly PartitionStep[] | undefined {
  if (gone.length === 0 && come.length === 0) return [];
  if (come.length === 0) return [{ kind: 'drop', from: gone, into: [] }];
  if (gone.length === 0) {
    if (next === undefined) return [{ kind: 'add', from: [], into: come }];
    return [{ kind: 'reorganize', from: [next], into: [...come, next] }];
  }
  const [end, newEnd] = [boundOf(gone.at(-1)), boundOf(come.at(-1))];
  const covers = end === newEnd || (next === undefined && newEnd === 'MAXVALUE');
  return covers ? [{ kind: 'reorganize', from: gone, into: come }] : undefined;
}

/** `10` of `VALUES LESS THAN (10)`, `MAXVALUE` of `VALUES LESS THAN MAXVALUE`. */
function boundOf(partition: Partition | undefined): string {
  const bound = /VALUES LESS THAN (?:\(([\s\S]*?)\)|(MAXVALUE))(?= ENGINE| COMMENT|$)/.exec(
    partition?.definition ?? '',
  );
  return bound?.[1] ?? bound?.[2] ?? partition?.definition ?? '';
}

function joinDrops(steps: readonly PartitionStep[]): readonly PartitionStep[] {
  if (steps.length < 2 || steps[0]?.kind !== 'drop') return steps;
  return [{ kind: 'drop', from: steps.flatMap(({ from }) => from), into: [] }];
}
