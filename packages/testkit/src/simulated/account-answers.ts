import { createHash } from 'node:crypto';
import type { Answer, Json } from '@setpoint/model';
import { type AnswerKind, found, textOf } from './answer-kind.ts';
import type { Entry } from './file-tree.ts';
import type { Account, Group, SimulatedHost } from './host.ts';

const absent: Answer = { status: 'absent' };

/** Answers about accounts and groups; all of them are the host's own. */
export const accountAnswers: Readonly<Record<string, AnswerKind>> = {
  account: (host, query) => {
    const account = findAccount(host, textOf(query, 'name'));
    if (account === undefined) return absent;
    const { name, uid, gid, comment, home, shell } = account;
    return found({ name, uid, gid, comment, home, shell, local: true });
  },
  group: (host, query) => {
    const group = findGroup(host, textOf(query, 'name'));
    return group === undefined ? absent : found({ ...group, local: true });
  },
  membership: (host, query) => {
    const name = textOf(query, 'name');
    const gid = host.accounts.get(name)?.gid;
    const primary = [...host.groups.values()].find((group) => group.gid === gid)?.name ?? null;
    const listed = [...host.groups.values()].filter((group) => group.members.includes(name));
    return found({ primary, groups: listed.map((group) => ({ name: group.name, gid: group.gid })) });
  },
  'primary-users': (host, query) => {
    const gid = findGroup(host, textOf(query, 'name'))?.gid;
    return found({ users: [...host.accounts.values()].filter((each) => each.gid === gid).map((each) => each.name) });
  },
  shadow: (host, query) => {
    const account = host.accounts.get(textOf(query, 'name'));
    return account === undefined ? absent : found(shadowOf(account));
  },
  'authorized-keys': (host, query) => {
    const account = findAccount(host, textOf(query, 'account'));
    if (account === undefined) return absent;
    const { uid, home } = account;
    const hasHome = host.files.find(home, true)?.type === 'directory';
    const file = host.files.find(`${home}/.ssh/authorized_keys`);
    return found({
      uid,
      home,
      hasHome,
      directory: homeEntry(host.files.find(`${home}/.ssh`), 'directory'),
      file: homeEntry(file, 'file'),
      base64: file?.type === 'file' ? file.content.toString('base64') : '',
    });
  },
};

function findAccount(host: SimulatedHost, name: string): Account | undefined {
  return host.accounts.get(name) ?? [...host.accounts.values()].find((each) => String(each.uid) === name);
}

function findGroup(host: SimulatedHost, name: string): Group | undefined {
  return host.groups.get(name) ?? [...host.groups.values()].find((each) => String(each.gid) === name);
}

function shadowOf({ password, ageing }: Account): Readonly<Record<string, Json>> {
  const hash = password.replace(/^!+/, '');
  const locked = hash !== password;
  const isHash = hash.includes('$');
  return {
    locked,
    password: isHash ? 'set' : hash !== '' ? 'disabled' : locked ? 'never' : 'empty',
    sha256: isHash ? createHash('sha256').update(hash).digest('hex') : null,
    expiresDay: ageing.expires,
    minDays: ageing.min,
    maxDays: ageing.max,
    warnDays: ageing.warn,
    inactiveDays: ageing.inactive,
  };
}

function homeEntry(entry: Entry | undefined, wanted: Entry['type']): Json {
  if (entry === undefined) return { type: 'absent' };
  if (entry.type === 'link') return { type: 'link' };
  return entry.type === wanted ? { type: 'plain', uid: entry.uid, mode: entry.mode } : { type: 'other' };
}
