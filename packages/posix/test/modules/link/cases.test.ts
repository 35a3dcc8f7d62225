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
    inode: '1',
    ...changes,
  },
});
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
    title: 'no link in a directory that is not there',
    properties: { target: 'one' },
    answers: { stat: absent, parent: absent },
    expected: { problems: ['SP604'] },
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
  ];
  for (const [properties, property] of faults) {
    it(`finds fault with ${JSON.stringify(properties)}`, () => {
      const result = link.declare({ identity: '/srv/current', properties });
      expect(result.kind === 'invalid' && result.problems.map((problem) => problem.property)).to.deep.equal([property]);
    });
  }
});
