import { setTimeout as delay } from 'node:timers/promises';
import { readingQueries, readingsOf } from '@setpoint/modbus/tools';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { signalExitCode } from '../io/signals.ts';
import { type OpenValues, openValues } from './open-values.ts';
import { createWatchDisplay, type WatchDisplay } from './watch-display.ts';

const defaultIntervalSeconds = 1;

/** Reads values again and again and shows what changes, until it was done so often, or until a signal. */
export async function watchValues(given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const opened = await openValues(given, io);
  if (opened === undefined) return exitCodes.error;
  const display = createWatchDisplay({ node: opened.node.name, report: opened.report, stdout: io.stdout });
  const pace = {
    intervalMs: Number(given.value('interval') ?? defaultIntervalSeconds) * 1000,
    count: Number(given.value('count') ?? Number.POSITIVE_INFINITY),
    signal: io.signal,
  };
  const { readings, failures } = await watch(opened, pace, display);
  await opened.channel.close();
  if (io.signal.aborted) return signalExitCode(io.interruptedBy() ?? 'SIGINT');
  if (failures === 0) return exitCodes.done;
  return failures === readings ? exitCodes.error : exitCodes.partial;
}

type Pace = { readonly intervalMs: number; readonly count: number; readonly signal: AbortSignal };

/** Readings start an interval apart, or one after the other where the device takes longer. */
async function watch(
  { channel, definitions }: OpenValues,
  { intervalMs, count, signal }: Pace,
  display: WatchDisplay,
): Promise<{ readonly readings: number; readonly failures: number }> {
  const questions = readingQueries(definitions).map((query) => ({ query }));
  let failures = 0;
  let readings = 0;
  while (!signal.aborted) {
    const startedMs = performance.now();
    const result = await channel.ask(questions, signal);
    if (signal.aborted) break;
    readings += 1;
    if (result.kind === 'answered') await display.read(readingsOf(definitions, result.answers), new Date());
    else {
      failures += 1;
      await display.fail(result.diagnostic, new Date());
    }
    if (readings >= count) break;
    await pause(startedMs + intervalMs - performance.now(), signal);
  }
  return { readings, failures };
}

async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  // Cut short by the signal, which the caller looks at.
  await delay(Math.max(0, durationMs), undefined, { signal }).catch(() => undefined);
}
