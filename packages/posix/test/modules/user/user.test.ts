import type { Answers, JsonObject, Operation } from '@setpoint/model';
import { expect } from 'chai';
import { user } from '../../../src/modules/user/index.ts';
import {
  absent,
  account,
  cases,
  declare,
  directory,
  found,
  groupOf,
  hash,
  later,
  missing,
  otherHash,
  present,
} from './cases.ts';

describe('a user', () => {
  for (const { rule, declared, answers, edits, script = [], without = [], hazards = [] } of cases) {
    it(rule, () => {
      const state = declare(declared);
      const { observed, problems } = user.observe(state, answers);
      expect(problems).to.deep.equal([]);
      const needed = user.diff(state, observed);
      expect(needed.map(({ path, before, after }) => `${path} ${show(before)}→${show(after)}`)).to.deep.equal(edits);
      const { operations } = user.operations(state, needed, observed);
      expect(operations).to.have.length(edits.length === 0 ? 0 : 1);
      const text = scriptOf(operations[0]);
      for (const part of script) expect(text).to.include(part);
      for (const part of without) expect(text).to.not.include(part);
      expect(operations.flatMap((operation) => operation.hazards.map(({ kind }) => kind))).to.deep.equal(hazards);
      const after = { ...answers, ...user.predict(state, answers).answers };
      expect(user.diff(state, user.observe(state, after).observed), 'the second plan').to.deep.equal([]);
    });
  }

  it('never has a hash in what a plan holds', () => {
    const state = declare({ password: hash, locked: true });
    const { observed } = user.observe(state, missing);
    const edits = user.diff(state, observed);
    const plan = [state, edits, user.operations(state, edits, observed), user.predict(state, missing)];
    expect(JSON.stringify(plan)).to.not.include(hash.slice(3, 40));
  });

  it('tells units of the account whether they will have a manager', () => {
    const managers = [
      [{ linger: true }, missing],
      [{}, missing],
      [{ linger: false }, { ...present, linger: found({ type: 'file' }) }],
      [{ state: 'absent' }, present],
      [{}, present],
    ] as const;
    const told = managers.map(([declared, answers]) => user.predict(declare(declared), answers).others ?? []);
    const query = { kind: 'user-manager', account: 'alice' };
    expect(told).to.deep.equal([
      [{ query, answer: found({ status: 'lingers' }) }],
      [{ query, answer: found({ status: 'none' }) }],
      [{ query, answer: found({ status: 'none' }) }],
      [{ query, answer: absent }],
      [],
    ]);
  });

  it('tells later resources of the account it makes, and leaves open what the node decides', () => {
    const { answers } = user.predict(declare({ groups: ['web'] }), missing);
    expect(answers['account']).to.deep.equal(
      found({ name: 'alice', uid: null, gid: null, comment: '', home: '/home/alice', shell: null, local: true }),
    );
    expect(answers['group alice']).to.deep.equal(found({ name: 'alice', gid: null, members: [], local: true }));
    expect(answers['group web']).to.deep.equal(groupOf('web', 1500, ['alice']));
    const after = { status: 'unknown', cause: { kind: 'after', address: 'user:alice' } };
    expect(answers['home']).to.deep.equal(after);
    expect(answers['skeleton .bashrc']).to.deep.equal(after);
    expect(answers['keys']).to.deep.equal(after);
  });

  const problems: readonly {
    readonly rule: string;
    readonly declared: JsonObject;
    readonly answers: Answers;
    readonly codes: readonly string[];
  }[] = [
    {
      rule: 'cannot have the number of another account',
      declared: { uid: 7 },
      answers: { ...missing, uidHolder: found({ ...account, name: 'bob', uid: 7 }) },
      codes: ['SP620'],
    },
    {
      rule: 'cannot be deleted with a home directory that is a link, which userdel would leave after the account is gone',
      declared: { state: 'absent', remove_home: true, force: true },
      answers: { ...present, home: found({ type: 'link', uid: 0, owner: 'root' }) },
      codes: ['SP603'],
    },
    {
      rule: 'cannot be deleted with a home directory of somebody else',
      declared: { state: 'absent', remove_home: true },
      answers: { ...present, home: found({ type: 'directory', uid: 0, owner: 'root' }) },
      codes: ['SP603'],
    },
    {
      rule: 'is deleted with a home directory of somebody else when that is forced',
      declared: { state: 'absent', remove_home: true, force: true },
      answers: { ...present, home: found({ type: 'directory', uid: 0, owner: 'root' }) },
      codes: [],
    },
    {
      rule: 'cannot make a key where there is no ssh-keygen',
      declared: { ssh_key: {} },
      answers: { ...present, sshKey: found({ isThere: false }), keygen: absent },
      codes: ['SP689'],
    },
    {
      rule: 'needs no ssh-keygen for a key that is there',
      declared: { ssh_key: {} },
      answers: { ...present, sshKey: found({ isThere: true }), keygen: absent },
      codes: [],
    },
    {
      rule: 'cannot be changed where busybox has nothing in the place of usermod and chage',
      declared: { shell: '/bin/ash', comment: 'A', expires: '2030-01-31' },
      answers: { ...present, 'tool usermod': absent, 'tool chage': absent },
      codes: ['SP658', 'SP658'],
    },
    {
      rule: 'needs no usermod for groups, a lock and a password',
      declared: { groups: ['web'], locked: true, password: otherHash },
      answers: { ...present, 'tool usermod': absent, 'tool chage': absent, 'tool useradd': absent },
      codes: [],
    },
    {
      rule: 'may get usermod from a package before it',
      declared: { shell: '/bin/ash' },
      answers: { ...present, 'tool usermod': later },
      codes: [],
    },
    {
      rule: 'cannot have a number of a range where there is no useradd',
      declared: { uid_min: 3000 },
      answers: { ...missing, 'tool useradd': absent },
      codes: ['SP658'],
    },
    {
      rule: 'is made without useradd where nothing but busybox is needed',
      declared: { uid: 3000, groups: ['web'], shell: '/bin/ash' },
      answers: { ...missing, uidHolder: absent, 'tool useradd': absent, 'tool usermod': absent, 'tool chage': absent },
      codes: [],
    },
    {
      rule: 'cannot linger where there is no logind',
      declared: { linger: true },
      answers: { ...present, linger: absent, logind: absent },
      codes: ['SP685'],
    },
    {
      rule: 'shares a number where that is meant',
      declared: { uid: 7, non_unique: true },
      answers: { ...missing, uidHolder: found({ ...account, name: 'bob', uid: 7 }) },
      codes: [],
    },
    {
      rule: 'cannot be changed when it comes from a directory',
      declared: { shell: '/bin/bash', groups: ['web'] },
      answers: { ...present, account: found({ ...account, local: false }) },
      codes: ['SP621'],
    },
    {
      rule: 'needs its groups, each missing one a problem of its own',
      declared: { group: 'nope', groups: ['none', 'web'] },
      answers: { ...missing, 'group nope': absent, 'group none': absent },
      codes: ['SP604', 'SP604'],
    },
    {
      rule: 'cannot have a file as home',
      declared: {},
      answers: { ...missing, home: found({ type: 'file' }), homeTarget: found({ type: 'file' }) },
      codes: ['SP603'],
    },
    {
      rule: 'may have a home that a link leads to',
      declared: {},
      answers: { ...missing, home: found({ type: 'link' }), homeTarget: directory },
      codes: [],
    },
  ];
  for (const { rule, declared, answers, codes } of problems) {
    it(rule, () => {
      expect(user.observe(declare(declared), answers).problems.map((problem) => problem.code)).to.deep.equal(codes);
    });
  }

  const refused: readonly { readonly properties: JsonObject; readonly property: string; readonly identity?: string }[] =
    [
      { identity: '-rf', properties: {}, property: '' },
      { identity: 'a b', properties: {}, property: '' },
      { identity: '$(id)', properties: {}, property: '' },
      { identity: 'new\nline', properties: {}, property: '' },
      { identity: 'root', properties: { state: 'absent' }, property: 'state' },
      { properties: { comment: 'a:b' }, property: 'comment' },
      { properties: { comment: 'a\nb' }, property: 'comment' },
      { properties: { home: 'relative' }, property: 'home' },
      { properties: { home: '/a:b' }, property: 'home' },
      { properties: { shell: '~/bin/zsh' }, property: 'shell' },
      { properties: { groups: ['a,b'] }, property: 'groups' },
      { properties: { append: true }, property: 'append' },
      { properties: { uid: 3000, uid_min: 3000 }, property: 'uid_min' },
      { properties: { uid: 3000, uid_max: 3000 }, property: 'uid_max' },
      { properties: { uid_min: 3001, uid_max: 3000 }, property: 'uid_max' },
      { properties: { move_home: true }, property: 'move_home' },
      { properties: { non_unique: true }, property: 'non_unique' },
      { properties: { update_password: 'on_create' }, property: 'update_password' },
      { properties: { remove_home: true }, property: 'remove_home' },
      { properties: { expires: '2027-02-30' }, property: 'expires' },
      { properties: { expires: 'soon' }, property: 'expires' },
      { properties: { password: 'hunter2hunter' }, property: 'password' },
      { properties: { password: '' }, property: 'password' },
      { properties: { password: hash.slice(0, -1) }, property: 'password' },
      { properties: { password: `!${hash}` }, property: 'password' },
      { properties: { ssh_key: { path: '../other/.ssh/id_rsa' } }, property: 'ssh_key' },
      { properties: { ssh_key: { path: '/etc/key' } }, property: 'ssh_key' },
      { properties: { ssh_key: { bits: 4096 } }, property: 'ssh_key' },
      { properties: { ssh_key: { type: 'ecdsa', bits: 4096 } }, property: 'ssh_key' },
      { properties: { ssh_key: { comment: 'a\nb' } }, property: 'ssh_key' },
    ];
  for (const { identity = 'alice', properties, property } of refused) {
    it(`refuses ${JSON.stringify(identity)} with ${JSON.stringify(properties).slice(0, 60)}`, () => {
      const { password } = properties;
      const body =
        typeof password === 'string' ? { body: { sha256: '0', sizeBytes: password.length, text: password } } : {};
      const result = user.declare({ identity, properties, ...body });
      expect(result).to.have.property('kind', 'invalid');
      expect(result).to.have.nested.property('problems[0].property', property);
      if (typeof password === 'string' && password !== '') expect(JSON.stringify(result)).to.not.include(password);
    });
  }

  const hashes = [
    '*',
    '!',
    '!!',
    '!*',
    `$1$salt$${'x'.repeat(22)}`,
    `$2b$12$${'x'.repeat(53)}`,
    `$5$rounds=5000$salt$${'x'.repeat(43)}`,
    `$6$rounds=656000$saltsaltsaltsalt$${'x'.repeat(86)}\n`,
    `$y$j9T$${'s'.repeat(22)}$${'x'.repeat(43)}`,
    `$gy$j9T$${'s'.repeat(22)}$${'x'.repeat(43)}`,
  ];
  for (const text of hashes) {
    it(`takes the hash ${JSON.stringify(text.slice(0, 24))}`, () => {
      expect(() => declare({ password: text })).to.not.throw();
    });
  }
});

/** The script of an operation without the quotes of the shell. */
function scriptOf(operation: Operation | undefined): string {
  const script = operation?.action['script'];
  return typeof script === 'string' ? script.replaceAll("'", '') : '';
}

function show(value: { readonly kind: string; readonly value?: unknown }): string {
  if (value.kind === 'value') return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
  if (value.kind === 'sensitive') return 'secret';
  return value.kind === 'unknown' ? '?' : '-';
}
