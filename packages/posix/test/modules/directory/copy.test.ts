import { type Answer, type Answers, type JsonObject, queryKey } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../../src/modules/directory/index.ts';
import { declareCopied, type Entries, projectTree } from './project-tree.ts';

const identity = '/srv/app';
const source: Entries = {
  conf: null,
  'conf/a.conf': 'a=1\n',
  run: { mode: '0755', text: '#!/bin/sh\n' },
  latest: { target: 'conf' },
};

const stat = (type: string, own: JsonObject = {}): Answer => ({
  status: 'found',
  value: {
    type,
    mode: type === 'file' ? '0644' : '0755',
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 4,
    modified: '',
    inode: '1',
    ...own,
  },
});
const content = (text: string): Answer => {
  const tree = projectTree({ it: text }).entries[0];
  if (tree?.kind !== 'file') throw new Error('no file');
  return { status: 'found', value: { sha256: tree.body.sha256, base64: Buffer.from(text).toString('base64') } };
};
const listing = (names: Readonly<Record<string, readonly string[]>>, own: JsonObject = {}): Answer => {
  const groups = Object.entries(names).map(([type, each]) => ({
    type,
    mode: '0644',
    uid: 0,
    gid: 0,
    owner: 'root',
    group: 'root',
    count: each.length,
    names: each,
  }));
  return { status: 'found', value: { groups, mounts: [], isWhole: true, ...own } };
};
/** A node that holds everything of the source. */
const asDeclared: Answers = {
  stat: stat('directory'),
  '0 stat': stat('directory'),
  '1 stat': stat('file'),
  '1 content': content('a=1\n'),
  '2 stat': stat('file', { mode: '0755' }),
  '2 content': content('#!/bin/sh\n'),
  '3 stat': stat('link', { target: 'conf', mode: '0777' }),
};
const empty: Answers = { stat: { status: 'absent' }, 'parent /srv': stat('directory') };
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:app' } };

/** What is planned when the node answers so; what it is not said to answer is absent. */
function plan(properties: JsonObject, given: Answers, entries: Entries = source) {
  const declared = declareCopied(identity, properties, projectTree(entries));
  const queries = Object.keys(directory.queries(declared));
  const answers = Object.fromEntries(
    queries.map((name): [string, Answer] => [name, given[name] ?? { status: 'absent' }]),
  );
  const { observed, problems } = directory.observe(declared, answers);
  const edits = directory.diff(declared, observed);
  const { operations } = directory.operations(declared, edits, observed);
  const predicted = directory.observe(declared, { ...answers, ...directory.predict(declared, answers).answers });
  return {
    edits: edits.map(({ path }) => path),
    lines: edits
      .flatMap(({ hunks = [] }) => hunks.flatMap((hunk) => hunk.lines))
      .filter((line) => !line.startsWith(' ')),
    titles: operations.map(({ title }) => title),
    hazards: operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind)),
    problems: problems.map(({ code, detail }) => `${code} ${detail}`),
    afterwards: directory.diff(declared, predicted.observed),
  };
}

type Case = {
  readonly title: string;
  readonly properties?: JsonObject;
  readonly answers: Answers;
  readonly entries?: Entries;
  readonly expected: Partial<ReturnType<typeof plan>>;
};

const cases: readonly Case[] = [
  { title: 'nothing when everything is there', answers: asDeclared, expected: { edits: [], titles: [], problems: [] } },
  {
    title: 'the directory, its directories, each file and its links where nothing is there yet',
    answers: empty,
    expected: {
      edits: ['state', 'source[conf/a.conf]', 'source[run]', 'source.directories', 'source.links'],
      titles: [
        'create /srv/app',
        'make the directories in /srv/app',
        'write /srv/app/conf/a.conf',
        'write /srv/app/run',
        'make the links in /srv/app',
      ],
      lines: ['+a=1', '+#!/bin/sh', '+directory conf/', '+conf latest'],
    },
  },
  {
    title: 'one write with the difference where one file differs',
    answers: { ...asDeclared, '1 content': content('a=0\n') },
    expected: {
      edits: ['source[conf/a.conf]'],
      titles: ['write /srv/app/conf/a.conf'],
      lines: ['-a=0', '+a=1'],
      hazards: [],
    },
  },
  {
    title: 'one operation for all owners and modes',
    properties: { owner: '12', file_mode: '0600' },
    answers: asDeclared,
    expected: {
      edits: ['owner', 'source.owner', 'source.mode'],
      titles: ['set owner 12 of /srv/app', 'make the links in /srv/app', 'set owners and modes in /srv/app'],
    },
  },
  {
    title: 'the modes of the source where they are to be kept',
    properties: { mode: 'keep' },
    answers: asDeclared,
    expected: {
      edits: ['mode', 'source.mode'],
      lines: ['-0755 conf', '-0644 conf/a.conf', '+0750 conf', '+0640 conf/a.conf'],
    },
  },
  {
    title: 'a link that leads elsewhere',
    answers: { ...asDeclared, '3 stat': stat('link', { target: 'old', mode: '0777' }) },
    expected: {
      edits: ['source.links'],
      titles: ['make the links in /srv/app'],
      lines: ['-old latest', '+conf latest'],
    },
  },
  {
    title: 'nothing of what else stands there unless it is to be pruned',
    answers: { ...asDeclared, listing: listing({ file: ['old.conf'] }) },
    expected: { edits: [] },
  },
  {
    title: 'the removal of what the source does not have, told by name and as a loss',
    properties: { prune: true },
    answers: {
      ...asDeclared,
      listing: listing({ directory: ['conf', 'old'], file: ['conf/a.conf', 'run', 'old/x'], link: ['latest'] }),
    },
    expected: {
      edits: ['source.pruned'],
      titles: ['remove from /srv/app what its source does not have'],
      lines: ['-directory old', '-file old/x'],
      hazards: ['data-loss'],
    },
  },
  {
    title: 'no removal of what is excluded, nor of a directory that holds it',
    properties: { prune: true, exclude: ['*.log', '/local'] },
    answers: { ...asDeclared, listing: listing({ directory: ['logs', 'local'], file: ['logs/a.log', 'local/x'] }) },
    expected: { edits: [] },
  },
  {
    title: 'nothing where a part of the directory could not be listed',
    properties: { prune: true },
    answers: { ...asDeclared, listing: listing({}, { isWhole: false }) },
    expected: { edits: ['source.pruned'], hazards: [] },
  },
  {
    title: 'a problem where thousands of entries would be pruned',
    properties: { prune: true },
    answers: { ...asDeclared, listing: listing({ file: Array.from({ length: 2001 }, (_, index) => `f${index}`) }) },
    expected: {
      problems: ['SP610 2001 entries of the directory are not in its source, and at most 2000 are pruned at once.'],
    },
  },
  {
    title: 'a problem for each thing of another type that stands in the way',
    answers: { ...asDeclared, '0 stat': stat('link', { target: '/etc' }), '1 stat': stat('directory') },
    expected: {
      problems: [
        'SP603 /srv/app/conf is a symbolic link to /etc, and a directory is declared.',
        'SP603 /srv/app/conf/a.conf is a directory, and a file is declared.',
      ],
    },
  },
  {
    title: 'a few words where nothing may be read',
    answers: Object.fromEntries(
      Object.keys(asDeclared).map((name) => [
        name,
        { status: 'unknown', cause: { kind: 'denied', what: 'x' } } as const,
      ]),
    ),
    expected: { edits: ['state', 'source.files', 'source.directories', 'source.links'] },
  },
  {
    title: 'everything, while a package before it may bring the directory',
    properties: { prune: true },
    answers: Object.fromEntries(
      ['stat', 'listing', '0 stat', '1 stat', '1 content', '2 stat', '2 content', '3 stat'].map((name) => [
        name,
        after,
      ]),
    ),
    expected: {
      titles: [
        'create /srv/app',
        'make the directories in /srv/app',
        'write /srv/app/conf/a.conf',
        'write /srv/app/run',
        'make the links in /srv/app',
        'remove from /srv/app what its source does not have',
      ],
    },
  },
];

describe('the plan of a directory that is copied from the project', () => {
  for (const { title, properties = {}, answers, entries, expected } of cases) {
    it(`is ${title}`, () => {
      const planned = plan(properties, answers, entries);
      expect(planned).to.deep.include(expected);
      if (planned.problems.length === 0) expect(planned.afterwards).to.deep.equal([]);
    });
  }

  it('names twenty files and counts the others, however many there are', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, `${index}\n`]));
    const planned = plan({}, empty, many);
    expect(planned.edits).to.have.length(22);
    expect(planned.edits.at(-1)).to.equal('source.files');
    expect(planned.lines.at(-1)).to.equal('+… and 2930 more');
    expect(planned.titles).to.have.length(3001);
  });

  it('reads no more of all files together than a plan can hold', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, `${index}\n`]));
    const queries = Object.values(directory.queries(declareCopied(identity, {}, projectTree(many))));
    const limits = queries.filter(({ kind }) => kind === 'content').map(({ limitBytes }) => Number(limitBytes));
    expect(limits.reduce((sum, limit) => sum + limit, 0)).to.be.at.most(8 * 1024 * 1024);
  });

  it('tells later resources where its links lead', () => {
    const declared = declareCopied(identity, {}, projectTree(source));
    const queries = directory.queries(declared);
    const answers = Object.fromEntries(
      Object.keys(queries).map((name): [string, Answer] => [name, empty[name] ?? { status: 'absent' }]),
    );
    const predicted = directory.predict(declared, answers).answers;
    const wanted = queryKey({ kind: 'stat-target', path: '/srv/app/latest' });
    const leads = Object.entries(queries)
      .filter(([, query]) => queryKey(query) === wanted)
      .map(([name]) => predicted[name]);
    expect(leads).to.have.length(1);
    expect(leads[0]).to.deep.nested.include({ status: 'found', 'value.type': 'directory' });
  });

  it('leads back to what the files held, and takes away what was new', () => {
    const declared = declareCopied(identity, {}, projectTree(source));
    const answers = {
      ...asDeclared,
      '1 content': content('a=0\n'),
      '2 stat': { status: 'absent' },
      '2 content': { status: 'absent' },
    } as const;
    const { observed } = directory.observe(declared, answers);
    const edited = directory.diff(declared, observed).map(({ path }) => path);
    const old = { sha256: 'that of before', sizeBytes: 4 };
    const back = directory.restore?.({ declared, before: observed, edited, kept: () => old });
    if (back?.kind !== 'declared') throw new Error('no way back');
    const { copy } = back.declared as {
      copy: { parts: { name: string; declared: { state: string; body?: unknown } }[] };
    };
    expect(copy.parts.map(({ name, declared: part }) => [name, part.state, part.body ?? null])).to.deep.equal([
      ['conf/a.conf', 'present', old],
      ['run', 'absent', null],
    ]);
  });

  it('takes a directory away that was made, with the files that were brought, innermost first', () => {
    const declared = declareCopied(identity, {}, projectTree(source));
    const back = directory.restore?.({
      declared,
      before: { kind: 'absent' },
      edited: ['state'],
      kept: () => undefined,
    });
    if (back?.kind !== 'declared') throw new Error('no way back');
    const answers = {
      ...asDeclared,
      listing: listing({ directory: ['conf'], file: ['conf/a.conf', 'run'], link: ['latest'] }),
    };
    const parts = (back.declared as { copy: { parts: { name: string }[] } }).copy.parts.map(({ name }) => name);
    expect(parts).to.deep.equal(Object.keys(source).toReversed());
    const turned = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => {
        const match = /^(\d) (.*)$/.exec(name);
        return [match === null ? name : `${3 - Number(match[1])} ${match[2]}`, answer];
      }),
    );
    const { observed, problems } = directory.observe(back.declared, { ...turned, tree: { status: 'absent' } });
    expect(problems).to.deep.equal([]);
    const edits = directory.diff(back.declared, observed);
    const { operations } = directory.operations(back.declared, edits, observed);
    expect(operations.map(({ title }) => title)).to.deep.equal([
      'remove what was copied to /srv/app',
      'remove /srv/app',
    ]);
  });
});

describe('a directory with a source', () => {
  const refused: readonly (readonly [string, JsonObject, RegExp])[] = [
    ['is not absent', { source: 'files', state: 'absent' }, /declared absent has no source/],
    ['is not recursed into as well', { source: 'files', recurse: true, owner: 'root' }, /With a source/],
    ['is needed for a pruning', { prune: true }, /no source is declared/],
    ['is needed to keep its modes', { mode: 'keep' }, /modes of a source/],
  ];
  for (const [title, properties, detail] of refused) {
    it(title, () => {
      const result = directory.declare({ identity, properties });
      expect(result.kind === 'invalid' ? result.problems.map((problem) => problem.detail).join(' ') : '').to.match(
        detail,
      );
    });
  }
});
