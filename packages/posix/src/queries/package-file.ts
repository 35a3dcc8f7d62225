import type { Answer } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { noManager } from '../package-managers/manager.ts';
import { packageFileLibrary } from '../package-managers/package-file.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks which package a file of the node holds. */
export type PackageFileQuery = { readonly kind: 'package-file'; readonly path: string };

/** The answer; absent when there is no such file. */
export type PackageFileValue = {
  /** Empty when it is no package that the package manager of the node can read. */
  readonly name: string;
  /** With its epoch, as the package manager writes it. */
  readonly version: string;
};

/** Asks what package a file of the node holds. */
export function packageFileQuery(path: string): PackageFileQuery {
  return { kind: 'package-file', path };
}

/** The package manager of the node reads the head of each file. */
export const packageFileKind: QueryKind = {
  kind: 'package-file',
  batchSize: 50,
  library: shJoin(
    [
      packageFileLibrary,
      shRaw(
        String.raw`sp_package_files() {
  [ -n "$sp_manager" ] || return 127
  for sp_path; do
    if [ ! -e "$sp_path" ]; then echo absent
    elif [ ! -r "$sp_path" ]; then echo unreadable
    else printf 'is|%s\n' "$(sp_package_file "$sp_path")"; fi
  done
}
`,
      ),
    ],
    '',
  ),
  shared: packageRowsLibrary,
  before: () => shRaw('sp_find_manager'),
  section: (queries) => sh`sp_package_files ${queries.map((query) => queryText(query, 'path'))}`,
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const lines = output.toString('utf8').split('\n').slice(0, -1);
    if (lines.length !== queries.length) return unreadable(queries, 'the files of packages');
    return queries.map((query, index) => readLine(lines[index] ?? '', queryText(query, 'path')));
  },
};

function readLine(line: string, path: string): Answer {
  if (line === 'absent') return { status: 'absent' };
  const [, name = '', version = ''] = /^is\|(?:([^|]+)\|([^|]+))?$/.exec(line) ?? [];
  if (!line.startsWith('is|')) return { status: 'unknown', cause: { kind: 'denied', what: path } };
  const value: PackageFileValue = { name, version };
  return { status: 'found', value };
}
