import { type Diagnostic, errorDiagnostic, type Json, nearestName } from '@setpoint/model';
import { renderTable } from '@setpoint/render';
import type { ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { readJournal } from '../journal/read-journal.ts';
import { indexRuns, type RunRow } from '../journal/run-index.ts';
import { recordOf } from '../journal/run-record.ts';
import type { Report } from '../output/report.ts';
import { formatBytes } from './bytes.ts';
import { sinceMs } from './since.ts';

/** Lists the runs that the filters leave, the newest first. */
export async function listRunsCommand(
  dir: string,
  { given, report }: { readonly given: ParsedArguments; readonly report: Report },
): Promise<ExitCode> {
  const all = indexRuns(dir);
  const problem = nodeProblem(given.value('node'), all);
  if (problem !== undefined) {
    await report.diagnostics([problem]);
    return exitCodes.error;
  }
  const rows = all.filter((row) => isWanted(row, given));
  await report.text(textOf(rows, all.length, report));
  if (report.isJson) await writeLines(dir, rows, report);
  return exitCodes.done;
}

function nodeProblem(node: string | undefined, rows: readonly RunRow[]): Diagnostic | undefined {
  const names = [...new Set(rows.flatMap((row) => row.nodes))];
  if (node === undefined || names.includes(node)) return undefined;
  const nearest = nearestName(node, names);
  return errorDiagnostic('SP806', {
    detail: `No run of this project changed or planned a node "${node}".`,
    ...(nearest === undefined ? {} : { hint: `did you mean "${nearest}"?` }),
  });
}

function isWanted(row: RunRow, given: ParsedArguments): boolean {
  const node = given.value('node');
  const since = given.value('since');
  if (node !== undefined && !row.nodes.includes(node)) return false;
  if (given.flag('failed') && row.end === 'converged') return false;
  return since === undefined || Date.parse(row.startedAt) >= (sinceMs(since, Date.now()) ?? 0);
}

function textOf(rows: readonly RunRow[], count: number, { out }: Report): string {
  if (count === 0) return 'No apply has run in this project yet.\n';
  if (rows.length === 0) return 'No run fits.\n';
  const columns = [
    { title: 'run' },
    { title: 'started' },
    { title: 'end' },
    { title: 'nodes', align: 'right' as const },
    { title: 'operations', align: 'right' as const },
    { title: 'disk', align: 'right' as const },
  ];
  const cells = rows.map(({ run, startedAt, end, nodes, done, sizeBytes }) => [
    run,
    startedAt,
    end,
    end === 'cannot be read' ? '' : String(nodes.length),
    end === 'cannot be read' ? '' : String(done),
    formatBytes(sizeBytes),
  ]);
  const total = formatBytes(rows.reduce((sum, row) => sum + row.sizeBytes, 0));
  const runs = rows.length === 1 ? '1 run takes' : `${rows.length} runs take`;
  return `${renderTable({ columns, rows: cells }, out.palette)}\n${runs} ${total} of the disk.\n`;
}

async function writeLines(dir: string, rows: readonly RunRow[], report: Report): Promise<void> {
  let readable = 0;
  for (const { run, sizeBytes } of rows) {
    const journal = readJournal(dir, run);
    if (journal === undefined) continue;
    readable += 1;
    await report.line('run', { run: { ...recordOf(journal), sizeBytes } as unknown as Json });
  }
  await report.line('summary', { runs: readable, unreadable: rows.length - readable });
}
