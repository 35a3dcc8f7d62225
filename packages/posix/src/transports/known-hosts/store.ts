import { type BigIntStats, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type KnownHostLine, parseKnownHosts } from './parse.ts';

/** Reads known_hosts files; the same file is parsed once for all nodes of a run, and again when it has changed. */
export class KnownHostsStore {
  readonly #parsed = new Map<string, { readonly stamp: string; readonly lines: Promise<readonly KnownHostLine[]> }>();

  /** The lines of all files in their order; a file that does not exist or may not be read counts as empty, as in OpenSSH. */
  async read(files: readonly string[]): Promise<readonly KnownHostLine[]> {
    return (await Promise.all(files.map((file) => this.#readFile(file)))).flat();
  }

  async #readFile(file: string): Promise<readonly KnownHostLine[]> {
    const stats = statNow(file);
    if (stats === undefined) return [];
    const stamp = `${stats.mtimeNs}:${stats.size}:${stats.ino}`;
    const cached = this.#parsed.get(file);
    if (cached?.stamp === stamp) return cached.lines;
    const lines = readFile(file, 'utf8').then(
      (text) => parseKnownHosts(text, file),
      () => [],
    );
    this.#parsed.set(file, { stamp, lines });
    return lines;
  }
}

/** Asked for every node and file; the asynchronous form costs a hundred times the call itself. */
function statNow(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
