import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  formatAddress,
  type Queries,
  type UnknownCause,
  warningDiagnostic,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { type UnitValue, unitQuery } from '../../queries/unit.ts';
import { type UnitNearValue, unitNearQuery } from '../../queries/unit-near.ts';
import { globalUnitQuery, type UserManagerValue, userManagerQuery, userUnitQuery } from '../../queries/user-unit.ts';
import { fullName, ownUnitFile, type ServiceDeclared, type ServiceState } from './declared.ts';
import { diffService, isMasked, isOffline, isRunning } from './diff.ts';
import { changingUnitFile, evidenceQueries, hasUnreadUnitFile, readEvidence, unitFileQueries } from './evidence.ts';

/** What a unit needs to know: itself, its unit files, and when its inputs changed. */
export function serviceQueries(declared: ServiceDeclared): Queries {
  const { restartOn, reloadOn } = declared;
  return {
    ...unitFileQueries(declared),
    ...evidenceQueries([...restartOn, ...reloadOn]),
    ...managerQueries(declared),
  };
}

function managerQueries({ unit, scope, account }: ServiceDeclared): Queries {
  if (scope === 'global') return { unit: globalUnitQuery(unit) };
  if (account === null) return { unit: unitQuery(unit), near: unitNearQuery(unit) };
  return { unit: userUnitQuery(account, unit), manager: userManagerQuery(account) };
}

/** The unit as it will be found; that of an account whose manager an earlier resource starts does not run yet. */
export function unitAnswer({ scope, account }: ServiceDeclared, answers: Answers): Answer {
  const unit = answers['unit'] ?? { status: 'absent' };
  // No manager is asked for a unit of all accounts, also where one is foreseen that its file brings.
  if (scope === 'global' && unit.status === 'found')
    return { status: 'found', value: { ...unit.value, activeState: 'offline' } };
  const manager = answers['manager'];
  if (account === null || manager === undefined) return unit;
  if (manager.status === 'unknown') return manager;
  const value = foundValue<UnitValue>(unit);
  if (value === undefined || !isOffline(value) || !hasManager(manager)) return unit;
  return { status: 'found', value: { ...value, activeState: 'inactive', subState: 'dead' } };
}

function hasManager(manager: Answer | undefined): boolean {
  const status = foundValue<UserManagerValue>(manager)?.status;
  return status === 'lingers' || status === 'session';
}

/** What the answers come to, and why the change is impossible as declared if it is. */
export function observeService(declared: ServiceDeclared, answers: Answers): TypedObservation<ServiceState> {
  const unit = unitAnswer(declared, answers);
  const writer = changingUnitFile(declared, answers);
  if (unit.status === 'unknown') return unknownUnit(unit.cause);
  const value = foundValue<UnitValue>(unit);
  if (value === undefined) {
    if (writer !== undefined) return unknownUnit({ kind: 'after', address: writer });
    const problems = [...managerProblems(declared, answers), ...missingUnit(declared, answers)];
    return { observed: { kind: 'absent' }, problems };
  }
  const restart = readEvidence(declared.restartOn, value.activeSince, answers);
  if (restart.kind === 'unknown') return unknownUnit(restart.cause);
  // A reload that failed changes the state for a moment too, and the process runs on with what it had read before.
  const loadedSince = value.reloadFailed ? value.activeSince : value.changedSince;
  const reload = readEvidence(declared.reloadOn, loadedSince, answers);
  if (reload.kind === 'unknown') return unknownUnit(reload.cause);
  const { id, manager, loadState, activeState, subState, fileState, type, canReload, triggeredBy } = value;
  const state: ServiceState = {
    id,
    ...(manager === undefined ? {} : { manager }),
    loadState,
    activeState,
    subState,
    fileState,
    type,
    canReload,
    triggeredBy,
    needsReload: mustReadUnitFiles(declared, value, answers),
    restartInputs: restart.newer,
    reloadInputs: reload.newer,
  };
  // A file that is gone when its turn comes is in nobody's way.
  const isGone = answers[formatAddress('file', value.fragmentPath)]?.status === 'absent';
  const placed = declared.scope === 'global' || isGone ? { ...value, fragmentPath: placeOf(declared, answers) } : value;
  const problems = [...managerProblems(declared, answers), ...unitProblems(declared, placed, state)];
  return { observed: { kind: 'present', state }, problems };
}

/** Where a file of administrators stands for a unit that no manager is asked for; empty when there is none. */
function placeOf(declared: ServiceDeclared, answers: Answers): string {
  const path = ownUnitFile(declared);
  const found = path === undefined ? undefined : foundValue<StatValue>(answers[formatAddress('file', path)]);
  return path !== undefined && found?.type === 'file' ? path : '';
}

function mustReadUnitFiles(declared: ServiceDeclared, value: UnitValue, answers: Answers): boolean {
  if (value.loadedSince === 'pending' || isOffline(value) || value.manager !== undefined) return false;
  const isChanging = changingUnitFile(declared, answers) !== undefined;
  return value.needsReload || isChanging || hasUnreadUnitFile(declared, value, answers);
}

function unknownUnit(cause: UnknownCause): TypedObservation<ServiceState> {
  return { observed: { kind: 'unknown', cause }, problems: [] };
}

/** What runs for an account needs the account, and the manager that starts it. */
function managerProblems(declared: ServiceDeclared, answers: Answers): readonly Diagnostic[] {
  const { account, unit, running, enabled, masked } = declared;
  const manager = answers['manager'];
  if (account === null || (running !== true && enabled !== true && masked !== true)) return [];
  if (manager?.status === 'absent') {
    const detail = `The account "${account}" does not exist on the node, so it has no units.`;
    return [errorDiagnostic('SP604', { detail, hint: `declare \`user: ${account}\` before this resource` })];
  }
  const status = foundValue<UserManagerValue>(manager)?.status;
  if (running !== true || status === undefined || status === 'lingers') return [];
  const hint = `declare \`user: ${account}\` with \`linger: true\` before this resource`;
  if (status === 'none') {
    const detail = `Nothing can start ${unit} of ${account}: the account is not logged in and does not linger, so it has no manager.`;
    return [errorDiagnostic('SP684', { detail, hint })];
  }
  const detail = `${unit} of ${account} ends when the account logs out, because the account does not linger.`;
  return [warningDiagnostic('SP684', { detail, hint })];
}

/** A unit that is not there neither runs nor starts at boot, and masking works without it. */
function missingUnit(declared: ServiceDeclared, answers: Answers): readonly Diagnostic[] {
  const { unit, scope, running, enabled, masked } = declared;
  if (scope === 'account' && answers['manager']?.status === 'absent') return [];
  if (running !== true && enabled !== true && masked === true) return [];
  if ((running === false || enabled === false) && running !== true && enabled !== true) return [];
  const near = foundValue<UnitNearValue>(answers['near'])?.name.replace(/\.service$/, '');
  const file = scope === 'system' ? unit : `user/${unit}`;
  const bring = `declare the package or the \`unit: ${file}\` that brings it before this resource`;
  return [
    errorDiagnostic('SP604', {
      detail: `There is no unit ${fullName(declared)} on the node, and nothing declared before it brings one.`,
      hint: near === undefined ? bring : `did you mean \`service: ${near}\`? If not, ${bring}`,
    }),
  ];
}

function unitProblems(declared: ServiceDeclared, value: UnitValue, state: ServiceState): readonly Diagnostic[] {
  return [
    ...offlineWarnings(declared, state),
    ...initProblems(declared, value),
    ...changeProblems(declared, value, state),
  ];
}

/** What only systemd has, and what leaves no trace where systemd is not. */
function initProblems(declared: ServiceDeclared, value: UnitValue): readonly Diagnostic[] {
  const { manager, activeSince } = value;
  if (manager === undefined) return [];
  const { unit, masked, restartOn, reloadOn } = declared;
  const name = manager === 'openrc' ? 'OpenRC' : 'System V init';
  const problem = (detail: string, hint: string): Diagnostic => errorDiagnostic('SP657', { detail, hint });
  const isUntold = restartOn.length > 0 && isRunning(value) && activeSince === '';
  return [
    ...(masked === null
      ? []
      : [problem(`${name} cannot mask ${unit}.`, 'declare `enabled: false` and `running: false`')]),
    ...(reloadOn.length === 0
      ? []
      : [
          problem(
            `Nothing tells when ${unit} was last reloaded by ${name}.`,
            'use `restart_on` instead of `reload_on`',
          ),
        ]),
    ...(isUntold
      ? [problem(`Nothing tells when ${unit} was started: it has no file in /run.`, 'remove `restart_on`')]
      : []),
  ];
}

/** In an image that is being built, the unit files are all there is to change; the first boot does the rest. */
function offlineWarnings(declared: ServiceDeclared, state: ServiceState): readonly Diagnostic[] {
  const { unit, scope, running, enabled } = declared;
  if (!isOffline(state) || running !== true || scope !== 'system') return [];
  const detail = `${unit} cannot be started there, as in the image of a machine: only its unit files are managed.`;
  const hint =
    enabled === true
      ? 'it starts when the node boots, because it is enabled'
      : 'add `enabled: true`, so that it starts when the node boots';
  return [warningDiagnostic('SP635', { detail, hint })];
}

function changeProblems(declared: ServiceDeclared, value: UnitValue, state: ServiceState): readonly Diagnostic[] {
  if (diffService(declared, { kind: 'present', state }).length === 0) return [];
  const broken = brokenProblems(declared, state, value.loadError);
  // What systemd tells of a unit that it could not load is no more than its defaults.
  if (broken.length > 0) return broken;
  return [
    ...maskProblems(declared, value),
    ...enableProblems(declared, value, state),
    ...runProblems(declared, value, state),
  ];
}

function brokenProblems({ unit }: ServiceDeclared, state: ServiceState, loadError: string): readonly Diagnostic[] {
  // A changed unit file is read again first, and may be sound now.
  if (state.needsReload || !['error', 'bad-setting'].includes(state.loadState)) return [];
  const detail = `systemd cannot load ${unit}: ${loadError || state.loadState}.`;
  return [errorDiagnostic('SP605', { detail, hint: `systemd-analyze verify ${unit}` })];
}

function maskProblems(declared: ServiceDeclared, { fragmentPath, loadState }: UnitValue): readonly Diagnostic[] {
  const { unit, running, enabled, masked } = declared;
  const own = ownUnitFile(declared);
  const isInPlace = own === undefined ? fragmentPath.endsWith(`/.config/systemd/user/${unit}`) : fragmentPath === own;
  if (masked === true && loadState !== 'masked' && isInPlace) {
    const detail = `${fragmentPath} is a file, and masking would have to put a link in its place.`;
    return [errorDiagnostic('SP603', { detail, hint: `declare \`file: ${fragmentPath}\` absent first` })];
  }
  if (loadState !== 'masked' || masked !== null || (running !== true && enabled !== true)) return [];
  const wanted = running === true ? 'start' : 'be enabled';
  return [
    errorDiagnostic('SP633', { detail: `${unit} is masked, so it cannot ${wanted}.`, hint: 'add `masked: false`' }),
  ];
}

/** What systemctl(1) says of `is-enabled` states that `enable` cannot change. */
const fixedStates: Readonly<Record<string, string>> = {
  static: 'its unit file has no [Install] section, so other units start it and nothing can be enabled',
  generated: 'its unit file is generated at boot, for example from /etc/fstab or an init script',
  transient: 'it was made at run time and has no unit file',
};

const onlyOthers = 'its [Install] section has nothing but Also=, which enables other units';

function enableProblems(declared: ServiceDeclared, value: UnitValue, state: ServiceState): readonly Diagnostic[] {
  const why = value.canBeEnabled ? fixedStates[state.fileState] : onlyOthers;
  if (declared.enabled !== true || why === undefined || state.needsReload) return [];
  return [
    errorDiagnostic('SP605', {
      detail: `${declared.unit} cannot be enabled: ${why} (systemd calls it ${state.fileState}).`,
      hint: 'remove `enabled: true`, or enable the unit that starts it, such as its timer or socket',
    }),
  ];
}

function runProblems(declared: ServiceDeclared, value: UnitValue, state: ServiceState): readonly Diagnostic[] {
  const { unit, running, reloadOn } = declared;
  if (
    running === true &&
    !isRunning(state) &&
    !isMasked(state) &&
    value.type === 'oneshot' &&
    !value.remainsAfterExit
  ) {
    const detail = `${unit} does its work and ends (Type=oneshot), so it can never be found running.`;
    return [
      errorDiagnostic('SP605', { detail, hint: 'remove `running: true`, or set RemainAfterExit=yes in the unit' }),
    ];
  }
  if (reloadOn.length === 0 || value.canReload || state.needsReload || !isRunning(state)) return [];
  const detail = `${unit} cannot reload: its unit has no ExecReload=.`;
  return [errorDiagnostic('SP605', { detail, hint: 'use `restart_on` instead of `reload_on`' })];
}
