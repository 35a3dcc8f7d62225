import { describeException, functionCodeOf, type ModbusRequest } from '../codec/index.ts';
import { decodeValue, formatWords, withinTolerance } from '../values/index.ts';
import { type CellWrite, describeCell, textWords, type WriteAction, wordsText } from './action.ts';
import { pause, type Unit } from './exchange.ts';
import type { LineResult } from './line.ts';
import { readCell } from './read-cell.ts';
import { isSame, writeRequest } from './write-request.ts';

/** One value to write and how it is proved. */
export type WriteOrder = Pick<WriteAction, 'write' | 'before' | 'tolerance' | 'isState'>;

/** How writing one value ended; `functions` are the codes of the writes that were sent. */
export type WriteEnd = { readonly functions: readonly number[] } & (
  | { readonly kind: 'done'; readonly detail?: string }
  | { readonly kind: 'failed' | 'refused' | 'unknown'; readonly reason: string }
);

/** A device that shows the new value a moment late, without a declared settle time, is not called a failure. */
const graceMs = 200;

/**
 * Writes one value only if it differs, only if it is still what the plan found, and reads it back. A busy device is asked again within its
 * budget; a write whose reply was lost is never repeated before the value was read.
 */
export function writeCell(unit: Unit, order: WriteOrder): Promise<WriteEnd> {
  const busyUntilMs = performance.now() + unit.settings.busyMs;
  return attempt({ unit, order, functions: [], busyUntilMs, pauseMs: 100, wasLost: false });
}

/** Writes a value that no plan has looked at: a guard, or a command that makes changes permanent, which is no state. */
export function putCell(unit: Unit, write: CellWrite, isState = true): Promise<WriteEnd> {
  return writeCell(unit, { write, before: null, tolerance: null, isState });
}

/** A write that is tried, and what was sent for it so far. */
type Attempt = {
  readonly unit: Unit;
  readonly order: WriteOrder;
  readonly functions: readonly number[];
  readonly busyUntilMs: number;
  /** How long a busy device is left alone the next time. */
  readonly pauseMs: number;
  /** A connection was lost before the request could be sent. */
  readonly wasLost: boolean;
};

/** A write under way, with what was there right before it. */
type Sending = Attempt & { readonly current: readonly number[] | undefined };

/**
 * Looks before it writes, each time: while a device was busy somebody may have worked at its keypad, and bits of the register that
 * belong to others are written back as they are.
 */
async function attempt(trying: Attempt): Promise<WriteEnd> {
  const { unit, order, functions } = trying;
  const { write, before, isState } = order;
  const name = describeCell(write.cell);
  const found = write.cell.readAddress === null ? undefined : await readCell(unit, write.cell);
  if (found?.kind === 'failed')
    return { kind: 'failed', reason: `${name} could not be read before writing: ${found.why}`, functions };
  const current = found?.words;
  if (current !== undefined && isState) {
    if (isSame(current, write.words, write.mask))
      return { kind: 'done', detail: 'it held the value already', functions };
    if (before !== null && !isSame(current, before, write.mask))
      return { kind: 'refused', reason: changedText(order, current), functions };
  }
  return send({ ...trying, current });
}

async function send(sending: Sending): Promise<WriteEnd> {
  const { unit, order, current, busyUntilMs, pauseMs } = sending;
  const { settings, line } = unit;
  const { timeoutMs } = settings;
  let request = writeRequest(order.write, current, settings.unit);
  let result = await line.request(request, { timeoutMs });
  const isUnknown = result.status === 'exception' && result.code === 1;
  if (isUnknown && request.kind === 'mask-write' && current !== undefined) {
    request = writeRequest({ ...order.write, method: 'auto' }, current, settings.unit);
    result = await line.request(request, { timeoutMs });
  }
  const isBusy = result.status === 'exception' && result.code === 6;
  if (isBusy && performance.now() + pauseMs < busyUntilMs) {
    await pause(pauseMs, undefined);
    return attempt({ ...sending, pauseMs: Math.min(pauseMs * 2, 2000) });
  }
  const functions = wasSent(result) ? [...sending.functions, functionCodeOf(request)] : sending.functions;
  return judge(result, request, { ...sending, functions });
}

function wasSent(result: LineResult): boolean {
  if (result.status === 'unreachable') return false;
  return result.status === 'lost' || result.status === 'aborted'
    ? result.sent
    : result.status !== 'exception' || result.code === 5;
}

function judge(result: LineResult, request: ModbusRequest, sending: Sending): Promise<WriteEnd> | WriteEnd {
  const { order, functions } = sending;
  const name = describeCell(order.write.cell);
  switch (result.status) {
    case 'answered':
      return prove(sending);
    case 'exception':
      return result.code === 5
        ? pollAcknowledged(sending)
        : { kind: 'failed', reason: refusalText(order.write, functionCodeOf(request), result.code), functions };
    case 'unreachable':
      return { kind: 'failed', reason: `${name} was not written: ${result.why}`, functions };
    case 'lost':
    case 'aborted':
      return result.sent ? lookAfterLoss(sending, lossOf(result)) : tryAgain(sending, lossOf(result));
    case 'timed-out':
    case 'malformed':
      return lookAfterLoss(sending, lossOf(result));
    default:
      return result satisfies never;
  }
}

function changedText({ write: { cell }, before }: WriteOrder, current: readonly number[]): string {
  const name = describeCell(cell);
  return cell.isSensitive
    ? `${name} holds another value now than when it was planned; nothing was written`
    : `${name} held ${formatWords(textWords(before ?? ''))} when it was planned and holds ${formatWords(current)} now; nothing was written`;
}

function refusalText(write: CellWrite, functionCode: number, code: number): string {
  const { name: exception, meaning, advice } = describeException(code);
  const what = `${describeCell(write.cell)} = ${write.text}`;
  return `${what}: the device refuses function ${functionCode} with exception ${code}, ${exception}. ${meaning} ${advice}`;
}

function lossOf(result: LineResult): string {
  return 'why' in result ? result.why : 'the request was ended';
}

/** Once: a request that certainly never left does no harm when it is sent again. */
function tryAgain(sending: Sending, why: string): Promise<WriteEnd> | WriteEnd {
  const { order, functions, wasLost } = sending;
  if (!wasLost) return attempt({ ...sending, wasLost: true });
  return { kind: 'failed', reason: `${describeCell(order.write.cell)} was not written: ${why}`, functions };
}

/** The reply is missing, so only the device can tell whether the write arrived. */
async function lookAfterLoss(sending: Sending, why: string): Promise<WriteEnd> {
  const { unit, order, current, functions } = sending;
  const { write, isState } = order;
  const name = describeCell(write.cell);
  const unknown = (reason: string): WriteEnd => ({ kind: 'unknown', reason, functions });
  if (!isState || write.cell.readAddress === null)
    return unknown(`no reply to the write of ${name}: ${why}; it cannot be read back`);
  await pause(write.settleMs, undefined);
  const found = await readCell(unit, write.cell);
  if (found.kind === 'failed') return unknown(`no reply to the write of ${name}: ${why}; then ${found.why}`);
  if (isConverged(found.words, order))
    return { kind: 'done', detail: 'the reply was lost, and reading showed that the write had arrived', functions };
  const isOld = current !== undefined && isSame(found.words, wordsText(current), write.mask);
  if (!isOld) return mismatch(found.words, sending);
  if (functions.length > 1)
    return {
      kind: 'failed',
      reason: `${name} was written twice without a reply (${why}) and holds its old value`,
      functions,
    };
  return send({ ...sending, current: found.words });
}

async function pollAcknowledged(sending: Sending): Promise<WriteEnd> {
  const { unit, order, functions } = sending;
  const name = describeCell(order.write.cell);
  const untilMs = performance.now() + unit.settings.busyMs;
  for (let pauseMs = 100; performance.now() < untilMs; pauseMs = Math.min(pauseMs * 2, 1000)) {
    await pause(pauseMs, undefined);
    if (order.write.cell.readAddress === null) break;
    const found = await readCell(unit, order.write.cell);
    if (found.kind === 'failed')
      return { kind: 'unknown', reason: `${name} was acknowledged, then ${found.why}`, functions };
    if (isConverged(found.words, order))
      return { kind: 'done', detail: 'the device took its time to carry it out', functions };
  }
  const reason = `the device acknowledged the write of ${name} (exception 5), and the value did not arrive within ${unit.settings.busyMs / 1000} s`;
  return { kind: 'unknown', reason, functions };
}

/** The device said yes; only reading shows what it stored. */
async function prove(sending: Sending): Promise<WriteEnd> {
  const { unit, order, functions } = sending;
  const { write, isState } = order;
  await pause(write.settleMs, undefined);
  if (!isState || write.cell.readAddress === null) return { kind: 'done', functions };
  for (const waitMs of [graceMs, 0]) {
    const found = await readCell(unit, write.cell);
    if (found.kind === 'failed')
      return {
        kind: 'unknown',
        reason: `${describeCell(write.cell)} was written and could not be read back: ${found.why}`,
        functions,
      };
    if (isSame(found.words, write.words, write.mask)) return { kind: 'done', functions };
    if (isConverged(found.words, order))
      return {
        kind: 'done',
        detail: `the device stored ${textOf(found.words, write)}, within the tolerance`,
        functions,
      };
    if (waitMs === 0) return mismatch(found.words, sending);
    await pause(waitMs, undefined);
  }
  return { kind: 'done', functions };
}

function isConverged(words: readonly number[], { write, tolerance }: WriteOrder): boolean {
  if (isSame(words, write.words, write.mask)) return true;
  const wanted = decodeValue(write.cell.format, textWords(write.words));
  return (
    wanted.kind === 'value' && withinTolerance(write.cell.format, wanted.value, { words, tolerance: tolerance ?? '0' })
  );
}

function mismatch(words: readonly number[], { order, current, functions }: Sending): WriteEnd {
  const { write } = order;
  const isOld = current !== undefined && isSame(words, wordsText(current), write.mask);
  const reason = isOld
    ? `the device took the write of ${describeCell(write.cell)} and still holds ${textOf(words, write)}; ${write.text} is declared`
    : `the device stored ${textOf(words, write)} in ${describeCell(write.cell)} instead of ${write.text}`;
  return { kind: 'failed', reason, functions };
}

function textOf(words: readonly number[], { cell }: CellWrite): string {
  if (cell.isSensitive) return 'another value';
  const decoded = decodeValue(cell.format, words);
  const raw = formatWords(words);
  return decoded.kind === 'value' ? `${decoded.text} (${raw})` : raw;
}
