import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { link } from '../../../src/modules/link/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const standing = (type: string, changes: JsonObject = {}): Answer => ({
  status: 'found',
  value: {
    type,
    mode: '0777',
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 4,
    modified: '',
    inode: '1:1',
    ...changes,
  },
});
const sha256 = 'ab'.repeat(32);
const absent: Answer = { status: 'absent' };
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:nginx' } };
const parent = standing('directory', { mode: '0755' });

/** What is planned for `link: /srv/current` when the node answers so. */
function plan(properties: JsonObject, answers: Answers) {
  const declared = declareOrThrow(link, { identity: '/srv/current', properties });
  const { observed, problems } = link.observe(declared, answers);
  const edits = link.diff(declared, observed);
  const { operations } = link.operations(declared, edits, observed);
  const prediction = link.predict(declared, answers).answers;
  return {
    edits: edits.map((edit) => edit.path),
    titles: operations.map((operation) => operation.title),
    hazards: operations.flatMap((operation) => operation.hazards.map((hazard) => hazard.kind)),
    problems: problems.map((problem) => problem.code),
    leadsTo: prediction['leadsTo'],
    afterwards: link.diff(declared, link.observe(declared, { ...answers, ...prediction }).observed),
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
    properties: { target: 'one', owner: 'root' },
    answers: { stat: standing('link', { target: 'one' }), parent },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'what stands at its target for those who look through it afterwards',
    properties: { target: 'one' },
    answers: { stat: absent, parent, destination: standing('directory') },
    expected: { titles: ['link /srv/current to one'], leadsTo: standing('directory'), afterwards: [] },
  },
  {
    title: 'both ways it may turn out while a package before it may bring it',
    properties: { target: 'one', owner: 'root' },
    answers: { stat: after, parent },
    expected: { titles: ['link /srv/current to one', 'set owner root of /srv/current'], afterwards: [] },
  },
  {
    title: 'what is lost when it replaces a file',
    properties: { target: 'one', force: true },
    answers: { stat: standing('file'), parent, entries: absent },
    expected: { edits: ['type', 'target'], hazards: ['data-loss'], afterwards: [] },
  },
  {
    title: 'where a file is kept that it replaces, and no loss',
    properties: { target: 'one', force: true, backup: true },
    answers: { stat: standing('file'), parent, entries: absent, content: { status: 'found', value: { sha256 } } },
    expected: { edits: ['type', 'target', 'backup'], hazards: [], problems: [], afterwards: [] },
  },
  {
    title: 'an empty directory as lost, of which there is nothing to keep',
    properties: { target: 'one', force: true, backup: true },
    answers: { stat: standing('directory'), parent, entries: absent, content: absent },
    expected: { edits: ['type', 'target'], hazards: ['data-loss'], afterwards: [] },
  },
  {
    title: 'nothing to keep when a link is pointed elsewhere',
    properties: { target: 'one', force: true, backup: true },
    answers: { stat: standing('link', { target: 'two' }), parent, entries: absent, content: absent },
    expected: { edits: ['target'], hazards: [], afterwards: [] },
  },
  {
    title: 'no link in a directory that is not there',
    properties: { target: 'one' },
    answers: { stat: absent, parent: absent },
    expected: { problems: ['SP604'] },
  },
  {
    title: 'nothing when it is another name of its target already',
    properties: { target: 'one', hard: true },
    answers: { stat: standing('file'), parent, destination: standing('file') },
    expected: { edits: [], titles: [], problems: [], afterwards: [] },
  },
  {
    title: 'a hard link of a file that is made before it',
    properties: { target: 'one', hard: true },
    answers: { stat: absent, parent, destination: standing('file', { inode: 'pending' }) },
    expected: {
      titles: ['make /srv/current a hard link to one'],
      leadsTo: standing('file', { inode: 'pending' }),
      afterwards: [],
    },
  },
  {
    title: 'a hard link in the place of a symbolic one',
    properties: { target: 'one', hard: true },
    answers: { stat: standing('link', { target: 'one' }), parent, destination: standing('file') },
    expected: { edits: ['type', 'target'], problems: [], hazards: [], afterwards: [] },
  },
  {
    title: 'that another file is replaced by a hard link only when that is declared',
    properties: { target: 'one', hard: true },
    answers: { stat: standing('file'), parent, destination: standing('file', { inode: '1:2' }) },
    expected: { problems: ['SP603'] },
  },
  {
    title: 'what is lost when a hard link replaces another file',
    properties: { target: 'one', hard: true, force: true },
    answers: { stat: standing('file'), parent, destination: standing('file', { inode: '1:2' }) },
    expected: { edits: ['type', 'target'], problems: [], hazards: ['data-loss'], afterwards: [] },
  },
  {
    title: 'no hard link to what is not there',
    properties: { target: 'one', hard: true },
    answers: { stat: absent, parent, destination: absent },
    expected: { problems: ['SP604'] },
  },
  {
    title: 'no hard link to a directory or to a link',
    properties: { target: 'one', hard: true },
    answers: { stat: absent, parent, destination: standing('directory') },
    expected: { problems: ['SP603'] },
  },
  {
    title: 'both ways it may turn out while a package before it may bring the target',
    properties: { target: 'one', hard: true },
    answers: { stat: standing('file'), parent, destination: after },
    expected: { edits: ['type', 'target'], problems: [], titles: ['make /srv/current a hard link to one'] },
  },
  {
    title: 'nothing for a link that is to go and is gone',
    properties: { state: 'absent' },
    answers: { stat: absent },
    expected: { edits: [], titles: [], problems: [] },
  },
];

describe('planning a link', () => {
  for (const { title, properties, answers, expected } of cases) {
    it(`shows ${title}`, () => expect(plan(properties, answers)).to.deep.include(expected));
  }

  it('asks for a relative target in the directory of the link', () => {
    const declared = declareOrThrow(link, { identity: '/srv/current', properties: { target: '../opt/one' } });
    expect(link.queries(declared)['destination']).to.include({ path: '/opt/one' });
  });
});

describe('declaring a link', () => {
  const faults: readonly (readonly [JsonObject, string])[] = [
    [{}, 'target'],
    [{ target: '~/x' }, 'target'],
    [{ target: '/srv/current' }, 'target'],
    [{ state: 'absent', target: 'x' }, 'target'],
    [{ state: 'absent', force: true }, 'force'],
    [{ state: 'absent', backup: true }, 'backup'],
    [{ target: 'one', backup: true }, 'backup'],
    [{ state: 'absent', hard: true }, 'hard'],
    [{ target: 'one', hard: true, owner: 'root' }, 'owner'],
  ];
  for (const [properties, property] of faults) {
    it(`finds fault with ${JSON.stringify(properties)}`, () => {
      const result = link.declare({ identity: '/srv/current', properties });
      expect(result.kind === 'invalid' && result.problems.map((problem) => problem.property)).to.deep.equal([property]);
    });
  }
});
