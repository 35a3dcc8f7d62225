import { isUnknown, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { anyNumber } from '../../accounts/number-range.ts';
import { type Ageing, homeOf, type UserDeclared, type UserState } from './declared.ts';

type Undone = Undo<UserDeclared, UserState>;

/** The account as it was, as far as the change touched it; or no account. Passwords are nowhere kept, so none comes back. */
export function restoreUser(undo: Undone): TypedRestoration<UserDeclared> {
  const { declared, before, edited } = undo;
  const { name } = declared;
  switch (before.kind) {
    case 'absent': {
      // A home directory that was there before the account belongs to whoever made it.
      const removeHome = declared.createHome && before.remains?.['home'] === false;
      return { kind: 'declared', declared: { ...nothing(name), state: 'absent', removeHome } };
    }
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell how the account ${name} was before.` };
    case 'present':
      return edited.includes('state') ? restoreRemoved(undo, before.state) : restoreChanged(undo, before.state);
    default:
      return before satisfies never;
  }
}

function restoreRemoved({ declared }: Undone, state: UserState): TypedRestoration<UserDeclared> {
  const { name } = declared;
  const { uid, gid, group, comment, home, shell, hasHome, shadow } = state;
  // userdel takes the account's own group along, and useradd makes it anew.
  const isOwnGroup = group === name;
  const lacks = [
    ...(isUnknown(shadow) || shadow.password === 'set' ? [`The password of ${name} does not come back.`] : []),
    ...(declared.removeHome ? [`What ${home} held was deleted with the account and was not kept.`] : []),
    ...(isOwnGroup && gid !== uid ? [`The group ${name} gets another number than ${gid ?? '?'}.`] : []),
  ];
  const restored: UserDeclared = {
    ...nothing(name),
    state: 'present',
    uid,
    group: isOwnGroup ? null : group,
    groups: groupNames(state),
    comment,
    home,
    // A home directory that was not deleted is still there.
    createHome: declared.removeHome && hasHome === true && home === homeOf(declared),
    shell,
    locked: isUnknown(shadow) ? null : shadow.locked,
    linger: isUnknown(state.lingers) ? null : state.lingers,
    ageing: restoreAgeing(state, () => true),
  };
  return { kind: 'declared', declared: restored, lacks };
}

function restoreChanged({ declared, edited }: Undone, state: UserState): TypedRestoration<UserDeclared> {
  const { name } = declared;
  const isEdited = (path: string): boolean => edited.includes(path);
  const restored: UserDeclared = {
    ...nothing(name),
    state: 'present',
    uid: isEdited('uid') ? state.uid : null,
    group: isEdited('group') ? state.group : null,
    groups: isEdited('groups') ? groupNames(state) : null,
    comment: isEdited('comment') ? state.comment : null,
    home: isEdited('home') ? state.home : null,
    moveHome: isEdited('home') && declared.moveHome,
    shell: isEdited('shell') ? state.shell : null,
    linger: isEdited('linger') && !isUnknown(state.lingers) ? state.lingers : null,
    locked: isEdited('locked') && !isUnknown(state.shadow) ? state.shadow.locked : null,
    ageing: restoreAgeing(state, isEdited),
  };
  const lacks = [
    ...(isEdited('password') ? [`The former password of ${name} does not come back.`] : []),
    ...(isEdited('ssh_key') ? [`The SSH key that was made for ${name} stays.`] : []),
    ...(isEdited('create_home') ? [`The home directory that was made for ${name} stays.`] : []),
  ];
  const { ageing, uid, group, groups, comment, home, shell, locked, linger } = restored;
  const values = [uid, group, groups, comment, home, shell, locked, linger, ...Object.values(ageing)];
  if (values.every((value) => value === null)) return { kind: 'irreversible', why: lacks.join(' ') };
  return { kind: 'declared', declared: restored, lacks };
}

function groupNames({ groups, group }: UserState): readonly string[] | null {
  if (isUnknown(groups)) return null;
  return groups
    .map((each) => each.name)
    .filter((each) => each !== group)
    .sort();
}

function restoreAgeing({ shadow }: UserState, isRestored: (path: string) => boolean): Ageing {
  const days = (path: keyof Ageing, day: number): number | null => (isRestored(path) ? day : null);
  if (isUnknown(shadow)) return noAgeing;
  return {
    expires: days('expires', shadow.expiresDay),
    password_min_days: days('password_min_days', shadow.minDays),
    password_max_days: days('password_max_days', shadow.maxDays),
    password_warn_days: days('password_warn_days', shadow.warnDays),
    password_inactive_days: days('password_inactive_days', shadow.inactiveDays),
  };
}

const noAgeing: Ageing = {
  expires: null,
  password_min_days: null,
  password_max_days: null,
  password_warn_days: null,
  password_inactive_days: null,
};

function nothing(name: string): Omit<UserDeclared, 'state'> {
  return {
    name,
    uid: null,
    uids: anyNumber,
    nonUnique: false,
    group: null,
    groups: null,
    append: false,
    comment: null,
    home: null,
    createHome: false,
    needsHome: false,
    moveHome: false,
    skeleton: null,
    shell: null,
    system: false,
    password: null,
    updatePassword: 'always',
    locked: null,
    ageing: noAgeing,
    sshKey: null,
    linger: null,
    removeHome: false,
    force: false,
  };
}
