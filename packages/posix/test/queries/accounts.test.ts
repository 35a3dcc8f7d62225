import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { accountKind, accountQuery } from '../../src/queries/account.ts';
import { groupKind, groupQuery } from '../../src/queries/group.ts';
import { membershipKind, membershipQuery, primaryUsersKind, primaryUsersQuery } from '../../src/queries/membership.ts';
import { shadowKind, shadowQuery } from '../../src/queries/shadow.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

const hostileNames = [
  '',
  '-rf',
  '--help',
  '$HOME',
  '`id`',
  "it's",
  'a b',
  'new\nline',
  '*',
  'root:x',
  '+',
  'ü→',
  '=0',
  'no.such@account',
];

const root = {
  name: 'root',
  uid: 0,
  gid: 0,
  comment: 'root',
  home: '/root',
  shell: '/bin/bash',
  local: true,
};

for (const shell of shells) {
  describe(`accounts and groups of a node, asked in ${shell.name}`, () => {
    const askAll = (queries: Parameters<typeof askHere>[1], as?: string) => askHere(shell.command, queries, as);

    it('finds an account by name and by number, and the unknown is absent', async () => {
      expect(await askAll([accountQuery('root'), accountQuery('0'), accountQuery('no-such-account')])).to.deep.equal([
        { status: 'found', value: root },
        { status: 'found', value: root },
        { status: 'absent' },
      ]);
    });

    it('finds a group by name and by number with its members', async () => {
      const found = { status: 'found', value: { name: 'root', gid: 0, members: [], local: true } };
      expect(await askAll([groupQuery('root'), groupQuery('no-such-group'), groupQuery('0')])).to.deep.equal([
        found,
        { status: 'absent' },
        found,
      ]);
    });

    it('takes hostile names for names that nobody has', async () => {
      for (const kind of [accountQuery, groupQuery]) {
        const answers = await askAll([...hostileNames.map((name) => kind(name)), kind('root')]);
        expect(answers.map(({ status }) => status)).to.deep.equal([...hostileNames.map(() => 'absent'), 'found']);
      }
      const answers = await askAll([...hostileNames.map(shadowQuery), ...hostileNames.map(membershipQuery)]);
      expect(answers.slice(0, hostileNames.length)).to.deep.equal(hostileNames.map(() => ({ status: 'absent' })));
      expect(answers.slice(hostileNames.length)).to.deep.equal(
        hostileNames.map(() => ({ status: 'found', value: { primary: null, groups: [] } })),
      );
    });

    it('tells the primary group of an account and who has a group as primary group', async () => {
      const answers = await askAll([membershipQuery('root'), primaryUsersQuery('root'), primaryUsersQuery('none')]);
      expect(answers).to.deep.equal([
        { status: 'found', value: { primary: 'root', groups: [] } },
        { status: 'found', value: { users: ['root'] } },
        { status: 'found', value: { users: [] } },
      ]);
    });

    it('tells the password state by a digest and never by the hash', async function () {
      if (process.getuid?.() !== 0) this.skip();
      const line = /^root:(.*)$/m.exec(readFileSync('/etc/shadow', 'utf8'))?.[1] ?? '';
      const hash = (line.split(':')[0] ?? '').replace(/^!+/, '');
      const [answer] = await askAll([shadowQuery('root')]);
      expect(answer).to.have.nested.property('value.locked', line.startsWith('!'));
      if (hash.includes('$')) {
        expect(answer).to.have.nested.property('value.sha256', createHash('sha256').update(hash).digest('hex'));
        expect(JSON.stringify(answer)).to.not.include(hash);
      } else {
        expect(answer).to.have.nested.property('value.sha256', null);
      }
    });

    it('says that an account without the right may not read passwords, and still finds accounts', async function () {
      if (process.getuid?.() !== 0) this.skip();
      const nobody = '/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups';
      expect(await askAll([shadowQuery('root'), accountQuery('root')], nobody)).to.deep.equal([
        { status: 'unknown', cause: { kind: 'denied', what: '/etc/shadow' } },
        { status: 'found', value: root },
      ]);
    });
  });
}

describe('reading accounts and groups', () => {
  const text = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));

  it('tells accounts of a directory from those of the node', () => {
    const output = text([
      'local:x:1000:1000::/home/local:/bin/sh',
      '=0',
      'remote:*:70000:70000:R:/home/remote:/bin/sh',
      '',
    ]);
    const [local, remote] = accountKind.parse(output, [accountQuery('local'), accountQuery('remote')], 0);
    expect(local).to.have.nested.property('value.local', true);
    expect(remote).to.deep.equal({
      status: 'found',
      value: {
        name: 'remote',
        uid: 70000,
        gid: 70000,
        comment: 'R',
        home: '/home/remote',
        shell: '/bin/sh',
        local: false,
      },
    });
  });

  it('does not call an account absent when the name service was too slow to answer', () => {
    const output = text(['root:x:0:0::/root:/bin/sh', '=124', '']);
    const cause = { kind: 'unavailable', what: 'the name service of the node does not answer' };
    expect(accountKind.parse(output, [accountQuery('root'), accountQuery('ldap')], 0)).to.deep.equal([
      { status: 'found', value: { ...root, comment: '', shell: '/bin/sh' } },
      { status: 'unknown', cause },
    ]);
    expect(groupKind.parse(output, [groupQuery('ldap')], 0)).to.deep.equal([{ status: 'unknown', cause }]);
  });

  it('passes over compatibility entries, comments and broken lines as every libc does', () => {
    const output = text(['+::::::', '#off:x:5:5:::', 'broken', 'a:x:5:6:c:/h:/s', '=2', '']);
    const names = ['+', '#off', 'broken', 'a'];
    expect(accountKind.parse(output, names.map(accountQuery), 0).map(({ status }) => status)).to.deep.equal([
      'absent',
      'absent',
      'absent',
      'found',
    ]);
  });

  it('calls cut or senseless output unknown, never absent', () => {
    const kinds = [
      { kind: accountKind, query: accountQuery('root') },
      { kind: groupKind, query: groupQuery('root') },
      { kind: membershipKind, query: membershipQuery('root') },
      { kind: primaryUsersKind, query: primaryUsersQuery('root') },
      { kind: shadowKind, query: shadowQuery('root') },
    ];
    for (const { kind, query } of kinds) {
      for (const bytes of ['', 'garbage', 'root:x:0:0', '\0\xff\xfe', 'ok?']) {
        const [answer] = kind.parse(Buffer.from(bytes, 'latin1'), [query], 0);
        expect(answer, `${kind.kind} ${JSON.stringify(bytes)}`).to.have.property('status', 'unknown');
      }
    }
  });

  it('reads the days of an account: 0 is a day, nothing and negative numbers are not set', () => {
    const line = (days: string): Buffer => text(['ok', `a:1:never::${days}`, '']);
    const read = (days: string) => shadowKind.parse(line(days), [shadowQuery('a')], 0)[0];
    const never = { locked: true, password: 'never', sha256: null };
    expect(read('0:0:99999:7:')).to.deep.equal({
      status: 'found',
      value: { ...never, expiresDay: 0, minDays: 0, maxDays: 99999, warnDays: 7, inactiveDays: -1 },
    });
    expect(read('::-1::5')).to.deep.equal({
      status: 'found',
      value: { ...never, expiresDay: -1, minDays: -1, maxDays: -1, warnDays: -1, inactiveDays: 5 },
    });
  });
});
