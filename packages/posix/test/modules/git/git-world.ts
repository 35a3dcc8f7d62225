import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';

/** A repository with some history, and a place for a copy of it. */
export type GitWorld = {
  readonly dir: string;
  /** The repository: three commits on `main`, the tags `v1` (light) and `v2` (annotated), and the branch `dev` at `v1`. */
  readonly source: string;
  readonly path: string;
  readonly url: string;
  /** Runs git in a directory and gives what it says. */
  readonly run: (at: string, ...args: readonly string[]) => string;
  /** Commits a text, in the repository unless told elsewhere, and gives the commit. */
  readonly commit: (text: string, at?: string) => string;
  /** What the file of the copy holds. */
  readonly read: () => string;
  readonly plan: (properties: JsonObject, node?: ReturnType<typeof shellNode>) => Promise<Converged>;
  /** Checks out, and expects that it converged as predicted. */
  readonly checkOut: (properties: JsonObject, node?: ReturnType<typeof shellNode>) => Promise<Converged>;
  /** Expects that a second time nothing is touched. */
  readonly checkAgain: (properties: JsonObject, node?: ReturnType<typeof shellNode>) => Promise<void>;
  readonly remove: () => void;
};

const author = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' };

/** Makes them in a directory of their own, whose name is none for careless shells. */
export function createGitWorld(): GitWorld {
  const dir = mkdtempSync(join(tmpdir(), 'git '));
  const source = join(dir, 'source');
  const path = join(dir, "app's $HOME");
  const url = `file://${source}`;
  const run = (at: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-C', at, '-c', 'protocol.file.allow=always', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...author },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const commit = (text: string, at = source): string => {
    writeFileSync(join(at, 'text'), text);
    run(at, 'add', 'text');
    run(at, 'commit', '-q', '-m', text);
    return run(at, 'rev-parse', 'HEAD');
  };
  run(dir, 'init', '-q', '-b', 'main', source);
  commit('one');
  run(source, 'tag', 'v1');
  commit('two');
  run(source, 'tag', '-a', '-m', 'second', 'v2');
  run(source, 'branch', 'dev', 'v1');
  commit('three');
  const plan: GitWorld['plan'] = (properties, node = shellNode()) =>
    converge(node, git, { identity: path, properties: { repo: url, ...properties } });
  const checkOut: GitWorld['checkOut'] = async (properties, node) => {
    const result = await plan(properties, node);
    expect(result.problems).to.deep.equal([]);
    for (const outcome of result.outcomes) expect(outcome, JSON.stringify(outcome)).to.include({ status: 'done' });
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    return result;
  };
  const checkAgain: GitWorld['checkAgain'] = async (properties, node) => {
    const listing = (): string =>
      execFileSync('find', [path, '-printf', '%P|%y|%m|%s|%T@|%C@\\n'], { encoding: 'utf8' });
    const before = listing();
    expect(await plan(properties, node)).to.deep.include({ edits: [], titles: [] });
    expect(listing()).to.equal(before);
  };
  return {
    dir,
    source,
    path,
    url,
    run,
    commit,
    read: () => readFileSync(join(path, 'text'), 'utf8'),
    plan,
    checkOut,
    checkAgain,
    remove: () => rmSync(dir, { recursive: true }),
  };
}

/** Lets git take submodules of this machine, which it does not since it was misused, while something is done. */
export async function withLocalSubmodules(act: () => Promise<void>): Promise<void> {
  const settings = { COUNT: '1', KEY_0: 'protocol.file.allow', VALUE_0: 'always' };
  for (const [name, value] of Object.entries(settings)) process.env[`GIT_CONFIG_${name}`] = value;
  try {
    await act();
  } finally {
    for (const name of Object.keys(settings)) delete process.env[`GIT_CONFIG_${name}`];
  }
}
