import { type Answer, type Answers, formatAddress, type Prediction } from '@setpoint/model';
import type { AccountValue } from '../../queries/account.ts';
import type { AuthorizedKeysValue, HomeEntry } from '../../queries/authorized-keys.ts';
import type { GroupValue } from '../../queries/group.ts';
import type { MembershipValue, PrimaryUsersValue } from '../../queries/membership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { ShadowValue } from '../../queries/shadow.ts';
import { type UserManagerValue, userManagerQuery } from '../../queries/user-unit.ts';
import { homeOf, type UserDeclared } from './declared.ts';
import { newShadow } from './observe.ts';
import { skeletonNames } from './skeleton.ts';

/** What the node will answer once the user is as declared. */
export function predictUser(declared: UserDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent')
    return { answers: predictRemoval(declared, answers), others: [managerAfter(declared, { status: 'absent' })] };
  const before = foundValue<AccountValue>(answers['account']);
  const primary = predictPrimary(declared, answers, before);
  const account = predictAccount(declared, before, primary.gid);
  const found: Answer = { status: 'found', value: account };
  return {
    answers: {
      account: found,
      ...(declared.uid === null || answers['uidHolder']?.status === 'found' ? {} : { uidHolder: found }),
      ...predictGroups(declared, answers, primary),
      shadow: { status: 'found', value: predictShadow(declared, answers) },
      ...predictHome(declared, answers, account),
      ...(declared.sshKey === null ? {} : { sshKey: madeKey }),
      ...(declared.linger === null ? {} : { linger: declared.linger ? lingerFile : { status: 'absent' } }),
    },
    others: predictManager(declared, answers),
  };
}

/** Lingering starts the manager of the account; nobody knows here whether a session keeps it when that ends. */
function predictManager(declared: UserDeclared, answers: Answers): NonNullable<Prediction['others']> {
  const isNew = answers['account']?.status === 'absent';
  const isChanged = declared.linger !== null && (answers['linger']?.status === 'found') !== declared.linger;
  if (!isNew && !isChanged) return [];
  const value: UserManagerValue = { status: declared.linger === true ? 'lingers' : 'none' };
  return [managerAfter(declared, { status: 'found', value })];
}

function managerAfter({ name }: UserDeclared, answer: Answer) {
  return { query: userManagerQuery(name), answer };
}

const madeKey: Answer = { status: 'found', value: { isThere: true } };

const lingerFile: Answer = { status: 'found', value: { type: 'file', modified: 'pending' } };

function predictAccount(declared: UserDeclared, before: AccountValue | undefined, gid: number | null): AccountValue {
  const found = before ?? { uid: null, comment: '', home: homeOf(declared), shell: null, local: true };
  return {
    name: declared.name,
    uid: declared.uid ?? found.uid,
    gid,
    comment: declared.comment ?? found.comment,
    home: declared.home ?? found.home,
    shell: declared.shell ?? found.shell,
    local: found.local,
  };
}

type Primary = { readonly primary: string | null; readonly gid: number | null };

function predictPrimary(declared: UserDeclared, answers: Answers, before: AccountValue | undefined): Primary {
  const name = declared.group ?? (before === undefined ? declared.name : null);
  const known = foundValue<MembershipValue>(answers['membership'])?.primary ?? null;
  if (name === null) return { primary: known, gid: before?.gid ?? null };
  const group = foundValue<GroupValue>(answers[`group ${name}`]);
  const number = /^\d+$/.test(name) ? Number(name) : null;
  return { primary: group?.name ?? (number === null ? name : null), gid: group?.gid ?? number };
}

function predictGroups(declared: UserDeclared, answers: Answers, { primary, gid }: Primary): Answers {
  const { name, groups, append } = declared;
  const before = foundValue<MembershipValue>(answers['membership'])?.groups ?? [];
  const predicted: Record<string, Answer> = {};
  const joined = (groups ?? []).map((each) => {
    const group = foundValue<GroupValue>(answers[`group ${each}`]);
    if (group !== undefined && !group.members.includes(name)) {
      predicted[`group ${each}`] = { status: 'found', value: { ...group, members: [...group.members, name] } };
    }
    return { name: group?.name ?? each, gid: group?.gid ?? null };
  });
  const kept = groups === null || append ? before : [];
  const value: MembershipValue = {
    primary,
    groups: [...kept.filter((each) => !joined.some((other) => other.name === each.name)), ...joined],
  };
  predicted['membership'] = { status: 'found', value };
  if (primary === name && answers[`group ${name}`]?.status !== 'found') {
    predicted[`group ${name}`] = { status: 'found', value: { name, gid, members: [], local: true } };
  }
  return predicted;
}

function predictShadow(declared: UserDeclared, answers: Answers): ShadowValue {
  const before = foundValue<ShadowValue>(answers['shadow']) ?? newShadow;
  const { ageing } = declared;
  return {
    ...predictPassword(declared, before),
    expiresDay: ageing.expires ?? before.expiresDay,
    minDays: ageing.password_min_days ?? before.minDays,
    maxDays: ageing.password_max_days ?? before.maxDays,
    warnDays: ageing.password_warn_days ?? before.warnDays,
    inactiveDays: ageing.password_inactive_days ?? before.inactiveDays,
  };
}

function predictPassword(
  { password, updatePassword, locked }: UserDeclared,
  before: ShadowValue,
): Pick<ShadowValue, 'password' | 'sha256' | 'locked'> {
  const isWritten = password !== null && (updatePassword === 'always' || before.password === 'never');
  const wasLocked = before.locked && (!isWritten || before.password === 'set');
  const after = isWritten
    ? password.kind === 'hash'
      ? { password: 'set' as const, sha256: password.sha256 }
      : { password: 'disabled' as const, sha256: null }
    : { password: before.password, sha256: before.sha256 };
  return { ...after, locked: after.password === 'set' ? (locked ?? wasLocked) : locked === true || before.locked };
}

/** What a new home holds comes from the node, so nobody can tell it before; an old one stays unless the account moves. */
function predictHome(declared: UserDeclared, answers: Answers, account: AccountValue): Answers {
  const before = foundValue<AccountValue>(answers['account']);
  const isMade =
    answers['home']?.status !== 'found' && (before === undefined ? declared.createHome : declared.needsHome);
  const isMoved = before !== undefined && (before.home !== account.home || before.uid !== account.uid);
  const later: Answer = {
    status: 'unknown',
    cause: { kind: 'after', address: formatAddress('user', declared.name) },
  };
  const keys = before === undefined || isMade || isMoved ? predictKeys(answers, account, later) : {};
  if (!isMade && !isMoved) return keys;
  const skeleton = declared.createHome ? skeletonNames.map((name) => [`skeleton ${name}`, later] as const) : [];
  return { home: later, homeTarget: later, ...keys, ...Object.fromEntries(skeleton) };
}

/** With another number, usermod gives the account what it had in its home; anything else may bring or leave keys. */
function predictKeys(answers: Answers, { uid, home }: AccountValue, later: Answer): Answers {
  const found = foundValue<AuthorizedKeysValue>(answers['keys']);
  if (found === undefined || uid === null || !found.hasHome || found.home !== home) return { keys: later };
  const given = (entry: HomeEntry): HomeEntry =>
    entry.type === 'plain' && entry.uid === found.uid ? { ...entry, uid } : entry;
  const value = { ...found, uid, directory: given(found.directory), file: given(found.file) };
  return { keys: { status: 'found', value } };
}

function predictRemoval(declared: UserDeclared, answers: Answers): Answers {
  const { name } = declared;
  const absent: Answer = { status: 'absent' };
  const users = foundValue<PrimaryUsersValue>(answers['primaryUsers'])?.users ?? [];
  // userdel removes a group of the account's own name when the node is set up so, and the group is nobody else's.
  const ownGroup: Answer = { status: 'unknown', cause: { kind: 'after', address: formatAddress('user', name) } };
  return {
    account: absent,
    membership: { status: 'found', value: { primary: null, groups: [] } },
    shadow: absent,
    keys: absent,
    primaryUsers: { status: 'found', value: { users: users.filter((user) => user !== name) } },
    ...(foundValue<AccountValue>(answers['uidHolder'])?.name === name ? { uidHolder: absent } : {}),
    ...(answers[`group ${name}`]?.status === 'found' && answers['account']?.status !== 'absent'
      ? { [`group ${name}`]: ownGroup }
      : {}),
    ...(declared.removeHome && foundValue<AccountValue>(answers['account'])?.home === homeOf(declared)
      ? { home: absent, homeTarget: absent }
      : {}),
  };
}
