import { readingJson, readingQueries, readingsOf, wasRead } from '@setpoint/modbus/tools';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openValues } from './open-values.ts';
import { readingsTable } from './readings-table.ts';

/** Reads values once and shows them. */
export async function readValues(given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const opened = await openValues(given, io);
  if (opened === undefined) return exitCodes.error;
  const { node, channel, definitions, report } = opened;
  const result = await channel.ask(
    readingQueries(definitions).map((query) => ({ query })),
    io.signal,
  );
  await channel.close();
  if (result.kind === 'failed') {
    await report.diagnostics([result.diagnostic]);
    return exitCodes.error;
  }
  const readings = readingsOf(definitions, result.answers);
  await report.text(readingsTable(readings, report.out.palette));
  for (const reading of readings) await report.line('value', { node: node.name, ...readingJson(reading) });
  const failed = readings.filter((reading) => !wasRead(reading)).length;
  if (failed === 0) return exitCodes.done;
  return failed === readings.length ? exitCodes.error : exitCodes.partial;
}
