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
      return { kind: 'declared', declared: { ...nothing, running: false, enabled: false, masked } };
    }
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { state } = before;
  const wasMasked = isMasked(state);
  const running = edited.includes('running') && !isOffline(state) ? isRunning(state) : null;
  const enabled = edited.includes('enabled') && !wasMasked ? state.fileState === 'enabled' : null;
  const masked = edited.includes('masked') ? wasMasked : null;
  if (running === null && enabled === null && masked === null)
    return { kind: 'irreversible', why: `A restart or a reload of ${unit} cannot be taken back.` };
  const hadFailed = running === false && state.activeState === 'failed';
  return {
    kind: 'declared',
    declared: { ...nothing, running, enabled, masked },
    lacks: hadFailed ? [`${unit} had failed before; it is stopped now.`] : [],
  };
}
