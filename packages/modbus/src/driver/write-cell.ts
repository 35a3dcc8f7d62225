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
export async function writeCell(unit: Unit, order: WriteOrder): Promise<WriteEnd> {
  const { write, before, isState } = order;
  const name = describeCell(write.cell);
  const found = write.cell.readAddress === null ? undefined : await readCell(unit, write.cell);
  if (found?.kind === 'failed')
    return { kind: 'failed', reason: `${name} could not be read before writing: ${found.why}`, functions: [] };
  const current = found?.words;
  if (current !== undefined && isState) {
    if (isSame(current, write.words, write.mask))
      return { kind: 'done', detail: 'it held the value already', functions: [] };
    if (before !== null && !isSame(current, before, write.mask)) {
      const reason = `${name} held ${formatWords(textWords(before))} when it was planned and holds ${formatWords(current)} now; nothing was written`;
      return { kind: 'refused', reason, functions: [] };
    }
  }
  return send({ unit, order, current, functions: [] });
}

/** Writes a value that no plan has looked at: a guard, or a command that makes changes permanent, which is no state. */
export function putCell(unit: Unit, write: CellWrite, isState = true): Promise<WriteEnd> {
  return writeCell(unit, { write, before: null, tolerance: null, isState });
}

/** A write under way: what was there before it, and what was sent so far. */
type Sending = {
  readonly unit: Unit;
  readonly order: WriteOrder;
  readonly current: readonly number[] | undefined;
  readonly functions: readonly number[];
};

async function send(sending: Sending): Promise<WriteEnd> {
  const { unit, order, current } = sending;
  const { settings, line } = unit;
  const busyUntilMs = performance.now() + settings.busyMs;
  let request = writeRequest(order.write, current, settings.unit);
  const functions = [...sending.functions];
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 2000)) {
    const result = await line.request(request, { timeoutMs: settings.timeoutMs });
    const code = functionCodeOf(request);
    const refusal = result.status === 'exception' ? result.code : undefined;
    if (refusal === 1 && request.kind === 'mask-write' && current !== undefined) {
      request = writeRequest({ ...order.write, method: 'auto' }, current, settings.unit);
      continue;
    }
    if (refusal === 6 && performance.now() + pauseMs < busyUntilMs) {
      await pause(pauseMs, undefined);
      continue;
    }
    if (wasSent(result)) functions.push(code);
    return judge(result, request, { ...sending, functions });
  }
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
      return result.sent ? lookAfterLoss(sending, lossOf(result)) : resend(sending, lossOf(result));
    case 'timed-out':
    case 'malformed':
      return lookAfterLoss(sending, lossOf(result));
    default:
      return result satisfies never;
  }
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
async function resend(sending: Sending, why: string): Promise<WriteEnd> {
  const { unit, order, current, functions } = sending;
  const request = writeRequest(order.write, current, unit.settings.unit);
  const result = await unit.line.request(request, { timeoutMs: unit.settings.timeoutMs });
  const isLostAgain = (result.status === 'lost' || result.status === 'aborted') && !result.sent;
  if (isLostAgain)
    return { kind: 'failed', reason: `${describeCell(order.write.cell)} was not written: ${why}`, functions };
  const sent = wasSent(result) ? [...functions, functionCodeOf(request)] : functions;
  return judge(result, request, { ...sending, functions: sent });
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
  return send(sending);
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
  const decoded = decodeValue(cell.format, words);
  const raw = formatWords(words);
  return decoded.kind === 'value' ? `${decoded.text} (${raw})` : raw;
}
