import { compareText } from '@setpoint/model';
import type { Table } from '../codec/request.ts';

/** Consecutive addresses of one table; at least one. */
export type AddressRange = { readonly table: Table; readonly address: number; readonly count: number };

/** The most that one request may read, and the most addresses that nobody asked for which it may read along. */
export type ReadLimits = {
  readonly readWords: number;
  readonly readBits: number;
  readonly maxGap: number;
  readonly maxBitGap: number;
};

/**
 * The fewest requests that read all ranges, in order of table and address. No range is split, none that lies within the limits
 * leads to a request beyond them, gaps are bridged up to their limit, and never over a hole. A range that reaches into a hole is
 * read alone, so that its refusal spoils no other; so is a range that is itself longer than the limit.
 */
export function coalesce(
  ranges: readonly AddressRange[],
  limits: ReadLimits,
  holes: readonly AddressRange[],
): readonly AddressRange[] {
  const isRefused = (range: AddressRange): boolean => holes.some((hole) => overlaps(hole, range));
  const sorted = [...ranges].sort(byPlace);
  const alone = sorted.filter(isRefused).filter((range, index, all) => index === 0 || !isSame(range, all[index - 1]));
  const together = joinNeighbours(
    sorted.filter((range) => !isRefused(range)),
    { limits, holes },
  );
  return [...together, ...alone].sort(byPlace);
}

type Bounds = { readonly limits: ReadLimits; readonly holes: readonly AddressRange[] };

/**
 * In the order of their starts, a request takes in as many of the next ranges as fit. A range that does not fit starts the next
 * request, which also covers every later range that the first could still have taken: no other choice needs fewer.
 */
function joinNeighbours(sorted: readonly AddressRange[], bounds: Bounds): readonly AddressRange[] {
  const requests: AddressRange[] = [];
  for (const range of sorted) {
    const last = requests.at(-1);
    const joined = last === undefined ? undefined : join(last, range, bounds);
    if (joined === undefined) requests.push(range);
    else requests[requests.length - 1] = joined;
  }
  return requests;
}

/** Of ranges that start together the longest comes first: it covers the others. */
function byPlace(left: AddressRange, right: AddressRange): number {
  return compareText(left.table, right.table) || left.address - right.address || right.count - left.count;
}

function isSame(range: AddressRange, other: AddressRange | undefined): boolean {
  return other !== undefined && byPlace(range, other) === 0;
}

/** One request for both; undefined when they have to stay apart. The right one does not start before the left one. */
function join(left: AddressRange, right: AddressRange, { limits, holes }: Bounds): AddressRange | undefined {
  if (left.table !== right.table) return undefined;
  const isBits = left.table === 'coil' || left.table === 'discrete';
  const end = endOf(left);
  if (endOf(right) <= end) return left;
  if (right.address - end > (isBits ? limits.maxBitGap : limits.maxGap)) return undefined;
  const count = endOf(right) - left.address;
  if (count > (isBits ? limits.readBits : limits.readWords)) return undefined;
  const joined = { table: left.table, address: left.address, count };
  return holes.some((hole) => overlaps(hole, joined)) ? undefined : joined;
}

function overlaps(left: AddressRange, right: AddressRange): boolean {
  return left.table === right.table && left.address < endOf(right) && right.address < endOf(left);
}

function endOf({ address, count }: AddressRange): number {
  return address + count;
}
