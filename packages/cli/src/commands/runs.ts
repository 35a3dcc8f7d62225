import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalEntry, journalFormatVersion } from '@setpoint/engine';
import { compareText, errorDiagnostic, type Json, type NodeRun, nearestName } from '@setpoint/model';
import { renderRun, renderTable } from '@setpoint/render';
import type { Command } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createReport, type Report } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';

/** `setpoint runs`: the journals of past applies. */
export const runs: Command = {
  name: 'runs',
  summary: 'List past applies, or show one',
  description:
    'Reads the journals under .setpoint/runs. A run that was killed is shown as such, with the operations that may have happened.',
  arguments: [{ name: 'run', required: false, description: 'identifier of a run, or "last"' }],
  options: [],
  examples: [
    { command: 'setpoint runs', explanation: 'all runs, the newest first' },
    { command: 'setpoint runs last', explanation: 'what the last apply did' },
  ],
  run: async (given, io) => {
    const dir = findProjectDir(io.cwd, given.value('project'));
    const report = createReport(given, io, dir);
    const names = listRuns(dir);
    const [wanted] = given.positional;
    if (wanted === undefined) return listAll(dir, names, report);
    const name = wanted === 'last' ? names[0] : names.find((each) => each === wanted);
    if (name !== undefined) return showOne(dir, name, report);
    const nearest = nearestName(wanted, names);
    await report.diagnostics([
      errorDiagnostic('SP806', {
        detail: `There is no run "${wanted}" in this project.`,
        hint: nearest === undefined ? 'setpoint runs' : `did you mean "${nearest}"?`,
      }),
    ]);
    return exitCodes.error;
  },
};

type RunRecord = {
  readonly run: string;
  readonly startedAt: string;
  readonly ended: boolean;
  readonly interrupted: boolean;
  readonly nodes: readonly NodeRun[];
  readonly open: readonly NodeRun[];
};

function listRuns(dir: string): readonly string[] {
  try {
    return readdirSync(join(dir, '.setpoint', 'runs')).sort((left, right) => compareText(right, left));
  } catch {
    return [];
  }
}

function readRun(dir: string, run: string): RunRecord | undefined {
  const entries = readEntries(join(dir, '.setpoint', 'runs', run, 'journal.jsonl'));
  const [first] = entries;
  if (first?.kind !== 'run-started' || first.formatVersion > journalFormatVersion) return undefined;
  const last = entries.at(-1);
  const nodes = entries.flatMap((entry) => (entry.kind === 'node-ended' ? [entry.node] : []));
  return {
    run,
    startedAt: first.at,
    ended: last?.kind === 'run-ended',
    interrupted: last?.kind === 'run-ended' && last.interrupted,
    nodes,
    open: openNodes(entries),
  };
}

/** Reads a journal up to its last whole line: a crash may have cut the one after it. */
function readEntries(path: string): readonly JournalEntry[] {
  const entries: JournalEntry[] = [];
  try {
    for (const line of readFileSync(path, 'utf8').split('\n').slice(0, -1)) {
      entries.push(JSON.parse(line) as JournalEntry);
    }
  } catch {
    // What stands before the damage still tells what happened; nothing at all is no journal.
  }
  return entries;
}

/** Nodes of a run that never ended: operations of a wave that left and got no record may have happened. */
function openNodes(entries: readonly JournalEntry[]): readonly NodeRun[] {
  const ended = new Set(entries.flatMap((entry) => (entry.kind === 'node-ended' ? [entry.node.node] : [])));
  const outcomes = new Map<string, Map<string, NodeRun['outcomes'][number]>>();
  for (const entry of entries) {
    if (entry.kind === 'wave-started' && !ended.has(entry.node)) {
      const open = outcomes.get(entry.node) ?? new Map();
      for (const { address, titles } of entry.changes) {
        for (const title of titles)
          open.set(`${address} ${title}`, {
            address,
            title,
            outcome: { status: 'unknown', reason: 'the run ended before a record came back' },
          });
      }
      outcomes.set(entry.node, open);
    } else if (entry.kind === 'operation-ended') {
      const { address, title, outcome } = entry;
      outcomes.get(entry.node)?.set(`${address} ${title}`, { address, title, outcome });
    }
  }
  return [...outcomes].map(([node, open]) => ({
    node,
    status: 'unknown',
    outcomes: [...open.values()],
    diagnostics: [],
  }));
}

async function listAll(dir: string, names: readonly string[], report: Report): Promise<ExitCode> {
  const found = names.map((run) => ({ run, record: readRun(dir, run) }));
  const records = found.flatMap(({ record }) => record ?? []);
  const rows = found.map(({ run, record }) =>
    record === undefined
      ? [run, '', 'cannot be read', '', '']
      : [
          run,
          record.startedAt,
          describeEnd(record),
          String(record.nodes.length + record.open.length),
          String(countDone(record)),
        ],
  );
  const columns = [
    { title: 'run' },
    { title: 'started' },
    { title: 'end' },
    { title: 'nodes', align: 'right' as const },
    { title: 'operations', align: 'right' as const },
  ];
  await report.text(
    rows.length === 0 ? 'No apply has run in this project yet.\n' : renderTable({ columns, rows }, report.out.palette),
  );
  for (const record of records) await report.line('run', { run: record as unknown as Json });
  await report.line('summary', { runs: records.length, unreadable: found.length - records.length });
  return exitCodes.done;
}

function describeEnd(record: RunRecord): string {
  if (!record.ended) return 'killed';
  if (record.interrupted) return 'interrupted';
  return record.nodes.every((node) => node.status === 'converged') ? 'converged' : 'failed';
}

function countDone(record: RunRecord): number {
  return [...record.nodes, ...record.open].reduce(
    (sum, node) => sum + node.outcomes.filter(({ outcome }) => outcome.status === 'done').length,
    0,
  );
}

async function showOne(dir: string, name: string, report: Report): Promise<ExitCode> {
  const record = readRun(dir, name);
  if (record === undefined) {
    await report.diagnostics([
      errorDiagnostic('SP801', {
        detail: `The journal of ${name} cannot be read, was written by a newer version, or its beginning is missing.`,
      }),
    ]);
    return exitCodes.error;
  }
  const summary = {
    run: name,
    nodes: [...record.nodes, ...record.open],
    interrupted: record.interrupted || !record.ended,
  };
  await report.text(
    `Run ${name}, started ${record.startedAt}, ${describeEnd(record)}\n\n${renderRun(summary, { ...report.out, sources: report.sources })}`,
  );
  await report.line('run', { run: record as unknown as Json });
  return exitCodes.done;
}
