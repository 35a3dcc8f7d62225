import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { knownOf } from '../server-object/state.ts';
import { changeOf, heldAfter, isNeeded, type ObjectChange, shownPrivileges } from './change.ts';
import type { GrantDeclared } from './declared.ts';
import type { GrantState } from './observe.ts';

/** What the role holds on each object, where it is not what is declared. */
export function diffGrant(declared: GrantDeclared, observed: Observed<GrantState>): readonly Edit[] {
  if (observed.kind !== 'present') {
    return [
      wholeEdit(
        declared,
        observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : { kind: 'absent' },
      ),
    ];
  }
  const { object } = observed.state;
  if (isUnknown(object)) return [wholeEdit(declared, { kind: 'unknown', cause: object.cause })];
  const facts = knownOf(object);
  if (facts === undefined) return declared.state === 'absent' ? [] : [wholeEdit(declared, { kind: 'absent' })];
  const isOne = facts.objects.length === 1 && !declared.target.kind.endsWith('_in');
  return facts.objects
    .map((each) => changeOf(declared, each))
    .filter(isNeeded)
    .map((change) => editOf(declared, change, isOne));
}

function wholeEdit({ state, privileges }: GrantDeclared, before: EditValue): Edit {
  const words = privileges ?? ['ALL'];
  return { path: 'privileges', before, after: state === 'present' ? editValue(words) : { kind: 'absent' } };
}

function editOf(declared: GrantDeclared, change: ObjectChange, isOne: boolean): Edit {
  const { label, column, held } = change.object;
  const place = column ?? label;
  const after = shownPrivileges(heldAfter(declared, change));
  return {
    path: isOne && column === null ? 'privileges' : `privileges[${place}]`,
    before: shown(shownPrivileges(held)),
    after: shown(after),
  };
}

function shown(privileges: readonly string[]): EditValue {
  return privileges.length === 0 ? { kind: 'absent' } : editValue(privileges);
}
