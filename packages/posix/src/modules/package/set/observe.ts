import { type Answers, type Diagnostic, errorDiagnostic, type Observed, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { groupManagers, readPackageSet } from '../../../package-managers/package-sets.ts';
import { type PackageManagerValue, packageManagerQuery } from '../../../queries/package-manager.ts';
import {
  noVersion,
  type PackageSetMember,
  type PackageSetQuery,
  type PackageSetValue,
} from '../../../queries/package-set.ts';
import { foundValue } from '../../../queries/query-kind.ts';
import type { PackageDeclared } from '../declared.ts';
import { interruptedProblems, listsState } from '../manager-state.ts';
import { awaitedBy, changeProblems, toState, unsupportedProblems } from '../observe.ts';
import { changesOf, isOpen, isRemoval, type PackageSetPart, type PackageSetState } from './state.ts';

/** Which packages the name stands for, and what is known of each of them. */
export function packageSetQueries(declared: PackageDeclared): Queries {
  const { name, state, options, onlyUpgrade } = declared;
  const isInstalledOnly = isRemoval(declared) || (onlyUpgrade && state !== 'latest');
  const members: PackageSetQuery = {
    kind: 'package-set',
    name,
    scope: isInstalledOnly ? 'installed' : 'available',
    unless: state === 'latest' ? noVersion : '*',
    release: options.defaultRelease ?? '',
  };
  return { members, manager: packageManagerQuery };
}

/** What the answers come to, and why the change is impossible as declared if it is. */
export function observePackageSet(declared: PackageDeclared, answers: Answers): TypedObservation<PackageSetState> {
  const awaits = awaitedBy(answers['members']);
  for (const [name, answer] of Object.entries(answers)) {
    if (answer.status === 'unknown' && (name !== 'members' || awaits === undefined))
      return { observed: { kind: 'unknown', cause: answer.cause }, problems: [] };
  }
  const manager = foundValue<PackageManagerValue>(answers['manager']);
  const { members = [], settled = false } = foundValue<PackageSetValue>(answers['members']) ?? {};
  const state: PackageSetState = {
    manager: manager?.manager ?? 'apt',
    lists: listsState(manager, declared.cacheValidTimeSeconds),
    members: members.filter(isThere).map((member) => toPart(declared, member, answers)),
    settled,
    ...(awaits === undefined ? {} : { awaits }),
  };
  const observed: Observed<PackageSetState> = { kind: 'present', state };
  const isChanged = isOpen(declared, state) || changesOf(state).length > 0;
  const groupFaults = groupProblems(declared, state);
  if (!isChanged || groupFaults.length > 0) return { observed, problems: groupFaults };
  return { observed, problems: problemsOf(declared, state, manager) };
}

/** A group may name packages that no repository has. */
function isThere({ installed, candidate }: PackageSetMember): boolean {
  return installed.status === 'found' || candidate.status === 'found';
}

function toPart(
  declared: PackageDeclared,
  { name, installed, candidate }: PackageSetMember,
  answers: Answers,
): PackageSetPart {
  const part = { ...declared, name };
  return { declared: part, state: toState(part, { ...answers, installed, candidate }) };
}

function groupProblems({ name, state }: PackageDeclared, found: PackageSetState): readonly Diagnostic[] {
  if (readPackageSet(name)?.kind !== 'group') return [];
  const { manager, lists, members, settled } = found;
  if (!groupManagers.includes(manager)) {
    const detail = `The node keeps its packages with ${manager}, which knows no groups of packages such as ${name}.`;
    return [errorDiagnostic('SP683', { detail, hint: groupHints[manager] ?? 'declare the packages' })];
  }
  const isUnknown = manager === 'dnf' && lists === 'missing' && members.length === 0 && !settled;
  if (!isUnknown || (state !== 'absent' && state !== 'purged')) return [];
  const detail = `The node has no package lists, and nothing else tells which packages ${name} stands for.`;
  return [errorDiagnostic('SP604', { detail, hint: 'fetch them on the node by `dnf makecache`' })];
}

const groupHints: Readonly<Partial<Record<PackageSetState['manager'], string>>> = {
  apt: 'declare the packages, or the one that needs them, such as `task-web-server`',
  zypper: 'declare a pattern, such as `pattern:lamp_server`',
  apk: 'declare the packages, or the one that needs them, such as `build-base`',
};

function problemsOf(
  declared: PackageDeclared,
  state: PackageSetState,
  manager: PackageManagerValue | undefined,
): readonly Diagnostic[] {
  return [
    ...unsupportedProblems(declared, state),
    ...interruptedProblems(manager),
    ...(isOpen(declared, state) ? [] : changesOf(state).flatMap((part) => changeProblems(part.declared, part.state))),
  ];
}
