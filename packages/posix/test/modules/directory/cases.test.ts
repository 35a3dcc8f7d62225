import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../../src/modules/directory/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const there = (mode: string): Answer => ({
  status: 'found',
  value: {
    type: 'directory',
    mode,
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    modified: '',
    inode: '1',
  },
});
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:nginx' } };

/** What is planned for `directory: /srv/app` when the node answers so. */
function plan(properties: JsonObject, answers: Answers) {
  const declared = declareOrThrow(directory, { identity: '/srv/app/', properties });
  const { observed, problems } = directory.observe(declared, answers);
  const edits = directory.diff(declared, observed);
  const { operations } = directory.operations(declared, edits, observed);
  const predicted = directory.observe(declared, { ...answers, ...directory.predict(declared, answers).answers });
  return {
    edits: edits.map((edit) => edit.path),
    titles: operations.map((operation) => operation.title),
    hazards: operations.flatMap((operation) => operation.hazards.map((hazard) => hazard.kind)),
    problems: problems.map((problem) => problem.code),
    afterwards: directory.diff(declared, predicted.observed),
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
    properties: { owner: 'root', mode: '0755' },
    answers: { stat: there('0755') },
    expected: { edits: [], titles: [], problems: [] },
  },
  {
    title: 'one operation for a new directory, its owner and mode',
    properties: { owner: 'root', mode: '0750' },
    answers: { stat: { status: 'absent' }, 'parent /srv': there('0755') },
    expected: { edits: ['state', 'owner', 'mode'], titles: ['create /srv/app'] },
  },
  {
    title: 'the label of a new directory on a node with SELinux',
    properties: { selinux: 'httpd_sys_content_t' },
    answers: {
      stat: { status: 'absent' },
      'parent /srv': there('0755'),
      context: { status: 'absent' },
      rootContext: { status: 'found', value: { context: 'system_u:object_r:root_t:s0' } },
    },
    expected: {
      edits: ['state', 'selinux'],
      titles: ['create /srv/app', 'label /srv/app as httpd_sys_content_t'],
      afterwards: [],
    },
  },
  {
    title: 'both ways it may turn out while a package before it may bring it',
    properties: { owner: 'root', mode: '0750' },
    answers: { stat: after, 'parent /srv': there('0755') },
    expected: { titles: ['create /srv/app', 'set owner root, mode 0750 of /srv/app'] },
  },
  {
    title: 'a declared time, also after the directory was made',
    properties: { modified: '2024-05-01T12:00:00Z' },
    answers: { stat: { status: 'absent' }, 'parent /srv': there('0755') },
    expected: {
      edits: ['state', 'modified'],
      titles: ['create /srv/app', 'set the time of /srv/app to 2024-05-01T12:00:00Z'],
      afterwards: [],
    },
  },
  {
    title: 'what was foreseen when the package brought it with another mode',
    properties: { owner: 'root', mode: '0750' },
    answers: { stat: there('0755') },
    expected: { edits: ['mode'], titles: ['set owner root, mode 0750 of /srv/app'] },
  },
  {
    title: 'a loss when a directory goes with what is in it, of which nobody knows',
    properties: { state: 'absent', force: true },
    answers: { stat: there('0755'), tree: after },
    expected: { edits: ['state'], titles: ['remove /srv/app with everything in it'], hazards: ['data-loss'] },
  },
  {
    title: 'a problem for an owner that nobody declares',
    properties: { owner: 'ghost' },
    answers: { stat: there('0755'), owner: { status: 'absent' } },
    expected: { problems: ['SP604'] },
  },
];

describe('planning a directory', () => {
  for (const { title, properties, answers, expected } of cases) {
    it(`shows ${title}`, () => {
      expect(plan(properties, answers)).to.deep.include(expected);
    });
  }

  it('foresees that nothing is left to do', () => {
    for (const { properties, answers } of cases.slice(0, 5))
      expect(plan(properties, answers).afterwards).to.deep.equal([]);
  });

  it('waits for parents, owner and group, but for nothing when it goes away', () => {
    const declare = (properties: JsonObject) => declareOrThrow(directory, { identity: '/srv/app', properties });
    expect(directory.references(declare({ owner: 'web', group: 'www' }))).to.deep.equal([
      'directory:/srv',
      'link:/srv',
      'user:web',
      'group:www',
    ]);
    expect(directory.references(declare({ state: 'absent' }))).to.deep.equal([]);
  });
});

describe('declaring a directory', () => {
  const faults: readonly (readonly [JsonObject, string])[] = [
    [{ mode: '0999' }, 'mode'],
    [{ file_mode: '0644' }, 'file_mode'],
    [{ recurse: true }, 'recurse'],
    [{ force: true }, 'force'],
    [{ state: 'absent', mode: '0755' }, 'mode'],
    [{ owner: '4294967295' }, 'owner'],
  ];
  for (const [properties, property] of faults) {
    it(`finds fault with ${JSON.stringify(properties)}`, () => {
      const result = directory.declare({ identity: '/srv/app', properties });
      expect(result.kind === 'invalid' && result.problems.map((problem) => problem.property)).to.deep.equal([property]);
    });
  }

  it('never removes the root directory', () => {
    expect(directory.declare({ identity: '/', properties: { state: 'absent', force: true } }).kind).to.equal('invalid');
  });
});
