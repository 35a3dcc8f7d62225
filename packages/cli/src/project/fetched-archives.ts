import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FetchedArchives,
  type FoundArchive,
  type LoadedProject,
  type LoadOptions,
  loadProject,
  maxUnpackedBytes,
  type WantedArchive,
} from '@setpoint/language';
import { hasErrors } from '@setpoint/model';
import { escapeText } from '@setpoint/render';

/** Where archives of URLs are kept, and how they come there. */
export type ArchiveOptions = FetchOptions & {
  /** It can be deleted at any time: a file in it bears its SHA-256 as its name, and has it. */
  readonly directory: string;
  /** False leaves open what is in archives that are not here. */
  readonly mayFetch: boolean;
};

/**
 * Loads a project. What archives of URLs hold is part of what is compiled, so it is loaded again once they are here; inventory programs
 * run once. Without secrets, nothing that the project names is asked of anybody, and an archive that is not here is an error.
 */
export async function loadWithArchives(
  options: LoadOptions,
  { directory, mayFetch, ...fetching }: ArchiveOptions,
): Promise<LoadedProject> {
  const store = openArchiveStore(directory);
  const isWithheld = mayFetch && options.withoutSecrets === true;
  const archives = isWithheld ? { find: (wanted: WantedArchive) => withheld(store.find(wanted)) } : store;
  const runs = new Map<string, ReturnType<LoadOptions['runInventoryCommand']>>();
  const runInventoryCommand: LoadOptions['runInventoryCommand'] = (path) => {
    const run = runs.get(path) ?? options.runInventoryCommand(path);
    runs.set(path, run);
    return run;
  };
  const load = (): Promise<LoadedProject> => loadProject({ ...options, archives, runInventoryCommand });
  const first = await load();
  if (!mayFetch || hasErrors(first.diagnostics)) return first;
  return (await store.fetchWanted(fetching)) ? load() : first;
}

function withheld(found: FoundArchive): FoundArchive {
  if (found.kind !== 'missing') return found;
  const why = 'It comes from a URL and is not on this machine, and --without-secrets fetches nothing.';
  return { kind: 'failed', why, hint: 'run without --without-secrets once, or keep the archive in the project' };
}

/** The archives of URLs that this account has, and those that compiling a project asked for in vain. */
type ArchiveStore = FetchedArchives & {
  /** Fetches what was asked for in vain; true when there was anything. What does not come is told to whoever asks for it again. */
  readonly fetchWanted: (options: FetchOptions) => Promise<boolean>;
};

type FetchOptions = {
  readonly talk: (text: string) => Promise<void>;
  readonly signal: AbortSignal | undefined;
};

const fetchTimeoutMs = 10 * 60_000;

function openArchiveStore(directory: string): ArchiveStore {
  const wanted = new Map<string, WantedArchive>();
  const failed = new Map<string, string>();
  return {
    find: ({ url, sha256 }) => {
      const why = failed.get(sha256);
      if (why !== undefined) return { kind: 'failed', why, hint: 'check the URL, and whether this machine reaches it' };
      const found = findIn(directory, sha256);
      if (found.kind === 'missing') wanted.set(sha256, { url, sha256 });
      return found;
    },
    fetchWanted: async ({ talk, signal }) => {
      const orders = [...wanted.values()];
      wanted.clear();
      for (const order of orders) {
        await talk(`Fetching ${escapeText(order.url)} …\n`);
        const why = await fetchInto(directory, order, signal);
        if (why !== undefined) failed.set(order.sha256, `This machine did not get it: ${why}.`);
      }
      return orders.length > 0;
    },
  };
}

function findIn(directory: string, sha256: string): FoundArchive {
  const path = join(directory, sha256);
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true) return { kind: 'missing' };
  return { kind: 'found', sizeBytes: status.size, read: () => readWhole(path, sha256) };
}

/** A file that is not what it is called goes, and is fetched anew the next time. */
function readWhole(path: string, sha256: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
    rmSync(path, { force: true });
  } catch {
    // It went while it was looked for; whoever asks is told that it cannot be read.
  }
  return undefined;
}

/** Why the archive did not come; undefined when it is there. */
async function fetchInto(
  directory: string,
  { url, sha256 }: WantedArchive,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  // Most projects name no URL, and a start pays only for what it needs.
  const { fetchFile } = await import('@setpoint/posix/fetching');
  const path = join(directory, sha256);
  const part = `${path}.${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    rmSync(part, { force: true });
    const order = { url, checksum: { algorithm: 'sha256', digest: sha256 }, timeoutMs: fetchTimeoutMs };
    const result = await fetchFile(
      { ...order, maxBytes: maxUnpackedBytes, ...(signal === undefined ? {} : { signal }) },
      part,
    );
    if (result.kind === 'failed') return result.why;
    renameSync(part, path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
