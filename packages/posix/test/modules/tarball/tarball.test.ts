import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { tarball } from '../../../src/modules/tarball/index.ts';
import { newDirectoryStat, newFileStat } from '../../../src/queries/stat.ts';
import { tarballKind } from '../../../src/queries/tarball.ts';
import { declareOrThrow } from '../../support/converge.ts';

const path = '/var/backups/app.tar.zst';
const one = '1'.repeat(64);
const two = '2'.repeat(64);
const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const told = (own: JsonObject): Answer => found({ kind: 'told', wanted: one, found: null, ...own });
const directory = found(newDirectoryStat);
const there: Answers = { stat: found(newFileStat), parent: directory, content: found({ sha256: two }) };
const nothing: Answers = { stat: absent, parent: directory, content: absent };

function plan(answers: Answers, properties: JsonObject = {}) {
  const declared = declareOrThrow(tarball, { identity: path, properties: { tree: '/srv/app', ...properties } });
  const { observed, problems } = tarball.observe(declared, answers);
  const edits = tarball.diff(declared, observed);
  const { operations, reasons } = tarball.operations(declared, edits, observed);
  return {
    edits: edits.map(({ before, after }) => [before, after].map((each) => ('value' in each ? each.value : each.kind))),
    operations: operations.map(({ title, hazards }) => [title, hazards.length]),
    problems: problems.map(({ code, hint }) => [code, hint]),
    paths: edits.map((edit) => edit.path),
    reasons,
  };
}

const title = `pack /srv/app into ${path}`;
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'file:/srv/app/a' } };
type Case = readonly [string, Answers, Partial<ReturnType<typeof plan>>];

const cases: readonly Case[] = [
  ['nothing where the file holds the tree', { ...there, packed: told({ found: one }) }, { edits: [], operations: [] }],
  [
    'the archive where there is none',
    { ...nothing, packed: told({}) },
    { edits: [['absent', `tar sha256:${one}`]], operations: [[title, 0]] },
  ],
  [
    'the archive where the tree is another one by now',
    { ...there, packed: told({ found: two }) },
    { edits: [[`tar sha256:${two}`, `tar sha256:${one}`]], operations: [[title, 0]] },
  ],
  [
    'the archive in the place of another file, which the journal cannot keep',
    { ...there, stat: found({ ...newFileStat, sizeBytes: 1e9 }), packed: told({}) },
    { edits: [['something else', `tar sha256:${one}`]], operations: [[title, 1]] },
  ],
  [
    'what the tree will hold after an earlier change in it',
    { ...there, packed: after },
    { edits: [['unknown', 'unknown']], operations: [[title, 0]], problems: [] },
  ],
  [
    'a problem where there is no tree',
    { ...nothing, packed: absent },
    { problems: [['SP604', 'declare `directory: /srv/app` before this resource']] },
  ],
  ...['tar', 'zstd'].map((program): Case => {
    const packed = found({ kind: 'lacks', program });
    const hint = `declare \`package: ${program}\` before this resource`;
    return [`a problem where the node has no ${program}`, { ...nothing, packed }, { problems: [['SP605', hint]] }];
  }),
];

describe('the plan of an archive of a directory', () => {
  for (const [what, answers, expected] of cases) {
    it(`is ${what}`, () => {
      expect(plan(answers)).to.deep.include(expected);
    });
  }

  const old = 'a'.repeat(40);
  const now = 'b'.repeat(40);
  const ofCommit = `pack v1.2 of /srv/app into ${path}`;
  const commit = (commits: JsonObject, own: JsonObject = {}): Answer => told({ commits, ...own });
  const ofCommits: readonly Case[] = [
    [
      'nothing where the file holds the commit',
      { ...there, packed: commit({ wanted: now, found: now }, { found: one }) },
      { edits: [], operations: [], reasons: [] },
    ],
    [
      'the commit that the name stands for, where there is no file',
      { ...nothing, packed: commit({ wanted: now, found: null }) },
      {
        paths: ['commit', 'content'],
        edits: [
          ['absent', now],
          ['absent', `tar sha256:${one}`],
        ],
        operations: [[ofCommit, 0]],
        reasons: ['v1.2 names this commit now'],
      },
    ],
    [
      'the commit where the file holds another one',
      { ...there, packed: commit({ wanted: now, found: old }, { found: two }) },
      {
        edits: [
          [old, now],
          [`tar sha256:${two}`, `tar sha256:${one}`],
        ],
      },
    ],
    [
      'the content alone where the file holds the same commit otherwise',
      { ...there, packed: commit({ wanted: now, found: now }, { found: two }) },
      { paths: ['content'], reasons: [] },
    ],
    [
      'a commit and a content that are not known before a change of the repository',
      { ...nothing, packed: after },
      { paths: ['commit', 'content'], problems: [], operations: [[ofCommit, 0]] },
    ],
    [
      'a problem where there is no repository yet',
      { ...nothing, packed: absent },
      { problems: [['SP604', 'declare `git: /srv/app` before this resource']] },
    ],
    ...(
      [
        [{ kind: 'lacks', program: 'git' }, 'SP605', 'declare `package: git` before this resource'],
        [{ kind: 'no-repository' }, 'SP640', 'name the directory that holds `.git`, or the bare repository itself'],
        [{ kind: 'foreign', owner: 'eve' }, 'SP640', 'add `sudo: eve` to the resource'],
        [{ kind: 'no-commit' }, 'SP644', 'see `git for-each-ref`; a commit is written with all of its digits'],
        [{ kind: 'commits' }, 'SP644', 'write refs/heads/v1.2, refs/tags/v1.2 or refs/remotes/v1.2'],
      ] as const
    ).map(
      ([value, code, hint]): Case => [
        `a problem for ${value.kind}`,
        { ...nothing, packed: found(value) },
        { problems: [[code, hint]] },
      ],
    ),
  ];
  for (const [what, answers, expected] of ofCommits) {
    it(`of a commit is ${what}`, () => {
      expect(plan(answers, { commit: 'v1.2', prefix: 'app-1.2/' })).to.deep.include(expected);
    });
  }

  it('refuses names that are none, and what does not belong to a commit', () => {
    const bad: readonly JsonObject[] = [
      ...['-x', 'a..b', 'HEAD~1', 'v1^{tree}', 'a b', ''].map((name) => ({ commit: name })),
      ...['x', '/x/', '../x/', 'a//', './', '/', 'a\nb/'].map((prefix) => ({ commit: 'v1', prefix })),
      { prefix: 'x/' },
      { commit: 'v1', exclude: ['a'] },
    ];
    for (const properties of bad) {
      const given = { identity: path, properties: { tree: '/srv/app', ...properties } };
      expect(tarball.declare(given).kind, JSON.stringify(properties)).to.equal('invalid');
    }
    const declare = (identity: string) =>
      tarball.declare({ identity, properties: { tree: '/srv/app', commit: 'v1', prefix: 'a b/ü/' } }).kind;
    expect(['/srv/app/x.tar', '/srv/x.tar'].map(declare)).to.deep.equal(['invalid', 'declared']);
  });

  it('says when reading the tree took too long', () => {
    const query = { kind: 'tarball', path, tree: '/srv/app', format: 'gz', exclude: [], timeoutSeconds: 5 };
    const answers = tarballKind.parse(Buffer.from(`w 124\nd ${one}\n.\n`), [query], 0);
    const what = 'reading the tree took longer than 5 s';
    expect(answers).to.deep.equal([{ status: 'unknown', cause: { kind: 'unavailable', what } }]);
  });
});
