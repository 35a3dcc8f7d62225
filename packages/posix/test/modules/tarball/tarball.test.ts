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

function plan(answers: Answers) {
  const declared = declareOrThrow(tarball, { identity: path, properties: { tree: '/srv/app' } });
  const { observed, problems } = tarball.observe(declared, answers);
  const edits = tarball.diff(declared, observed);
  const { operations } = tarball.operations(declared, edits, observed);
  return {
    edits: edits.map(({ before, after }) => [before, after].map((each) => ('value' in each ? each.value : each.kind))),
    operations: operations.map(({ title, hazards }) => [title, hazards.length]),
    problems: problems.map(({ code, hint }) => [code, hint]),
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

  it('says when reading the tree took too long', () => {
    const query = { kind: 'tarball', path, tree: '/srv/app', format: 'gz', exclude: [], timeoutSeconds: 5 };
    const answers = tarballKind.parse(Buffer.from(`w 124\nd ${one}\n.\n`), [query], 0);
    const what = 'reading the tree took longer than 5 s';
    expect(answers).to.deep.equal([{ status: 'unknown', cause: { kind: 'unavailable', what } }]);
  });
});
