import { posix } from 'node:path';
import type { Account, Group, SimulatedHost } from './host.ts';
import type { Job } from './perform.ts';

/**
 * Jobs of the tools for accounts and groups. A script has several ways, one for each kind of host; on this one, the tools of the
 * shadow suite are there, an account that exists is not made again, and a tool that finds no account or group does nothing.
 */
export function performAccounts(host: SimulatedHost, { title, commands, stdin }: Job): string | undefined {
  const [, name] = /^(?:set up|remove) (?:user|group) ([^ ]+)/.exec(title) ?? [];
  if (name === undefined) return undefined;
  for (const command of commands) {
    const [tool = '', ...words] = command.map((word) => word.text);
    if (tool === 'printf' && words[0] === String.raw`%s:%s%s\n`)
      setPassword(host, words[1] ?? '', `${words[2]}${stdin.trimEnd()}`);
    else if (command.every((word) => word.isFixed)) tools[tool]?.(host, readFlags(tool, words));
  }
  const isThere = host.accounts.has(name) || host.groups.has(name);
  return title.startsWith('set up') && !isThere ? `${title} came to nothing` : '';
}

type Flags = { readonly flags: ReadonlyMap<string, string>; readonly name: string; readonly words: readonly string[] };

/** Letters of the flags that take a value. */
const valued: Readonly<Record<string, string>> = {
  useradd: 'uGcdksg',
  usermod: 'uGcdsg',
  groupadd: 'g',
  groupmod: 'g',
  chage: 'EImMW',
};

function readFlags(tool: string, words: readonly string[]): Flags {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const letter = word.slice(1, 2);
    if (word === '--') continue;
    if (!word.startsWith('-')) plain.push(word);
    else if (valued[tool]?.includes(letter) === true) {
      at += 1;
      flags.set(letter, words[at] ?? '');
    } else flags.set(letter, '');
  }
  return { flags, name: plain.at(-1) ?? '', words: plain };
}

const tools: Readonly<Record<string, (host: SimulatedHost, call: Flags) => void>> = {
  groupadd: addGroup,
  groupmod: (host, { flags, name }) => changeGroup(host, name, { gid: Number(flags.get('g')) }),
  groupdel: (host, { name }) => host.groups.delete(name),
  gpasswd: changeMember,
  useradd: addUser,
  usermod: changeUser,
  userdel: removeUser,
  chage: changeAgeing,
  mkdir: makeHome,
};

function addGroup(host: SimulatedHost, { flags, name }: Flags): void {
  if (host.groups.has(name)) return;
  const taken = new Set([...host.groups.values()].map((group) => group.gid));
  const gid = flags.has('g') ? Number(flags.get('g')) : host.freeNumber(flags.has('r'), taken);
  host.groups.set(name, { name, gid, members: [] });
}

function changeGroup(host: SimulatedHost, name: string, given: Partial<Group>): void {
  const group = host.groups.get(name);
  if (group !== undefined) host.groups.set(name, { ...group, ...given });
}

function changeMember(host: SimulatedHost, { flags, words }: Flags): void {
  const [member = '', name = ''] = words;
  const members = host.groups.get(name)?.members ?? [];
  if (flags.has('a') && !members.includes(member)) changeGroup(host, name, { members: [...members, member] });
  if (flags.has('d')) changeGroup(host, name, { members: members.filter((each) => each !== member) });
  if (flags.has('M')) changeGroup(host, name, { members: member.split(',').filter((each) => each !== '') });
}

function addUser(host: SimulatedHost, { flags, name }: Flags): void {
  if (host.accounts.has(name)) return;
  const group = flags.get('g');
  if (group !== undefined && host.gidOf(group) === undefined) return;
  if (group === undefined) addGroup(host, { flags: new Map(flags.has('r') ? [['r', '']] : []), name, words: [] });
  const taken = new Set([...host.accounts.values()].map((account) => account.uid));
  const uid = flags.has('u') ? Number(flags.get('u')) : host.freeNumber(flags.has('r'), taken);
  const gid = host.gidOf(group ?? name) ?? 0;
  const home = flags.get('d') ?? `/home/${name}`;
  host.addAccount({ name, uid, gid, home, shell: flags.get('s') ?? '/bin/sh', comment: flags.get('c') ?? '' });
  joinGroups(host, name, flags.get('G') ?? '');
  if (flags.has('m')) giveHome(host, name);
}

function changeUser(host: SimulatedHost, { flags, name }: Flags): void {
  const account = host.accounts.get(name);
  if (account === undefined) return;
  const changed = { ...account, ...changesOf(host, account, flags) };
  host.accounts.set(name, changed);
  if (changed.uid !== account.uid) giveFiles(host, account, changed.uid);
  if (flags.has('G') && !flags.has('a')) leaveGroups(host, name);
  joinGroups(host, name, flags.get('G') ?? '');
}

/** What the account owned in its home is its own still. */
function giveFiles(host: SimulatedHost, { uid, home }: Account, given: number): void {
  for (const path of [home, ...host.files.below(home)])
    if (host.files.find(path)?.uid === uid) host.files.change(path, false, { uid: given });
}

const usermodFields: Readonly<Record<string, (host: SimulatedHost, value: string, old: Account) => Partial<Account>>> =
  {
    u: (_, value) => ({ uid: Number(value) }),
    g: (host, value, old) => ({ gid: host.gidOf(value) ?? old.gid }),
    c: (_, comment) => ({ comment }),
    d: (_, home) => ({ home }),
    s: (_, shell) => ({ shell }),
    L: (_, __, { password }) => ({ password: `!${password.replace(/^!/, '')}` }),
    U: (_, __, { password }) => ({ password: password.replace(/^!/, '') }),
  };

function changesOf(host: SimulatedHost, old: Account, flags: Flags['flags']): Partial<Account> {
  return Object.assign(
    {},
    ...[...flags].map(([flag, value]) => usermodFields[flag]?.(host, value, old)),
  ) as Partial<Account>;
}

function joinGroups(host: SimulatedHost, name: string, list: string): void {
  for (const group of list.split(','))
    if (group !== '') changeMember(host, { flags: new Map([['a', '']]), words: [name, group], name: group });
}

function leaveGroups(host: SimulatedHost, name: string): void {
  for (const { name: group, members } of host.groups.values())
    changeGroup(host, group, { members: members.filter((each) => each !== name) });
}

/** As on Debian: with the account goes its own group when nobody else is in it. */
function removeUser(host: SimulatedHost, { flags, name }: Flags): void {
  const account = host.accounts.get(name);
  if (account === undefined) return;
  host.accounts.delete(name);
  leaveGroups(host, name);
  const isOwn = host.groups.get(name)?.members.length === 0;
  const isUsed = [...host.accounts.values()].some((each) => each.gid === host.groups.get(name)?.gid);
  if (isOwn && !isUsed) host.groups.delete(name);
  if (flags.has('r')) host.files.remove(account.home);
}

const ageingFlags = { E: 'expires', m: 'min', M: 'max', W: 'warn', I: 'inactive' } as const;

function changeAgeing(host: SimulatedHost, { flags, name }: Flags): void {
  const account = host.accounts.get(name);
  if (account === undefined) return;
  const changes = Object.entries(ageingFlags).flatMap(([flag, field]) =>
    flags.has(flag) ? [[field, Number(flags.get(flag))] as const] : [],
  );
  host.accounts.set(name, { ...account, ageing: { ...account.ageing, ...Object.fromEntries(changes) } });
}

function setPassword(host: SimulatedHost, name: string, password: string): void {
  const account = host.accounts.get(name);
  if (account !== undefined) host.accounts.set(name, { ...account, password });
}

/** The home of an account, and the directories that lead to a new one. */
function makeHome(host: SimulatedHost, { flags, name: path }: Flags): void {
  if (flags.has('p')) host.files.makeAll(path);
  else for (const account of host.accounts.values()) if (account.home === path) giveHome(host, account.name);
}

function giveHome(host: SimulatedHost, name: string): void {
  const account = host.accounts.get(name);
  if (account === undefined || host.files.find(account.home) !== undefined) return;
  host.files.makeAll(posix.dirname(account.home));
  host.files.put(account.home, { type: 'directory', mode: '0700', uid: account.uid, gid: account.gid });
}
