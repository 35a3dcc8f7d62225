import { type Edit, type EditValue, editValue, isUnknown, type Json, type Observed } from '@setpoint/model';
import type { ShadowValue } from '../../queries/shadow.ts';
import { dateOf } from './days.ts';
import { type Ageing, homeOf, type UserDeclared, type UserState } from './declared.ts';
import { groupsEdits } from './groups.ts';

/** The properties of a user that differ from their declaration. */
export function diffUser(declared: UserDeclared, observed: Observed<UserState>): readonly Edit[] {
  if (declared.state === 'absent') {
    return observed.kind === 'absent' ? [] : [{ path: 'state', before: stateOf(observed), after: editValue('absent') }];
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

function stateOf(observed: Observed<UserState>): EditValue {
  return observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue(observed.kind);
}

function creationEdits(declared: UserDeclared, observed: Observed<UserState>): readonly Edit[] {
  // An account cannot be made without a home, so the one it gets is told although it is not declared.
  const withHome = { ...declared, home: homeOf(declared) };
  return [
    { path: 'state', before: stateOf(observed), after: editValue('present') },
    ...valueEdit('uid_min', declared.uids.min, undefined),
    ...valueEdit('uid_max', declared.uids.max, undefined),
    ...propertyEdits(withHome, undefined),
  ];
}

function propertyEdits(declared: UserDeclared, state: UserState | undefined): readonly Edit[] {
  const { uid, comment, home, shell } = declared;
  return [
    ...valueEdit('uid', uid, state?.uid ?? undefined),
    ...groupEdit(declared, state),
    ...groupsEdits(declared, state),
    ...valueEdit('comment', comment, state?.comment),
    ...valueEdit('home', home, state?.home),
    ...homeEdit(declared, state),
    ...valueEdit('shell', shell, state?.shell),
    ...shadowEdits(declared, state?.shadow),
    ...sshKeyEdit(declared, state?.hasSshKey),
    ...lingerEdit(declared, state?.lingers),
  ];
}

function valueEdit(path: string, wanted: Json | null, found: Json | undefined): readonly Edit[] {
  if (wanted === null || wanted === found) return [];
  return [{ path, before: editValue(found), after: editValue(wanted) }];
}

function groupEdit({ group }: UserDeclared, state: UserState | undefined): readonly Edit[] {
  if (state !== undefined && group === String(state.gid)) return [];
  return valueEdit('group', group, state?.group);
}

/** With a new home the account's own move or creation brings the directory. */
function homeEdit(declared: UserDeclared, state: UserState | undefined): readonly Edit[] {
  if (state === undefined) {
    return declared.createHome ? [{ path: 'create_home', before: editValue(undefined), after: editValue(true) }] : [];
  }
  const { hasHome } = state;
  if (!declared.needsHome || hasHome === true) return [];
  const before: EditValue = isUnknown(hasHome) ? { kind: 'unknown', cause: hasHome.cause } : editValue(false);
  return [{ path: 'create_home', before, after: editValue(true) }];
}

/** A key that is there is as good as any. */
function sshKeyEdit({ sshKey }: UserDeclared, found: UserState['hasSshKey'] | undefined): readonly Edit[] {
  if (sshKey === null || found === true) return [];
  const before: EditValue = isUnknown(found) ? { kind: 'unknown', cause: found.cause } : editValue(undefined);
  return [{ path: 'ssh_key', before, after: editValue(`${sshKey.type} in ~/${sshKey.path}`) }];
}

/** A new account does not linger. */
function lingerEdit({ linger }: UserDeclared, found: UserState['lingers'] | undefined): readonly Edit[] {
  if (linger === null || found === linger || (found === undefined && !linger)) return [];
  const before: EditValue = isUnknown(found) ? { kind: 'unknown', cause: found.cause } : editValue(found ?? false);
  return [{ path: 'linger', before, after: editValue(linger) }];
}

function shadowEdits(declared: UserDeclared, shadow: UserState['shadow'] | undefined): readonly Edit[] {
  const known = shadow === undefined || isUnknown(shadow) ? undefined : shadow;
  const edits = [
    ...ageingEdits(declared.ageing, known),
    ...passwordEdits(declared, known),
    ...lockEdits(declared.locked, known),
  ];
  if (!isUnknown(shadow)) return edits;
  const before: EditValue = { kind: 'unknown', cause: shadow.cause };
  return edits.map((edit) => ({ ...edit, before }));
}

function ageingEdits(ageing: Ageing, shadow: ShadowValue | undefined): readonly Edit[] {
  return (Object.keys(ageingFields) as (keyof Ageing)[]).flatMap((path) => {
    const wanted = ageing[path];
    const found = shadow?.[ageingFields[path]];
    if (wanted === null || wanted === found) return [];
    const show = (day: number): Json => (path === 'expires' ? dateOf(day) : day);
    return [{ path, before: editValue(found === undefined ? undefined : show(found)), after: editValue(show(wanted)) }];
  });
}

const ageingFields = {
  expires: 'expiresDay',
  password_min_days: 'minDays',
  password_max_days: 'maxDays',
  password_warn_days: 'warnDays',
  password_inactive_days: 'inactiveDays',
} as const satisfies Record<keyof Ageing, keyof ShadowValue>;

function passwordEdits({ password, updatePassword }: UserDeclared, shadow: ShadowValue | undefined): readonly Edit[] {
  if (password === null) return [];
  if (shadow !== undefined) {
    const isClosed = shadow.password === 'never' || shadow.password === 'disabled';
    if (password.kind === 'none' ? isClosed : shadow.sha256 === password.sha256) return [];
    // An account that never had a password is still being made, also when the run that made it was cut off.
    if (updatePassword === 'on_create' && shadow.password !== 'never') return [];
  }
  const after: EditValue = { kind: 'sensitive', digest: digestOf(password.sha256) };
  return [{ path: 'password', before: passwordBefore(shadow), after, sensitive: true }];
}

function passwordBefore(shadow: ShadowValue | undefined): EditValue {
  if (shadow === undefined || shadow.password !== 'set') return { kind: 'absent' };
  if (shadow.sha256 !== null) return { kind: 'sensitive', digest: digestOf(shadow.sha256) };
  return { kind: 'unknown', cause: { kind: 'unavailable', what: 'the node has no tool for SHA-256' } };
}

/** Enough of a digest to show that a secret changed, and too little to search for the secret. */
function digestOf(sha256: string): string {
  return sha256.slice(0, 12);
}

function lockEdits(locked: boolean | null, shadow: ShadowValue | undefined): readonly Edit[] {
  if (locked === null) return [];
  // Without a password there is nothing to unlock.
  const isAsWanted = shadow !== undefined && (shadow.locked === locked || (!locked && shadow.password !== 'set'));
  return isAsWanted ? [] : [{ path: 'locked', before: editValue(shadow?.locked), after: editValue(locked) }];
}
