import { createHash } from 'node:crypto';
import type { Answer, Answers, JsonObject, Observed } from '@setpoint/model';
import type { ArchiveBody } from '@setpoint/testkit';
import { assert, expect } from 'chai';
import { archive } from '../../../src/modules/archive/index.ts';
import { archiveOf, type Packed } from '../../support/archive.ts';

const identity = '/srv/app';

function declare(content: ArchiveBody, properties: JsonObject = {}) {
  const bytes = Buffer.from(content.base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const body = { sha256, sizeBytes: bytes.length, members: content.members };
  return archive.declare({ identity, properties: { source: 'app.tar', ...properties }, body });
}

function declared(members: Readonly<Record<string, Packed>>, properties: JsonObject = {}) {
  const result = declare(archiveOf(members), properties);
  if (result.kind === 'invalid') return assert.fail(result.problems.map(({ detail }) => detail).join(' '));
  return result.declared;
}

function problems(members: Readonly<Record<string, Packed>>, properties: JsonObject = {}): readonly string[] {
  const result = declare(archiveOf(members), properties);
  return result.kind === 'invalid' ? result.problems.map(({ detail }) => detail) : [];
}

const found = (value: JsonObject): Answer => ({ status: 'found', value });
const own = { uid: 0, gid: 0, owner: 'root', group: 'root', modified: '2024-01-01 00:00:00', inode: '1', sizeBytes: 3 };
const directory = found({ type: 'directory', mode: '0755', ...own });
const fileStat = (more: JsonObject = {}) => found({ type: 'file', mode: '0644', ...own, ...more });
const digest = (text: string) => found({ sha256: createHash('sha256').update(text).digest('hex') });
const base: Answers = { directory, parent: directory };
const absent: Answer = { status: 'absent' };

function plan(state: ReturnType<typeof declared>, answers: Answers) {
  const asked = Object.fromEntries(Object.keys(archive.queries(state)).map((name) => [name, answers[name] ?? absent]));
  const { observed, problems: faults } = archive.observe(state, asked);
  const edits = archive.diff(state, observed);
  const predicted = { ...asked, ...archive.predict(state, asked).answers };
  const remaining = archive.diff(state, archive.observe(state, predicted).observed);
  const { operations } = archive.operations(state, edits, observed);
  return { edits, faults, remaining, operations, observed: observed as Observed<never> };
}

describe('an archive', () => {
  it('needs nothing when its members are there as they are in it', () => {
    const state = declared({ 'bin/': 'directory', 'bin/run': 'run', current: { link: 'bin/run' } });
    const { edits, operations } = plan(state, {
      ...base,
      'stat bin': directory,
      'stat bin/run': fileStat(),
      'content bin/run': digest('run'),
      'stat current': found({ type: 'link', mode: '0777', ...own, target: 'bin/run' }),
    });
    expect({ edits, operations }).to.deep.equal({ edits: [], operations: [] });
  });

  it('tells each member that is missing or differs, and brings those alone', () => {
    const state = declared({ same: 'same', other: 'new', 'deep/new': 'x', link: { link: 'same' } });
    const { edits, operations, remaining } = plan(state, {
      ...base,
      'stat same': fileStat(),
      'content same': digest('same'),
      'stat other': fileStat(),
      'content other': digest('old'),
      'stat link': found({ type: 'link', mode: '0777', ...own, target: 'other' }),
    });
    expect(edits.map(({ path, before }) => `${path} ${before.kind}`)).to.deep.equal([
      'deep absent',
      'deep/new absent',
      'link value',
      'other content',
    ]);
    expect(operations.map(({ title }) => title)).to.deep.equal(['unpack app.tar into /srv/app']);
    expect(operations[0]?.hazards).to.deep.equal([]);
    expect(remaining).to.deep.equal([]);
  });

  it('comes from the project or from a URL with its checksum', () => {
    const body = { sha256: 'a'.repeat(64), sizeBytes: 0 };
    const wrong = (properties: JsonObject): string => {
      const result = archive.declare({ identity, properties, body });
      return result.kind === 'invalid' ? result.problems.map(({ detail }) => detail).join(' ') : 'nothing';
    };
    const url = 'https://example.com/app.tar.gz';
    const sha256 = 'A'.repeat(64);
    expect(wrong({ url, sha256 })).to.equal('nothing');
    expect(wrong({ url })).to.include('needs `sha256`');
    expect(wrong({ url, sha256: 'abc' })).to.include('is no SHA-256');
    expect(wrong({ url: 'https://me:word@example.com/x', sha256 })).to.include('holds a password');
    expect(wrong({ source: 'app.tar', sha256 })).to.include('from a URL');
    expect(wrong({})).to.include('`source` or a `url`');
  });

  it('is not pruned where that would be more than anybody could read, or where not all of it is known', () => {
    const state = declared({ a: 'a' }, { prune: true });
    const group = { type: 'file', mode: '0644', uid: 0, gid: 0, owner: 'root', group: 'root' };
    const listing = (count: number, isWhole: boolean): Answer =>
      found({ groups: [{ ...group, count, names: ['a', 'b'] }], mounts: [], isWhole });
    const answers = { ...base, 'stat a': fileStat(), 'content a': digest('a') };
    expect(plan(state, { ...answers, listing: listing(5000, true) }).faults.map(({ code }) => code)).to.deep.equal([
      'SP610',
    ]);
    const { edits, remaining } = plan(state, { ...answers, listing: listing(2, false) });
    expect(edits.map(({ path, before }) => `${path} ${before.kind}`)).to.deep.equal(['pruned unknown']);
    expect(remaining).to.deep.equal([]);
  });

  it('tells what it replaces and the journal does not keep', () => {
    const state = declared({ large: 'new', linked: { link: 'large' } });
    const { operations } = plan(state, {
      ...base,
      'stat large': fileStat({ sizeBytes: 11 * 1024 * 1024 }),
      'content large': digest('old'),
      'stat linked': fileStat(),
    });
    expect(operations[0]?.hazards).to.deep.equal([
      {
        kind: 'data-loss',
        message: '2 files, such as large, in /srv/app get another content; the old one is not kept',
      },
    ]);
  });

  it('is as declared afterwards also where nothing is there yet, or nobody knows what is', () => {
    const state = declared({ 'bin/run': 'run', link: { link: 'bin' } }, { owner: '7', directory_mode: '0700' });
    expect(plan(state, { parent: directory })).to.deep.include({ remaining: [], faults: [] });
    const unknown: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:app' } };
    const open = plan(state, {
      directory: unknown,
      'stat bin': unknown,
      'stat bin/run': unknown,
      'stat link': unknown,
    });
    expect(open.edits.map(({ before }) => before.kind)).to.deep.equal(['unknown', 'unknown', 'unknown']);
    expect(open.operations.map(({ title }) => title)).to.deep.equal(['unpack app.tar into /srv/app']);
    expect(open.remaining).to.deep.equal([]);
  });

  it('holds files to owner and mode, and leaves the modes of directories that are there', () => {
    const answers = {
      ...base,
      'stat bin': found({ type: 'directory', mode: '0700', ...own }),
      'stat bin/run': fileStat(),
      'content bin/run': digest('run'),
    };
    const members = { 'bin/': 'directory', 'bin/run': 'run' } as const;
    expect(plan(declared(members), answers).edits).to.deep.equal([]);
    const strict = declared(members, { owner: 'app', file_mode: 'a+x', directory_mode: '0755' });
    expect(plan(strict, answers).edits.map(({ path, after }) => [path, after])).to.deep.equal([
      ['bin owner', { kind: 'value', value: 'app' }],
      ['bin mode', { kind: 'value', value: '0755' }],
      ['bin/run owner', { kind: 'value', value: 'app' }],
      ['bin/run mode', { kind: 'value', value: '0755' }],
    ]);
  });

  it('leaves newer files alone when told so', () => {
    const answers = { ...base, 'stat a': fileStat(), 'content a': digest('changed here') };
    expect(plan(declared({ a: 'x' }, { keep_newer: true }), answers).edits).to.deep.equal([]);
    const older = { ...answers, 'stat a': fileStat({ modified: '2020-01-01 00:00:00.5' }) };
    expect(plan(declared({ a: 'x' }, { keep_newer: true }), older).edits).to.have.length(1);
  });

  it('chooses by stripped names, and takes the last of equal ones', () => {
    const members = {
      'app-1/': 'directory',
      'app-1/a': 'a',
      'app-1/docs/x.md': 'x',
      'app-1/lib/y.js': 'y',
      top: 't',
    } as const;
    const paths = (properties: JsonObject) =>
      (declared(members, properties) as { members: readonly { path: string }[] }).members.map(({ path }) => path);
    expect(paths({ strip: 1 })).to.deep.equal(['a', 'docs', 'docs/x.md', 'lib', 'lib/y.js']);
    expect(paths({ strip: 1, exclude: ['docs'] })).to.deep.equal(['a', 'lib', 'lib/y.js']);
    expect(paths({ strip: 1, include: ['*.md'] })).to.deep.equal(['docs', 'docs/x.md']);
    expect(problems(members, { strip: 5 })).to.deep.equal([
      'None of the 5 entries of the archive is left to be unpacked.',
    ]);
    expect(problems({})).to.deep.equal(['The archive is empty.']);
  });

  const escapes: readonly (readonly [string, Readonly<Record<string, Packed>>, RegExp | undefined])[] = [
    ['a name with ..', { '../evil': 'x' }, /"\.\.\/evil", which leads out/],
    ['.. in the middle', { 'a/../../evil': 'x' }, /leads out/],
    ['an absolute name', { '/etc/passwd': 'x' }, /absolute name/],
    ['a device', { null: { type: 'other', what: 'a character device' } }, /"null", which is a character device/],
    [
      'a hard link that leads out',
      { h: { type: 'other', what: 'a hard link to ../x, which is no file of the archive' } },
      /hard link to \.\.\/x/,
    ],
    ['a link that leads out', { 'a/l': { link: '../../x' } }, /the link "a\/l" to "\.\.\/\.\.\/x"/],
    ['an absolute link', { l: { link: '/etc' } }, /leads out/],
    [
      'a link through a link upwards',
      { 'd/e/s': { link: '../..' }, 'd/e/t': { link: 's/../x' } },
      /the link "d\/e\/t"/,
    ],
    [
      'a file behind a link',
      { l: { link: 'real' }, 'l/x': 'x', 'real/': 'directory' },
      /"l\/x" and, above it, the link "l"/,
    ],
    ['a file behind a file', { l: 'x', 'l/x': 'x' }, /above it, the file "l"/],
    ['a link that stays inside', { 'a/l': { link: '../b/./c' }, 'b/c': 'x' }, undefined],
    ['links in a circle', { a: { link: 'b' }, b: { link: 'a' } }, undefined],
    ['a link that leads nowhere', { a: { link: 'gone' } }, undefined],
    ['a name with dots in it', { 'a..b/...': 'x' }, undefined],
  ];
  for (const [what, members, why] of escapes) {
    it(`${why === undefined ? 'takes' : 'refuses'} ${what}`, () => {
      if (why === undefined) expect(problems(members)).to.deep.equal([]);
      else expect(problems(members).join(' ')).to.match(why);
    });
  }

  it('has no word of its own for an archive that could not be read, which is told of already', () => {
    const unread = { sha256: createHash('sha256').digest('hex'), sizeBytes: 0 };
    const result = archive.declare({ identity, properties: { source: 'app.tar' }, body: unread });
    assert.equal(result.kind, 'declared');
    assert.deepEqual(problems({}), ['The archive is empty.']);
  });

  it('takes an archive with something that leads out when that is left out', () => {
    expect(problems({ 'app/a': 'x', '../evil': 'x' }, { exclude: ['evil'] })).to.deep.equal([]);
  });

  it('tells what stands in its way, each thing by name', () => {
    const state = declared({ 'bin/': 'directory', 'bin/run': 'run', conf: 'c', pipe: 'p' });
    const { faults } = plan(state, {
      ...base,
      'stat bin': fileStat(),
      'stat conf': directory,
      'stat pipe': found({ type: 'fifo', ...own }),
    });
    expect(faults.map(({ code, detail }) => `${code} ${detail}`)).to.deep.equal([
      'SP637 /srv/app/bin is a file, and the archive holds a directory of that name.',
      'SP637 /srv/app/conf is a directory, and the archive holds a file of that name.',
      'SP637 /srv/app/pipe is a fifo, and the archive holds a file of that name.',
    ]);
    expect(plan(state, {}).faults.map(({ code }) => code)).to.deep.equal(['SP604']);
    expect(plan(state, { directory: fileStat() }).faults.map(({ code }) => code)).to.deep.equal(['SP603']);
  });

  it('names a bounded number of members, and of those that could not be read every one', () => {
    const members = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}`, `${index}`]));
    const denied: Answer = { status: 'unknown', cause: { kind: 'denied', what: 'f299' } };
    const { edits } = plan(declared(members), { ...base, 'stat f299': denied });
    expect(edits).to.have.length(41);
    expect(edits.at(-1)?.before).to.deep.equal({ kind: 'value', value: '260 more differ' });
    expect(edits.map(({ path }) => path)).to.include('f299');
  });
});
