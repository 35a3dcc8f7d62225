import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { packages } from '../../../src/modules/packages/index.ts';

const found = (value: JsonObject): Answer => ({ status: 'found', value });
const due = (...lines: readonly string[]): Answer =>
  found({
    changes: lines.map((line) => {
      const [name = '', before = '', after = ''] = line.split('|');
      return { name, before, after };
    }),
  });
const apt = (more: JsonObject = {}): Answer => found({ lists: 'read', ageSeconds: 60, interrupted: false, ...more });

type Case = {
  readonly title: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly edits?: readonly string[];
  readonly titles?: readonly string[];
  readonly reasons?: readonly string[];
  readonly problems?: readonly string[];
};

const safe = { upgrade: 'safe' };

const cases: readonly Case[] = [
  { title: 'has nothing to do where nothing is due', properties: safe, answers: { due: due(), manager: apt() } },
  {
    title: 'names each package with its versions',
    properties: { upgrade: 'full', unneeded: 'removed' },
    answers: { due: due('libnew||1', 'libold|2|', 'ssl|1.0|1.1', 'web|3|4'), manager: apt() },
    edits: ['libnew', 'libold', 'ssl', 'web'],
    titles: ['upgrade 2 packages; install 1 package; remove 1 package'],
  },
  {
    title: 'refreshes lists that are older than a day, whatever they tell',
    properties: safe,
    answers: { due: due('web|3|4'), manager: apt({ ageSeconds: 86_401 }) },
    edits: ['versions'],
    titles: ['refresh the package lists', 'upgrade all packages'],
    reasons: ['the package lists are older than 86400 s'],
  },
  {
    title: 'does not refresh lists that something before it refreshes',
    properties: safe,
    answers: { due: due('web|3|4'), manager: apt({ lists: 'pending' }) },
    edits: ['web'],
    titles: ['upgrade 1 package'],
  },
  {
    title: 'needs no lists to remove what nothing needs',
    properties: { unneeded: 'removed' },
    answers: { due: due('libold|2|'), manager: apt({ lists: 'missing' }) },
    edits: ['libold'],
    titles: ['remove 1 package'],
  },
  {
    title: 'says when dpkg has to be led to its end first',
    properties: safe,
    answers: { due: due('web|3|4'), manager: apt({ interrupted: true }) },
    problems: ['SP630'],
  },
  {
    title: 'shows that it may take fresh lists where an earlier change is still to tell what is due',
    properties: safe,
    answers: { due: { status: 'unknown', cause: { kind: 'after', address: 'package:apt' } }, manager: apt() },
    edits: ['versions'],
    titles: ['refresh the package lists', 'upgrade all packages'],
  },
  {
    title: 'does not take what cannot be told for nothing',
    properties: safe,
    answers: { due: { status: 'unknown', cause: { kind: 'unavailable', what: 'it' } }, manager: apt() },
    edits: ['versions'],
    titles: ['upgrade all packages'],
  },
];

describe('packages', () => {
  for (const { title, properties, answers, edits = [], titles = [], reasons = [], problems = [] } of cases) {
    it(title, () => {
      const declared = declare('all', properties);
      const { observed, problems: told } = packages.observe(declared, answers);
      expect(told.map(({ code }) => code)).to.deep.equal(problems);
      if (problems.length > 0) return;
      const differences = packages.diff(declared, observed);
      expect(differences.map(({ path }) => path)).to.deep.equal(edits);
      // An apply leaves a node alone of which something could not be read.
      const isUnreadable = differences.some(({ before }) => before.kind === 'unknown');
      expect(isUnreadable).to.equal(answers['due']?.status === 'unknown');
      const work = packages.operations(declared, differences, observed);
      expect(work.operations.map((operation) => operation.title)).to.deep.equal(titles);
      expect(work.reasons).to.deep.equal(reasons);
    });
  }

  it('tells the resources after it which versions there will be', () => {
    const answers: Answers = { due: due('libold|2|', 'web|3|4'), manager: apt() };
    const { adjusts = [] } = packages.predict(declare('all', { upgrade: 'full' }), answers);
    const after = (name: string) =>
      adjusts[0]?.adjust({ kind: 'package', name }, found({ status: 'installed', version: '3' }));
    expect(after('web')).to.deep.equal(found({ status: 'installed', version: '4', changed: 'pending' }));
    expect(after('libold')).to.deep.equal({ status: 'absent' });
    expect(after('other')).to.deep.equal(found({ status: 'installed', version: '3' }));
  });

  for (const [identity, properties] of [
    ['nginx', safe],
    ['*', safe],
    ['all', {}],
    ['all', { cache_valid_time: 5 }],
  ] as const) {
    it(`refuses ${identity} with ${JSON.stringify(properties)}`, () => {
      expect(packages.declare({ identity, properties }).kind).to.equal('invalid');
    });
  }
});

function declare(identity: string, properties: JsonObject) {
  const result = packages.declare({ identity, properties });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.declared;
}
