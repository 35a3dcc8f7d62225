import type { Answer, Answers, JsonObject, Operation } from '@setpoint/model';
import { expect } from 'chai';
import { group } from '../../../src/modules/group/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const found = (value: JsonObject): Answer => ({ status: 'found', value });
const absent: Answer = { status: 'absent' };
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:web' } };
const web = (more: JsonObject = {}): Answer =>
  found({ name: 'web', gid: 1500, members: ['b', 'a'], local: true, ...more });
const account = (name: string): Answers => ({
  [`account ${name}`]: found({ name, uid: 1, gid: 1, comment: '', home: '/', shell: '/bin/sh', local: true }),
  [`membership ${name}`]: found({ primary: name, groups: [] }),
});

type Case = {
  readonly rule: string;
  readonly declared: JsonObject;
  readonly answers: Answers;
  /** Path, before and after of each edit, as text. */
  readonly edits: readonly string[];
  readonly script?: readonly string[];
  readonly hazards?: readonly string[];
};

const cases: readonly Case[] = [
  {
    rule: 'does nothing when the group is as declared, whatever the order of its members',
    declared: { gid: 1500, members: ['a', 'b'] },
    answers: { group: web(), gidHolder: web(), ...account('a'), ...account('b') },
    edits: [],
  },
  {
    rule: 'does nothing when nothing but its existence is declared',
    declared: {},
    answers: { group: web() },
    edits: [],
  },
  {
    rule: 'does nothing for an absent group that is absent',
    declared: { state: 'absent' },
    answers: { group: absent, primaryUsers: found({ users: [] }) },
    edits: [],
  },
  {
    rule: 'makes a group',
    declared: { gid: 1500, system: true, members: ['a'] },
    answers: { group: absent, gidHolder: absent, ...account('a') },
    edits: ['state absent→present', 'gid -→1500', 'members -→["a"]'],
    script: ['groupadd -g 1500 -r -- web', 'addgroup -g 1500 -S web', 'gpasswd -a a web'],
  },
  {
    rule: 'makes a group with a number of the declared range',
    declared: { gid_min: 3000, gid_max: 3999 },
    answers: { group: absent },
    edits: ['state absent→present', 'gid_min -→3000', 'gid_max -→3999'],
    script: ['groupadd -K GID_MIN=3000 -K GID_MAX=3999 -- web', 'the node has no groupadd'],
  },
  {
    rule: 'leaves the number of a group that is there, whatever the range',
    declared: { gid_min: 3000 },
    answers: { group: web() },
    edits: [],
  },
  {
    rule: 'changes the number and warns of files that keep the old one',
    declared: { gid: 1501 },
    answers: { group: web(), gidHolder: absent },
    edits: ['gid 1500→1501'],
    script: ['groupmod -g 1501 -- web'],
    hazards: ['privilege'],
  },
  {
    rule: 'adds and removes members one by one',
    declared: { members: ['b', 'c'] },
    answers: { group: web(), ...account('b'), ...account('c') },
    edits: ['members ["a","b"]→["b","c"]'],
    script: ['gpasswd -a c web', 'gpasswd -d a web'],
  },
  {
    rule: 'keeps further members with append',
    declared: { members: ['c'], append: true },
    answers: { group: web(), ...account('c') },
    edits: ['members ["a","b"]→["a","b","c"]'],
    script: ['gpasswd -a c web'],
  },
  {
    rule: 'is right whichever way it turns out when a package may bring the group',
    declared: { gid: 1500, members: ['a'] },
    answers: { group: later, gidHolder: later, ...account('a') },
    edits: ['state ?→present', 'gid ?→1500', 'members ?→["a"]'],
    script: [
      'if grep -q ^web: /etc/group; then',
      'groupmod -g 1500 -- web',
      'groupadd -g 1500 -- web',
      'gpasswd -M a web',
    ],
    hazards: ['privilege'],
  },
  {
    rule: 'deletes a group',
    declared: { state: 'absent' },
    answers: { group: web(), primaryUsers: found({ users: [] }) },
    edits: ['state present→absent'],
    script: ['groupdel -- web', 'delgroup web'],
    hazards: ['privilege'],
  },
];

describe('a group', () => {
  for (const { rule, declared, answers, edits, script = [], hazards = [] } of cases) {
    it(rule, () => {
      const state = declareOrThrow(group, { identity: 'web', properties: declared });
      const { observed, problems } = group.observe(state, answers);
      expect(problems).to.deep.equal([]);
      const found = group.diff(state, observed);
      expect(found.map(({ path, before, after }) => `${path} ${show(before)}→${show(after)}`)).to.deep.equal(edits);
      const { operations } = group.operations(state, found, observed);
      expect(operations).to.have.length(edits.length === 0 ? 0 : 1);
      for (const part of script) expect(scriptOf(operations[0])).to.include(part);
      expect(operations.flatMap((operation) => operation.hazards.map(({ kind }) => kind))).to.deep.equal(hazards);
      const after = { ...answers, ...group.predict(state, answers).answers };
      expect(group.diff(state, group.observe(state, after).observed), 'the second plan').to.deep.equal([]);
    });
  }

  it('asks exactly what its rules answer', () => {
    const state = declareOrThrow(group, { identity: 'web', properties: { gid: 7, members: ['a'] } });
    expect(group.queries(state)).to.deep.equal({
      group: { kind: 'group', name: 'web' },
      gidHolder: { kind: 'group', name: '7' },
      'tool groupmod': { kind: 'tool', name: 'groupmod' },
      'account a': { kind: 'account', name: 'a' },
      'membership a': { kind: 'membership', name: 'a' },
    });
  });

  it('tells the accounts what they will belong to', () => {
    const state = declareOrThrow(group, { identity: 'web', properties: { members: ['a'] } });
    const { answers } = group.predict(state, { group: absent, ...account('a') });
    expect(answers['membership a']).to.deep.equal(found({ primary: 'a', groups: [{ name: 'web', gid: null }] }));
  });

  const problems: readonly {
    readonly rule: string;
    readonly declared: JsonObject;
    readonly answers: Answers;
    readonly code: string;
  }[] = [
    {
      rule: 'cannot have the number of another group',
      declared: { gid: 7 },
      answers: { group: absent, gidHolder: found({ name: 'mail', gid: 7, members: [], local: true }) },
      code: 'SP620',
    },
    {
      rule: 'cannot be changed when it comes from a directory',
      declared: { members: ['a'] },
      answers: { group: web({ local: false }), ...account('a') },
      code: 'SP621',
    },
    {
      rule: 'cannot be deleted while it is a primary group',
      declared: { state: 'absent' },
      answers: { group: web(), primaryUsers: found({ users: ['alice'] }) },
      code: 'SP622',
    },
    {
      rule: 'cannot list an account that does not exist',
      declared: { members: ['a'] },
      answers: { group: web(), 'account a': absent, 'membership a': absent },
      code: 'SP604',
    },
  ];
  const lacking: readonly (readonly [string, JsonObject, Answers])[] = [
    ['a number of a range', { gid_min: 3000 }, { group: absent, 'tool groupadd': absent }],
    ['a shared number', { gid: 7, non_unique: true }, { group: absent, 'tool groupadd': absent }],
    ['another number', { gid: 1501 }, { group: web(), 'tool groupmod': absent }],
  ];
  for (const [what, declared, answers] of lacking) {
    it(`cannot have ${what} where busybox alone would give it`, () => {
      const state = declareOrThrow(group, { identity: 'web', properties: declared });
      expect(group.observe(state, answers).problems.map((problem) => problem.code)).to.deep.equal(['SP658']);
      expect(Object.keys(group.queries(state))).to.include.members(Object.keys(answers));
    });
  }
  for (const { rule, declared, answers, code } of problems) {
    it(rule, () => {
      const state = declareOrThrow(group, { identity: 'web', properties: declared });
      expect(group.observe(state, answers).problems.map((problem) => problem.code)).to.deep.equal([code]);
    });
  }

  const refused: readonly { readonly identity: string; readonly properties: JsonObject; readonly property: string }[] =
    [
      { identity: '1500', properties: {}, property: '' },
      { identity: '-rf', properties: {}, property: '' },
      { identity: 'a b', properties: {}, property: '' },
      { identity: 'a:b', properties: {}, property: '' },
      { identity: 'new\nline', properties: {}, property: '' },
      { identity: 'a'.repeat(33), properties: {}, property: '' },
      { identity: 'web', properties: { members: ['$(id)'] }, property: 'members' },
      { identity: 'web', properties: { append: true }, property: 'append' },
      { identity: 'web', properties: { gid: 7, gid_min: 7 }, property: 'gid_min' },
      { identity: 'web', properties: { gid_min: 8, gid_max: 7 }, property: 'gid_max' },
      { identity: 'web', properties: { non_unique: true }, property: 'non_unique' },
      { identity: 'web', properties: { force: true }, property: 'force' },
      { identity: 'web', properties: { state: 'absent', members: [] }, property: 'members' },
    ];
  for (const { identity, properties, property } of refused) {
    it(`refuses ${JSON.stringify(identity.slice(0, 12))} with ${JSON.stringify(properties)}`, () => {
      const result = group.declare({ identity, properties });
      expect(result).to.have.property('kind', 'invalid');
      expect(result).to.have.nested.property('problems[0].property', property);
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
  return value.kind === 'unknown' ? '?' : '-';
}
