import type { Answer, Query } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { isPackageName } from './package.ts';
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

/** The answer; absent when the lists do not know the name at all. */
export type PackageCandidateValue = {
  readonly looked: boolean;
  /** The version apt would choose; empty for a name that no package bears, `pending` when a change of this plan will tell. */
  readonly candidate: string;
  /** Every version in the lists, highest first. */
  readonly versions: readonly string[];
  /** Packages in the lists that provide the name, when no package bears it. */
  readonly providers: readonly string[];
};

/** One `apt-cache policy` per release for the names that are to be looked up, and `showpkg` when a name is a virtual one. */
export const packageCandidateKind: QueryKind = {
  kind: 'package-candidate',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_candidates() {
  sp_has apt-cache || return 127
  sp_release=$1
  shift
  printf '#release %s\n' "$sp_release"
  sp_left=$#
  while [ "$sp_left" -gt 0 ]; do
    sp_name=$1 sp_unless=$2 sp_version=
    shift 2
    sp_left=$((sp_left - 2))
    case $sp_here in *"\${nl}installed|\${sp_name%%:*}|"*)
      sp_version=\${sp_here#*"\${nl}installed|\${sp_name%%:*}|"}
      sp_version=\${sp_version%%"$nl"*};;
    esac
    case $sp_version in
      '') set -- "$@" "$sp_name";;
      $sp_unless) printf '#skip %s %s\n' "$sp_name" "$sp_unless";;
      *) set -- "$@" "$sp_name";;
    esac
  done
  [ $# -gt 0 ] || return 0
  if [ -z "$sp_release" ]; then sp_policy=$(apt-cache policy -- "$@" 2>/dev/null)
  else
    sp_policy=$(apt-cache -o "APT::Default-Release=$sp_release" policy -- "$@" 2>/dev/null) || sp_policy=$(apt-cache policy -- "$@" 2>/dev/null)
  fi
  printf '%s\n' "$sp_policy"
  case $sp_policy in *'Candidate: (none)'*)
    printf '#providers\n'
    apt-cache showpkg -- "$@" 2>/dev/null | sed -n -e '/^Package: /p' -e '/^Reverse Provides:/,/^Package: /p';;
  esac
}
sp_installed() { [ $# -eq 0 ] || dpkg-query -W -f '\${db:Status-Status}|\${Package}|\${Version}\n' -- "$@" 2>/dev/null; }
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => {
    const byRelease = Map.groupBy(
      queries.filter((query) => isPackageName(nameOf(query))),
      releaseOf,
    );
    const calls = [...byRelease].map(
      ([release, group]) =>
        sh`sp_candidates ${release} ${group.flatMap((query) => [nameOf(query), queryText(query, 'unless')])}`,
    );
    return shJoin([installedRows(queries), ...calls], '\n');
  },
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, 'the node has no `apt-cache`');
    const releases = readReleases(output.toString('utf8').split('\n'));
    return queries.map((query) => answerFor(query, releases.get(releaseOf(query))));
  },
};

function installedRows(queries: readonly Query[]): ShellText {
  return sh`sp_here=$nl$(sp_installed ${[...new Set(queries.map(nameOf).filter(isPackageName))]})$nl`;
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
  /** `name unless` of what was not looked up. */
  readonly skipped: Set<string>;
  readonly policies: Map<string, Policy>;
  /** Virtual name to the packages that provide it. */
  readonly providers: Map<string, string[]>;
};

/** A line is read by how it begins; `name` is the package whose lines follow. */
type Reader = { readonly facts: ReleaseFacts; readonly name: string; readonly inProviders: boolean };

function readReleases(lines: readonly string[]): ReadonlyMap<string, ReleaseFacts> {
  const releases = new Map<string, ReleaseFacts>();
  let reader: Reader = startReader();
  for (const line of lines) {
    if (line.startsWith('#release ')) {
      reader = startReader();
      releases.set(line.slice(9), reader.facts);
    } else if (line.startsWith('#skip ')) reader.facts.skipped.add(line.slice(6));
    else if (line === '#providers') reader = { ...reader, inProviders: true };
    else reader = reader.inProviders ? readProviderLine(line, reader) : readPolicyLine(line, reader);
  }
  return releases;
}

function startReader(): Reader {
  return { facts: { skipped: new Set(), policies: new Map(), providers: new Map() }, name: '', inProviders: false };
}

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

function answerFor(query: Query, facts: ReleaseFacts | undefined): Answer {
  const name = nameOf(query);
  if (!isPackageName(name)) return { status: 'absent' };
  if (facts === undefined)
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the output of `apt-cache`' } };
  if (facts.skipped.has(`${name} ${queryText(query, 'unless')}`)) return { status: 'found', value: notLookedUp };
  const plainName = name.split(':')[0] ?? name;
  // apt prints no architecture for the node's own.
  const policy = facts.policies.get(name) ?? facts.policies.get(plainName);
  if (policy === undefined) return { status: 'absent' };
  const providers = policy.candidate === '' ? [...new Set(facts.providers.get(plainName) ?? [])].sort() : [];
  if (policy.candidate === '' && policy.versions.length === 0 && providers.length === 0) return { status: 'absent' };
  const value: PackageCandidateValue = {
    looked: true,
    candidate: policy.candidate,
    versions: [...new Set(policy.versions)],
    providers,
  };
  return { status: 'found', value };
}

/** The answer for a package whose installed version is good as it is. */
export const notLookedUp: PackageCandidateValue = { looked: false, candidate: '', versions: [], providers: [] };
