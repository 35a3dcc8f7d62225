import {
  type Answer,
  type Answers,
  formatAddress,
  type Observed,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { type NeededTool, toolQueries } from '../../accounts/missing-tools.ts';
import { type AccountValue, accountQuery } from '../../queries/account.ts';
import { authorizedKeysQuery } from '../../queries/authorized-keys.ts';
import { type GroupValue, groupQuery } from '../../queries/group.ts';
import { type MembershipValue, membershipQuery, primaryUsersQuery } from '../../queries/membership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type ShadowValue, shadowQuery } from '../../queries/shadow.ts';
import { type SshKeyValue, sshKeyQuery } from '../../queries/ssh-key.ts';
import { statQuery } from '../../queries/stat.ts';
import { toolQuery } from '../../queries/tool.ts';
import { lingerPath } from '../../queries/user-unit.ts';
import { needsUseradd } from './create-script.ts';
import { homeOf, type UserDeclared, type UserState } from './declared.ts';
import { userProblems } from './problems.ts';
import { skeletonNames } from './skeleton.ts';

/** What a user needs to know: the account, its groups and its password state, its home, and whether the named groups exist. */
export function userQueries(declared: UserDeclared): Queries {
  const { name, uid, group, groups } = declared;
  const home = homeOf(declared);
  const named = [...(groups ?? []), ...(group === null ? [] : [group]), name];
  return {
    account: accountQuery(name),
    membership: membershipQuery(name),
    shadow: shadowQuery(name),
    keys: authorizedKeysQuery(name),
    home: statQuery(home),
    homeTarget: statQuery(home, { follow: true }),
    ...Object.fromEntries(named.map((each) => [`group ${each}`, groupQuery(each)])),
    ...(uid === null ? {} : { uidHolder: accountQuery(String(uid)) }),
    ...(declared.sshKey === null
      ? {}
      : { sshKey: sshKeyQuery(name, declared.sshKey.path), keygen: toolQuery('ssh-keygen') }),
    ...(declared.linger === null ? {} : { linger: statQuery(lingerPath(name)), logind: toolQuery('loginctl') }),
    ...toolQueries(toolsOf(declared)),
    ...(declared.state === 'absent' ? { primaryUsers: primaryUsersQuery(group ?? name) } : {}),
    ...(declared.createHome && declared.state === 'present' ? skeletonQueries(home) : {}),
  };
}

/** The programs that the declaration may need. */
function toolsOf(declared: UserDeclared): readonly NeededTool['tool'][] {
  const { uid, group, comment, home, shell, ageing } = declared;
  const isSet = (value: unknown): boolean => value !== null;
  return [
    ...(needsUseradd(declared) ? ['useradd' as const] : []),
    ...([uid, group, comment, home, shell].some(isSet) ? ['usermod' as const] : []),
    ...(Object.values(ageing).some(isSet) ? ['chage' as const] : []),
  ];
}

function skeletonQueries(home: string): Queries {
  return Object.fromEntries(skeletonNames.map((each) => [`skeleton ${each}`, statQuery(`${home}/${each}`)]));
}

/** What the answers come to; whatever makes the declaration impossible on this node is a problem. */
export function observeUser(declared: UserDeclared, answers: Answers): TypedObservation<UserState> {
  const observed = toObserved(declared, answers);
  return { observed, problems: userProblems(declared, answers, observed) };
}

function toObserved(declared: UserDeclared, answers: Answers): Observed<UserState> {
  const answer = answers['account'] ?? { status: 'absent' };
  if (answer.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  if (answer.status === 'absent')
    return { kind: 'absent', remains: { home: answers['homeTarget']?.status !== 'absent' } };
  const { uid, gid, comment, home, shell, local } = answer.value as AccountValue;
  const state: UserState = {
    uid,
    gid,
    group: primaryGroup(declared, answers, gid),
    groups: readGroups(answers['membership']),
    comment,
    home,
    shell: shell ?? '',
    local,
    hasHome: home !== homeOf(declared) || hasHome(declared, answers['homeTarget']),
    shadow: readShadow(answers['shadow']),
    hasSshKey: readSshKey(answers['sshKey']),
    lingers: readLinger(answers['linger']),
  };
  return { kind: 'present', state };
}

/** A home that only this account will tell more of is there: it has just been made, or moved. */
function hasHome({ name }: UserDeclared, home: Answer | undefined): UserState['hasHome'] {
  if (home?.status !== 'unknown') return home?.status !== 'absent';
  const { cause } = home;
  return (cause.kind === 'after' && cause.address === formatAddress('user', name)) || unknown(cause);
}

/** The declared group where its number is that of the account, so that a group of a directory has its name too. */
function primaryGroup(declared: UserDeclared, answers: Answers, gid: number | null): string {
  const wanted = declared.group === null ? undefined : foundValue<GroupValue>(answers[`group ${declared.group}`]);
  if (wanted !== undefined && gid !== null && wanted.gid === gid) return wanted.name;
  const found = foundValue<MembershipValue>(answers['membership'])?.primary;
  return found ?? String(gid);
}

function readGroups(answer: Answer | undefined): UserState['groups'] {
  if (answer?.status === 'unknown') return unknown(answer.cause);
  return foundValue<MembershipValue>(answer)?.groups ?? [];
}

function readShadow(answer: Answer | undefined): ShadowValue | Unknown {
  if (answer?.status === 'unknown') return unknown(answer.cause);
  return foundValue<ShadowValue>(answer) ?? newShadow;
}

function readSshKey(answer: Answer | undefined): UserState['hasSshKey'] {
  if (answer?.status === 'unknown') return unknown(answer.cause);
  return answer === undefined ? null : foundValue<SshKeyValue>(answer)?.isThere === true;
}

function readLinger(answer: Answer | undefined): UserState['lingers'] {
  if (answer?.status === 'unknown') return unknown(answer.cause);
  return answer === undefined ? null : answer.status === 'found';
}

/** An account without an entry in shadow(5) is like one that just got an empty one. */
export const newShadow: ShadowValue = {
  locked: true,
  password: 'never',
  sha256: null,
  expiresDay: -1,
  minDays: -1,
  maxDays: -1,
  warnDays: -1,
  inactiveDays: -1,
};
