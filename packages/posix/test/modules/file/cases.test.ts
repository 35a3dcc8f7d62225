import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { file } from '../../../src/modules/file/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const standing = (type: string, changes: JsonObject = {}): Answer => ({
  status: 'found',
  value: {
    type,
    mode: '0644',
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 4,
    modified: '',
    inode: '1',
    ...changes,
  },
});
const absent: Answer = { status: 'absent' };
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:nginx' } };
const parent = standing('directory', { mode: '0755' });
const newDigest = '7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c';
const holding = (sha256: string, text?: string): Answer => ({
  status: 'found',
  value: { sha256, ...(text === undefined ? {} : { base64: Buffer.from(text).toString('base64') }) },
});

const flagged = (letters: string): Answer => ({
  status: 'found',
  value: { immutable: letters.includes('i'), appendOnly: letters.includes('a') },
});

const unsupported: Answer = {
  status: 'found',
  value: { immutable: false, appendOnly: false, unsupported: true },
};

/** A node with SELinux. */
const labelled = (context?: string): Answers => ({
  context: context === undefined ? absent : { status: 'found', value: { context } },
  rootContext: { status: 'found', value: { context: 'system_u:object_r:root_t:s0' } },
});

/** What is planned for `file: /etc/app.conf` when the node answers so. */
function plan({ content, ...properties }: JsonObject, answers: Answers) {
  const declared = declareOrThrow(file, {
    identity: '/etc//app.conf',
    properties: content === undefined ? properties : { content, ...properties },
    ...(typeof content === 'string' ? { body: content } : {}),
  });
  const { observed, problems } = file.observe(declared, answers);
  const edits = file.diff(declared, observed);
  const { operations } = file.operations(declared, edits, observed);
  const predicted = file.observe(declared, { ...answers, ...file.predict(declared, answers).answers });
  return {
    edits: edits.map((edit) => edit.path),
    titles: operations.map((operation) => operation.title),
    hazards: operations.flatMap((operation) => operation.hazards.map((hazard) => hazard.kind)),
    problems: problems.map((problem) => problem.code),
    afterwards: file.diff(declared, predicted.observed),
  };
}

const cases: readonly {
  readonly title: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly expected: Partial<ReturnType<typeof plan>>;
}[] = [
  {
    title: 'nothing when it is as declared',
    properties: { content: 'new\n', owner: 'root', mode: '0644' },
    answers: { stat: standing('file'), parent, content: holding(newDigest) },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'nothing when its time is the declared one to the second',
    properties: { modified: '2024-05-01T14:00:00+02:00' },
    answers: { stat: standing('file', { modified: '2024-05-01 12:00:00.5' }), parent },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'another time alone',
    properties: { content: 'new\n', modified: '2024-05-01T12:00:00Z' },
    answers: { stat: standing('file', { modified: '2024-05-01 12:00:01.0' }), parent, content: holding(newDigest) },
    expected: {
      edits: ['modified'],
      titles: ['set the time of /etc/app.conf to 2024-05-01T12:00:00Z'],
      afterwards: [],
    },
  },
  {
    title: 'that the declared time is set again after what modifies the file',
    properties: { content: 'new\n', modified: '2024-05-01T12:00:00Z', immutable: true },
    answers: {
      stat: standing('file', { modified: '2024-05-01 12:00:00.0' }),
      parent,
      content: holding('old', 'old\n'),
      flags: flagged('i'),
    },
    expected: {
      edits: ['content'],
      titles: [
        'make /etc/app.conf changeable',
        'write /etc/app.conf',
        'set the time of /etc/app.conf to 2024-05-01T12:00:00Z',
        'make /etc/app.conf immutable',
      ],
      afterwards: [],
    },
  },
  {
    title: 'one write for a new file, its owner and mode',
    properties: { content: 'new\n', owner: 'root', mode: '0640' },
    answers: { stat: absent, parent, content: absent },
    expected: { edits: ['content', 'owner', 'mode'], titles: ['write /etc/app.conf'], afterwards: [] },
  },
  {
    title: 'both ways it may turn out while a package before it may bring it',
    properties: { content: 'new\n', mode: '0640' },
    answers: { stat: after, parent, content: after },
    expected: { titles: ['write /etc/app.conf', 'set mode 0640 of /etc/app.conf'], afterwards: [] },
  },
  {
    title: 'no file without content, and none in a directory that is not there',
    properties: { mode: '0640' },
    answers: { stat: absent, parent: absent },
    expected: { problems: ['SP604'] },
  },
  {
    title: 'no write to a device',
    properties: { content: 'new\n' },
    answers: { stat: standing('character-device'), parent, content: absent },
    expected: { problems: ['SP603'] },
  },
  {
    title: 'that a file which is only created keeps its content, and not its mode',
    properties: { content: 'new\n', mode: '0640', create_only: true, check: 'true' },
    answers: { stat: standing('file'), parent, content: holding('other'), unproven: standing('file') },
    expected: { edits: ['mode'], titles: ['set mode 0640 of /etc/app.conf'], afterwards: [] },
  },
  {
    title: 'that a file which is only created is created',
    properties: { content: 'new\n', create_only: true },
    answers: { stat: absent, parent, content: absent },
    expected: { edits: ['content'], titles: ['write /etc/app.conf'], afterwards: [] },
  },
  {
    title: 'the check of what it created itself when a run was killed meanwhile',
    properties: { content: 'new\n', create_only: true, check: 'true' },
    answers: { stat: standing('file'), parent, content: holding(newDigest), unproven: standing('file') },
    expected: { edits: ['check'], titles: ['write /etc/app.conf and check it with: true'], afterwards: [] },
  },
  {
    title: 'nothing for an immutable file that is as declared',
    properties: { content: 'new\n', immutable: true },
    answers: {
      stat: standing('file'),
      parent,
      content: holding(newDigest),
      flags: flagged('i'),
      parentFlags: flagged(''),
    },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'that an immutable file is made changeable for a change and immutable again',
    properties: { content: 'new\n', immutable: true },
    answers: {
      stat: standing('file'),
      parent,
      content: holding('other'),
      flags: flagged('ia'),
      parentFlags: flagged(''),
    },
    expected: {
      edits: ['content'],
      titles: ['make /etc/app.conf changeable', 'write /etc/app.conf', 'make /etc/app.conf immutable and append-only'],
      afterwards: [],
    },
  },
  {
    title: 'an attribute alone',
    properties: { append_only: true },
    answers: { stat: standing('file'), parent, flags: flagged('i'), parentFlags: flagged('') },
    expected: {
      edits: ['append_only'],
      titles: ['make /etc/app.conf immutable and append-only'],
      afterwards: [],
    },
  },
  {
    title: 'that an attribute is taken away',
    properties: { immutable: false },
    answers: { stat: standing('file'), parent, flags: flagged('i'), parentFlags: flagged('') },
    expected: { edits: ['immutable'], titles: ['make /etc/app.conf changeable'], afterwards: [] },
  },
  {
    title: 'a new file with an attribute',
    properties: { content: 'new\n', immutable: true, append_only: false },
    answers: { stat: absent, parent, content: absent, flags: absent, parentFlags: flagged('') },
    expected: {
      edits: ['content', 'immutable'],
      titles: ['write /etc/app.conf', 'make /etc/app.conf immutable'],
      problems: [],
      afterwards: [],
    },
  },
  {
    title: 'that an immutable file goes when it need not be immutable',
    properties: { state: 'absent', immutable: false },
    answers: {
      stat: standing('file'),
      content: holding('other', 'text'),
      flags: flagged('i'),
      parentFlags: flagged(''),
    },
    expected: {
      edits: ['state'],
      titles: ['make /etc/app.conf changeable', 'remove /etc/app.conf'],
      afterwards: [],
    },
  },
  {
    title: 'that a file system has no attributes, where one is needed',
    properties: { content: 'new\n', immutable: true },
    answers: { stat: absent, parent, content: absent, flags: absent, parentFlags: unsupported },
    expected: { problems: ['SP614'] },
  },
  {
    title: 'an immutable file in a directory that is made before it',
    properties: { content: 'new\n', immutable: true },
    answers: { stat: absent, parent, content: absent, flags: absent, parentFlags: absent },
    expected: { edits: ['content', 'immutable'], problems: [], afterwards: [] },
  },
  {
    title: 'nothing for an attribute that a file must not have and cannot have',
    properties: { content: 'new\n', immutable: false },
    answers: {
      stat: standing('file'),
      parent,
      content: holding(newDigest),
      flags: unsupported,
      parentFlags: unsupported,
    },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'an attribute that this account cannot read as unknown',
    properties: { immutable: true },
    answers: { stat: standing('file'), parent, flags: after, parentFlags: flagged('') },
    expected: { edits: ['immutable'], titles: ['make /etc/app.conf immutable'], problems: [] },
  },
  {
    title: 'nothing for a file whose SELinux type is the declared one',
    properties: { selinux: 'etc_t' },
    answers: { stat: standing('file'), parent, ...labelled('system_u:object_r:etc_t:s0') },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'nothing of SELinux on a node that has none',
    properties: { content: 'new\n', selinux: 'etc_t' },
    answers: { stat: absent, parent, content: absent, context: absent, rootContext: absent },
    expected: { edits: ['content'], titles: ['write /etc/app.conf'], problems: [], afterwards: [] },
  },
  {
    title: 'the label of a new file',
    properties: { content: 'new\n', selinux: 'etc_t' },
    answers: { stat: absent, parent, content: absent, ...labelled() },
    expected: {
      edits: ['content', 'selinux'],
      titles: ['write /etc/app.conf', 'label /etc/app.conf as etc_t'],
      afterwards: [],
    },
  },
  {
    title: 'a label that differs in its level alone where the whole context is declared',
    properties: { selinux: 'system_u:object_r:etc_t:s0:c1,c2' },
    answers: { stat: standing('file'), parent, ...labelled('system_u:object_r:etc_t:s0') },
    expected: {
      edits: ['selinux'],
      titles: ['label /etc/app.conf as system_u:object_r:etc_t:s0:c1,c2'],
      afterwards: [],
    },
  },
  {
    title: 'a label after a write, and before the file is made immutable',
    properties: { content: 'new\n', selinux: 'etc_t', immutable: true },
    answers: {
      stat: standing('file'),
      parent,
      content: holding('other'),
      flags: flagged('i'),
      parentFlags: flagged(''),
      ...labelled('system_u:object_r:var_t:s0'),
    },
    expected: {
      edits: ['content', 'selinux'],
      titles: [
        'make /etc/app.conf changeable',
        'write /etc/app.conf',
        'label /etc/app.conf as etc_t',
        'make /etc/app.conf immutable',
      ],
      afterwards: [],
    },
  },
  {
    title: 'what is lost with a file that is too large for the journal',
    properties: { state: 'absent' },
    answers: { stat: standing('file', { sizeBytes: 50_000_000 }), content: holding('other') },
    expected: { edits: ['state'], titles: ['remove /etc/app.conf'], hazards: ['data-loss'], afterwards: [] },
  },
];

describe('planning a file', () => {
  for (const { title, properties, answers, expected } of cases) {
    it(`shows ${title}`, () => expect(plan(properties, answers)).to.deep.include(expected));
  }
});

describe('declaring a file', () => {
  const faults: readonly (readonly [JsonObject, string])[] = [
    [{ content: 'x', source: 'y' }, 'source'],
    [{ modified: '2024-05-01T12:00:00' }, 'modified'],
    [{ modified: '2023-02-29T12:00:00Z' }, 'modified'],
    [{ modified: '1969-12-31T23:59:59Z' }, 'modified'],
    [{ state: 'absent', modified: '2024-05-01T12:00:00Z' }, 'modified'],
    [{ state: 'absent', template: 'x' }, 'template'],
    [{ check: 'true' }, 'check'],
    [{ fragments: ['a'], template: 'b' }, 'fragments'],
    [{ content: 'x', separator: '-' }, 'separator'],
    [{ content: 'x', mode: 'keep' }, 'mode'],
    [{ content: 'x', follow: true, immutable: true }, 'immutable'],
    [{ state: 'absent', append_only: true }, 'append_only'],
    [{ selinux: 'system_u:etc_t' }, 'selinux'],
    [{ state: 'absent', selinux: 'etc_t' }, 'selinux'],
    [{ selinux: 'etc_t', follow: true }, 'selinux'],
    [{ create_only: true }, 'create_only'],
    [{ encoding: 'koi8-r' }, 'encoding'],
    [{ source: 'x', encoding: 'koi8-r' }, 'encoding'],
    [{ mode: '0999' }, 'mode'],
    [{ owner: 'no such' }, 'owner'],
    [{ group: '4294967295' }, 'group'],
  ];
  for (const [properties, property] of faults) {
    it(`finds fault with ${JSON.stringify(properties)}`, () => {
      const result = file.declare({ identity: '/etc/app.conf', properties });
      expect(result.kind === 'invalid' && result.problems.map((problem) => problem.property)).to.deep.equal([property]);
    });
  }

  it('comes back with the time that it had, where one is declared', () => {
    const declared = declareOrThrow(file, {
      identity: '/etc/app.conf',
      properties: { content: 'new\n', modified: '2024-05-01T12:00:00Z' },
      body: 'new\n',
    });
    const answers = { stat: standing('file', { modified: '2023-01-01 00:00:00.5' }), content: holding('a', 'old\n') };
    const before = file.observe(declared, answers).observed;
    const body = { sha256: 'a', sizeBytes: 4 };
    const back = file.restore?.({ declared, before, edited: ['content', 'modified'], kept: () => body });
    expect(back).to.deep.nested.include({ 'declared.modified': '2023-01-01 00:00:00', 'declared.body': body });
  });

  it('takes the mode of a source that is to be kept', () => {
    const properties = { source: 'files/run', mode: 'keep' };
    const result = file.declare({ identity: '/usr/local/bin/run', properties, bodyMode: '0750' });
    expect(result).to.have.nested.property('declared.ownership.mode', '0750');
  });

  const paths = [
    ['/etc//app/./conf', '/etc/app/conf'],
    ['/größe/ ', '/größe/ '],
    ['relative', undefined],
    ['~/.profile', undefined],
    ['/etc/../shadow', undefined],
    ['/etc/app/', undefined],
    ['/etc/\0', undefined],
  ] as const;
  for (const [identity, path] of paths) {
    it(`takes ${JSON.stringify(identity)} for ${path ?? 'no path of a file'}`, () => {
      const result = file.declare({ identity, properties: { mode: '0644' } });
      expect(result.kind === 'declared' ? result.identity : undefined).to.equal(path);
    });
  }
});
