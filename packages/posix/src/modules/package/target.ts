import type { PackageDeclared, PackageState } from './declared.ts';
import { staleReason } from './manager-state.ts';
import { isPattern, matchesVersion } from './wanted-version.ts';

/** The version that the declaration comes to on a node. */
export type Target =
  /** What is installed is good as it is. */
  | { readonly kind: 'installed' }
  | { readonly kind: 'version'; readonly version: string }
  /** No package bears the name, and one provides it. */
  | { readonly kind: 'provider'; readonly name: string }
  /** Only the refreshed package lists can tell. */
  | { readonly kind: 'unknown' };

/** The version to install for a package that is declared present or latest. */
export function targetOf(declared: PackageDeclared, state: PackageState): Target {
  const { installed } = state;
  if (installed === null) return isProvided(state) ? { kind: 'installed' } : available(declared, state);
  if (installed.version === 'pending') return { kind: 'installed' };
  if (declared.version !== null && matchesVersion(declared.version, installed.version, state.manager))
    return { kind: 'installed' };
  if (declared.version === null && declared.state === 'present' && declared.file === null) return { kind: 'installed' };
  const target = available(declared, state);
  return target.kind === 'version' && target.version === installed.version ? { kind: 'installed' } : target;
}

/** True when an installed package stands for a name that no package bears. */
export function isProvided(state: PackageState): boolean {
  return state.providers.length > 0 && state.candidate === null;
}

function available(declared: PackageDeclared, state: PackageState): Target {
  const { version } = declared;
  if (version !== null && !isPattern(version)) return { kind: 'version', version };
  if (declared.file !== null)
    return state.candidate === null ? { kind: 'unknown' } : { kind: 'version', version: state.candidate };
  if (state.lists !== 'read' || state.awaits !== undefined) return { kind: 'unknown' };
  const [offer] = state.offers;
  if (version === null && state.candidate === null && offer !== undefined && state.offers.length === 1) {
    return { kind: 'provider', name: offer };
  }
  const found =
    version === null ? state.candidate : state.versions.find((each) => matchesVersion(version, each, state.manager));
  return found === null || found === undefined ? { kind: 'unknown' } : { kind: 'version', version: found };
}

/** Why the package lists must be refreshed before the target can be installed; undefined when they need not be. */
export function refreshReason(declared: PackageDeclared, state: PackageState): string | undefined {
  // What a file needs may come from the repositories; a node that reaches none of them can still do without.
  if (declared.file !== null && declared.cacheValidTimeSeconds === null) return undefined;
  const stale = staleReason(state.lists, declared.cacheValidTimeSeconds);
  if (stale !== undefined || state.lists === 'pending') return stale;
  return state.awaits === undefined && declared.file === null ? missingFromLists(declared, state) : undefined;
}

/** How many versions a reason names. */
const shownVersions = 5;

function missingFromLists({ name, version }: PackageDeclared, state: PackageState): string | undefined {
  if (state.offers.length > 0 && version === null) return undefined;
  if (state.versions.length === 0)
    return `the package lists of the node do not have ${name}${alternative(name, state)}`;
  if (version === null || state.versions.some((each) => matchesVersion(version, each, state.manager))) return undefined;
  const some = state.versions.slice(0, shownVersions).join(', ');
  const more = state.versions.length > shownVersions ? ', …' : '';
  return `the package lists of the node have no version ${version} of ${name}, only ${some}${more}`;
}

/** What may have been meant by a name that the lists do not know. */
function alternative(name: string, { near }: PackageState): string {
  if (near === '') return '';
  const architecture = /:.*/.exec(name)?.[0].slice(1);
  return architecture !== undefined && name === `${near}:${architecture}`
    ? `; they have ${near}: does \`dpkg --print-foreign-architectures\` of the node list ${architecture}?`
    : `; did you mean ${near}?`;
}
