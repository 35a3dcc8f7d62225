import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { dueChangesLibrary } from '../../package-managers/due-changes.ts';
import type { DueChange } from '../../queries/due-changes.ts';
import { packageRowsLibrary } from '../../queries/package-rows.ts';
import { aptLibrary } from '../package/apt-library.ts';
import { lockWaitSeconds } from '../package/lock-wait.ts';
import { plainLibrary } from '../package/managers/plain-library.ts';
import { changeTimeoutMs, transactionOperation } from '../package/transaction.ts';
import type { PackagesDeclared, PackagesState } from './declared.ts';

/** The work that makes the edits true: the lists refreshed where that is needed, then everything that is due at once. */
export function packagesOperations(
  declared: PackagesDeclared,
  edits: readonly Edit[],
  observed: Observed<PackagesState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  if (state === undefined)
    return { operations: [...mayRefresh(declared, observed), changeOperation(declared, undefined)], reasons: [] };
  if (state.refresh === '')
    return { operations: [changeOperation(declared, state)], reasons: reasonsOf(declared, state) };
  const refresh = transactionOperation({ manager: state.manager, refresh: true, changes: [] });
  return { operations: [refresh, changeOperation(declared, state)], reasons: [state.refresh] };
}

/** apt tells beforehand what its upgrades leave without need, and apk takes it away by itself. */
function reasonsOf({ upgrade, unneeded }: PackagesDeclared, { manager, changes }: PackagesState): readonly string[] {
  const isTold = manager === 'apt' || manager === 'apk';
  if (isTold || upgrade === '' || unneeded === '' || changes.every(({ after }) => after === '')) return [];
  return [`what the upgrade leaves without need is removed after it, and ${manager} tells of it only then`];
}

/** Where an earlier change is still to tell what is due, it may take fresh lists as well. */
function mayRefresh({ upgrade }: PackagesDeclared, observed: Observed<PackagesState>): readonly Operation[] {
  if (upgrade === '' || observed.kind !== 'unknown' || observed.cause.kind !== 'after') return [];
  return [transactionOperation({ manager: 'apt', refresh: true, changes: [] })];
}

function changeOperation(declared: PackagesDeclared, state: PackagesState | undefined): Operation {
  const isExact = state !== undefined && state.refresh === '';
  const changes = isExact ? state.changes : undefined;
  return runOperation({
    title: titleOf(declared, changes),
    script: scriptOf(declared, state?.manager ?? 'apt', changes),
    timeoutMs: lockWaitSeconds * 1000 + changeTimeoutMs,
    repeatable: true,
    hazards: hazardsOf(declared, changes),
    ...(isExact ? { compares: true as const } : {}),
  });
}

/** What becomes of how many packages; of all when nobody can count them yet. */
function titleOf({ upgrade, unneeded }: PackagesDeclared, changes: readonly DueChange[] | undefined): string {
  if (changes === undefined) {
    const acts = [
      ...(upgrade === '' ? [] : ['upgrade all packages']),
      ...(unneeded === '' ? [] : ['remove unneeded ones']),
    ];
    return acts.join('; ');
  }
  const counted = (act: string, fits: (change: DueChange) => boolean): readonly string[] => {
    const count = changes.filter(fits).length;
    return count === 0 ? [] : [`${act} ${count} package${count === 1 ? '' : 's'}`];
  };
  return [
    ...counted('upgrade', ({ before, after }) => before !== '' && after !== ''),
    ...counted('install', ({ before }) => before === ''),
    ...counted('remove', ({ after }) => after === ''),
  ].join('; ');
}

function hazardsOf({ upgrade }: PackagesDeclared, changes: readonly DueChange[] | undefined): readonly Hazard[] {
  const removed = (changes ?? []).filter(({ after }) => after === '').map(({ name }) => name);
  return [
    ...(upgrade === '' ? [] : [interruption('services of the packages are restarted by them')]),
    ...(removed.length === 0 ? [] : [interruption(`services of ${removed.join(', ')} are stopped`)]),
  ];
}

function interruption(message: string): Hazard {
  return { kind: 'service-interruption', message };
}

function scriptOf(
  declared: PackagesDeclared,
  manager: PackagesState['manager'],
  changes: readonly DueChange[] | undefined,
): ShellText {
  const { upgrade, unneeded } = declared;
  const shown = changes?.map(({ name, before, after }) => `${name}|${before}|${after}`).join('\n');
  return shJoin(
    [
      shRaw('nl=\'\n\'\nsp_has() { command -v "$1" >/dev/null; }\n'),
      packageRowsLibrary,
      dueChangesLibrary,
      manager === 'apt' ? aptLibrary : plainLibrary(manager),
      sh`sp_patience=${lockWaitSeconds} sp_upgrade=${upgrade} sp_unneeded=${unneeded}\n`,
      shRaw(
        'sp_wait\nsp_now=$(sp_due "$sp_upgrade" "$sp_unneeded") || { sp_now=${sp_now#why|}; echo "$sp_manager cannot tell what it would change${sp_now:+: $sp_now}"; exit 1; }\n',
      ),
      shown === undefined
        ? sh``
        : sh`if [ "$sp_now" != ${shown} ]; then
  echo 'what is due is not what the plan found:'
  printf '%s\\n' "$sp_now"
  exit ${refusedExitCode}
fi\n`,
      manager === 'apt' ? aptChange(declared) : plainChange,
    ],
    '',
  );
}

function aptChange({ upgrade, unneeded }: PackagesDeclared): ShellText {
  if (upgrade === '') return shRaw('sp_apt autoremove || exit 1\n');
  const words = upgrade === 'safe' ? ['upgrade', '--with-new-pkgs'] : ['dist-upgrade'];
  return sh`sp_apt ${[...words, ...(unneeded === '' ? [] : ['--auto-remove'])]} || exit 1\n`;
}

/** Upgrades first; what is without need then goes after them, by its name. */
const plainChange = shRaw(String.raw`[ -z "$sp_upgrade" ] || sp_do_upgrade || sp_explain
sp_gone=
[ -z "$sp_unneeded" ] || sp_gone=$("sp_unneeded_$sp_manager" | sed 's/|.*//')
[ -z "$sp_gone" ] || sp_do_remove $sp_gone || sp_explain
`);
