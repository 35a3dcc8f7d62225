import { type Answer, nearestName, type Query } from '@setpoint/model';
import { sh, shJoin, shRaw } from '@setpoint/sdk';
import { managerOf, noManager, type PackageManagerName } from '../package-managers/manager.ts';
import { readPlainCandidates, readPlainOffers } from '../package-managers/plain-rows.ts';
import { askedNames, isPackageName, isPackageWord, nameAt, withoutArchitecture } from './package.ts';
import { packageRowsLibrary } from './package-rows.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/**
 * Asks what apt could install, from the package lists the node has. It is not looked up (`looked: false`) when the installed
 * version matches `unless`, a shell pattern: `*` for any version, empty for none.
 */
export type PackageCandidateQuery = {
  readonly kind: 'package-candidate';
  readonly name: string;
  readonly unless: string;
  /** Release that is preferred, as for `apt-get -t`; empty for the node's own preference. */
  readonly release: string;
};

/** The answer; absent when the lists do not know the name at all, nor one that is much like it. */
export type PackageCandidateValue = {
  readonly looked: boolean;
  /** The version apt would choose; empty for a name that no package bears, `pending` when a change of this plan will tell. */
  readonly candidate: string;
  /** Every version in the lists, highest first. */
  readonly versions: readonly string[];
  /** Packages in the lists that provide the name, when no package bears it. */
  readonly providers: readonly string[];
  /** Architectures that have the package, when the one that was asked for has none. */
  readonly architectures: readonly string[];
  /** The name in the lists that is most like one that they do not know, or `@NAME` for a group of pacman; empty when there is none. */
  readonly near: string;
};

/**
 * One `apt-cache policy` per release for the names that are to be looked up, `showpkg` when a name is a virtual one, and the names
 * that begin like one that is not known.
 */
export const packageCandidateKind: QueryKind = {
  kind: 'package-candidate',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_candidates() {
  case $sp_manager in apt) sp_has apt-cache || return 127;; '') return 127;; *) sp_plain_candidates "$@"; return;; esac
  sp_release=$1 sp_all=
  shift
  printf '#release %s\n#own %s\n' "$sp_release" "$sp_arch"
  sp_left=$#
  while [ "$sp_left" -gt 0 ]; do
    sp_name=$1 sp_unless=$2
    shift 2
    sp_left=$((sp_left - 2))
    sp_version_of "$sp_name"
    case $sp_version in
      '') set -- "$@" "$sp_name";;
      $sp_unless) printf '#skip %s %s\n' "$sp_name" "$sp_unless";;
      *) set -- "$@" "$sp_name";;
    esac
  done
  [ $# -gt 0 ] || return 0
  if [ -z "$sp_release" ]; then sp_policy=$(sp_apt_cache policy -- "$@")
  else
    sp_policy=$(sp_apt_cache -o "APT::Default-Release=$sp_release" policy -- "$@") || sp_policy=$(sp_apt_cache policy -- "$@")
  fi
  printf '%s\n' "$sp_policy"
  case $sp_policy in *'Candidate: (none)'*)
    printf '#providers\n'
    sp_apt_cache showpkg -- "$@" | sed -n -e '/^Package: /p' -e '/^Reverse Provides:/,/^Package: /p';;
  esac
  for sp_name; do
    case $nl$sp_policy in
      *"$nl$sp_name:$nl"*|*"$nl\${sp_name%:"$sp_arch"}:$nl"*) ;;
      *) printf '#near %s\n' "$sp_name"; sp_names_like "\${sp_name%%:*}";;
    esac
  done
}
sp_plain_candidates() {
  printf 'manager|%s\n' "$sp_manager"
  sp_release=$1
  shift
  sp_left=$#
  while [ "$sp_left" -gt 0 ]; do
    sp_name_there "$1"
    if [ "$sp_manager" != pacman ] && sp_plain_is_good "$sp_name" "$2"; then printf 'skip|%s|%s\n' "$1" "$2"
    else set -- "$@" "$sp_name"; fi
    shift 2
    sp_left=$((sp_left - 2))
  done
  [ $# -gt 0 ] || return 0
  case $sp_manager in
    pacman) sp_pacman_candidates "$@";;
    apk) sp_apk_candidates "$sp_release" "$@";;
    *) sp_rpm_candidates "$@";;
  esac
}
sp_plain_is_good() {
  sp_version=$nl$sp_rows
  case $sp_version in *"$nl"pkg"|$1|"*) ;; *) return 1;; esac
  sp_version=\${sp_version#*"$nl"pkg"|$1|"}
  sp_version=\${sp_version#*|}
  sp_version=\${sp_version%%|*}
  for sp_each in "$sp_version" "\${sp_version#*:}" "\${sp_version%-*}"; do
    case $sp_each in $2) return 0;; esac
  done
  sp_each=\${sp_version%-*}
  case \${sp_each#*:} in $2) return 0;; *) return 1;; esac
}
sp_version_of() {
  sp_version=
  case $1 in
    *:"$sp_arch") set -- "$1" "\${1%:*}:all";;
    *:*) set -- "$1";;
    *) set -- "$1:$sp_arch" "$1:all";;
  esac
  for sp_each; do
    case $sp_here in *"$nl$sp_each|"*)
      sp_version=\${sp_here#*"$nl$sp_each|"}
      sp_version=\${sp_version%%"$nl"*}
      return;;
    esac
  done
}
sp_names_like() {
  sp_start=$1 sp_size=\${#1}
  while [ "\${#sp_start}" -gt $((sp_size / 3 + 1)) ]; do sp_start=\${sp_start%?}; done
  sp_all=\${sp_all:-$(sp_apt_cache pkgnames)}
  printf '%s\n' "$sp_all" | awk -v start="$sp_start" -v size="$sp_size" 'index($0, start) == 1 && length($0) >= size - 2 && length($0) <= size + 2'
}
sp_apt_cache() { sp_read_apt apt-cache "$@"; }
`.replaceAll('\\${', '${'),
  ),
  shared: packageRowsLibrary,
  before: (queries) => sh`sp_rows_of ${askedNames(queries)}`,
  section: (queries) => {
    const byRelease = Map.groupBy(
      queries.filter((query) => isPackageWord(nameOf(query))),
      releaseOf,
    );
    const calls = [...byRelease].map(
      ([release, group]) =>
        sh`sp_candidates ${release} ${group.flatMap((query) => [nameOf(query), queryText(query, 'unless')])}`,
    );
    return shJoin(calls, '\n');
  },
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, noManager);
    const lines = output.toString('utf8').split('\n');
    const manager = managerOf(lines);
    if (manager !== 'apt') return plainAnswers(manager, lines, queries);
    const releases = readReleases(lines);
    return queries.map((query) => answerFor(query, releases.get(releaseOf(query))));
  },
};

/** Of a manager other than apt: the versions that its repositories have. */
function plainAnswers(
  manager: PackageManagerName,
  lines: readonly string[],
  queries: readonly Query[],
): readonly Answer[] {
  const skipped = new Set(lines.filter((line) => line.startsWith('skip|')));
  const candidates = readPlainCandidates(manager, lines);
  const offers = readPlainOffers(lines);
  const groups = new Set(lines.filter((line) => line.startsWith('group|')).map((line) => line.slice(6)));
  return queries.map((query): Answer => {
    if (skipped.has(`skip|${nameOf(query)}|${queryText(query, 'unless')}`))
      return { status: 'found', value: notLookedUp };
    const name = nameAt(manager, nameOf(query));
    const versions = candidates.get(name) ?? [];
    const providers = versions.length === 0 ? (offers.get(name) ?? []) : [];
    if (groups.has(name)) return { status: 'found', value: { ...notLookedUp, looked: true, near: `@${name}` } };
    if (versions.length === 0 && providers.length === 0) return { status: 'absent' };
    return {
      status: 'found',
      value: { ...notLookedUp, looked: true, candidate: versions[0] ?? '', versions, providers },
    };
  });
}

function nameOf(query: Query): string {
  return queryText(query, 'name');
}

function releaseOf(query: Query): string {
  return queryText(query, 'release');
}

type Policy = { readonly candidate: string; readonly versions: string[] };

/** What was printed for one release. */
type ReleaseFacts = {
  /** The node's own architecture. */
  architecture: string;
  /** Unknown name to the names that begin like it. */
  readonly near: Map<string, string[]>;
  /** `name unless` of what was not looked up. */
  readonly skipped: Set<string>;
  readonly policies: Map<string, Policy>;
  /** Virtual name to the packages that provide it. */
  readonly providers: Map<string, string[]>;
};

/** A line is read by how it begins; `name` is the package whose lines follow. */
type Reader = {
  readonly facts: ReleaseFacts;
  readonly name: string;
  readonly part: 'policies' | 'providers' | 'near';
};

function readReleases(lines: readonly string[]): ReadonlyMap<string, ReleaseFacts> {
  const releases = new Map<string, ReleaseFacts>();
  let reader: Reader = startReader();
  for (const line of lines) {
    if (line.startsWith('#release ')) {
      reader = startReader();
      releases.set(line.slice(9), reader.facts);
    } else if (line.startsWith('#own ')) reader.facts.architecture = line.slice(5);
    else if (line.startsWith('#skip ')) reader.facts.skipped.add(line.slice(6));
    else if (line === '#providers') reader = { ...reader, part: 'providers' };
    else if (line.startsWith('#near ')) reader = { ...reader, part: 'near', name: line.slice(6) };
    else reader = readers[reader.part](line, reader);
  }
  return releases;
}

function startReader(): Reader {
  const facts: ReleaseFacts = {
    architecture: '',
    skipped: new Set(),
    policies: new Map(),
    providers: new Map(),
    near: new Map(),
  };
  return { facts, name: '', part: 'policies' };
}

const readers: Readonly<Record<Reader['part'], (line: string, reader: Reader) => Reader>> = {
  policies: readPolicyLine,
  providers: readProviderLine,
  near: readNearLine,
};

/** apt-cache(8), `policy`: the name at the margin, its candidate, and its versions with five characters before each. */
function readPolicyLine(line: string, reader: Reader): Reader {
  const { policies } = reader.facts;
  const heading = /^(\S+):$/.exec(line);
  if (heading !== null) {
    const name = heading[1] ?? '';
    policies.set(name, { candidate: '', versions: [] });
    return { ...reader, name };
  }
  const policy = policies.get(reader.name);
  const candidate = /^ {2}Candidate: (\S+)$/.exec(line)?.[1];
  if (policy !== undefined && candidate !== undefined && candidate !== '(none)')
    policies.set(reader.name, { ...policy, candidate });
  const version = /^ (?:\*{3}| {3}) (\S+) -?\d+/.exec(line)?.[1];
  if (version !== undefined) policy?.versions.push(version);
  return reader;
}

/** The lines `provider version (= provided)` after the heading `Reverse Provides:`. */
function readProviderLine(line: string, reader: Reader): Reader {
  const name = /^Package: (\S+)$/.exec(line)?.[1];
  if (name !== undefined) return { ...reader, name };
  const provider = /^([a-z0-9][^\s:]*)(?::\S+)? \S+ \(=/.exec(line)?.[1];
  if (provider === undefined) return reader;
  const { providers } = reader.facts;
  providers.set(reader.name, [...(providers.get(reader.name) ?? []), provider]);
  return reader;
}

function readNearLine(line: string, reader: Reader): Reader {
  const { near } = reader.facts;
  if (isPackageName(line)) near.set(reader.name, [...(near.get(reader.name) ?? []), line]);
  return reader;
}

function answerFor(query: Query, facts: ReleaseFacts | undefined): Answer {
  const name = nameOf(query);
  if (!isPackageName(name)) return { status: 'absent' };
  if (facts === undefined)
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the output of `apt-cache`' } };
  if (facts.skipped.has(`${name} ${queryText(query, 'unless')}`)) return { status: 'found', value: notLookedUp };
  const plainName = withoutArchitecture(name);
  // apt prints no architecture for the node's own.
  const policy = facts.policies.get(name.endsWith(`:${facts.architecture}`) ? plainName : name);
  const value = policy === undefined ? unknownName(name, facts) : toValue(plainName, policy, facts);
  return value === undefined ? { status: 'absent' } : { status: 'found', value };
}

function toValue(name: string, policy: Policy, { providers }: ReleaseFacts): PackageCandidateValue | undefined {
  const names = policy.candidate === '' ? [...new Set(providers.get(name) ?? [])].sort() : [];
  if (policy.candidate === '' && policy.versions.length === 0 && names.length === 0) return undefined;
  const versions = [...new Set(policy.versions)];
  return { looked: true, candidate: policy.candidate, versions, providers: names, architectures: [], near: '' };
}

/** apt prints what it has of another architecture under `name:architecture`. */
function unknownName(name: string, facts: ReleaseFacts): PackageCandidateValue | undefined {
  const architectures = [...facts.policies.keys()]
    .filter((key) => key.startsWith(`${name}:`))
    .map((key) => key.slice(name.length + 1));
  const near =
    architectures.length > 0 ? undefined : nearestName(withoutArchitecture(name), facts.near.get(name) ?? []);
  if (architectures.length === 0 && near === undefined) return undefined;
  return { looked: true, candidate: '', versions: [], providers: [], architectures, near: near ?? '' };
}

/** The answer for a package whose installed version is good as it is. */
export const notLookedUp: PackageCandidateValue = {
  looked: false,
  candidate: '',
  versions: [],
  providers: [],
  architectures: [],
  near: '',
};
