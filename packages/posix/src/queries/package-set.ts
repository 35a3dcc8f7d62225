import type { Answer, Query } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { noManager } from '../package-managers/manager.ts';
import { packageSetLibrary, setExpression } from '../package-managers/package-sets.ts';
import { packageKind, packageQuery } from './package.ts';
import { type PackageCandidateQuery, packageCandidateKind } from './package-candidate.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks which packages a name stands for that stands for several, and of each of them what the queries for one package ask. */
export type PackageSetQuery = {
  readonly kind: 'package-set';
  readonly name: string;
  /** `installed` leaves out what is not, and what could be installed. */
  readonly scope: 'installed' | 'available';
  /** As for a candidate: `*` looks up only what is not installed. */
  readonly unless: '*' | typeof noVersion;
  readonly release: string;
};

/** Matches no version. */
export const noVersion = '-';

/** The answer: the packages by their names; none for a name that stands for nothing by now. */
export type PackageSetValue = {
  readonly members: readonly PackageSetMember[];
  /** True when a change of this plan makes it so, whatever the packages are. */
  readonly settled?: true;
};

/** What a query for one package answers of it; the candidate is absent where it is not asked for. */
export type PackageSetMember = { readonly name: string; readonly installed: Answer; readonly candidate: Answer };

/** The names first, and then what is printed for all of them by the two kinds for one package. */
export const packageSetKind: QueryKind = {
  kind: 'package-set',
  batchSize: 1,
  library: shJoin(
    [
      packageSetLibrary,
      packageKind.library,
      packageCandidateKind.library,
      shRaw(
        String.raw`sp_package_set() {
  [ -n "$sp_manager" ] || return 127
  sp_members=$(sp_set_members "$1" "$2" "$3")
  printf '%s\n' "$sp_members"
  if [ -n "$sp_members" ]; then
    sp_rows_of $sp_members
    printf '#packages\n'
    sp_packages $sp_members
    [ "$3" = installed ] || sp_set_candidates "$4" "$5"
  fi
  printf '.\n'
}
sp_set_candidates() {
  printf '#candidates\n'
  sp_offered=no sp_release=$2 sp_pairs=$(printf '%s\n' "$sp_members" | sed "s/\$/ $1/")
  set -f
  sp_candidates "$sp_release" $sp_pairs
}
`.replaceAll('\\${', '${'),
      ),
    ],
    '',
  ),
  shared: packageRowsLibrary,
  before: () => shRaw('sp_find_manager'),
  section: (queries) =>
    shJoin(
      queries.map((query) => {
        const name = queryText(query, 'name');
        const words = ['scope', 'unless', 'release'].map((each) => queryText(query, each));
        return sh`sp_package_set ${[name, setExpression(name), ...words]}`;
      }),
      '\n',
    ),
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const text = output.toString('utf8');
    if (!text.endsWith('\n.\n')) return unreadable(queries, 'the packages that a name stands for');
    return queries.map((query) => answerFor(query, text.slice(0, -2)));
  },
};

function answerFor(query: Query, text: string): Answer {
  const [names = '', rest = ''] = text.split('#packages\n');
  const [packages = '', candidates] = rest.split('#candidates\n');
  const all = names.split('\n').filter((name) => name !== '');
  const installed = packageKind.parse(Buffer.from(packages), all.map(packageQuery), 0);
  const available = candidatesOf(query, all, candidates);
  const unknown = [...installed, ...available].find((answer) => answer.status === 'unknown');
  if (unknown !== undefined) return unknown;
  const members = all.map(
    (name, index): PackageSetMember => ({
      name,
      installed: installed[index] ?? { status: 'absent' },
      candidate: available[index] ?? { status: 'absent' },
    }),
  );
  const value: PackageSetValue = { members };
  return { status: 'found', value };
}

function candidatesOf(query: Query, names: readonly string[], text: string | undefined): readonly Answer[] {
  if (text === undefined) return [];
  const queries = names.map(
    (name): PackageCandidateQuery => ({
      kind: 'package-candidate',
      name,
      unless: queryText(query, 'unless'),
      release: queryText(query, 'release'),
    }),
  );
  return packageCandidateKind.parse(Buffer.from(text), queries, 0);
}
