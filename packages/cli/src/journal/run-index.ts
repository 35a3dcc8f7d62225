import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { journalPath, listRuns, readJournal, runsDirectory } from './read-journal.ts';
import { endOf, type RunEnd, recordOf } from './run-record.ts';
import { stateFile } from './state-file.ts';

/** One run in a list. */
export type RunRow = {
  readonly run: string;
  readonly startedAt: string;
  readonly end: RunEnd;
  readonly nodes: readonly string[];
  /** Operations that were done. */
  readonly done: number;
  /** What the run takes of the disk: its journal and the contents kept beside it. */
  readonly sizeBytes: number;
};

/** A row is good as long as the journal is the file that it was made from. */
type IndexedRow = { readonly mark: string; readonly row: RunRow };

/** All runs, the newest first. Only journals that are new since the last time are read. */
export function indexRuns(projectDir: string): readonly RunRow[] {
  const state = stateFile<Readonly<Record<string, IndexedRow>>>(projectDir, 'runs.json', 1);
  const known = state.read() ?? {};
  const runs = listRuns(projectDir);
  const indexed = runs.map((run): [string, IndexedRow] => {
    const mark = markOf(journalPath(projectDir, run));
    const before = known[run];
    return [run, before !== undefined && before.mark === mark ? before : { mark, row: makeRow(projectDir, run) }];
  });
  const isSame = indexed.every(([run, row]) => known[run] === row) && Object.keys(known).length === runs.length;
  if (!isSame) state.write(Object.fromEntries(indexed));
  return indexed.map(([, { row }]) => row);
}

function markOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  } catch {
    return '';
  }
}

function makeRow(projectDir: string, run: string): RunRow {
  const sizeBytes = sizeOf(join(runsDirectory(projectDir), run));
  const journal = readJournal(projectDir, run);
  if (journal === undefined) return { run, startedAt: '', end: 'cannot be read', nodes: [], done: 0, sizeBytes };
  const record = recordOf(journal);
  const nodes = [...record.nodes, ...record.open];
  const done = nodes.flatMap((node) => node.outcomes).filter(({ outcome }) => outcome.status === 'done').length;
  return {
    run,
    startedAt: record.startedAt,
    end: endOf(record),
    nodes: nodes.map(({ node }) => node),
    done,
    sizeBytes,
  };
}

/** Bytes of all files of a run. */
function sizeOf(directory: string): number {
  try {
    return readdirSync(directory, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(directory, entry.name);
      return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size);
    }, 0);
  } catch {
    return 0;
  }
}
