import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { assert, expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import type { GitValue } from '../../../src/queries/git.ts';

const identity = '/srv/app';
const one = '1'.repeat(40);
const two = '2'.repeat(40);
const repo = 'https://git.example.com/app.git';

function declared(properties: JsonObject = {}) {
  const result = git.declare({ identity, properties: { repo, ...properties } });
  return result.kind === 'declared' ? result.declared : assert.fail(JSON.stringify(result.problems));
}

const found = (value: JsonObject): Answer => ({ status: 'found', value });
const absent: Answer = { status: 'absent' };
const own = { uid: 0, gid: 0, owner: 'root', group: 'root', modified: '2024-01-01 00:00:00', inode: '1', sizeBytes: 3 };
const directory = found({ type: 'directory', mode: '0755', ...own });
const copy = (more: Partial<GitValue> = {}) =>
  found({
    place: 'copy',
    commit: one,
    branch: 'main',
    url: repo,
    changedCount: 0,
    changed: [],
    localCommits: 0,
    submodulesOff: 0,
    gitDirectory: '/srv/app/.git',
    tie: null,
    ...more,
  });
const far = (refs: JsonObject, more: JsonObject = { defaultBranch: 'main' }) => found({ refs, ...more });
const base: Answers = {
  tool: found({ path: '/usr/bin/git' }),
  place: directory,
  parent: directory,
  copy: copy(),
  far: far({ HEAD: one }),
};

function plan(properties: JsonObject, answers: Answers = {}) {
  const state = declared(properties);
  const known = { ...base, ...answers };
  const asked = Object.fromEntries(Object.keys(git.queries(state)).map((name) => [name, known[name] ?? absent]));
  const { observed, problems } = git.observe(state, asked);
  const edits = git.diff(state, observed);
  const after = { ...asked, ...git.predict(state, asked).answers };
  const remaining = git.diff(state, git.observe(state, after).observed);
  const { operations } = git.operations(state, edits, observed);
  return {
    problems,
    remaining,
    operations,
    observed,
    edits: edits.map(({ path, before, after: to }) => [path, shown(before), shown(to)]),
  };
}

function shown(value: { readonly kind: string }): unknown {
  return 'value' in value ? value.value : value.kind;
}

/** Asserts that a plan that cannot know yet shows each of the edits that it may come to, or that nobody knows its value. */
function expectShown(open: readonly (readonly unknown[])[], edits: readonly (readonly unknown[])[]): void {
  for (const [path, , after] of edits) {
    const [, , shownAfter] = open.find(([shownPath]) => shownPath === path) ?? [];
    expect(['unknown', after], String(path)).to.include(shownAfter);
  }
}

const afterGit: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:git' } };

describe('a working copy', () => {
  it('needs nothing where it stands at what the remote has', () => {
    const { edits, operations, problems } = plan({});
    expect({ edits, operations, problems }).to.deep.equal({ edits: [], operations: [], problems: [] });
  });

  const cases: readonly (readonly [string, JsonObject, Answers, readonly (readonly unknown[])[]])[] = [
    ['a branch that has moved', { ref: 'main' }, { far: far({ 'refs/heads/main': two }) }, [['commit', one, two]]],
    ['another branch', { ref: 'dev' }, { far: far({ 'refs/heads/dev': one }) }, [['branch', 'main', 'dev']]],
    [
      'a tag',
      { ref: 'v1' },
      { far: far({ 'refs/tags/v1': two }) },
      [
        ['commit', one, two],
        ['branch', 'main', 'absent'],
      ],
    ],
    [
      'a tag on the same commit',
      { ref: 'v1' },
      { far: far({ 'refs/tags/v1': one }), copy: copy({ branch: null }) },
      [],
    ],
    [
      'a commit',
      { ref: two },
      {},
      [
        ['commit', one, two],
        ['branch', 'main', 'absent'],
      ],
    ],
    [
      'a whole name of two',
      { ref: 'refs/tags/x' },
      { far: far({ 'refs/tags/x': one }), copy: copy({ branch: null }) },
      [],
    ],
    [
      'nothing there',
      { ref: 'main' },
      { copy: absent, place: absent, far: far({ 'refs/heads/main': two }) },
      [['commit', 'absent', two]],
    ],
    [
      'an empty directory',
      { ref: 'main' },
      { copy: found({ place: 'empty' }), far: far({ 'refs/heads/main': two }) },
      [['commit', 'absent', two]],
    ],
    ['another URL', {}, { copy: copy({ url: 'https://u:secret@old/app' }) }, [['repo', 'https://***@old/app', repo]]],
    ['no remote', {}, { copy: copy({ url: null }) }, [['repo', 'absent', repo]]],
    [
      'submodules that are off',
      { submodules: true },
      { copy: copy({ submodulesOff: 2 }) },
      [['submodules', '2 differ', 'as recorded']],
    ],
    [
      'changes to be thrown away',
      { force: true },
      { copy: copy({ changedCount: 3, changed: [' M a'] }) },
      [['changes', '3 changed files', 'absent']],
    ],
    ['changes while it stands right', {}, { copy: copy({ changedCount: 3, changed: [' M a'] }) }, []],
    ['a copy that is to be left', { update: false, ref: 'x' }, {}, []],
    ['none, and none to be made', { clone: false, ref: 'x' }, { copy: absent, parent: absent, far: absent }, []],
    [
      'files of git that lie elsewhere',
      { git_directory: '/var/git/app', update: false },
      { store: absent, aboveStore: directory },
      [['git_directory', '/srv/app/.git', '/var/git/app']],
    ],
    [
      'files of git that are to lie elsewhere from the beginning',
      { git_directory: '/var/git/app', ref: 'main' },
      { copy: absent, place: absent, far: far({ 'refs/heads/main': two }), aboveStore: directory },
      [
        ['commit', 'absent', two],
        ['git_directory', 'absent', '/var/git/app'],
      ],
    ],
    ['none, though it is to be left', { update: false, ref: 'x' }, { copy: absent }, [['commit', 'absent', 'x']]],
  ];
  for (const [what, properties, answers, edits] of cases) {
    it(`is planned for ${what}`, () => {
      const result = plan(properties, answers);
      expect(result.problems).to.deep.equal([]);
      expect(result.edits).to.deep.equal(edits);
      expect(result.operations).to.have.length(edits.length === 0 ? 0 : 1);
      if (properties['update'] !== false) expect(result.remaining).to.deep.equal([]);
      const waiting = plan(properties, { ...answers, tool: afterGit });
      expectShown(waiting.edits, edits);
      if (edits.length > 0) expect(waiting.operations[0]?.title).to.equal(result.operations[0]?.title);
    });
  }

  const refused: readonly (readonly [string, JsonObject, Answers, string])[] = [
    ['changed files', { ref: two }, { copy: copy({ changedCount: 2, changed: [' M a', ' M b'] }) }, 'SP638'],
    ['commits of its own', { ref: two }, { copy: copy({ localCommits: 1 }) }, 'SP638'],
    ['a name that the remote lacks', { ref: 'gone' }, { far: absent }, 'SP639'],
    [
      'a name that is a branch and a tag',
      { ref: 'x' },
      { far: far({ 'refs/heads/x': one, 'refs/tags/x': two }) },
      'SP639',
    ],
    ['something else at the path', {}, { copy: found({ place: 'other' }) }, 'SP640'],
    ['a copy of somebody else', {}, { copy: found({ place: 'foreign', owner: 'eve' }) }, 'SP640'],
    ['no directory above it', {}, { copy: absent, parent: absent }, 'SP604'],
    ['a key that is not there', { key_file: '/k' }, { key: absent }, 'SP604'],
    ['files of git that are gone', {}, { copy: found({ place: 'broken', names: '/gone' }) }, 'SP640'],
    ['something where the files of git are to be', { git_directory: '/g' }, { store: directory }, 'SP643'],
    ['files of git that others need', { git_directory: '/g' }, { copy: copy({ tie: 'part' }) }, 'SP643'],
    ['nothing to borrow from', { reference: '/g' }, { copy: absent, lent: absent, lentBare: absent }, 'SP604'],
    ['no git', {}, { tool: absent }, 'SP605'],
  ];
  for (const [what, properties, answers, code] of refused) {
    it(`is refused for ${what}`, () => {
      expect(plan(properties, answers).problems.map((problem) => problem.code)).to.deep.equal([code]);
    });
  }

  it('is told as unknown, with the cause, where the remote cannot be asked', () => {
    const cause = { kind: 'unavailable', what: 'no route' } as const;
    const { observed } = plan({ ref: 'main' }, { far: { status: 'unknown', cause } });
    expect(observed).to.deep.equal({ kind: 'unknown', cause });
  });

  it('waits for what an earlier resource brings: git, ssh, a key, the key of the host', () => {
    const after = (address: `${string}:${string}`): Answer => ({
      status: 'unknown',
      cause: { kind: 'after', address },
    });
    const failed: Answer = { status: 'unknown', cause: { kind: 'unavailable', what: 'denied' } };
    const pending = found({ type: 'file', mode: '0600', ...own, modified: 'pending' });
    const ssh = { repo: 'git@git.example.com:app.git', key_file: '/k' };
    const here = {
      ssh: found({ path: '/usr/bin/ssh' }),
      key: found({ type: 'file', mode: '0600', ...own }),
      far: failed,
    };
    const cases: readonly (readonly [Answers, string])[] = [
      [{ tool: after('package:git') }, 'package:git'],
      [{ ...here, ssh: after('package:openssh-client') }, 'package:openssh-client'],
      [{ ...here, key: pending }, 'file:/k'],
      [{ ...here, hostKeys: pending }, 'known_host:git.example.com'],
    ];
    for (const [answers, address] of cases) {
      const { observed, operations, edits } = plan(ssh, answers);
      expect(observed).to.deep.equal({ kind: 'unknown', cause: { kind: 'after', address } });
      expect(operations.map(({ title }) => title)).to.deep.equal([
        'check out HEAD of git@git.example.com:app.git in /srv/app',
      ]);
      expect(edits).to.deep.equal([
        ['ref', 'unknown', 'HEAD'],
        ['commit', 'unknown', 'unknown'],
        ['branch', 'unknown', 'unknown'],
        ['repo', 'unknown', 'git@git.example.com:app.git'],
      ]);
    }
  });

  it('shows of a mirror that waits for git all that it may take', () => {
    const waits: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:git' } };
    const wanted = { 'refs/heads/main': one };
    const later = (refs: JsonObject): Answers => ({
      mirror: found({ place: 'bare', refs, head: 'dev', url: '/old' }),
      far: far(wanted),
    });
    const paths = ({ edits }: ReturnType<typeof plan>): readonly unknown[] => edits.map(([path]) => path);
    const shown = plan({ bare: true }, { tool: waits });
    expect(shown.edits).to.deep.equal([
      ['repo', 'unknown', repo],
      ['branch', 'unknown', 'unknown'],
      ['refs', 'unknown', 'unknown'],
    ]);
    expect(paths(plan({ bare: true }, later({})))).to.deep.equal(paths(shown));
    expect(plan({ bare: true }, later({ 'refs/tags/x': two })).edits.at(-1)).to.deep.equal([
      'refs',
      { 'refs/tags/x': two },
      wanted,
    ]);
    expect(plan({ bare: true }, { mirror: absent, far: far(wanted) }).edits).to.deep.equal([
      ['refs', 'absent', '1 branch, 0 tags'],
    ]);
  });

  it('brings what nobody listed below its place alone, and nothing where it stands right', () => {
    const brought = (properties: JsonObject, answers: Answers = {}): unknown => {
      const state = declared(properties);
      const asked = Object.fromEntries(
        Object.keys(git.queries(state)).map((name) => [name, { ...base, ...answers }[name] ?? absent]),
      );
      const { unsettles, unsettlesBelow } = git.predict(state, asked);
      return unsettles?.includes('stat') === true ? unsettlesBelow : unsettles;
    };
    expect(brought({})).to.equal(undefined);
    expect(brought({ ref: two })).to.deep.equal(['/srv/app']);
    expect(brought({}, { tool: afterGit })).to.deep.equal(['/srv/app']);
    const elsewhere = { git_directory: '/var/git/app' };
    expect(brought(elsewhere, { aboveStore: directory })).to.deep.equal(['/srv/app', '/var/git/app']);
    expect(brought({ bare: true }, { far: far({ 'refs/heads/main': one }) })).to.deep.equal(['/srv/app']);
  });

  it('refuses URLs that hold a password or a program, and names that are none', () => {
    const bad: readonly JsonObject[] = [
      { repo: 'https://user:secret@git.example.com/x' },
      { repo: 'ext::sh -c id' },
      { repo: '--upload-pack=id' },
      { repo: 'a\nb' },
      ...['-x', 'a..b', 'a b', 'x.lock', 'a^{}', 'a:b', '.hidden', ''].map((ref) => ({ ref })),
      ...['-o', 'a/b', 'x.lock'].map((remote) => ({ remote })),
      { key_file: '~/.ssh/id' },
      { allowed_signers: '/etc/signers' },
      { verify: true, allowed_signers: 'signers' },
      { verify: true, signers: ['alice'] },
      ...['/srv/app/git', '/srv/app', '/srv', '/', 'git', '/a\nb'].map((git_directory) => ({ git_directory })),
      { reference: '~/app' },
      ...[{ ref: 'main' }, { depth: 1 }, { submodules: true }, { force: true }, { git_directory: '/g' }].map(
        (more) => ({
          bare: true,
          ...more,
        }),
      ),
    ];
    for (const properties of bad) {
      expect(git.declare({ identity, properties: { repo, ...properties } }).kind, JSON.stringify(properties)).to.equal(
        'invalid',
      );
    }
  });

  it('goes back to the commit and the branch that it came from', () => {
    const state = declared({ ref: two });
    const before = {
      kind: 'present',
      state: { copy: { commit: one, branch: 'main', url: repo, changedCount: 0 }, wanted: null },
    } as const;
    const way = git.restore?.({ declared: state, before, edited: ['commit'], kept: () => undefined });
    expect(way).to.containSubset({
      kind: 'declared',
      declared: { ref: { kind: 'commit', commit: one, branch: 'main' } },
    });
    const made = git.restore?.({
      declared: state,
      before: { kind: 'absent' },
      edited: ['commit'],
      kept: () => undefined,
    });
    expect(made?.kind).to.equal('irreversible');
  });
});
