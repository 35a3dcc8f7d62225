import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { fullName, type ServiceDeclared, type ServiceState } from './declared.ts';
import { isMasked, isOffline, isRunning } from './diff.ts';

/** The unit as it was, as far as the change touched it: running or not, enabled or not, masked or not. */
export function restoreService({
  declared,
  before,
  edited,
}: Undo<ServiceDeclared, ServiceState>): TypedRestoration<ServiceDeclared> {
  const { unit } = declared;
  switch (before.kind) {
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell how ${unit} was before.` };
    case 'absent':
      return { kind: 'declared', declared: declare(declared, ofNothing(edited)) };
    case 'present':
      return restorePresent(declared, before.state, edited);
    default:
      return before satisfies never;
  }
}

type Was = Pick<ServiceDeclared, 'running' | 'enabled' | 'masked'>;

function declare({ unit, scope, account }: ServiceDeclared, was: Partial<Was>): ServiceDeclared {
  return { unit, scope, account, running: null, enabled: null, masked: null, ...was, restartOn: [], reloadOn: [] };
}

/** What brought the unit is undone after it. */
function ofNothing(edited: readonly string[]): Was {
  const ended = (path: keyof Was): false | null => (edited.includes(path) ? false : null);
  return { running: ended('running'), enabled: ended('enabled'), masked: ended('masked') };
}

function restorePresent(
  declared: ServiceDeclared,
  state: ServiceState,
  edited: readonly string[],
): TypedRestoration<ServiceDeclared> {
  const { unit } = declared;
  const was = stateBefore(state, edited);
  const { running, enabled, masked } = was;
  if (running === null && enabled === null && masked === null)
    return { kind: 'irreversible', why: `A restart or a reload of ${unit} cannot be taken back.` };
  const hadFailed = running === false && state.activeState === 'failed';
  const lacks = hadFailed ? [`${unit} had failed before; it is stopped now.`] : [];
  const isUp = running === true || enabled === true;
  if (masked !== false || !isUp || !unit.endsWith('.service'))
    return { kind: 'declared', declared: declare(declared, was), lacks };
  // The mask may stand where the file is to come back, and nothing runs before that has.
  const also = [{ identity: fullName(declared), declared: declare(declared, was) }];
  return { kind: 'declared', declared: declare(declared, { masked }), also, lacks };
}

function stateBefore(state: ServiceState, edited: readonly string[]): Was {
  const wasMasked = isMasked(state);
  const wasEnabled = state.fileState === 'enabled';
  // A mask can take along what enabled the unit.
  const isDisabled = edited.includes('enabled') || (wasEnabled && edited.includes('masked'));
  return {
    running: edited.includes('running') && !isOffline(state) ? isRunning(state) : null,
    enabled: isDisabled && !wasMasked ? wasEnabled : null,
    masked: edited.includes('masked') ? wasMasked : null,
  };
}
