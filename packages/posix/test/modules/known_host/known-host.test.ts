import { createHash } from 'node:crypto';
import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { editHosts } from '../../../src/modules/known_host/edit.ts';
import { hashedName } from '../../../src/modules/known_host/host-line.ts';
import { knownHost } from '../../../src/modules/known_host/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { madeKey } from '../authorized_keys/made-key.ts';

const ed = (name: string): string => `ssh-ed25519 ${madeKey(name)}`;
const hashed = (host: string, name = host): string => `${hashedName(host, madeKey(name))}`;
/** A well-formed key of another type (RFC 5656): the kit only knows how to make Ed25519 keys. */
const ecdsa = (name: string): string => {
  const field = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const fields = [Buffer.from('ecdsa-sha2-nistp256'), Buffer.from('nistp256'), Buffer.alloc(65, name)];
  return `ecdsa-sha2-nistp256 ${Buffer.concat(fields.map(field)).toString('base64')}`;
};

type Case = {
  readonly rule: string;
  readonly declared: JsonObject;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly host?: string;
};

const cases: readonly Case[] = [
  {
    rule: 'does nothing when the key is known',
    declared: { keys: [ed('a')] },
    before: [`# x`, `git ${ed('a')} note`],
    after: [`# x`, `git ${ed('a')} note`],
  },
  {
    rule: 'does nothing when the key is known under a hashed name',
    declared: { keys: [ed('a')] },
    before: [`${hashed('git')} ${ed('a')}`],
    after: [`${hashed('git')} ${ed('a')}`],
  },
  {
    rule: 'does nothing when the key is known in a list of names',
    declared: { keys: [ed('a')] },
    before: [`GIT,10.0.0.1 ${ed('a')}`],
    after: [`GIT,10.0.0.1 ${ed('a')}`],
  },
  {
    rule: 'adds a host behind what is there',
    declared: { keys: [`${ed('a')} by hand`] },
    before: ['# ours', '', `other ${ed('o')}`],
    after: ['# ours', '', `other ${ed('o')}`, `git ${ed('a')} by hand`],
  },
  {
    rule: 'replaces a changed key in its place',
    declared: { keys: [ed('b')] },
    before: [`git ${ed('a')}`, `other ${ed('o')}`],
    after: [`git ${ed('b')}`, `other ${ed('o')}`],
  },
  {
    rule: 'replaces a changed key under a hashed name',
    declared: { keys: [ed('b')] },
    before: [`${hashed('git', 'a')} ${ed('a')}`],
    after: [`${hashed('git', 'b')} ${ed('b')}`],
  },
  {
    rule: 'keeps other hosts of a line whose key has changed',
    declared: { keys: [ed('b')] },
    before: [`git,10.0.0.1 ${ed('a')} note`],
    after: [`10.0.0.1 ${ed('a')} note`, `git ${ed('b')}`],
  },
  {
    rule: 'keeps keys of other types',
    declared: { keys: [ed('b')] },
    before: [`git ${ecdsa('x')}`, `git ${ed('a')}`],
    after: [`git ${ecdsa('x')}`, `git ${ed('b')}`],
  },
  {
    rule: 'forgets keys of other types when exclusive',
    declared: { keys: [ed('b')], exclusive: true },
    before: [`git ${ecdsa('x')}`, `git ${ed('b')}`],
    after: [`git ${ed('b')}`],
  },
  {
    rule: 'knows a host by several keys',
    declared: { keys: [ed('a'), ed('b'), ecdsa('x')] },
    before: [`git ${ed('c')}`],
    after: [`git ${ed('a')}`, `git ${ed('b')}`, `git ${ecdsa('x')}`],
  },
  {
    rule: 'forgets every key of a host',
    declared: { state: 'absent' },
    before: [`git ${ed('a')}`, `${hashed('git')} ${ecdsa('x')}`, `git,b ${ed('c')}`, `gitlab ${ed('d')}`],
    after: [`b ${ed('c')}`, `gitlab ${ed('d')}`],
  },
  {
    rule: 'forgets one key of a host',
    declared: { state: 'absent', keys: [ed('a')] },
    before: [`git ${ed('a')}`, `git ${ecdsa('x')}`],
    after: [`git ${ecdsa('x')}`],
  },
  {
    rule: 'hashes names when told so, also one that shares its line',
    declared: { keys: [ed('a')], hash: true },
    before: [`git,b ${ed('a')} note`],
    after: [`b ${ed('a')} note`, `${hashed('git', 'a')} ${ed('a')} note`],
  },
  {
    rule: 'writes hashed names plainly when told so',
    declared: { keys: [ed('a')], hash: false },
    before: [`${hashed('git', 'a')} ${ed('a')}`],
    after: [`git ${ed('a')}`],
  },
  {
    rule: 'trusts an authority beside keys of the same type',
    declared: { keys: [ed('ca')], marker: 'cert-authority' },
    before: [`git ${ed('a')}`, `@cert-authority git ${ed('old')}`],
    after: [`git ${ed('a')}`, `@cert-authority git ${ed('old')}`, `@cert-authority git ${ed('ca')}`],
  },
  {
    rule: 'revokes a key and leaves the others',
    declared: { keys: [ed('a')], marker: 'revoked' },
    before: [`git ${ed('a')}`],
    after: [`git ${ed('a')}`, `@revoked git ${ed('a')}`],
  },
  {
    rule: 'keeps lines that ssh would skip and patterns that fit',
    declared: { keys: [ed('a')] },
    before: ['@wrong git x', 'git ssh-ed25519 AAAA', `*.git,g?t ${ed('p')}`],
    after: ['@wrong git x', 'git ssh-ed25519 AAAA', `*.git,g?t ${ed('p')}`, `git ${ed('a')}`],
  },
  {
    rule: 'knows another port as another host',
    declared: { keys: [ed('b')] },
    host: '[git]:2222',
    before: [`git ${ed('a')}`, `[git]:2222 ${ed('o')}`],
    after: [`git ${ed('a')}`, `[git]:2222 ${ed('b')}`],
  },
  {
    rule: 'takes what ssh-keyscan prints',
    declared: { keys: [`[git]:2222 ${ed('b')}`] },
    host: '[git]:2222',
    before: [],
    after: [`[git]:2222 ${ed('b')}`],
  },
];

describe('a known host', () => {
  for (const { rule, declared, before, after, host = 'git' } of cases) {
    it(rule, () => {
      const state = declareOrThrow(knownHost, { identity: host, properties: declared });
      const edited = editHosts(partOf(state), textOf(before), (text) => text);
      expect(edited).to.deep.equal({ kind: 'text', text: textOf(after) });
      expect(
        editHosts(partOf(state), textOf(after), (text) => text),
        'the second time',
      ).to.deep.equal(edited);
    });
  }

  it('makes the file that is not there, and says what it will hold', () => {
    const state = declareOrThrow(knownHost, { identity: 'git', properties: { keys: [ed('a')] } });
    const answers: Answers = { stat: absent, otherStat: absent, content: absent, parent: directory };
    const { observed, problems } = knownHost.observe(state, answers);
    expect(problems).to.deep.equal([]);
    const { operations } = knownHost.operations(state, knownHost.diff(state, observed), observed);
    expect(operations.map(({ title }) => title)).to.deep.equal([
      'change the known_host git in /etc/ssh/ssh_known_hosts',
    ]);
    const after = { ...answers, ...knownHost.predict(state, answers).answers };
    expect(knownHost.diff(state, knownHost.observe(state, after).observed)).to.deep.equal([]);
  });

  it('says that the host was known by another key', () => {
    const state = declareOrThrow(knownHost, { identity: 'git', properties: { keys: [ed('b')] } });
    const bytes = Buffer.from(`${hashed('git', 'a')} ${ed('a')}\n`);
    const content = { sha256: createHash('sha256').update(bytes).digest('hex'), base64: bytes.toString('base64') };
    const stat = found({ type: 'file', mode: '0644', sizeBytes: bytes.length });
    const { observed } = knownHost.observe(state, {
      stat,
      otherStat: stat,
      content: found(content),
      parent: directory,
    });
    const { reasons } = knownHost.operations(state, knownHost.diff(state, observed), observed);
    expect(reasons).to.deep.equal(['git was known by another ssh-ed25519 key']);
  });

  const identities = {
    GIT: 'git',
    '[git]:22': 'git',
    '[Git]:2222': '[git]:2222',
    '::1': '::1',
    '/home/a/.ssh/known_hosts#git': '/home/a/.ssh/known_hosts#git',
    '/etc/ssh//ssh_known_hosts#git': 'git',
  };
  for (const [written, identity] of Object.entries(identities)) {
    it(`takes ${written} for ${identity}`, () => {
      const result = knownHost.declare({ identity: written, properties: { keys: [ed('a')] } });
      expect(result).to.include({ kind: 'declared', identity });
    });
  }

  const refused: readonly { readonly identity?: string; readonly properties: JsonObject; readonly says: string }[] = [
    { identity: 'git,10.0.0.1', properties: { keys: [ed('a')] }, says: 'one host' },
    { identity: 'a b', properties: { keys: [ed('a')] }, says: 'no name' },
    { identity: '|1|x|y', properties: { keys: [ed('a')] }, says: 'no name' },
    { identity: '[git]:0', properties: { keys: [ed('a')] }, says: 'no name' },
    { identity: '[git]:99999', properties: { keys: [ed('a')] }, says: 'no name' },
    { properties: { keys: [`gitlab ${ed('a')}`] }, says: 'and not of git' },
    { properties: { keys: [`@revoked git ${ed('a')}`] }, says: 'marker @revoked' },
    { properties: { keys: ['ssh-ed25519 AAAA'] }, says: 'cut' },
    { properties: { keys: [`no-pty ${ed('a')}\nroot`] }, says: 'more than one line' },
    { properties: {}, says: 'by which keys' },
    { properties: { state: 'absent', exclusive: true }, says: 'exclusive' },
    { properties: { keys: [ed('a')], file: 'known_hosts' }, says: 'absolute' },
  ];
  for (const { identity = 'git', properties, says } of refused) {
    it(`refuses ${identity} with ${JSON.stringify(properties).slice(0, 60)}`, () => {
      const result = knownHost.declare({ identity, properties });
      expect(result.kind === 'invalid' ? result.problems[0]?.detail : '').to.include(says);
    });
  }
});

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const directory = found({ type: 'directory', mode: '0755' });

function partOf(declared: unknown): Parameters<typeof editHosts>[0] {
  return (declared as { readonly part: Parameters<typeof editHosts>[0] }).part;
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
