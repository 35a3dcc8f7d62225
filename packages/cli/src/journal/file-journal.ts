import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Content, JournalEntry, JournalStore } from '@setpoint/engine';

/** A journal in the project's directory: `.setpoint/runs/RUN/journal.jsonl`, one entry per line, readable by its owner only. */
export type FileJournal = JournalStore & { readonly path: string; readonly close: () => Promise<void> };

/**
 * An identifier that sorts by time and does not repeat: `20261123T013000Z-1f42c1`. Of the six digits at its end three are the
 * milliseconds, so that runs of one second keep their order, and three are random.
 */
export function newRunId(now: Date): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const ms = now.getUTCMilliseconds().toString(16).padStart(3, '0');
  return `${stamp}-${ms}${randomBytes(2).toString('hex').slice(0, 3)}`;
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
  let written = Promise.resolve();
  let waiting: JournalEntry[] = [];
  /** Writes all that has come while the lines before were on their way to the disk: one wait for the disk is enough for them. */
  const writeWaiting = (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    return appendLines(file, entries);
  };
  return {
    path,
    keepContents: (contents) => keepContents(dir, contents),
    append: (entry) => {
      // The first that waits begins a new group; whoever comes before its turn joins it.
      if (waiting.push(entry) === 1) written = written.then(writeWaiting);
      return written;
    },
    close: async () => {
      await written.catch(() => undefined);
      await file.close();
    },
  };
}

/** Contents stand beside the journal, `content/SHA256`, readable by their owner only; all are on disk before they count as kept. */
async function keepContents(dir: string, contents: readonly Content[]): Promise<void> {
  const directory = join(dir, 'content');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await Promise.all(contents.map((content) => keepContent(directory, content)));
  await syncDirectory(directory);
}

async function keepContent(directory: string, { sha256, bytes }: Content): Promise<void> {
  const file = await open(join(directory, sha256), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    // Equal contents of several waves are one.
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (file === undefined) return;
  await file.writeFile(bytes);
  await file.datasync();
  await file.close();
}

async function appendLines(file: FileHandle, entries: readonly JournalEntry[]): Promise<void> {
  await file.appendFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  await file.datasync();
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  await directory.sync();
  await directory.close();
}
