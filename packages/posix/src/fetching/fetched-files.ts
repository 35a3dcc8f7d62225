import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FetchOrder, type FetchResult, fetchFile } from './fetch-file.ts';

/** A file that the controller fetched; `close` says that it is not needed any more. */
export type FetchedFile = { readonly path: string; readonly result: FetchResult; readonly close: () => void };

type Shared = { readonly directory: string; readonly result: Promise<FetchResult>; users: number };

const files = new Map<string, Shared>();

/**
 * Fetches a file for a moment. Whoever needs the same file at the same time gets the same one, so that many nodes cost one fetching;
 * it goes when nobody needs it any more.
 */
export async function fetchShared(order: FetchOrder): Promise<FetchedFile> {
  const { signal: _, ...same } = order;
  const key = JSON.stringify(same);
  const shared = files.get(key) ?? begin(order);
  files.set(key, shared);
  shared.users += 1;
  const result = await shared.result;
  const close = (): void => {
    shared.users -= 1;
    if (shared.users > 0) return;
    if (files.get(key) === shared) files.delete(key);
    rmSync(shared.directory, { recursive: true, force: true });
  };
  return { path: fileIn(shared.directory), result, close };
}

function begin(order: FetchOrder): Shared {
  const directory = mkdtempSync(join(tmpdir(), 'setpoint-fetched-'));
  return { directory, result: fetchFile(order, fileIn(directory)), users: 0 };
}

function fileIn(directory: string): string {
  return join(directory, 'file');
}
