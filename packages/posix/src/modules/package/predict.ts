import type { Answer, Answers, Prediction } from '@setpoint/model';
import type { PackageValue } from '../../queries/package.ts';
import { notLookedUp, type PackageCandidateValue } from '../../queries/package-candidate.ts';
import type { PackageManagerValue } from '../../queries/package-manager.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { PackageDeclared, PackageState } from './declared.ts';
import { observePackage } from './observe.ts';
import { inPackageSets } from './set/in-sets.ts';
import { refreshReason, targetOf } from './target.ts';

/** What a package can bring that nobody listed. */
export const broughtKinds: readonly string[] = [
  'stat',
  'stat-target',
  'content',
  'account',
  'group',
  'unit',
  'user-unit',
  'locale',
  'kernel-module',
  'tool',
  'crontab',
  'nft-table',
  'certificate',
];

/** What the node will answer once the package is as declared. */
export function predictPackage(declared: PackageDeclared, answers: Answers): Prediction {
  const prediction = predictOne(declared, answers);
  if (prediction.answers['installed'] === undefined) return prediction;
  return { ...prediction, adjusts: [inPackageSets(declared.name, prediction.answers)] };
}

function predictOne(declared: PackageDeclared, answers: Answers): Prediction {
  const before = foundValue<PackageValue>(answers['installed']);
  if (declared.state === 'absent' || declared.state === 'purged') return predictRemoval(declared, before);
  const { observed } = observePackage(declared, answers);
  const state = observed.kind === 'present' ? observed.state : undefined;
  if (declared.onlyUpgrade && state?.installed === null) return { answers: {} };
  const target = state === undefined ? undefined : targetOf(declared, state);
  if (target?.kind === 'provider') return predictProvider(target.name);
  return predictInstallation(declared, state, answers);
}

function predictInstallation(declared: PackageDeclared, state: PackageState | undefined, answers: Answers): Prediction {
  const before = foundValue<PackageValue>(answers['installed']);
  const version = versionAfter(declared, state);
  const isChanged = before?.status !== 'installed' || before.version !== version;
  const value: PackageValue = {
    status: 'installed',
    version,
    held: declared.hold ?? before?.held ?? false,
    manual: true,
    changed: isChanged ? 'pending' : before.changed,
    providers: before?.providers ?? [],
    essential: before?.essential ?? false,
  };
  return {
    answers: {
      installed: { status: 'found', value },
      ...(answers['candidate'] === undefined
        ? {}
        : { candidate: predictCandidate(declared, version, foundValue(answers['candidate'])) }),
      ...(isChanged ? predictManager(declared, state, foundValue(answers['manager'])) : {}),
    },
    ...(isChanged ? { unsettles: broughtKinds } : {}),
  };
}

function predictProvider(provider: string): Prediction {
  const value: PackageValue = {
    status: 'not-installed',
    version: '',
    held: false,
    manual: true,
    changed: 'pending',
    providers: [provider],
    essential: false,
  };
  return { answers: { installed: { status: 'found', value } }, unsettles: broughtKinds };
}

function predictRemoval({ state }: PackageDeclared, before: PackageValue | undefined): Prediction {
  const left = before?.status !== 'not-installed' && state === 'absent';
  const providers = before?.providers ?? [];
  if (before === undefined || (!left && providers.length === 0))
    return { answers: { installed: { status: 'absent' } } };
  const status = left ? 'config-files' : 'not-installed';
  const value: PackageValue = { ...before, status, version: left ? before.version : '', changed: 'pending' };
  return { answers: { installed: { status: 'found', value } } };
}

function versionAfter(declared: PackageDeclared, state: PackageState | undefined): string {
  const target = state === undefined ? ({ kind: 'unknown' } as const) : targetOf(declared, state);
  if (target.kind === 'version') return target.version;
  return target.kind === 'installed' ? (state?.installed?.version ?? 'pending') : 'pending';
}

function predictCandidate(
  { state }: PackageDeclared,
  version: string,
  before: PackageCandidateValue | undefined,
): Answer {
  if (state === 'present') return { status: 'found', value: notLookedUp };
  const value: PackageCandidateValue = {
    ...notLookedUp,
    looked: true,
    candidate: version,
    versions: before?.versions ?? [version],
  };
  return { status: 'found', value };
}

function predictManager(
  declared: PackageDeclared,
  state: PackageState | undefined,
  before: PackageManagerValue | undefined,
): Answers {
  if (state === undefined || refreshReason(declared, state) === undefined) return {};
  const value: PackageManagerValue = { interrupted: false, ...before, lists: 'pending', ageSeconds: 0 };
  return { manager: { status: 'found', value } };
}
