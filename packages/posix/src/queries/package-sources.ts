import type { Answer } from '@setpoint/model';
import { shRaw } from '@setpoint/sdk';
import { parseSources, type SourceEntry } from '../package-sources/source-entry.ts';
import { type QueryKind, unreadable } from './query-kind.ts';

/** Asks where apt, dnf or zypper takes packages from, in whatever file and form it is told. */
export type PackageSourcesQuery = { readonly kind: 'package-sources' };

/** The answer: entries that are in force; absent where there is none of them. */
export type PackageSourcesValue = { readonly entries: readonly SourceEntry[] };

export const packageSourcesQuery: PackageSourcesQuery = { kind: 'package-sources' };

/** One `grep` prints all files with their names; a file whose name holds a colon or a line end is not read. */
export const packageSourcesKind: QueryKind = {
  kind: 'package-sources',
  batchSize: 1,
  library: shRaw(String.raw`sp_package_sources() {
  sp_has apt-get || [ -d /etc/yum.repos.d ] || [ -d /etc/zypp/repos.d ] || return 127
  set +f
  grep -H -s '' /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources /etc/yum.repos.d/*.repo /etc/zypp/repos.d/*.repo </dev/null
  set -f
  return 0
}
`),
  section: () => shRaw('sp_package_sources'),
  parse: (output, queries, code) => {
    if (code === 127) return queries.map((): Answer => ({ status: 'absent' }));
    if (code !== 0) return unreadable(queries, 'the package sources of the node');
    const entries = readEntries(output.toString('utf8'));
    const value = { entries: entries.map((entry) => ({ ...entry })) };
    return queries.map((): Answer => ({ status: 'found', value }));
  },
};

function readEntries(text: string): readonly SourceEntry[] {
  const files = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (!/^\/etc\/(apt|yum\.repos\.d|zypp)\//.test(line) || colon < 0) continue;
    const file = line.slice(0, colon);
    files.set(file, `${files.get(file) ?? ''}${line.slice(colon + 1)}\n`);
  }
  return [...files].flatMap(([file, content]) => parseSources(file, content));
}
