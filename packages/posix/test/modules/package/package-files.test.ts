import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import type { RunAction } from '../../../src/operations/action.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const installed = (version: string): Answer =>
  found({ status: 'installed', version, held: false, manual: true, changed: '', providers: [], essential: false });
const holds = (name: string, version: string): Answer => found({ name, version });
const manager = (name: string): Answer => found({ manager: name, lists: 'missing', ageSeconds: 0, interrupted: false });
const stat = (modified: string): Answer => found({ type: 'file', modified });

type Case = {
  readonly title: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly titles?: readonly string[];
  readonly problems?: readonly string[];
};

const deb = { source: 'files/app_1.2-1_amd64.deb' };
const there = { file: '/srv/app.deb' };

const cases: readonly Case[] = [
  {
    title: 'leaves the version that the file of the project has',
    properties: deb,
    answers: { installed: installed('1.2-1') },
  },
  {
    title: 'installs a file of the project on a node that has no package lists',
    properties: deb,
    answers: { installed: absent },
    titles: ['install app from files/app_1.2-1_amd64.deb'],
  },
  {
    title: 'refreshes the lists for what the file needs when their age is declared',
    properties: { ...deb, cache_valid_time: 60 },
    answers: { installed: absent },
    titles: ['refresh the package lists', 'install app from files/app_1.2-1_amd64.deb'],
  },
  {
    title: 'takes a version without its epoch for the one that rpm tells with it',
    properties: { source: 'app-1.2-1.el9.x86_64.rpm' },
    answers: { installed: installed('1:1.2-1.el9'), manager: manager('dnf') },
  },
  {
    title: 'reads the version out of a name of pacman',
    properties: { source: 'app-2:1.2-1-x86_64.pkg.tar.zst' },
    answers: { installed: installed('2:1.1-1'), manager: manager('pacman') },
    titles: ['upgrade app from app-2:1.2-1-x86_64.pkg.tar.zst'],
  },
  {
    title: 'does not go back to an older file',
    properties: deb,
    answers: { installed: installed('2.0') },
    problems: ['app 2.0 is installed, which is newer than 1.2-1.'],
  },
  {
    title: 'leaves the version that the file of the node has',
    properties: there,
    answers: { installed: installed('1.2-1'), file: holds('app', '1.2-1'), stat: stat('2026') },
  },
  {
    title: 'waits for a file that the plan brings',
    properties: there,
    answers: { installed: absent, file: absent, stat: stat('pending') },
    titles: ['install app from /srv/app.deb'],
  },
  {
    title: 'waits for a file that the plan replaces',
    properties: there,
    answers: { installed: installed('1.2-1'), file: holds('app', '1.2-1'), stat: stat('pending') },
    titles: ['upgrade app from /srv/app.deb'],
  },
  {
    title: 'refuses a file of the node that holds something else',
    properties: there,
    answers: { installed: absent, file: holds('other', '3'), stat: stat('2026') },
    problems: ['/srv/app.deb holds other 3, not app.'],
  },
  {
    title: 'refuses a file for another manager',
    properties: deb,
    answers: { installed: absent, manager: manager('zypper') },
    problems: ['files/app_1.2-1_amd64.deb is a package for apt, and the node keeps its packages with zypper.'],
  },
];

describe('package from a file', () => {
  for (const { title, properties, answers, titles = [], problems = [] } of cases) {
    it(title, () => {
      const all: Answers = { manager: manager('apt'), ...answers };
      const declared = declare(properties);
      const { observed, problems: told } = packageModule.observe(declared, all);
      expect(told.map(({ detail }) => detail)).to.deep.equal(problems);
      if (problems.length > 0) return;
      const edits = packageModule.diff(declared, observed);
      const { operations } = packageModule.operations(declared, edits, observed);
      expect(operations.map((operation) => operation.title)).to.deep.equal(titles);
    });
  }

  it('is asked of the node only where the node has the file', () => {
    expect(Object.keys(packageModule.queries(declare(deb)))).to.deep.equal(['installed', 'manager']);
    expect(Object.keys(packageModule.queries(declare(there)))).to.deep.equal(['installed', 'file', 'stat', 'manager']);
  });

  it('shares a transaction with others as long as one body reaches it', () => {
    const [first, second] = [install(deb), install(there)];
    const merged = packageModule.merge?.([first, second]);
    expect(merged?.title).to.equal('install app from files/app_1.2-1_amd64.deb, app from /srv/app.deb');
    expect((merged?.action as RunAction | undefined)?.stdin).to.deep.equal({ sha256: 'abc', sizeBytes: 3 });
    expect(packageModule.merge?.([first, first])).to.equal(undefined);
  });

  const refused: readonly (readonly [JsonObject, string])[] = [
    [{ source: 'files/latest.deb' }, 'The name of files/latest.deb does not tell which version of app it holds.'],
    [{ source: 'other_1_all.deb' }, 'The name of other_1_all.deb does not tell which version of app it holds.'],
    [{ ...deb, ...there }, 'A package comes from one file.'],
    [{ ...deb, state: 'latest' }, 'A package that is declared latest does not come from a file.'],
    [{ ...deb, version: '1.*' }, 'A file holds one version.'],
    [{ file: 'app.deb' }, '"app.deb" is not an absolute path.'],
  ];
  for (const [properties, detail] of refused) {
    it(`refuses ${JSON.stringify(properties)}`, () => {
      const result = packageModule.declare({ identity: 'app', properties, body });
      expect(result.kind === 'invalid' && result.problems[0]?.detail).to.equal(detail);
    });
  }
});

const body = { sha256: 'abc', sizeBytes: 3 };

function declare(properties: JsonObject) {
  const result = packageModule.declare({ identity: 'app', properties, body });
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.declared;
}

function install(properties: JsonObject) {
  const declared = declare(properties);
  const answers: Answers = {
    installed: absent,
    manager: manager('apt'),
    file: holds('app', '1.2-1'),
    stat: stat('2026'),
  };
  const { observed } = packageModule.observe(declared, answers);
  const [operation] = packageModule.operations(declared, packageModule.diff(declared, observed), observed).operations;
  if (operation === undefined) throw new Error('nothing to do');
  return operation;
}
