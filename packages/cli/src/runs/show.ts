import type { Json } from '@setpoint/model';
import { renderRun } from '@setpoint/render';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { findRun, readJournal, unreadableJournal } from '../journal/read-journal.ts';
import { endOf, recordOf } from '../journal/run-record.ts';
import type { Report } from '../output/report.ts';

/** Shows what one run did. */
export async function showRun(dir: string, wanted: string, report: Report): Promise<ExitCode> {
  const found = findRun(dir, wanted);
  const journal = 'run' in found ? readJournal(dir, found.run) : undefined;
  if (journal === undefined) {
    await report.diagnostics(['run' in found ? unreadableJournal(found.run) : found]);
    return exitCodes.error;
  }
  const record = recordOf(journal);
  const summary = {
    run: record.run,
    nodes: [...record.nodes, ...record.open],
    interrupted: record.interrupted || !record.ended,
  };
  const heading = `Run ${record.run}, started ${record.startedAt}, ${endOf(record)}`;
  await report.text(`${heading}\n\n${renderRun(summary, { ...report.out, sources: report.sources })}`);
  await report.line('run', { run: record as unknown as Json });
  return exitCodes.done;
}
