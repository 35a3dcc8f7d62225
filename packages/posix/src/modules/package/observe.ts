import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  formatAddress,
  type Observed,
  type Queries,
  type UnknownCause,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { compareVersions } from '../../package-managers/versions.ts';
import {
  isCapability,
  isPackageName,
  isZypperPattern,
  type PackageValue,
  packageQuery,
} from '../../queries/package.ts';
import type { PackageCandidateQuery, PackageCandidateValue } from '../../queries/package-candidate.ts';
import { type PackageFileValue, packageFileQuery } from '../../queries/package-file.ts';
import { type PackageManagerValue, packageManagerQuery } from '../../queries/package-manager.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import type { PackageDeclared, PackageState } from './declared.ts';
import { diffPackage } from './diff.ts';
import { fileProblems } from './local-file.ts';
import { interruptedProblems, listsState } from './manager-state.ts';
import { unsupported } from './managers/words.ts';
import { isProvided, targetOf } from './target.ts';
import { isPattern, isRange } from './wanted-version.ts';

/** What a package needs to know: what dpkg has, what apt could install, and whether both can work. */
export function packageQueries(declared: PackageDeclared): Queries {
  const installed = packageQuery(declared.name);
  if (declared.state === 'absent' || declared.state === 'purged') return { installed, manager: packageManagerQuery };
  if (declared.file?.kind === 'project') return { installed, manager: packageManagerQuery };
  if (declared.file?.kind === 'node') {
    const { path } = declared.file;
    return { installed, file: packageFileQuery(path), stat: statQuery(path), manager: packageManagerQuery };
  }
  const candidate: PackageCandidateQuery = {
    kind: 'package-candidate',
    name: declared.name,
    unless: declared.state === 'latest' || isRange(declared.version ?? '') ? '' : (declared.version ?? '*'),
    release: declared.options.defaultRelease ?? '',
  };
  return { installed, candidate, manager: packageManagerQuery };
}

/** What the answers come to, and why the change is impossible as declared if it is. */
export function observePackage(declared: PackageDeclared, answers: Answers): TypedObservation<PackageState> {
  for (const [name, answer] of Object.entries(answers)) {
    const isAwaited = (name === 'candidate' || name === 'file') && awaitedBy(answer) !== undefined;
    if (answer.status === 'unknown' && !isAwaited)
      return { observed: { kind: 'unknown', cause: answer.cause }, problems: [] };
  }
  const state = toState(declared, answers);
  const observed: Observed<PackageState> = { kind: 'present', state };
  if (diffPackage(declared, observed).length === 0) return { observed, problems: providedProblems(declared, state) };
  return {
    observed,
    problems: [
      ...nameProblems(declared, state),
      ...unsupportedProblems(declared, state),
      ...fileProblems(declared, { manager: state.manager, found: foundFile(declared, answers) }),
      ...interruptedProblems(foundValue<PackageManagerValue>(answers['manager'])),
      ...providerProblems(declared, state),
      ...architectureProblems(declared, state),
      ...changeProblems(declared, state),
    ],
  };
}

/** Why a package that is there must not be changed so. */
export function changeProblems(declared: PackageDeclared, state: PackageState): readonly Diagnostic[] {
  return [
    ...essentialProblems(declared, state),
    ...downgradeProblems(declared, state),
    ...holdProblems(declared, state),
  ];
}

/** Why what apt could install is known only after an earlier change of the plan, such as a repository that it adds. */
export function awaitedBy(candidate: Answer | undefined): UnknownCause | undefined {
  return candidate?.status === 'unknown' && candidate.cause.kind === 'after' ? candidate.cause : undefined;
}

/** What the node says of the file; undefined when it is not asked, or a change of this plan brings the file first. */
function foundFile({ file }: PackageDeclared, answers: Answers): PackageFileValue | 'absent' | undefined {
  if (file?.kind !== 'node' || awaitedFile(file.path, answers) !== undefined) return undefined;
  return foundValue<PackageFileValue>(answers['file']) ?? 'absent';
}

/** Why only a change of this plan can tell what the file holds: it puts the file there, or another in its place. */
function awaitedFile(path: string, answers: Answers): UnknownCause | undefined {
  const awaited = awaitedBy(answers['file']);
  if (awaited !== undefined) return awaited;
  const stat = foundValue<StatValue>(answers['stat']);
  const isBrought = stat !== undefined && (answers['file']?.status === 'absent' || stat.modified === 'pending');
  return isBrought ? { kind: 'after', address: formatAddress('file', path) } : undefined;
}

/** What a declaration whose package comes from a file has in the place of package lists. */
function fileState(declared: PackageDeclared, answers: Answers): Pick<PackageState, 'candidate' | 'awaits'> {
  const { file, version } = declared;
  if (file?.kind !== 'node') return { candidate: version };
  const awaits = awaitedFile(file.path, answers);
  const found = foundFile(declared, answers);
  const candidate = typeof found === 'object' && found.version !== '' ? found.version : null;
  return { candidate, ...(awaits === undefined ? {} : { awaits }) };
}

/** What the answers say of one package. */
export function toState(declared: PackageDeclared, answers: Answers): PackageState {
  const candidate = foundValue<PackageCandidateValue>(answers['candidate']);
  const awaits = awaitedBy(answers['candidate']);
  const manager = foundValue<PackageManagerValue>(answers['manager']);
  return {
    manager: manager?.manager ?? 'apt',
    ...installedState(foundValue<PackageValue>(answers['installed'])),
    candidate: candidate === undefined || candidate.candidate === '' ? null : candidate.candidate,
    versions: candidate?.versions ?? [],
    offers: candidate?.providers ?? [],
    architectures: candidate?.architectures ?? [],
    near: candidate?.near ?? '',
    lists: listsState(manager, declared.cacheValidTimeSeconds),
    ...(awaits === undefined ? {} : { awaits }),
    ...(declared.file === null ? {} : fileState(declared, answers)),
  };
}

function installedState(
  found: PackageValue | undefined,
): Pick<PackageState, 'installed' | 'incomplete' | 'held' | 'providers' | 'essential'> {
  if (found === undefined) return { installed: null, incomplete: null, held: false, providers: [], essential: false };
  const { status, version, manual, held, providers, essential } = found;
  const isThere = status !== 'not-installed' && status !== 'config-files';
  const isSettled = status === 'installed' || status === 'not-installed' || status.startsWith('triggers');
  return {
    installed: isThere ? { version, manual } : null,
    incomplete: isSettled ? null : status,
    held,
    providers,
    essential,
  };
}

/** A name that is only provided cannot be removed under that name. */
function providedProblems({ name, state }: PackageDeclared, found: PackageState): readonly Diagnostic[] {
  if ((state !== 'absent' && state !== 'purged') || found.installed !== null || !isProvided(found)) return [];
  const [provider = name] = found.providers;
  return [
    errorDiagnostic('SP603', {
      detail: `No package of the name ${name} is installed, but ${found.providers.join(', ')} provides it.`,
      hint: `declare \`package: ${provider}\` with \`state: ${state}\` instead`,
    }),
  ];
}

function nameProblems({ name }: PackageDeclared, { manager, near }: PackageState): readonly Diagnostic[] {
  if (near === `@${name}`) {
    const detail = `${name} is a group of packages, not a package.`;
    return [errorDiagnostic('SP604', { detail, hint: `declare \`package: '${near}'\` for the packages of the group` })];
  }
  if (isCapability(name) && manager !== 'dnf' && manager !== 'zypper') {
    const detail = `Only dnf and zypper find a package by what it holds, such as ${name}; the node keeps its packages with ${manager}.`;
    return [errorDiagnostic('SP604', { detail, hint: 'declare the package by its name' })];
  }
  if (isZypperPattern(name) && manager !== 'zypper') {
    const detail = `Only zypper knows patterns such as ${name}; the node keeps its packages with ${manager}.`;
    return [errorDiagnostic('SP604', { detail, hint: 'declare the packages by their names' })];
  }
  if (manager !== 'apt' || isPackageName(name)) return [];
  return [
    errorDiagnostic('SP604', {
      detail: `No package of Debian has the name ${name}: capital letters and underscores are for other systems.`,
      hint: 'write the name as `apt-cache search` prints it',
    }),
  ];
}

/** What the package manager of the node cannot do of what is declared. */
export function unsupportedProblems(
  declared: PackageDeclared,
  { manager }: Pick<PackageState, 'manager'>,
): readonly Diagnostic[] {
  return unsupported(manager, declared).map(({ property, why }) =>
    errorDiagnostic('SP683', {
      detail: `The node keeps its packages with ${manager}, which cannot do what \`${property}\` of ${declared.name} asks for: ${why}.`,
      hint: `remove ${property} for this node`,
    }),
  );
}

function providerProblems({ name, version }: PackageDeclared, { offers }: PackageState): readonly Diagnostic[] {
  if (offers.length < 2 && (offers.length === 0 || version === null)) return [];
  const which = offers.length === 1 ? `${offers[0]} provides it` : `${offers.join(', ')} provide it`;
  const why = version === null ? 'none of them is installed' : 'only a package has versions';
  return [
    errorDiagnostic('SP604', {
      detail: `${name} is not a package: ${which}, and ${why}.`,
      hint: `declare one of them, such as \`package: ${offers[0] ?? ''}\``,
    }),
  ];
}

function architectureProblems({ name }: PackageDeclared, { architectures }: PackageState): readonly Diagnostic[] {
  const [architecture] = architectures;
  if (architecture === undefined) return [];
  return [
    errorDiagnostic('SP604', {
      detail: `The package lists have ${name} for ${architectures.join(', ')} only, not for the architecture of the node.`,
      hint: `declare \`package: ${name}:${architecture}\` if that is what you mean`,
    }),
  ];
}

function essentialProblems({ name, state }: PackageDeclared, { essential }: PackageState): readonly Diagnostic[] {
  if (!essential || (state !== 'absent' && state !== 'purged')) return [];
  const detail = `${name} is essential on the node: Debian marks it so because the system cannot work or start without it.`;
  return [errorDiagnostic('SP634', { detail, hint: `remove \`state: ${state}\`` })];
}

function downgradeProblems(declared: PackageDeclared, state: PackageState): readonly Diagnostic[] {
  if (declared.options.allowDowngrade || state.installed === null) return [];
  if (declared.version === null && declared.file === null) return [];
  const target = targetOf(declared, state);
  if (target.kind !== 'version' || isPattern(target.version)) return [];
  if (compareVersions(state.manager, target.version, state.installed.version) >= 0) return [];
  return [
    errorDiagnostic('SP631', {
      detail: `${declared.name} ${state.installed.version} is installed, which is newer than ${target.version}.`,
      hint: 'add `allow_downgrade: true` to go back',
    }),
  ];
}

function holdProblems(declared: PackageDeclared, state: PackageState): readonly Diagnostic[] {
  if (!state.held || declared.hold === false || declared.options.allowChangeHeld) return [];
  const edits = diffPackage(declared, { kind: 'present', state });
  if (!edits.some((edit) => edit.path === 'version' || edit.path === 'state')) return [];
  return [
    errorDiagnostic('SP632', {
      detail: `${declared.name} is on hold, so that its version stays ${state.installed?.version ?? 'as it is'}.`,
      hint: 'add `allow_change_held: true` to change it and keep the hold, or `hold: false`',
    }),
  ];
}
