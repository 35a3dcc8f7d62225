import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { managerOf, noManager, type PackageManagerName } from '../package-managers/manager.ts';
import { type PlainFacts, readPlainFacts } from '../package-managers/plain-rows.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks what dpkg knows of a package, by name or `name:architecture`. */
export type PackageQuery = { readonly kind: 'package'; readonly name: string };

/** The states of dpkg(1). */
export type PackageStatus =
  | 'not-installed'
  | 'config-files'
  | 'half-installed'
  | 'unpacked'
  | 'half-configured'
  | 'triggers-awaited'
  | 'triggers-pending'
  | 'installed';

/** The answer; absent when the package was never there and nothing that is installed provides it. */
export type PackageValue = {
  readonly status: PackageStatus;
  /** Debian version with epoch; empty when it is not installed, `pending` when a change of this plan will tell. */
  readonly version: string;
  readonly held: boolean;
  /** False when apt installed it only because another package needs it. */
  readonly manual: boolean;
  /** When its files were last replaced, as `modified` of a stat: UTC, or `pending` when a change of this plan does it. */
  readonly changed: string;
  /** Installed packages that provide the name without bearing it. */
  readonly providers: readonly string[];
  /** apt and dpkg do not remove it when they are only told to: the system could not work or start without it. */
  readonly essential: boolean;
};

export function packageQuery(name: string): PackageQuery {
  return { kind: 'package', name };
}

/**
 * One `dpkg-query` for all packages of all architectures, one more for what is provided when one of them is not installed, apt's list of automatic
 * installations, and the times of dpkg's file lists. Each line starts with its kind.
 */
export const packageKind: QueryKind = {
  kind: 'package',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_packages() {
  case $sp_manager in apt) ;; '') return 127;; *) printf 'manager|%s\n%s' "$sp_manager" "$sp_rows"; return 0;; esac
  printf 'arch|%s\n' "$sp_arch"
  [ $# -gt 0 ] || return 0
  printf '%s' "$sp_rows"
  sp_missing=
  for sp_name; do
    case $sp_here in *"$nl$sp_name:"*) ;; *) sp_missing=1;; esac
  done
  [ -z "$sp_missing" ] || dpkg-query -W -f 'provides|\${Package}|\${db:Status-Status}|\${Provides}\n' | sed '/|$/d; /|installed|/!d'
  sp_count=$#
  for sp_name; do set -- "$@" -e "Package: $sp_name"; done
  sp_packages_auto "$sp_count" "$@"
  sp_packages_changed "$sp_count" "$@"
}
sp_packages_auto() {
  shift "$1"
  shift
  grep -h -x -F -A2 "$@" /var/lib/apt/extended_states 2>/dev/null
}
sp_packages_changed() {
  sp_left=$1
  shift
  sp_dir=/var/lib/dpkg/info
  set +f
  while [ "$sp_left" -gt 0 ]; do
    set -- "$@" "$sp_dir/$1.list" "$sp_dir/$1":*.list
    shift
    sp_left=$((sp_left - 1))
  done
  while [ "$1" = -e ]; do shift 2; done
  TZ=UTC0 stat -c 'list|%y|%n' -- "$@" 2>/dev/null
  return 0
}
`.replaceAll('\\${', '${'),
  ),
  shared: packageRowsLibrary,
  before: (queries) => sh`sp_rows_of ${askedNames(queries)}`,
  section: (queries) => sh`sp_packages ${[...new Set(askedNames(queries).map(withoutArchitecture))]}`,
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const lines = output.toString('utf8').split('\n');
    const manager = managerOf(lines);
    if (manager !== 'apt') return plainAnswers(manager, queries, readPlainFacts(lines));
    const facts = readFacts(lines);
    if (facts.architecture === '') return unreadable(queries, 'the packages of the node');
    return queries.map((query) => answerFor(nameOf(query), facts));
  },
};

/** What a package manager other than apt told; it knows neither of configuration left behind nor of essential packages. */
function plainAnswers(
  manager: PackageManagerName,
  queries: readonly Query[],
  { rows, providers, locked }: PlainFacts,
): readonly Answer[] {
  return queries.map((query): Answer => {
    const name = nameAt(manager, nameOf(query));
    const row = rows.get(name);
    const provided = [...new Set(providers.get(name) ?? [])].sort();
    const held = locked.has(name);
    if (row === undefined && provided.length === 0 && !held) return { status: 'absent' };
    const value: PackageValue = {
      status: row === undefined ? 'not-installed' : row.isBroken ? 'half-installed' : 'installed',
      version: row?.version ?? '',
      held,
      manual: row?.manual ?? true,
      changed: row?.changed ?? '',
      providers: provided,
      essential: false,
    };
    return { status: 'found', value };
  });
}

/**
 * True for a name that a package of any manager can have, with or without an architecture, and for a name of what a package provides:
 * apk's word for a thing such as `so:libz.so.1`, a pattern of zypper, or what rpm knows too, as `isCapability` tells.
 */
export function isPackageWord(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9+._-]*(:[A-Za-z0-9][A-Za-z0-9+._-]*)?$/.test(name) || isCapability(name);
}

/** True for the path of a file, such as `/usr/bin/vi`, and for a word such as `perl(CPAN)`, by which rpm finds packages. */
export function isCapability(name: string): boolean {
  return /^(\/[A-Za-z0-9+._@-]+)+$|^[A-Za-z0-9][A-Za-z0-9+._-]*(\([A-Za-z0-9+._:/-]*\))+$/.test(name);
}

/** True for a pattern of zypper, which is what a package provides: `pattern:lamp_server`. */
export function isZypperPattern(name: string): boolean {
  return name.startsWith('pattern:');
}

/** True for a name that a package (Debian Policy 5.6.7), with or without an architecture; anything else apt takes for a pattern. */
export function isPackageName(name: string): boolean {
  return /^[a-z0-9][a-z0-9+.-]*(:[a-z0-9][a-z0-9-]*)?$/.test(name);
}

/** What the package manager is asked for: each name once. */
export function askedNames(queries: readonly Query[]): readonly string[] {
  return [...new Set(queries.map(nameOf).filter(isPackageWord))];
}

/** The name under which a manager other than apt tells of a package. Names of apk have no architecture. */
export function nameAt(manager: PackageManagerName, name: string): string {
  return manager === 'apk' || isZypperPattern(name) ? name : withoutArchitecture(name);
}

/** The name under which all architectures of a package are listed. */
export function withoutArchitecture(name: string): string {
  return isCapability(name) ? name : (name.split(':')[0] ?? name);
}

function nameOf(query: Query): string {
  return queryText(query, 'name');
}

type Row = { readonly version: string; readonly want: string; readonly status: string; readonly essential: boolean };

type PackageFacts = {
  readonly architecture: string;
  /** By `name:architecture`. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Provided name to the packages that provide it. */
  readonly providers: ReadonlyMap<string, readonly string[]>;
  /** `name:architecture` of automatic installations. */
  readonly automatic: ReadonlySet<string>;
  /** File name to the time of its last change. */
  readonly lists: ReadonlyMap<string, string>;
};

function readFacts(lines: readonly string[]): PackageFacts {
  const rows = new Map<string, Row>();
  const providers = new Map<string, string[]>();
  const lists = new Map<string, string>();
  let architecture = '';
  for (const line of lines) {
    const [kind, first = '', second = '', version = '', want = '', status = '', marks = ''] = line.split('|');
    if (kind === 'arch') architecture = first;
    else if (kind === 'row')
      rows.set(`${first}:${second}`, { version, want, status, essential: marks.includes('yes') });
    else if (kind === 'list') lists.set(second, first.replace(/ [+-]\d{4}$/, ''));
    else if (kind === 'provides') addProvided(providers, first, version);
  }
  return { architecture, rows, providers, lists, automatic: readAutomatic(lines) };
}

/** `Provides` is a list such as `awk, libfoo-dev (= 1.2)`. */
function addProvided(providers: Map<string, string[]>, provider: string, provides: string): void {
  for (const entry of provides.split(',')) {
    const name = entry.trim().split(/[ :]/)[0] ?? '';
    if (name !== provider) providers.set(name, [...(providers.get(name) ?? []), provider]);
  }
}

/** Reads stanzas of apt's `extended_states`: Package, Architecture, Auto-Installed. */
function readAutomatic(lines: readonly string[]): ReadonlySet<string> {
  const automatic = new Set<string>();
  let name = '';
  let architecture = '';
  for (const line of lines) {
    const [field, value = ''] = line.split(': ');
    if (field === 'Package') name = value;
    else if (field === 'Architecture') architecture = value;
    else if (field === 'Auto-Installed' && value === '1') automatic.add(`${name}:${architecture}`);
  }
  return automatic;
}

function answerFor(asked: string, facts: PackageFacts): Answer {
  const [name = '', architecture = facts.architecture] = asked.split(':');
  // A package for all architectures counts as one of the node's own.
  const keys = [`${name}:${architecture}`, ...(architecture === facts.architecture ? [`${name}:all`] : [])];
  const row = keys.map((key) => facts.rows.get(key)).find((each) => each !== undefined);
  const status = packageStatuses.find((each) => each === row?.status) ?? 'not-installed';
  const providers = [...(facts.providers.get(name) ?? [])].sort();
  if (status === 'not-installed' && providers.length === 0 && row?.want !== 'hold') return { status: 'absent' };
  const value: PackageValue = {
    status,
    version: status === 'not-installed' ? '' : (row?.version ?? ''),
    held: row?.want === 'hold',
    // apt notes packages for all architectures under the node's own.
    manual: !facts.automatic.has(`${name}:${architecture}`),
    changed: newestOf(facts.lists, [`${name}.list`, `${name}:${architecture}.list`]),
    providers,
    essential: row?.essential ?? false,
  };
  return { status: 'found', value };
}

function newestOf(lists: ReadonlyMap<string, string>, names: readonly string[]): string {
  return (
    names
      .map((name) => lists.get(`/var/lib/dpkg/info/${name}`) ?? '')
      .sort()
      .reverse()[0] ?? ''
  );
}

const packageStatuses: readonly PackageStatus[] = [
  'not-installed',
  'config-files',
  'half-installed',
  'unpacked',
  'half-configured',
  'triggers-awaited',
  'triggers-pending',
  'installed',
];
