import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import type { RunAction } from '../../../src/operations/action.ts';
import type { PackageManagerName } from '../../../src/package-managers/manager.ts';
import { type PackageValue, packageQuery } from '../../../src/queries/package.ts';
import { notLookedUp } from '../../../src/queries/package-candidate.ts';
import type { PackageManagerValue } from '../../../src/queries/package-manager.ts';
import type { PackageSetValue } from '../../../src/queries/package-set.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { shownEdits } from '../../support/package-actions.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'repository:extra' } };

type One = { readonly installed?: string; readonly candidate?: string } & Partial<Omit<PackageValue, 'version'>>;

/** Packages by their names: the version that is installed, and the one that could be. */
const sets = (members: Readonly<Record<string, One>>): Answer => {
  const value: PackageSetValue = {
    members: Object.entries(members).map(([name, { installed, candidate, ...more }]) => ({
      name,
      installed: installed === undefined ? absent : found({ ...there, version: installed, ...more }),
      candidate:
        candidate === undefined ? absent : found({ ...notLookedUp, looked: true, candidate, versions: [candidate] }),
    })),
  };
  return found(value);
};

const there: PackageValue = {
  status: 'installed',
  version: '',
  held: false,
  manual: true,
  changed: '2026-01-01',
  providers: [],
  essential: false,
};

const lists = (manager: PackageManagerName, more: Partial<PackageManagerValue> = {}): Answer =>
  found({ manager, lists: 'read', ageSeconds: 60, interrupted: false, ...more });

type Case = {
  readonly title: string;
  readonly name?: string;
  readonly properties?: JsonObject;
  readonly members: Answer;
  readonly manager?: Answer;
  readonly edits?: readonly string[];
  readonly titles?: readonly string[];
  readonly reasons?: readonly string[];
  readonly problems?: readonly string[];
};

const cases: readonly Case[] = [
  {
    title: 'leaves packages that are all there',
    members: sets({ 'sp-a': { installed: '1.0', candidate: '2.0' }, 'sp-b': { installed: '1.0' } }),
  },
  {
    title: 'names each package that is missing, but none that no repository has',
    members: sets({ 'sp-a': { candidate: '2.0' }, 'sp-b': { installed: '1.0' }, 'sp-c': {} }),
    edits: ['sp-a - → 2.0'],
    titles: ['install sp-a'],
  },
  {
    title: 'names each package that is older than the latest',
    properties: { state: 'latest' },
    members: sets({
      'sp-a': { installed: '1.0', candidate: '2.0' },
      'sp-b': { installed: '2.0', candidate: '2.0' },
      'sp-c': { candidate: '3.0' },
    }),
    edits: ['sp-a 1.0 → 2.0', 'sp-c - → 3.0'],
    titles: ['upgrade sp-a; install sp-c'],
  },
  {
    title: 'upgrades only what is installed',
    properties: { state: 'latest', only_upgrade: true },
    members: sets({ 'sp-a': { installed: '1.0', candidate: '2.0' }, 'sp-c': { candidate: '3.0' } }),
    edits: ['sp-a 1.0 → 2.0'],
    titles: ['upgrade sp-a'],
  },
  {
    title: 'marks a package that came along only',
    manager: lists('apt'),
    name: 'sp-*',
    members: sets({ 'sp-a': { installed: '1.0', manual: false } }),
    edits: ['sp-a manual false → true'],
    titles: ['mark as manually installed sp-a'],
  },
  {
    title: 'removes those that are there',
    properties: { state: 'absent' },
    members: sets({ 'sp-a': { installed: '1.0' }, 'sp-b': {} }),
    edits: ['sp-a 1.0 → absent'],
    titles: ['remove sp-a'],
  },
  { title: 'has nothing to remove', properties: { state: 'absent' }, members: sets({}) },
  {
    title: 'finds out on the node where there are no lists yet',
    members: sets({}),
    manager: lists('dnf', { lists: 'missing' }),
    edits: ['packages those installed → ?'],
    titles: ['refresh the package lists', 'install @sp-web'],
    reasons: ['the node has no package lists yet'],
  },
  {
    title: 'looks once more for what the lists do not have',
    members: sets({ 'sp-c': {} }),
    edits: ['packages those installed → ?'],
    titles: ['refresh the package lists', 'install @sp-web'],
    reasons: ['the package lists of the node have no package for @sp-web'],
  },
  {
    title: 'finds out on the node what a repository of the plan brings',
    members: later,
    edits: ['packages ? → ?'],
    titles: ['install @sp-web'],
  },
  {
    title: 'removes nothing that nobody can name',
    properties: { state: 'absent' },
    members: sets({}),
    manager: lists('dnf', { lists: 'missing' }),
    problems: ['SP604'],
  },
  { title: 'says where there are no groups', members: sets({}), manager: lists('apt'), problems: ['SP683'] },
  {
    title: 'refuses to change a package on hold',
    properties: { state: 'latest' },
    members: sets({ 'sp-a': { installed: '1.0', candidate: '2.0', held: true } }),
    problems: ['SP632'],
  },
  {
    title: 'refuses to remove an essential package',
    name: 'sp-*',
    properties: { state: 'absent' },
    members: sets({ 'sp-a': { installed: '1.0', essential: true }, 'sp-b': { installed: '1.0' } }),
    manager: lists('apt'),
    problems: ['SP634'],
  },
];

describe('several packages under one name', () => {
  for (const { title, name = '@sp-web', properties = {}, members, manager = lists('dnf'), ...wanted } of cases) {
    it(title, () => {
      const declared = declareOrThrow(packageModule, { identity: name, properties });
      const answers: Answers = { members, manager };
      const { observed, problems } = packageModule.observe(declared, answers);
      expect(problems.map(({ code }) => code)).to.deep.equal(wanted.problems ?? []);
      if (wanted.problems !== undefined) return;
      const edits = packageModule.diff(declared, observed);
      expect(shownEdits({ edits })).to.deep.equal(wanted.edits ?? []);
      const { operations, reasons } = packageModule.operations(declared, edits, observed);
      expect(operations.map((operation) => operation.title)).to.deep.equal(wanted.titles ?? []);
      expect(reasons).to.deep.equal(wanted.reasons ?? []);
      const after = { ...answers, ...packageModule.predict(declared, answers).answers };
      expect(packageModule.diff(declared, packageModule.observe(declared, after).observed)).to.deep.equal([]);
    });
  }

  it('installs the versions that the plan showed', () => {
    const declared = declareOrThrow(packageModule, { identity: 'sp-*', properties: {} });
    const answers = {
      members: sets({ 'sp-a': { candidate: '2.0' }, 'sp-b': { candidate: '1.1' } }),
      manager: lists('dnf'),
    };
    const { observed } = packageModule.observe(declared, answers);
    const [operation] = packageModule.operations(declared, packageModule.diff(declared, observed), observed).operations;
    const action = operation?.action as RunAction | undefined;
    expect(action?.script).to.contain('sp_want sp-a 2.0 || exit 1\nsp_want sp-b 1.1 || exit 1\n');
  });

  it('tells those that declare one of the packages, and is told by them', () => {
    const set = declareOrThrow(packageModule, { identity: 'sp-*', properties: {} });
    const members = sets({ 'sp-a': { candidate: '2.0' } });
    const { others = [] } = packageModule.predict(set, { members, manager: lists('dnf') });
    expect(others.map(({ query, answer }) => [query, answer.status])).to.deep.equal([[packageQuery('sp-a'), 'found']]);
    const one = declareOrThrow(packageModule, { identity: 'sp-a', properties: {} });
    const answers = {
      installed: absent,
      candidate: found({ ...notLookedUp, candidate: '2.0' }),
      manager: lists('dnf'),
    };
    const [adjustment] = packageModule.predict(one, answers).adjusts ?? [];
    const after = adjustment?.adjust({ kind: 'package-set', name: 'sp-*' }, members) ?? absent;
    const { observed } = packageModule.observe(set, { members: after, manager: lists('dnf') });
    expect(packageModule.diff(set, observed)).to.deep.equal([]);
  });

  it('brings back what was there', () => {
    const declared = declareOrThrow(packageModule, { identity: '@sp-web', properties: { state: 'latest' } });
    const members = sets({ 'sp-a': { installed: '1.0', candidate: '2.0' }, 'sp-c': { candidate: '3.0' } });
    const { observed } = packageModule.observe(declared, { members, manager: lists('dnf') });
    const way = packageModule.restore?.({
      declared,
      before: observed,
      edited: ['sp-a', 'sp-c'],
      kept: () => undefined,
    });
    const all = way?.kind === 'declared' ? [way.declared, ...(way.also ?? []).map((each) => each.declared)] : [];
    expect(all).to.have.lengthOf(2);
    expect(all[0]).to.include({ name: 'sp-a', state: 'present', version: '1.0' });
    expect(all[1]).to.include({ name: 'sp-c', state: 'purged' });
  });

  for (const [name, properties] of [
    ['@sp-web', { version: '1.0' }],
    ['sp-*', { hold: true }],
    ['sp-*', { file: '/tmp/a.deb' }],
    ['*', {}],
    ['@', {}],
    ['sp-*:i386', {}],
  ] as const) {
    it(`refuses ${name} with ${JSON.stringify(properties)}`, () => {
      expect(packageModule.declare({ identity: name, properties }).kind).to.equal('invalid');
    });
  }
});
