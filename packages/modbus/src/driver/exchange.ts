import { setTimeout as delay } from 'node:timers/promises';
import { describeException, type ModbusReply, type ModbusRequest } from '../codec/index.ts';
import type { Line } from './line.ts';
import type { ModbusSettings } from './settings.ts';

/** One unit behind a line: who is asked, and how patiently. */
export type Unit = { readonly line: Line; readonly settings: ModbusSettings; readonly signal?: AbortSignal };

/** What a unit made of a read, after the retries that are safe. */
export type ReadResult =
  | { readonly kind: 'reply'; readonly reply: ModbusReply }
  /** The unit's own final refusal. */
  | { readonly kind: 'exception'; readonly code: number }
  /** Nothing usable came; `reached` tells whether there was a connection at all. */
  | { readonly kind: 'silent'; readonly reached: boolean; readonly why: string; readonly hint?: string }
  | { readonly kind: 'aborted' };

const firstPauseMs = 100;
const longestPauseMs = 2000;

/** Codes of a unit that will answer later: accepted and still working, or busy. */
const laterCodes: readonly number[] = [5, 6];

/** A gateway that has no way to the unit: a misconfiguration, which asking again does not mend. */
const gatewayPathCode = 10;

/** A gateway that asked the unit and got no reply: as good as no reply. */
const gatewayTargetCode = 11;

/**
 * Reads, and asks again where that is safe and may help: a busy unit within its budget with growing pauses, a unit without a reply
 * as often as declared.
 */
export async function exchangeRead(unit: Unit, request: ModbusRequest): Promise<ReadResult> {
  const { line, settings, signal } = unit;
  const busyUntilMs = performance.now() + settings.busyMs;
  let pauseMs = firstPauseMs;
  for (let silences = 0; ; ) {
    const result = await line.request(request, {
      timeoutMs: settings.timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    });
    if (result.status === 'answered') return { kind: 'reply', reply: result.reply };
    if (result.status === 'aborted') return { kind: 'aborted' };
    if (result.status === 'unreachable')
      return { kind: 'silent', reached: false, why: result.why, ...hintOf(result.hint) };
    if (result.status === 'exception') {
      if (result.code === gatewayPathCode) return gatewaySilence(result.code);
      if (result.code === gatewayTargetCode) {
        silences += 1;
        if (silences > settings.retries) return gatewaySilence(result.code);
        continue;
      }
      if (!laterCodes.includes(result.code)) return { kind: 'exception', code: result.code };
      if (performance.now() + pauseMs > busyUntilMs) return { kind: 'exception', code: result.code };
      if (!(await pause(pauseMs, signal))) return { kind: 'aborted' };
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      continue;
    }
    silences += 1;
    if (silences > settings.retries) return { kind: 'silent', reached: true, why: result.why };
  }
}

function hintOf(hint: string | undefined): { readonly hint?: string } {
  return hint === undefined ? {} : { hint };
}

function gatewaySilence(code: number): ReadResult {
  const { name, meaning, advice } = describeException(code);
  return { kind: 'silent', reached: true, why: `${meaning} (exception ${code}, ${name})`, hint: advice };
}

/** Waits; false when the wait was cut short by the signal. */
export async function pause(durationMs: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (durationMs <= 0) return signal?.aborted !== true;
  try {
    await delay(durationMs, undefined, signal === undefined ? {} : { signal });
    return true;
  } catch {
    return false;
  }
}
