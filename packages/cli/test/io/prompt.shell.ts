import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The command line on a terminal of its own, as a person sees and answers it. */
class Terminal {
  said = '';
  readonly ended: Promise<number>;
  readonly #child: ChildProcessWithoutNullStreams;

  constructor(cwd: string, words: string) {
    const command = `${process.execPath} --conditions=@setpoint/source ${main} ${words}`;
    this.#child = spawn('script', ['-qec', command, '/dev/null'], { cwd, env: { ...process.env, NO_COLOR: '1' } });
    this.#child.stdout.on('data', (bytes: Buffer) => {
      this.said += bytes.toString('utf8').replaceAll('\r', '');
    });
    this.ended = new Promise((resolve) => this.#child.once('close', (code) => resolve(code ?? -1)));
  }

  /** Resolves once the text stands on the terminal. */
  async shows(text: string): Promise<void> {
    while (!this.said.includes(text)) {
      await new Promise((resolve) => this.#child.stdout.once('data', resolve));
    }
  }

  type(text: string): void {
    this.#child.stdin.write(text);
  }
}

describe('the question before an apply', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-prompt-'));
    mkdirSync(join(dir, 'playbooks'));
    writeFileSync(join(dir, 'inventory.yaml'), 'nodes: { here: { local: {} } }\n');
    const wait = `command: wait, run: "touch ${dir}/started; until [ -e ${dir}/go ]; do sleep 0.1; done", always: true`;
    writeFileSync(join(dir, 'playbooks/site.yaml'), `nodes: here\nresources: [{ ${wait} }]\n`);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const question = 'Only "yes" is taken: ';

  it('is left by Ctrl-C without a word about operations, and with the exit code of the signal', async () => {
    const terminal = new Terminal(dir, 'apply');
    await terminal.shows(question);
    terminal.type('\x03');
    assert.equal(await terminal.ended, 130);
    const rest = terminal.said.slice(terminal.said.indexOf(question) + question.length);
    assert.equal(rest, '^C\nNothing was changed.\n');
    assert.isFalse(existsSync(join(dir, 'started')));
  });

  it('is not taken for yes by anything else', async () => {
    const terminal = new Terminal(dir, 'apply');
    await terminal.shows(question);
    terminal.type('y\n');
    assert.equal(await terminal.ended, 1);
    assert.match(terminal.said, /Nothing was changed\.\n$/);
    assert.isFalse(existsSync(join(dir, 'started')));
  });

  it('does not keep others from applying while it waits, and who comes second is told by whom the project is held', async () => {
    const [first, second] = [new Terminal(dir, 'apply'), new Terminal(dir, 'apply')];
    await Promise.all([first.shows(question), second.shows(question)]);
    first.type('yes\n');
    await first.shows('wait');
    while (!existsSync(join(dir, 'started'))) await new Promise((resolve) => setImmediate(resolve));
    second.type('yes\n');
    assert.equal(await second.ended, 1);
    assert.include(second.said, 'error[SP805]');
    writeFileSync(join(dir, 'go'), '');
    assert.equal(await first.ended, 0);
  });
});
