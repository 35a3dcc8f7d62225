import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JournalEntry, journalFormatVersion } from '@setpoint/engine';
import { compareText, type Diagnostic, errorDiagnostic, nearestName } from '@setpoint/model';

/** A journal as far as it can be read; its first entry tells of the plan. */
export type Journal = {
  readonly run: string;
  readonly started: Extract<JournalEntry, { kind: 'run-started' }>;
  readonly entries: readonly JournalEntry[];
};

export function runsDirectory(projectDir: string): string {
  return join(projectDir, '.setpoint', 'runs');
}

export function journalPath(projectDir: string, run: string): string {
  return join(runsDirectory(projectDir), run, 'journal.jsonl');
}

/** The names of all runs of a project, the newest first. */
export function listRuns(projectDir: string): readonly string[] {
  try {
    const entries = readdirSync(runsDirectory(projectDir), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort((left, right) => compareText(right, left));
  } catch {
    return [];
  }
}

/** The run that a person means: by its name, or `last`. */
export function findRun(projectDir: string, wanted: string): { readonly run: string } | Diagnostic {
  const names = listRuns(projectDir);
  const run = wanted === 'last' ? names[0] : names.find((name) => name === wanted);
  if (run !== undefined) return { run };
  if (names.length === 0)
    return errorDiagnostic('SP806', { detail: 'No apply has run in this project yet.', hint: 'setpoint apply' });
  const nearest = nearestName(wanted, [...names, 'last']);
  return errorDiagnostic('SP806', {
    detail: `There is no run "${wanted}" in this project.`,
    hint: nearest === undefined ? 'setpoint runs' : `did you mean "${nearest}"?`,
  });
}

/** Reads a journal of this version or an older one; undefined when it cannot be read or its beginning is missing. */
export function readJournal(projectDir: string, run: string): Journal | undefined {
  const entries = readEntries(journalPath(projectDir, run));
  const [started] = entries;
  if (started?.kind !== 'run-started' || started.formatVersion > journalFormatVersion) return undefined;
  return { run, started, entries };
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

/** The problem of a journal that `readJournal` cannot read. */
export function unreadableJournal(run: string): Diagnostic {
  return errorDiagnostic('SP801', {
    detail: `The journal of ${run} cannot be read, was written by a newer version, or its beginning is missing.`,
  });
}
