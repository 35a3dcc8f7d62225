import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { ServiceDeclared, ServiceState } from './declared.ts';
import { isMasked, isOffline, isRunning } from './diff.ts';

/** The unit as it was, as far as the change touched it: running or not, enabled or not, masked or not. */
export function restoreService({
  declared,
  before,
  edited,
}: Undo<ServiceDeclared, ServiceState>): TypedRestoration<ServiceDeclared> {
  const { unit } = declared;
  const nothing = { unit, running: null, enabled: null, masked: null, restartOn: [], reloadOn: [] };
  switch (before.kind) {
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell how ${unit} was before.` };
    case 'absent': {
      // What brought the unit is undone after it.
      const masked = edited.includes('masked') ? false : null;
      const stopped = (path: 'running' | 'enabled'): false | null => (edited.includes(path) ? false : null);
      const was = { running: stopped('running'), enabled: stopped('enabled'), masked };
      return { kind: 'declared', declared: { ...nothing, ...was } };
    }
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { state } = before;
  const wasMasked = isMasked(state);
  const running = edited.includes('running') && !isOffline(state) ? isRunning(state) : null;
  const wasEnabled = state.fileState === 'enabled';
  // A mask can take along what enabled the unit.
  const isDisabled = edited.includes('enabled') || (wasEnabled && edited.includes('masked'));
  const enabled = isDisabled && !wasMasked ? wasEnabled : null;
  const masked = edited.includes('masked') ? wasMasked : null;
  if (running === null && enabled === null && masked === null)
    return { kind: 'irreversible', why: `A restart or a reload of ${unit} cannot be taken back.` };
  const hadFailed = running === false && state.activeState === 'failed';
  const lacks = hadFailed ? [`${unit} had failed before; it is stopped now.`] : [];
  const whole = { ...nothing, running, enabled, masked };
  if (masked !== false || (running !== true && enabled !== true) || !unit.endsWith('.service'))
    return { kind: 'declared', declared: whole, lacks };
  // The mask may stand where the file is to come back, and nothing runs before that has.
  const unmasked = { ...nothing, masked };
  return { kind: 'declared', declared: unmasked, also: [{ identity: unit, declared: whole }], lacks };
}
