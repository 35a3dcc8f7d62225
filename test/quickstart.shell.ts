import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert, expect } from 'chai';

const root = join(import.meta.dirname, '..');

/** Nobody's number on Debian; it only has to be another account than root. */
const ordinaryUser = 65_534;

describe('npm run quickstart', function () {
  this.timeout(180_000);
  let base: string;
  let home: string;
  let folder: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'setpoint-quickstart-'));
    home = join(base, 'home');
    folder = join(base, 'demo');
    mkdirSync(home);
  });

  afterEach(() => rmSync(base, { recursive: true, force: true }));

  it('plans, applies, proves and shows drift, and leaves nothing but its folder', async () => {
    const before = surroundings();
    const ended = await quickstart([folder]);
    expect(ended.code, ended.stderr).to.equal(0);
    expect(commandsIn(ended.stdout)).to.deep.equal([
      `npm run setpoint -- plan -C ${folder}`,
      `npm run setpoint -- apply -C ${folder} --yes`,
      `npm run setpoint -- plan -C ${folder} --detailed-exitcode`,
      `echo 'Disallow: /' >> ${folder}/lab/host/site/robots.txt`,
      `npm run setpoint -- drift -C ${folder} --detailed-exitcode`,
    ]);
    assert.match(ended.stdout, /10 operations done; 3 of 3 nodes converged/);
    assert.match(ended.stdout, /No changes: 10 resources on 3 nodes are as declared/);
    assert.match(ended.stdout, /-Disallow: \/\n/);
    assert.match(ended.stdout, /value: 900 → 1450\n/);
    assert.match(ended.stdout, /\+ALTER TABLE shop\.orders ALTER COLUMN state SET DEFAULT 'open'::text;\n/);
    expect(readFileSync(join(folder, 'lab/host/current/words.txt'), 'utf8').trim()).to.equal('23');
    expect(readdirSync(home), 'the home folder').to.deep.equal([]);
    expect(readdirSync(base).sort()).to.deep.equal(['demo', 'home']);
    expect(surroundings(), 'the checkout').to.deep.equal(before);
    expect(await listeningPorts(folder), 'what still listens').to.deep.equal([]);
    const named = nextCommands(ended.stdout);
    expect(named.map((words) => words[0])).to.deep.equal(['runs', 'graph', 'init']);
    for (const words of named) expect((await setpoint(words, base)).code, words.join(' ')).to.equal(0);
  });

  it('works for an ordinary account, a second time in its folder, and keeps the nodes up with --keep', async () => {
    const isSwitching = process.getuid?.() === 0 && isReadableByAll(root);
    const account = isSwitching ? ordinaryUser : undefined;
    if (account !== undefined) for (const path of [base, home]) chownSync(path, account, account);
    writeFolderOfAnEarlierRun(folder, account);
    const child = start(['--keep', folder], account);
    await untilPrinted(child, 'The nodes stay up');
    const listening = await listeningPorts(folder);
    const plan = await setpoint(['plan', '--detailed-exitcode', '-C', folder]);
    child.kill('SIGINT');
    const [code] = await once(child, 'close');
    expect(plan.code, plan.stderr).to.equal(2);
    expect(listening, 'host and pump').to.have.lengthOf(2);
    expect(code, 'an interrupt is how what was kept is ended').to.equal(0);
    expect(statSync(join(folder, 'lab/host/site/index.html')).uid).to.equal(account ?? process.getuid?.());
    expect(existsSync(join(folder, 'leftover')), 'what an earlier run left').to.equal(false);
    expect(await listeningPorts(folder), 'what still listens').to.deep.equal([]);
  });

  it('leaves nothing running when it is ended in the middle', async () => {
    const child = start([folder]);
    await untilPrinted(child, 'Change exactly that');
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    expect(code).to.equal(143);
    expect(await listeningPorts(folder), 'what still listens').to.deep.equal([]);
  });

  it('refuses a folder that holds something else, and leaves it as it is', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'ten years of work\n');
    const ended = await quickstart([folder]);
    expect(ended.code).to.equal(1);
    assert.match(ended.stderr, /holds something else already\.\n {2}fix: {4}npm run quickstart -- ANOTHER-FOLDER/);
    expect(readdirSync(folder)).to.deep.equal(['thesis.txt']);
  });

  it('says what to do when its folder cannot be made', async () => {
    writeFileSync(folder, '');
    const ended = await quickstart([join(folder, 'below-a-file')]);
    expect(ended.code).to.equal(1);
    assert.match(ended.stderr, /cannot be made\.\n {2}reason: ENOTDIR.*\n {2}fix: /);
  });

  it('prints its usage for words that it does not know', async () => {
    const ended = await quickstart(['--fast']);
    expect(ended.code).to.equal(1);
    assert.match(ended.stderr, /^error: Unknown option '--fast'/);
    assert.match(ended.stderr, /npm run quickstart \[-- /);
  });

  type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

  function start(words: readonly string[], uid?: number): ChildProcess {
    const env = { PATH: process.env['PATH'], HOME: home, TMPDIR: base };
    const args = ['--conditions=@setpoint/source', join(root, 'scripts', 'quickstart.ts'), ...words];
    return spawn(process.execPath, args, { cwd: root, env, ...(uid === undefined ? {} : { uid, gid: uid }) });
  }

  function quickstart(words: readonly string[], uid?: number): Promise<Ended> {
    return collect(start(words, uid));
  }

  function setpoint(words: readonly string[], cwd = root): Promise<Ended> {
    const main = join(root, 'packages', 'cli', 'src', 'main.ts');
    const env = { PATH: process.env['PATH'], HOME: home };
    return collect(spawn(process.execPath, ['--conditions=@setpoint/source', main, ...words], { cwd, env }));
  }

  async function collect(child: ChildProcess): Promise<Ended> {
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, stdout, stderr };
  }
});

/** What a run leaves: a folder with its mark in it. */
function writeFolderOfAnEarlierRun(folder: string, account: number | undefined): void {
  mkdirSync(folder);
  for (const name of ['.quickstart', 'leftover']) writeFileSync(join(folder, name), '');
  if (account !== undefined) chownSync(folder, account, account);
}

/** Where a careless script would leave something: the root of the checkout and the folders of its scripts. */
function surroundings(): readonly string[] {
  return [...readdirSync(root), ...readdirSync(join(root, 'scripts'), { recursive: true })].map(String).sort();
}

function commandsIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : []));
}

/** The words of every `npm run setpoint -- …` that is recommended at the end. */
function nextCommands(text: string): readonly (readonly string[])[] {
  const advice = text.slice(text.indexOf('Try next'));
  return [...advice.matchAll(/npm run setpoint -- (.+?) {2}/g)].map(([, words = '']) => words.split(' '));
}

function untilPrinted(child: ChildProcess, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(wanted)) resolve();
    });
    child.once('close', (code) => reject(new Error(`it ended with code ${code} after: ${text}`)));
  });
}

/** Those of the ports in the inventory that somebody answers at. */
async function listeningPorts(folder: string): Promise<readonly number[]> {
  const inventory = readFileSync(join(folder, 'inventory.yaml'), 'utf8');
  const ports = [...inventory.matchAll(/port: (\d+)/g)].map(([, port]) => Number(port));
  const isOpen = await Promise.all(ports.map(isListening));
  return ports.filter((_, index) => isOpen[index]);
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** True when other accounts may reach the folder and what Node is installed in it. */
function isReadableByAll(path: string): boolean {
  const isOpen = existsSync(path) && (statSync(path).mode & 0o005) === 0o005;
  return isOpen && (dirname(path) === path || isReadableByAll(dirname(path)));
}
