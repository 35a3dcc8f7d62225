import { type Edit, isUnknown } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { addMember, missingTool, removeMember, withTool } from '../../accounts/script.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { homeOf, type UserDeclared, type UserState } from './declared.ts';
import { groupChanges } from './groups.ts';

/** The commands that bring an existing account into its declared form; without a state it is not known what it is like. */
export function changeAccount(
  declared: UserDeclared,
  edits: readonly Edit[],
  state: UserState | undefined,
): readonly ShellText[] {
  if (state?.local === false) return memberCommands(declared, state);
  const paths = new Set(edits.map((edit) => edit.path));
  const flags = usermodFlags(declared, paths, state);
  const isPossible = state !== undefined && usermodPaths(edits).length === 0;
  const otherwise = isPossible ? withBusybox(declared, paths, state) : missingTool('usermod');
  const usermod = withTool('usermod', sh`usermod ${flags} -- ${declared.name}`, otherwise);
  const moves = paths.has('home') && declared.moveHome;
  return [
    ...(moves ? [sh`mkdir -p -- ${parentOf(homeOf(declared))}`] : []),
    ...(flags.length === 0 ? [] : [usermod]),
    ...(paths.has('create_home') && declared.needsHome ? [makeHome(declared)] : []),
  ];
}

function usermodFlags(
  declared: UserDeclared,
  paths: ReadonlySet<string>,
  state: UserState | undefined,
): readonly (string | number)[] {
  const { uid, nonUnique, group, comment, home, moveHome, shell } = declared;
  const flags: (string | number)[] = [];
  if (paths.has('uid') && uid !== null) flags.push('-u', uid, ...(nonUnique ? ['-o'] : []));
  if (paths.has('group') && group !== null) flags.push('-g', group);
  if (paths.has('groups')) flags.push(...groupFlags(declared, state));
  if (paths.has('comment') && comment !== null) flags.push('-c', comment);
  if (paths.has('home') && home !== null) flags.push('-d', home, ...(moveHome ? ['-m'] : []));
  if (paths.has('shell') && shell !== null) flags.push('-s', shell);
  return [...flags, ...lockFlags(declared, paths)];
}

/** With a password the lock is written together with it. */
function lockFlags({ locked }: UserDeclared, paths: ReadonlySet<string>): readonly string[] {
  if (!paths.has('locked') || paths.has('password')) return [];
  return [locked === true ? '-L' : '-U'];
}

function groupFlags(declared: UserDeclared, state: UserState | undefined): readonly string[] {
  const groups = declared.groups ?? [];
  if (!declared.append) return ['-G', groups.join(',')];
  if (state === undefined || isUnknown(state.groups)) return ['-a', '-G', groups.join(',')];
  return ['-a', '-G', groupChanges(declared, { ...state, groups: state.groups }).missing.join(',')];
}

/** The changed properties that nothing but usermod can change. */
export function usermodPaths(edits: readonly Edit[]): readonly string[] {
  return edits.map(({ path }) => path).filter((path) => ['uid', 'group', 'comment', 'home', 'shell'].includes(path));
}

/** What can be changed without usermod: groups and the lock. */
function withBusybox(declared: UserDeclared, paths: ReadonlySet<string>, state: UserState): ShellText {
  const lock =
    paths.has('locked') && !paths.has('password')
      ? [sh`passwd ${shRaw(declared.locked === true ? '-l' : '-u')} ${declared.name}`]
      : [];
  return shJoin([...(paths.has('groups') ? memberCommands(declared, state) : []), ...lock], ' && ');
}

function memberCommands(declared: UserDeclared, state: UserState): readonly ShellText[] {
  const { name, append } = declared;
  const groups = isUnknown(state.groups) ? [] : state.groups;
  const { missing, surplus } = groupChanges(declared, { ...state, groups });
  return [
    ...missing.map((group) => addMember(name, group)),
    ...(append ? [] : surplus.map((group) => removeMember(name, group))),
  ];
}

/**
 * Makes the home directory that an existing account lacks, as useradd would: the mode of login.defs, the skeleton, all of it given
 * to the account only when it is complete. Making the directory fails if somebody put anything there meanwhile.
 */
function makeHome(declared: UserDeclared): ShellText {
  const home = homeOf(declared);
  const skeleton = declared.skeleton ?? '/etc/skel';
  return sh`if [ ! -d ${home} ]; then
  setting() { sed -n "s/^$1[[:space:]]\\{1,\\}\\([0-7]\\{1,\\}\\).*/\\1/p" /etc/login.defs 2>/dev/null | tail -n 1; }
  mask=$(setting UMASK) mode=$(setting HOME_MODE)
  mkdir -p -- ${parentOf(home)} && ( umask "\${mask:-022}" && mkdir -- ${home} ) &&
  { [ ! -d ${skeleton} ] || cp -R -P -- ${`${skeleton}/.`} ${home}; } &&
  { [ -z "$mode" ] || chmod "$mode" -- ${home}; } &&
  chown -R -h -- "$(id -u ${declared.name}):$(id -g ${declared.name})" ${home}
fi`;
}
