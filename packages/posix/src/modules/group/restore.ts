import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { anyNumber } from '../../accounts/number-range.ts';
import type { GroupDeclared, GroupState } from './declared.ts';

/** The group as it was: its number and its members, as far as the change touched them; or no group. */
export function restoreGroup({
  declared,
  before,
  edited,
}: Undo<GroupDeclared, GroupState>): TypedRestoration<GroupDeclared> {
  const { name } = declared;
  const nothing: Omit<GroupDeclared, 'state'> = {
    name,
    gid: null,
    gids: anyNumber,
    system: false,
    members: null,
    append: false,
    nonUnique: false,
    force: false,
  };
  switch (before.kind) {
    case 'absent':
      return { kind: 'declared', declared: { ...nothing, state: 'absent' } };
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell how the group ${name} was before.` };
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { state } = before;
  const wasRemoved = edited.includes('state');
  const gid = wasRemoved || edited.includes('gid') ? state.gid : null;
  const members = wasRemoved || edited.includes('members') ? state.members : null;
  return { kind: 'declared', declared: { ...nothing, state: 'present', gid, members } };
}
