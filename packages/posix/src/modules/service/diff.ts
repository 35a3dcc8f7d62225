import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import type { NewerInput, ServiceDeclared, ServiceState } from './declared.ts';

/** The properties of a unit that differ from their declaration, and the inputs that its process is older than. */
export function diffService(declared: ServiceDeclared, observed: Observed<ServiceState>): readonly Edit[] {
  switch (observed.kind) {
    case 'present':
      return presentEdits(declared, observed.state);
    case 'absent':
      return declared.masked === true ? [{ path: 'masked', before: editValue(false), after: editValue(true) }] : [];
    case 'unknown':
      return unknownEdits(declared, { kind: 'unknown', cause: observed.cause });
    default:
      return observed satisfies never;
  }
}

/** True where systemd does not run: nothing runs there, and nothing can be started. */
export function isOffline({ activeState }: Pick<ServiceState, 'activeState'>): boolean {
  return activeState === 'offline';
}

/** True while the unit does its work; a unit that waits for its next start after a crash does not. */
export function isRunning({ activeState }: Pick<ServiceState, 'activeState'>): boolean {
  return activeState === 'active' || activeState === 'reloading' || activeState === 'refreshing';
}

/** True when nothing of the unit runs; a failed unit counts as stopped and keeps its mark for people to see. */
function isStopped({ activeState }: ServiceState): boolean {
  return activeState === 'inactive' || activeState === 'failed';
}

/** True when the unit file is a link to /dev/null. */
export function isMasked({ loadState, fileState }: Pick<ServiceState, 'loadState' | 'fileState'>): boolean {
  return loadState === 'masked' || fileState === 'masked' || fileState === 'masked-runtime';
}

/** Only `enabled` lasts: `enabled-runtime` ends with the boot, `indirect` and `alias` speak of other units. */
function isEnabled({ fileState }: ServiceState): boolean {
  return fileState === 'enabled';
}

/** States in which `disable` has something to remove. */
function isDisabled(state: ServiceState): boolean {
  return !isEnabled(state) && state.fileState !== 'enabled-runtime';
}

function presentEdits(declared: ServiceDeclared, state: ServiceState): readonly Edit[] {
  return [
    ...unitFileEdits(state),
    ...maskEdits(declared, state),
    ...enableEdits(declared, state),
    ...runEdits(declared, state),
    ...inputEdits(declared, state),
  ];
}

function unitFileEdits({ needsReload }: ServiceState): readonly Edit[] {
  return needsReload ? [unitFileEdit(editValue('changed'))] : [];
}

function unitFileEdit(before: EditValue): Edit {
  return { path: 'unit_file', before, after: editValue('loaded') };
}

function maskEdits({ masked }: ServiceDeclared, state: ServiceState): readonly Edit[] {
  const found = isMasked(state);
  // What is masked until the next boot only is not what a declaration means.
  const isLasting = found && state.fileState !== 'masked-runtime';
  if (masked === null || masked === (masked ? isLasting : found)) return [];
  const before = editValue(found && !isLasting ? state.fileState : found);
  return [{ path: 'masked', before, after: editValue(masked) }];
}

function enableEdits({ enabled }: ServiceDeclared, state: ServiceState): readonly Edit[] {
  if (enabled === null || (enabled ? isEnabled(state) : isDisabled(state))) return [];
  const usual = ['enabled', 'disabled', ''].includes(state.fileState);
  return [{ path: 'enabled', before: editValue(usual ? !enabled : state.fileState), after: editValue(enabled) }];
}

function runEdits({ running }: ServiceDeclared, state: ServiceState): readonly Edit[] {
  if (running === null || isOffline(state) || (running ? isRunning(state) : isStopped(state))) return [];
  const usual = ['active', 'inactive'].includes(state.activeState);
  return [{ path: 'running', before: editValue(usual ? !running : state.activeState), after: editValue(running) }];
}

/** A process that runs and goes on running is compared with its inputs; a restart reads what a reload would have read. */
function inputEdits({ running }: ServiceDeclared, state: ServiceState): readonly Edit[] {
  if (running === false || !isRunning(state)) return [];
  if (state.restartInputs.length > 0) return [inputEdit('restart_on', olderThan(state.restartInputs))];
  if (state.reloadInputs.length > 0) return [inputEdit('reload_on', olderThan(state.reloadInputs))];
  return [];
}

function olderThan(inputs: readonly NewerInput[]): EditValue {
  return editValue(`older than ${inputs.map(({ address }) => address).join(', ')}`);
}

function inputEdit(path: 'restart_on' | 'reload_on', before: EditValue): Edit {
  return { path, before, after: editValue('newer than its inputs') };
}

function unknownEdits(declared: ServiceDeclared, before: EditValue): readonly Edit[] {
  const { running, enabled, masked, restartOn, reloadOn } = declared;
  const wanted = { masked, enabled, running };
  const edits = Object.entries(wanted).flatMap(([path, value]) =>
    value === null ? [] : [{ path, before, after: editValue(value) }],
  );
  return [
    unitFileEdit(before),
    ...edits,
    ...(restartOn.length > 0 && running !== false ? [inputEdit('restart_on', before)] : []),
    ...(reloadOn.length > 0 && running !== false ? [inputEdit('reload_on', before)] : []),
  ];
}
