import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import type { GroupDeclared, GroupState } from './declared.ts';

/** The properties of a group that differ from their declaration. */
export function diffGroup(declared: GroupDeclared, observed: Observed<GroupState>): readonly Edit[] {
  if (declared.state === 'absent') {
    return observed.kind === 'absent'
      ? []
      : [{ path: 'state', before: stateBefore(observed), after: editValue('absent') }];
  }
  switch (observed.kind) {
    case 'present':
      return propertyEdits(declared, observed.state);
    case 'absent':
      return creationEdits(declared, observed);
    case 'unknown': {
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      return creationEdits(declared, observed).map((edit) => ({ ...edit, before }));
    }
    default:
      return observed satisfies never;
  }
}

function creationEdits(declared: GroupDeclared, observed: Observed<GroupState>): readonly Edit[] {
  const { min, max } = declared.gids;
  const end = (path: string, value: number | null): readonly Edit[] =>
    value === null ? [] : [{ path, before: editValue(undefined), after: editValue(value) }];
  return [
    { path: 'state', before: stateBefore(observed), after: editValue('present') },
    ...end('gid_min', min),
    ...end('gid_max', max),
    ...propertyEdits(declared, undefined),
  ];
}

function stateBefore(observed: Observed<GroupState>): EditValue {
  return observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue(observed.kind);
}

function propertyEdits(declared: GroupDeclared, state: GroupState | undefined): readonly Edit[] {
  const edits: Edit[] = [];
  if (declared.gid !== null && declared.gid !== state?.gid) {
    edits.push({ path: 'gid', before: editValue(state?.gid), after: editValue(declared.gid) });
  }
  const members = wantedMembers(declared, state);
  if (members !== undefined && members.join() !== (state?.members ?? []).join()) {
    edits.push({ path: 'members', before: editValue(state?.members), after: editValue(members) });
  }
  return edits;
}

/** The sorted members that the group ends up with; undefined when they are not managed. */
export function wantedMembers(declared: GroupDeclared, state: GroupState | undefined): readonly string[] | undefined {
  if (declared.members === null) return undefined;
  if (!declared.append || state === undefined) return declared.members;
  return [...new Set([...state.members, ...declared.members])].sort();
}
