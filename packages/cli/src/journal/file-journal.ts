import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry, JournalStore } from '@setpoint/engine';

/** A journal in the project's directory: `.setpoint/runs/RUN/journal.jsonl`, one entry per line, readable by its owner only. */
export type FileJournal = JournalStore & { readonly path: string; readonly close: () => Promise<void> };

/** An identifier that sorts by time and does not repeat: `20261123T013000Z-9f2c1a`. */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${stamp}-${randomBytes(3).toString('hex')}`;
}

/** Opens the journal of a new run; each entry is on disk before its append resolves, and entries never overtake each other. */
export async function openFileJournal(projectDir: string, run: string): Promise<FileJournal> {
  const runs = join(projectDir, '.setpoint', 'runs');
  const dir = join(runs, run);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, 'journal.jsonl');
  const file = await open(path, 'ax', 0o600);
  await syncDirectory(dir);
  await syncDirectory(runs);
  let last = Promise.resolve();
  return {
    path,
    append: (entry) => {
      last = last.then(() => appendLine(file, entry));
      return last;
    },
    close: async () => {
      await last.catch(() => undefined);
      await file.close();
    },
  };
}

async function appendLine(file: FileHandle, entry: JournalEntry): Promise<void> {
  await file.appendFile(`${JSON.stringify(entry)}\n`);
  await file.datasync();
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}
