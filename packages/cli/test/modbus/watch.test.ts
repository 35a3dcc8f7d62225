import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startLabDevice } from '@setpoint/lab';
import { assert } from 'chai';
import type { OutputStream } from '../../src/command.ts';
import { commands } from '../../src/commands/index.ts';
import { runCommandLine } from '../../src/run-command-line.ts';
import { collectingStream } from '../support/collecting-stream.ts';
import { type DeviceProject, deviceProject, linesOf } from '../support/device-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint modbus watch', () => {
  let project: DeviceProject;
  beforeEach(async () => {
    project = await deviceProject();
  });
  afterEach(() => project.close());

  /** Watches two values, five times as fast as a blink, and does something at each text that is written; ends when told to. */
  const watch = (react: (written: string, end: () => void) => void, options: Partial<WatchOptions> = {}) =>
    runWatch(['pump', 'speed_setpoint', 'mode', '--interval', '0.02'], project.dir, { react, ...options });

  it('prints what there is, and then a line for each change', async () => {
    const { code, stdout } = await watch((written, end) => {
      if (written.includes('mode remote (1)\n')) project.device.set('holding', 100, [1500]);
      if (written.includes('1400 rpm → 1500 rpm')) end();
    });
    const lines = stdout.trim().split('\n');
    const times = lines.map((line) => line.slice(0, 24));
    assert.deepEqual(
      lines.map((line) => line.slice(25)),
      ['speed_setpoint 1400 rpm', 'mode remote (1)', 'speed_setpoint 1400 rpm → 1500 rpm'],
    );
    for (const time of times) assert.equal(new Date(time).toISOString(), time);
    assert.equal(code, 130);
    assert.isEmpty(project.device.writes);
  });

  it('gives programs a line for each change', async () => {
    const { stdout } = await watch(
      (written, end) => {
        if (written.includes('"mode"')) project.device.set('holding', 110, [0]);
        if (written.includes('local')) end();
      },
      { words: ['--json'] },
    );
    const told = linesOf(stdout, 'value').map(({ name, value }) => [name, value]);
    assert.deepEqual(told, [
      ['speed_setpoint', 1400],
      ['mode', 'remote'],
      ['mode', 'local'],
    ]);
  });

  it('tells that the device is gone, and goes on when it answers again', async () => {
    const { port } = project.device;
    const points = [
      { table: 'holding' as const, address: 100, words: [900] },
      { table: 'holding' as const, address: 110, words: [1] },
    ];
    let again: ReturnType<typeof startLabDevice> | undefined;
    const { code, stdout, stderr } = await watch((written, end) => {
      if (written.includes('mode remote (1)\n')) void project.device.stop();
      if (written.includes('error[SP57')) again ??= startLabDevice({ port, points });
      if (written.includes('→ 900 rpm')) end();
    });
    await (await again)?.stop();
    assert.include(stdout, 'speed_setpoint 1400 rpm → 900 rpm\n');
    assert.include(stderr, 'pump answers again\n');
    assert.equal(code, 130);
  });

  it('ends after as many readings as asked for', async () => {
    const before = project.device.requests.length;
    const { code, stdout } = await runCommand(
      ['modbus', 'watch', 'pump', 'mode', '--count', '3', '--interval', '0'],
      project.dir,
    );
    assert.equal(code, 0);
    assert.lengthOf(stdout.trim().split('\n'), 1);
    assert.lengthOf(project.device.requests.slice(before), 3);
  });

  it('has failed when no reading came, and tells the same only once', async () => {
    const words = ['modbus', 'watch', 'tcp://127.0.0.1:1', 'holding:1', '--count', '2', '--interval', '0'];
    const { code, stderr } = await runCommand(words, project.dir);
    assert.equal(code, 1);
    assert.lengthOf(stderr.match(/error\[SP571\]/g) ?? [], 1);
  });

  it('draws a table anew on a terminal', async () => {
    const { stdout } = await watch(
      (written, end) => {
        if (written.includes('1400 rpm')) project.device.set('holding', 100, [1500]);
        if (written.includes('1500 rpm')) end();
      },
      { isTty: true },
    );
    const screens = stdout.split('\u001b[4A\u001b[0J');
    assert.isAbove(screens.length, 1);
    for (const screen of screens) assert.lengthOf(screen.split('\n'), 5);
    assert.match(
      screens[0] ?? '',
      /^NAME +VALUE +RAW +ADDRESS +CHANGED\nspeed_setpoint +1400 rpm +0x0578 +holding 100 \(40101\)\n/,
    );
    assert.match(screens.at(-1) ?? '', /speed_setpoint +1500 rpm +0x05DC +holding 100 \(40101\) +\d\d:\d\d:\d\d\n/);
    assert.match(screens.at(-1) ?? '', /\npump, read at \d\d:\d\d:\d\d; end with Ctrl-C\n$/);
  });

  it('ends on Ctrl-C with the exit code of the signal, and leaves no connection', async () => {
    const main = join(import.meta.dirname, '../../src/main.ts');
    const words = ['--conditions=@setpoint/source', main, 'modbus', 'watch', 'pump', 'mode'];
    const child = spawn(process.execPath, words, { cwd: project.dir, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.once('close', resolve));
    assert.equal(code, 130);
    while (project.device.connections().now > 0) await new Promise((resolve) => setImmediate(resolve));
  });
});

type WatchOptions = {
  readonly react: (written: string, end: () => void) => void;
  readonly words: readonly string[];
  readonly isTty: boolean;
};

/** Runs the command in this process; what is written is given to the test at once, which may end it as Ctrl-C does. */
async function runWatch(
  what: readonly string[],
  cwd: string,
  { react, words = [], isTty = false }: Partial<WatchOptions>,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const controller = new AbortController();
  const listening = (stream: ReturnType<typeof collectingStream>): OutputStream => ({
    ...stream,
    isTty,
    columns: isTty ? 100 : undefined,
    write: async (text) => {
      await stream.write(text);
      react?.(text, () => controller.abort());
    },
  });
  const [stdout, stderr] = [collectingStream(), collectingStream()];
  const code = await runCommandLine(['modbus', 'watch', ...what, ...words], () => Promise.resolve(commands), {
    cwd,
    env: {},
    stdout: listening(stdout),
    stderr: listening(stderr),
    stdin: () => process.stdin,
    // What a test waits for in vain must not keep the run from ending.
    signal: AbortSignal.any([controller.signal, AbortSignal.timeout(5000)]),
    interruptedBy: () => (controller.signal.aborted ? 'SIGINT' : undefined),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
