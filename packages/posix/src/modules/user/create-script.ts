import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import { isRange, rangeFlags } from '../../accounts/number-range.ts';
import { addMember, isLocal, missingTool, withTool } from '../../accounts/script.ts';
import { homeOf, type UserDeclared } from './declared.ts';

type Word = string | number;

/** True when the adduser of busybox cannot make the account. */
export function needsUseradd({ nonUnique, uids }: UserDeclared): boolean {
  return nonUnique || isRange(uids);
}

/** The command that makes the account with everything useradd can give it. */
export function createAccount(declared: UserDeclared): ShellText {
  return withTool('useradd', withUseradd(declared), withBusybox(declared));
}

/**
 * A declared group is taken; otherwise a group of the account's own name is made, or taken where it exists already. That is told
 * on the node, because useradd refuses either way when it is told the wrong one.
 */
function withUseradd(declared: UserDeclared): ShellText {
  const { name, group } = declared;
  const flags = useraddFlags(declared);
  if (group !== null) return sh`useradd ${flags} -g ${group} -- ${name}`;
  return sh`if ${groupExists(name)}; then useradd ${flags} -g ${name} -- ${name}; else useradd ${flags} -U -- ${name}; fi`;
}

function useraddFlags(declared: UserDeclared): readonly Word[] {
  const { uid, uids, nonUnique, groups, comment, createHome, skeleton, shell, system } = declared;
  const flags: readonly Word[] = [
    ...(system ? ['-r'] : []),
    ...rangeFlags('UID', uids, system),
    ...(uid === null ? [] : ['-u', uid]),
    ...(nonUnique ? ['-o'] : []),
    ...(groups === null || groups.length === 0 ? [] : ['-G', groups.join(',')]),
    ...(comment === null ? [] : ['-c', comment]),
    '-d',
    homeOf(declared),
    ...(createHome ? ['-m'] : ['-M']),
    ...(skeleton === null || !createHome ? [] : ['-k', skeleton]),
    ...(shell === null ? [] : ['-s', shell]),
  ];
  return flags;
}

/** The adduser of busybox; it has no way to share a number or to look for one elsewhere, and would give the shell of whoever asks to those who have none declared. */
function withBusybox(declared: UserDeclared): ShellText {
  const { name, group, groups } = declared;
  if (needsUseradd(declared)) return missingTool('useradd');
  const flags = busyboxFlags(declared);
  const create =
    group !== null
      ? sh`SHELL= adduser ${flags} -G ${group} ${name}`
      : sh`if ${groupExists(name)}; then SHELL= adduser ${flags} -G ${name} ${name}; else SHELL= adduser ${flags} ${name}; fi`;
  return shJoin([create, ...(groups ?? []).map((each) => addMember(name, each))], ' && ');
}

function busyboxFlags(declared: UserDeclared): readonly Word[] {
  const { uid, comment, createHome, skeleton, shell, system } = declared;
  const flags: readonly Word[] = [
    '-D',
    ...(system ? ['-S'] : []),
    ...(uid === null ? [] : ['-u', uid]),
    '-g',
    comment ?? '',
    '-h',
    homeOf(declared),
    ...(createHome ? [] : ['-H']),
    ...(skeleton === null || !createHome ? [] : ['-k', skeleton]),
    ...(shell === null ? [] : ['-s', shell]),
  ];
  return flags;
}

function groupExists(name: string): ShellText {
  return sh`{ getent group ${name} || ${isLocal('group', name)}; } >/dev/null 2>&1`;
}
