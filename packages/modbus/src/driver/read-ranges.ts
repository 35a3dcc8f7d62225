import type { ModbusRequest } from '../codec/index.ts';
import { type AddressRange, coalesce, type ReadLimits } from '../queries/coalesce.ts';
import { exchangeRead, type ReadResult, type Unit } from './exchange.ts';
import type { HoleMemory } from './hole-memory.ts';

/** What a unit holds in one range: a word per register, 0 or 1 per bit; or its refusal of that range alone. */
export type RangeValue =
  | { readonly kind: 'words'; readonly words: readonly number[] }
  | { readonly kind: 'refused'; readonly code: number };

/** The values in the order of the ranges, or why the unit could not be read at all. */
export type RangesResult =
  | { readonly kind: 'read'; readonly values: readonly RangeValue[] }
  | Extract<ReadResult, { readonly kind: 'silent' | 'aborted' }>;

/** Which unit is read, within which limits, with what is known of its holes. */
export type Reading = {
  readonly unit: Unit;
  readonly limits: ReadLimits;
  readonly memory: HoleMemory;
};

/**
 * Reads ranges in as few requests as the limits allow. A request that the unit refuses because it has no such address (2), or does
 * not take so much at once (3), is split until the refused range stands alone; what was learned holds for the rest of the run.
 */
export async function readRanges(ranges: readonly AddressRange[], reading: Reading): Promise<RangesResult> {
  const found = new Map<string, RangeValue>();
  const failure = await readTogether(ranges, reading, found);
  if (failure !== undefined) return failure;
  return { kind: 'read', values: ranges.map((range) => found.get(keyOf(range)) ?? nothingRead) };
}

const nothingRead: RangeValue = { kind: 'refused', code: 4 };

type Failure = Extract<RangesResult, { readonly kind: 'silent' | 'aborted' }>;

async function readTogether(
  ranges: readonly AddressRange[],
  reading: Reading,
  found: Map<string, RangeValue>,
): Promise<Failure | undefined> {
  const blocks = toBlocks(ranges, reading);
  // All are handed over at once: the client sends as many side by side as the device is declared to bear, which is one by default.
  const failures = await Promise.all(blocks.map((block) => readBlock(block, reading, found)));
  return failures.find((failure) => failure !== undefined);
}

/** One request and the ranges that it answers. */
type Block = { readonly request: AddressRange; readonly parts: readonly AddressRange[] };

function toBlocks(ranges: readonly AddressRange[], { limits, memory }: Reading): readonly Block[] {
  const known = {
    ...limits,
    readWords: Math.min(limits.readWords, memory.mostAtOnce('holding'), memory.mostAtOnce('input')),
    readBits: Math.min(limits.readBits, memory.mostAtOnce('coil'), memory.mostAtOnce('discrete')),
  };
  return coalesce(ranges, known, memory.holes()).map((request) => ({
    request,
    parts: ranges.filter((range) => isInside(range, request)),
  }));
}

async function readBlock(block: Block, reading: Reading, found: Map<string, RangeValue>): Promise<Failure | undefined> {
  const result = await exchangeRead(reading.unit, readRequest(block.request, reading.unit.settings.unit));
  if (result.kind === 'silent' || result.kind === 'aborted') return result;
  if (result.kind === 'reply') {
    for (const part of block.parts) found.set(keyOf(part), cut(block.request, part, wordsIn(result)));
    return undefined;
  }
  const [only] = block.parts;
  const canSplit = block.parts.length > 1 && (result.code === 2 || result.code === 3);
  if (canSplit) return readSplit(block, result.code, { reading, found });
  if (result.code === 2 && only !== undefined) reading.memory.addHole(only);
  for (const part of block.parts) found.set(keyOf(part), { kind: 'refused', code: result.code });
  return undefined;
}

/** First without what lies between the ranges, then in halves. */
async function readSplit(
  block: Block,
  code: number,
  { reading, found }: { readonly reading: Reading; readonly found: Map<string, RangeValue> },
): Promise<Failure | undefined> {
  const gaps = gapsIn(block);
  if (gaps.length > 0) {
    for (const gap of gaps) reading.memory.addHole(gap);
    return readTogether(block.parts, reading, found);
  }
  const parts = [...block.parts].sort((left, right) => left.address - right.address);
  const middle = Math.ceil(parts.length / 2);
  const halves = [parts.slice(0, middle), parts.slice(middle)].map((half) => ({ request: spanOf(half), parts: half }));
  for (const half of halves) {
    const failure = await readBlock(half, reading, found);
    if (failure !== undefined) return failure;
  }
  const bothAnswered = parts.every((part) => found.get(keyOf(part))?.kind === 'words');
  if (code === 3 && bothAnswered) {
    reading.memory.learnMost(block.request.table, Math.max(...halves.map(({ request }) => request.count)));
  }
  return undefined;
}

function gapsIn({ request, parts }: Block): readonly AddressRange[] {
  const gaps: AddressRange[] = [];
  let end = request.address;
  for (const part of [...parts].sort((left, right) => left.address - right.address)) {
    if (part.address > end) gaps.push({ table: request.table, address: end, count: part.address - end });
    end = Math.max(end, part.address + part.count);
  }
  return gaps;
}

function spanOf(parts: readonly AddressRange[]): AddressRange {
  const address = Math.min(...parts.map((part) => part.address));
  const end = Math.max(...parts.map((part) => part.address + part.count));
  return { table: parts[0]?.table ?? 'holding', address, count: end - address };
}

function isInside(range: AddressRange, outer: AddressRange): boolean {
  return (
    range.table === outer.table &&
    range.address >= outer.address &&
    range.address + range.count <= outer.address + outer.count
  );
}

function readRequest({ table, address, count }: AddressRange, unit: number): ModbusRequest {
  return table === 'coil' || table === 'discrete'
    ? { kind: 'read-bits', unit, table, address, count }
    : { kind: 'read-words', unit, table, address, count };
}

function wordsIn({ reply }: Extract<ReadResult, { readonly kind: 'reply' }>): readonly number[] {
  if (reply.kind === 'bits') return reply.bits.map(Number);
  return reply.kind === 'words' ? reply.words : [];
}

function cut(request: AddressRange, part: AddressRange, words: readonly number[]): RangeValue {
  const start = part.address - request.address;
  return { kind: 'words', words: words.slice(start, start + part.count) };
}

function keyOf({ table, address, count }: AddressRange): string {
  return `${table} ${address} ${count}`;
}
