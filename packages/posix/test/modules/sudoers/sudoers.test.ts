import { createHash } from 'node:crypto';
import type { Answer, Answers, Json, JsonObject, Operation } from '@setpoint/model';
import { expect } from 'chai';
import { sudoers } from '../../../src/modules/sudoers/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:sudo' } };
const root = { uid: 0, gid: 0, owner: 'root', group: 'root' };
const directory = found({ type: 'directory', mode: '0750', ...root });
const rule = { user: 'deploy', commands: ['/usr/bin/id'] };
const line = 'deploy ALL=(root) /usr/bin/id\n';

/** What a node says that has this content, and `visudo`. */
function holding(text: string, mode = '0440'): Answers {
  const content = {
    sha256: createHash('sha256').update(text).digest('hex'),
    base64: Buffer.from(text).toString('base64'),
  };
  return {
    ...nothing,
    stat: found({ type: 'file', mode, sizeBytes: text.length, modified: 'then', inode: '1', ...root }),
    content: found(content),
  };
}

const nothing: Answers = {
  stat: absent,
  otherStat: absent,
  content: absent,
  parent: directory,
  visudo: found({ path: '/usr/sbin/visudo' }),
};

type Case = {
  readonly rule: string;
  readonly declared: JsonObject;
  readonly answers: Answers;
  readonly edits: readonly string[];
  readonly titles: readonly string[];
  readonly hazards?: readonly string[];
};

const cases: readonly Case[] = [
  {
    rule: 'does nothing when the file says what is declared',
    declared: { rules: [rule] },
    answers: holding(line),
    edits: [],
    titles: [],
  },
  {
    rule: 'does nothing to an absent file that is absent, twice or more often',
    declared: { state: 'absent' },
    answers: nothing,
    edits: [],
    titles: [],
  },
  {
    rule: 'makes the file, read by visudo before it is there',
    declared: { rules: [rule] },
    answers: nothing,
    edits: ['content', 'owner', 'group', 'mode'],
    titles: ['write /etc/sudoers.d/ops, once visudo has read it'],
    hazards: ['privilege'],
  },
  {
    rule: 'warns when a right that was there goes',
    declared: { rules: [rule] },
    answers: holding('# why\nsetpoint ALL=(ALL) NOPASSWD: ALL\n'),
    edits: ['content'],
    titles: ['write /etc/sudoers.d/ops, once visudo has read it'],
    hazards: ['privilege', 'connectivity'],
  },
  {
    rule: 'warns of no loss when a rule is added',
    declared: { rules: [rule, { group: 'ops', commands: ['ALL'] }] },
    answers: holding(`# why\n\n${line}`),
    edits: ['content'],
    titles: ['write /etc/sudoers.d/ops, once visudo has read it'],
    hazards: ['privilege'],
  },
  {
    rule: 'takes the mode 0440 back',
    declared: { rules: [rule] },
    answers: holding(line, '0644'),
    edits: ['mode'],
    titles: ['set owner root, group root, mode 0440 of /etc/sudoers.d/ops'],
  },
  {
    rule: 'writes without visudo when told so',
    declared: { rules: [rule], validate: false },
    answers: { ...nothing, visudo: absent },
    edits: ['content', 'owner', 'group', 'mode'],
    titles: ['write /etc/sudoers.d/ops'],
    hazards: ['privilege'],
  },
  {
    rule: 'is planned when a package is still to bring sudo',
    declared: { rules: [rule] },
    answers: { stat: later, otherStat: later, content: later, parent: later, visudo: later },
    edits: ['content', 'owner', 'group', 'mode'],
    titles: [
      'write /etc/sudoers.d/ops, once visudo has read it',
      'set owner root, group root, mode 0440 of /etc/sudoers.d/ops',
    ],
    hazards: ['privilege', 'connectivity', 'privilege', 'connectivity'],
  },
  {
    rule: 'removes the file and says which rights go',
    declared: { state: 'absent' },
    answers: holding(line),
    edits: ['state'],
    titles: ['remove /etc/sudoers.d/ops'],
    hazards: ['connectivity'],
  },
];

describe('a file of sudoers', () => {
  for (const { rule: title, declared, answers, edits, titles, hazards = [] } of cases) {
    it(title, () => {
      const state = declareOrThrow(sudoers, { identity: 'ops', properties: declared });
      const { observed, problems } = sudoers.observe(state, answers);
      expect(problems).to.deep.equal([]);
      const planned = sudoers.diff(state, observed);
      expect(planned.map(({ path }) => path)).to.deep.equal(edits);
      const { operations } = sudoers.operations(state, planned, observed);
      expect(operations.map((operation) => operation.title)).to.deep.equal(titles);
      expect(operations.flatMap((operation) => operation.hazards.map(({ kind }) => kind))).to.deep.equal(hazards);
      const after = { ...answers, ...sudoers.predict(state, answers).answers };
      expect(sudoers.diff(state, sudoers.observe(state, after).observed), 'the second plan').to.deep.equal([]);
    });
  }

  const texts: readonly { readonly properties: JsonObject; readonly text: string }[] = [
    {
      properties: {
        defaults: ['!requiretty', ':alice timestamp_timeout=5', '!/usr/bin/ls !log_allowed'],
        rules: [
          {
            group: 'domain users',
            hosts: ['web1', 'web2'],
            run_as: 'app:www-data',
            nopasswd: true,
            noexec: true,
            setenv: true,
            commands: ['/usr/bin/systemctl restart a,b:c=d#e', '!/usr/bin/su', 'sudoedit /etc/hosts', '/bin/ls \\* *'],
          },
          { user: '#1000', commands: ['ALL'] },
        ],
      },
      text: [
        'Defaults !requiretty',
        'Defaults:alice timestamp_timeout=5',
        'Defaults!/usr/bin/ls !log_allowed',
        '%domain\\ users web1, web2=(app:www-data) NOEXEC: SETENV: NOPASSWD: /usr/bin/systemctl restart a\\,b\\:c\\=d\\#e, !/usr/bin/su, sudoedit /etc/hosts, /bin/ls \\* *',
        '#1000 ALL=(root) ALL',
        '',
      ].join('\n'),
    },
  ];
  for (const { properties, text } of texts) {
    it('writes rules in the language of sudoers', () => {
      const state = declareOrThrow(sudoers, { identity: 'ops', properties });
      const { observed } = sudoers.observe(state, nothing);
      const [write] = sudoers.operations(state, sudoers.diff(state, observed), observed).operations;
      expect(Buffer.from(bytesOf(write), 'base64').toString()).to.equal(text);
    });
  }

  it('refuses a content that nobody can read over', () => {
    const state = declareOrThrow(sudoers, { identity: 'ops', properties: { rules: [rule] } });
    const codes = (answers: Answers) => sudoers.observe(state, answers).problems.map(({ code }) => code);
    expect(codes({ ...nothing, visudo: absent })).to.deep.equal(['SP686']);
    expect(codes({ ...holding(line), visudo: absent }), 'nothing to write').to.deep.equal([]);
    expect(codes({ ...nothing, parent: absent })).to.deep.equal(['SP604']);
  });

  it('is the same as the file of that path, and no other', () => {
    const declared = (identity: string): Json => declareOrThrow(sudoers, { identity, properties: { rules: [rule] } });
    expect(sudoers.claims?.(declared('ops'))).to.deep.equal(sudoers.claims?.(declared('/etc/sudoers.d/ops')));
    expect(sudoers.declare({ identity: '/etc/sudoers.d//ops', properties: { rules: [rule] } })).to.include({
      identity: 'ops',
    });
    expect(sudoers.claims?.(declared('/usr/local/etc/sudoers.d/ops'))).to.include('path:/usr/local/etc/sudoers.d/ops');
  });

  it('goes back to the file as it was, read by visudo again', () => {
    const text = 'old ALL=(root) /bin/ls\n';
    const state = declareOrThrow(sudoers, { identity: 'ops', properties: { rules: [rule] } });
    const { observed } = sudoers.observe(state, holding(text));
    const body = { sha256: 'kept', sizeBytes: text.length, text };
    const way = sudoers.restore?.({ declared: state, before: observed, edited: ['content'], kept: () => body });
    expect(way).to.have.nested.property('declared.body', body);
    expect(way).to.have.nested.property('declared.validates', true);
  });

  const refused: readonly { readonly identity?: string; readonly properties?: JsonObject; readonly says: string }[] = [
    { identity: 'ops.conf', says: 'ignores' },
    { identity: 'ops~', says: 'ignores' },
    { identity: '/etc/sudoers.d/a.b', says: 'ignores' },
    { identity: 'a b', says: 'no name' },
    { identity: '', says: 'no name' },
    { identity: 'sub/ops', says: 'absolute' },
    { properties: {}, says: 'not said' },
    { properties: { rules: [{ commands: ['ALL'] }] }, says: 'one account' },
    { properties: { rules: [{ user: 'a', group: 'b', commands: ['ALL'] }] }, says: 'one account' },
    { properties: { rules: [{ user: 'a', commands: ['systemctl restart x'] }] }, says: 'whole path' },
    { properties: { rules: [{ user: 'a', commands: ['/bin/ls\nroot ALL=ALL'] }] }, says: 'one line' },
    { properties: { rules: [{ user: 'a,b', commands: ['ALL'] }] }, says: 'no name' },
    { properties: { rules: [{ user: 'a', run_as: 'x) ALL', commands: ['ALL'] }] }, says: 'nobody' },
    { properties: { rules: [rule], content: 'x' }, says: 'only one' },
    { properties: { rules: [rule], state: 'absent' }, says: 'absent' },
    { properties: { defaults: ['a\nb'] }, says: 'one line' },
  ];
  for (const { identity = 'ops', properties = { rules: [rule] }, says } of refused) {
    it(`refuses ${JSON.stringify(identity)} with ${JSON.stringify(properties)}`, () => {
      const result = sudoers.declare({ identity, properties });
      expect(result.kind === 'invalid' ? result.problems[0]?.detail : '').to.include(says);
    });
  }
});

function bytesOf(operation: Operation | undefined): string {
  const bytes = operation?.action['bytes'];
  return typeof bytes === 'string' ? bytes : '';
}
