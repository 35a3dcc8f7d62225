import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { writeComment } from '../../src/ci/comment.ts';
import type { CommandIo } from '../../src/command.ts';
import { collectingStream } from '../support/collecting-stream.ts';
import { FakeForge, type ForgeOptions } from './fake-forge.ts';

const token = 'token-5bb1e07d';
const marker = '<!-- setpoint:plan -->';

describe('setpoint ci comment', () => {
  let dir: string;
  let forge: FakeForge | undefined;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-comment-'));
    writeFileSync(join(dir, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
    preview('first');
  });

  afterEach(async () => {
    await forge?.stop();
    forge = undefined;
    rmSync(dir, { recursive: true, force: true });
  });

  const preview = (text: string, mark = marker): void => writeFileSync(join(dir, 'plan.md'), `${mark}\n${text}\n`);

  const github = (url: string): CommandIo['env'] => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: 'team/site',
    GITHUB_EVENT_PATH: join(dir, 'event.json'),
    GITHUB_TOKEN: token,
  });

  const gitlab = (url: string): CommandIo['env'] => ({
    GITLAB_CI: 'true',
    CI_API_V4_URL: url,
    CI_PROJECT_ID: '12',
    CI_MERGE_REQUEST_IID: '7',
    GITLAB_TOKEN: token,
  });

  async function start(options?: ForgeOptions): Promise<FakeForge> {
    forge = await FakeForge.start(options);
    return forge;
  }

  async function comment(env: CommandIo['env']) {
    const [stdout, stderr] = [collectingStream(), collectingStream()];
    const given = {
      positional: ['comment', 'plan.md'],
      flag: () => false,
      value: () => undefined,
      values: () => [],
    };
    const io = {
      cwd: dir,
      env,
      stdout,
      stderr,
      stdin: () => process.stdin,
      signal: new AbortController().signal,
      interruptedBy: () => undefined,
    };
    const code = await writeComment(given, io, [0, 0]);
    return { code, stderr: stderr.text() };
  }

  for (const [name, env, account] of [
    ['GitHub', github, undefined],
    ['GitLab', gitlab, 'setpoint-bot'],
  ] as const) {
    it(`adds a comment on ${name}, and brings it up to date in place`, async () => {
      const server = await start(account === undefined ? {} : { account });
      assert.equal((await comment(env(server.url))).code, 0);
      preview('second');
      assert.equal((await comment(env(server.url))).code, 0);
      assert.deepEqual(
        server.comments.map(({ body }) => body),
        [`${marker}\nsecond\n`],
      );
      assert.isTrue(server.received.every((request) => request.token === token));
    });
  }

  it('finds its comment among hundreds of others', async () => {
    const server = await start();
    for (let id = 1; id <= 250; id += 1) server.comments.push({ id, body: 'talk', by: 'alice' });
    await comment(github(server.url));
    preview('second');
    await comment(github(server.url));
    assert.lengthOf(server.comments, 251);
    assert.include(server.comments.at(-1)?.body, 'second');
  });

  it('leaves alone what others wrote under its marker', async () => {
    const server = await start();
    server.comments.push({ id: 1, body: `${marker}\nnothing to see\n`, by: 'mallory' });
    await comment(github(server.url));
    assert.equal(server.comments[0]?.body, `${marker}\nnothing to see\n`);
    assert.lengthOf(server.comments, 2);
  });

  it('keeps a comment for each name of a marker', async () => {
    const server = await start();
    await comment(github(server.url));
    preview('other', '<!-- setpoint:plan staging -->');
    await comment(github(server.url));
    assert.lengthOf(server.comments, 2);
  });

  it('asks again when the server is busy', async () => {
    const server = await start({ busy: 2 });
    assert.equal((await comment(github(server.url))).code, 0);
    assert.lengthOf(server.comments, 1);
  });

  it('fails when the server cannot be reached: an old plan may still stand there', async () => {
    const server = await start();
    const env = github(server.url);
    await server.stop();
    forge = undefined;
    const { code, stderr } = await comment(env);
    assert.equal(code, 1);
    assert.include(stderr, 'SP856');
    assert.notInclude(stderr, token);
  });

  const quiet: readonly (readonly [string, CommandIo['env'], ForgeOptions])[] = [
    ['there is no token, as for a fork', { GITHUB_TOKEN: '' }, {}],
    ['the token may only read', {}, { isReadOnly: true }],
    ['the job is for no pull request', { GITHUB_EVENT_PATH: '/nowhere' }, {}],
    ['this is no job at all', { GITHUB_ACTIONS: undefined }, {}],
  ];
  for (const [what, env, options] of quiet) {
    it(`says so and goes on when ${what}`, async () => {
      const server = await start(options);
      const { code, stderr } = await comment({ ...github(server.url), ...env });
      assert.equal(code, 0);
      assert.include(stderr, 'warning[SP857]');
      assert.lengthOf(server.comments, 0);
    });
  }

  it('writes nothing that could not be found again', async () => {
    const server = await start();
    writeFileSync(join(dir, 'plan.md'), 'no marker\n');
    const { code } = await comment(github(server.url));
    assert.equal(code, 1);
    assert.lengthOf(server.received, 0);
  });
});
