import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { authorizedKeys } from '../../../src/modules/authorized_keys/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { madeKey } from './made-key.ts';

const alice = `ssh-ed25519 ${madeKey('alice')}`;
const bob = `ssh-ed25519 ${madeKey('bob')}`;
const carol = `ssh-ed25519 ${madeKey('carol')}`;

const keysOf = (text: string | undefined, more: JsonObject = {}): Answers => ({
  keys: {
    status: 'found',
    value: {
      uid: 1000,
      home: '/home/deploy',
      hasHome: true,
      directory: { type: 'plain', uid: 1000, mode: '0700' },
      file: text === undefined ? { type: 'absent' } : { type: 'plain', uid: 1000, mode: '0600' },
      base64: Buffer.from(text ?? '').toString('base64'),
      ...more,
    },
  },
});

type Case = {
  readonly rule: string;
  readonly declared: JsonObject;
  readonly found: string | undefined;
  /** The whole text afterwards; left out when nothing is to be done. */
  readonly text?: string;
};

const cases: readonly Case[] = [
  {
    rule: 'does nothing when the keys are there in any order',
    declared: { keys: [alice, bob] },
    found: `${bob} b\n${alice}\n`,
  },
  {
    rule: 'does nothing when the options are the same in another order',
    declared: { keys: [`restrict,command="a, \\"b\\"" ${alice}`] },
    found: `Command="a, \\"b\\"",restrict ${alice} a comment\n`,
  },
  { rule: 'removes nothing where nothing is', declared: { keys: [alice], state: 'absent' }, found: undefined },
  { rule: 'makes the file', declared: { keys: [`${alice} a@b`] }, found: undefined, text: `${alice} a@b\n` },
  {
    rule: 'appends after a last line without an end',
    declared: { keys: [alice] },
    found: `# keys\n${bob}`,
    text: `# keys\n${bob}\n${alice}\n`,
  },
  {
    rule: 'changes options in place and keeps a comment that is not declared',
    declared: { keys: [`restrict ${alice}`] },
    found: `# first\n${alice} me@desk\n${bob}\n`,
    text: `# first\nrestrict ${alice} me@desk\n${bob}\n`,
  },
  {
    rule: 'changes a comment that is declared',
    declared: { keys: [`${alice} new`] },
    found: `${alice} old\n`,
    text: `${alice} new\n`,
  },
  {
    rule: 'takes several permitopen options for what they are',
    declared: { keys: [`permitopen="a:1",permitopen="b:2" ${alice}`] },
    found: `permitopen="a:1" ${alice}\n`,
    text: `permitopen="a:1",permitopen="b:2" ${alice}\n`,
  },
  {
    rule: 'leaves lines alone that it cannot read',
    declared: { keys: [alice] },
    found: 'ssh-ed25519 AAAAbroken\n',
    text: `ssh-ed25519 AAAAbroken\n${alice}\n`,
  },
  {
    rule: 'removes every other key when exclusive, and keeps comments and blank lines',
    declared: { keys: [alice], exclusive: true },
    found: `# team\n\n${bob}\n${alice} x\nssh-dss unreadable\n${carol}`,
    text: `# team\n\n${alice} x\n`,
  },
  {
    rule: 'removes all keys when none is declared',
    declared: { keys: [], exclusive: true },
    found: `${bob}\n`,
    text: '',
  },
  {
    rule: 'removes a key with all its lines',
    declared: { keys: [alice], state: 'absent' },
    found: `${alice} one\n${bob}\nrestrict ${alice} two\n`,
    text: `${bob}\n`,
  },
  {
    rule: 'takes keys of security keys and authorities',
    declared: { keys: [`cert-authority ${alice}`] },
    found: `${alice}\n`,
    text: `cert-authority ${alice}\n`,
  },
];

describe('the keys of an account', () => {
  for (const { rule, declared, found, text } of cases) {
    it(rule, () => {
      const state = declareOrThrow(authorizedKeys, { identity: 'deploy', properties: declared });
      const answers = keysOf(found);
      const { observed, problems } = authorizedKeys.observe(state, answers);
      expect(problems).to.deep.equal([]);
      const edits = authorizedKeys.diff(state, observed);
      expect(edits.map(({ path }) => path)).to.deep.equal(text === undefined ? [] : ['keys']);
      const after = { ...answers, ...authorizedKeys.predict(state, answers).answers };
      expect(
        authorizedKeys.diff(state, authorizedKeys.observe(state, after).observed),
        'the second plan',
      ).to.deep.equal([]);
      if (text === undefined) return;
      expect(textOf(after['keys'])).to.equal(text);
      const [operation] = authorizedKeys.operations(state, edits, observed).operations;
      expect(operation?.title).to.equal('set the keys of deploy');
    });
  }

  describe('in a file of root', () => {
    const path = '/etc/ssh/keys/deploy';
    const root = { uid: 0, gid: 0, owner: 'root', group: 'root' };
    const found = (value: JsonObject): Answer => ({ status: 'found', value });
    const fileOf = (text: string | undefined, more: JsonObject = {}): Answers => {
      const stat: Answer =
        text === undefined
          ? { status: 'absent' }
          : found({ ...root, type: 'file', mode: '0644', sizeBytes: text.length, ...more });
      return {
        account: found({ name: 'deploy' }),
        directory: found({ ...root, type: 'directory', mode: '0755' }),
        stat,
        otherStat: stat,
        content:
          text === undefined
            ? { status: 'absent' }
            : found({ sha256: 'x', base64: Buffer.from(text).toString('base64') }),
      };
    };
    const declare = (properties: JsonObject) =>
      declareOrThrow(authorizedKeys, { identity: 'deploy', properties: { path: '/etc/ssh/keys/%u', ...properties } });

    for (const { rule, declared, found: before, text } of cases) {
      it(rule, () => {
        const state = declare(declared);
        const answers = fileOf(before);
        const { observed, problems } = authorizedKeys.observe(state, answers);
        expect(problems).to.deep.equal([]);
        const edits = authorizedKeys.diff(state, observed);
        const [operation] = authorizedKeys.operations(state, edits, observed).operations;
        expect(operation?.action['bytes'] ?? undefined).to.equal(
          text === undefined ? undefined : Buffer.from(text).toString('base64'),
        );
        if (text !== undefined)
          expect(operation?.action).to.include({ path, owner: 'root', group: 'root', mode: '0644', follow: false });
        const after = { ...answers, ...authorizedKeys.predict(state, answers).answers };
        expect(authorizedKeys.diff(state, authorizedKeys.observe(state, after).observed)).to.deep.equal([]);
      });
    }

    it('gives back to root what others could change, and lets sshd read it', () => {
      const state = declare({ keys: [alice] });
      const { observed } = authorizedKeys.observe(state, fileOf(`${alice}\n`, { uid: 1000, mode: '0660' }));
      expect(authorizedKeys.diff(state, observed).map((edit) => edit.path)).to.deep.equal(['owner', 'mode']);
    });

    const refused: readonly (readonly [string, Answers, string])[] = [
      ['a directory that is not there', { directory: { status: 'absent' } }, 'SP604'],
      [
        'a directory of somebody else',
        { directory: found({ ...root, uid: 1000, type: 'directory', mode: '0755' }) },
        'SP623',
      ],
      ['a directory open to others', { directory: found({ ...root, type: 'directory', mode: '0775' }) }, 'SP623'],
      ['a directory that is a link', { directory: found({ ...root, type: 'link', mode: '0777' }) }, 'SP623'],
      ['a link', { stat: found({ ...root, type: 'link', mode: '0777', sizeBytes: 0 }) }, 'SP623'],
      [
        'a directory in the place of the file',
        { stat: found({ ...root, type: 'directory', mode: '0755', sizeBytes: 0 }) },
        'SP623',
      ],
      ['an account that is not there', { account: { status: 'absent' } }, 'SP604'],
    ];
    for (const [what, answers, code] of refused) {
      it(`refuses ${what}`, () => {
        const state = declare({ keys: [alice] });
        const { problems } = authorizedKeys.observe(state, {
          ...fileOf(undefined),
          content: found({ sha256: 'x' }),
          ...answers,
        });
        expect(problems.map((problem) => problem.code)).to.deep.equal([code]);
      });
    }

    for (const wrong of ['keys/%u', '/etc/keys/%h', '/etc/keys/%', '/etc/../keys', '~/keys']) {
      it(`refuses the path ${wrong}`, () => {
        const result = authorizedKeys.declare({ identity: 'deploy', properties: { path: wrong, keys: [alice] } });
        expect(result.kind === 'invalid' && result.problems.map(({ property }) => property)).to.deep.equal(['path']);
      });
    }
  });

  it('warns of new doors and of doors that close', () => {
    const state = declareOrThrow(authorizedKeys, {
      identity: 'deploy',
      properties: { keys: [alice], exclusive: true },
    });
    const { observed } = authorizedKeys.observe(state, keysOf(`${bob}\n`));
    const { operations } = authorizedKeys.operations(state, authorizedKeys.diff(state, observed), observed);
    expect(operations[0]?.hazards.map(({ kind }) => kind)).to.deep.equal(['privilege', 'connectivity']);
  });

  it('is planned on an account that is still to come', () => {
    const state = declareOrThrow(authorizedKeys, { identity: 'deploy', properties: { keys: [alice] } });
    const answers: Answers = { keys: { status: 'unknown', cause: { kind: 'after', address: 'user:deploy' } } };
    const { observed, problems } = authorizedKeys.observe(state, answers);
    expect(problems).to.deep.equal([]);
    const edits = authorizedKeys.diff(state, observed);
    expect(edits.map(({ path, before }) => [path, before.kind])).to.deep.equal(
      ['keys', 'directory_owner', 'directory_mode', 'mode'].map((path) => [path, 'unknown']),
    );
    expect(JSON.stringify(edits[0]?.hunks)).to.include(alice);
    expect(authorizedKeys.operations(state, edits, observed).operations[0]?.title).to.equal('set the keys of deploy');
    const after = authorizedKeys.predict(state, answers).answers;
    expect(authorizedKeys.diff(state, authorizedKeys.observe(state, after).observed)).to.deep.equal([]);
  });

  it('shows all that a home of former times may need, before the account that gets it is there', () => {
    const state = declareOrThrow(authorizedKeys, { identity: 'deploy', properties: { keys: [alice] } });
    const shown = authorizedKeys.diff(state, {
      kind: 'unknown',
      cause: { kind: 'after', address: 'user:deploy' },
    });
    const former = { type: 'plain', uid: 7, mode: '0777' } as const;
    const { observed } = authorizedKeys.observe(state, keysOf(`${bob}\n`, { directory: former, file: former }));
    const needed = authorizedKeys.diff(state, observed);
    expect(needed.map(({ path }) => path)).to.deep.equal(shown.map(({ path }) => path));
    for (const [index, { after }] of shown.entries())
      if (after.kind !== 'unknown') expect(needed[index]?.after).to.deep.equal(after);
  });

  it('takes keys from files, and names the file of one that is none', () => {
    const declare = (text: string) =>
      authorizedKeys.declare({
        identity: 'deploy',
        properties: { keys: [bob], key_files: ['keys/*.pub'] },
        texts: { key_files: [{ path: 'keys/alice.pub', text }] },
      });
    expect(declare(`# Alice\n\n${alice}\n`))
      .to.have.nested.property('declared.keys')
      .with.length(2);
    expect(JSON.stringify(declare('# nobody\n'))).to.include('holds no key');
    expect(declare(bob)).to.have.nested.property('problems[0].property', 'key_files');
    expect(JSON.stringify(declare('ssh-ed25519 AAAA'))).to.include('keys/alice.pub');
    expect(authorizedKeys.declare({ identity: 'deploy', properties: {} })).to.include({ kind: 'invalid' });
  });

  const obstacles: readonly { readonly rule: string; readonly answers: Answers; readonly code: string }[] = [
    { rule: 'refuses a linked file', answers: keysOf('', { file: { type: 'link' } }), code: 'SP623' },
    { rule: 'refuses a linked directory', answers: keysOf(undefined, { directory: { type: 'link' } }), code: 'SP623' },
    { rule: 'needs a home', answers: keysOf(undefined, { hasHome: false }), code: 'SP604' },
    { rule: 'needs the account', answers: { keys: { status: 'absent' } }, code: 'SP604' },
  ];
  for (const { rule, answers, code } of obstacles) {
    it(rule, () => {
      const state = declareOrThrow(authorizedKeys, { identity: 'deploy', properties: { keys: [alice] } });
      expect(authorizedKeys.observe(state, answers).problems.map((problem) => problem.code)).to.deep.equal([code]);
    });
  }

  const refused: readonly { readonly rule: string; readonly keys: readonly string[] }[] = [
    { rule: 'a cut key', keys: [alice.slice(0, 40)] },
    { rule: 'two keys in one text', keys: [`${alice}\n${bob}`] },
    { rule: 'a private key', keys: ['-----BEGIN OPENSSH PRIVATE KEY-----'] },
    { rule: 'a key whose type is another one', keys: [alice.replace('ssh-ed25519', 'ssh-rsa')] },
    { rule: 'one key twice', keys: [alice, `${alice} again`] },
  ];
  for (const { rule, keys } of refused) {
    it(`refuses ${rule}`, () => {
      const properties = { keys };
      expect(authorizedKeys.declare({ identity: 'deploy', properties })).to.have.nested.property(
        'problems[0].property',
        'keys',
      );
    });
  }
});

function textOf(answer: Answer | undefined): string | undefined {
  const base64 = answer?.status === 'found' ? answer.value['base64'] : undefined;
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64').toString() : undefined;
}
