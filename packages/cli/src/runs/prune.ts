import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorDiagnostic } from '@setpoint/model';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { runsDirectory } from '../journal/read-journal.ts';
import { indexRuns } from '../journal/run-index.ts';
import type { Report } from '../output/report.ts';
import { formatBytes } from './bytes.ts';

/** Deletes the oldest runs, with the contents kept beside them: they cannot be shown or rolled back any more. */
export async function pruneRuns(dir: string, keep: string | undefined, report: Report): Promise<ExitCode> {
  if (keep === undefined) {
    const detail = 'How many of the newest runs are to stay is not said.';
    await report.diagnostics([errorDiagnostic('SP803', { detail, hint: 'setpoint runs prune --keep 50' })]);
    return exitCodes.error;
  }
  const old = indexRuns(dir).slice(Number(keep));
  for (const { run } of old) rmSync(join(runsDirectory(dir), run), { recursive: true, force: true });
  const freed = old.reduce((sum, row) => sum + row.sizeBytes, 0);
  // The list is made anew, so that it tells of no run that is gone.
  const left = indexRuns(dir).length;
  const runs = old.length === 1 ? '1 run' : `${old.length} runs`;
  await report.text(`${runs} deleted (${formatBytes(freed)}), ${left} kept.\n`);
  await report.line('summary', { deleted: old.map(({ run }) => run), freedBytes: freed, kept: left });
  return exitCodes.done;
}
