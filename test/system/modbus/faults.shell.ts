import { assert } from 'chai';
import {
  type PlcPeer,
  peerSuite,
  plcFaults,
  readWithMbpoll,
  startLibmodbusPeer,
  writeWithMbpoll,
} from '../../../packages/modbus/test/peers/index.ts';
import type { SetpointResult } from '../support/setpoint.ts';
import { deviceProject, tcpTo } from './support/device-project.ts';

const guarded = { register: 'guarded', value: 9, guard: { set: ['run=false'] } };

peerSuite('an apply of a controller that is', () => {
  let plc: PlcPeer;
  let project: ReturnType<typeof deviceProject>;

  beforeEach(async () => {
    plc = await startLibmodbusPeer();
    project = deviceProject({ controller: tcpTo(plc.port, { timeout_seconds: 60 }) });
    project.declare([guarded, { register: 'plain', value: 7 }]);
    await set('coil', 1, 1);
    // Slow enough to be met in the middle.
    await set('holding', plcFaults.delayMs, 200);
  });

  afterEach(async () => {
    project.remove();
    await plc.stop();
  });

  function set(table: 'coil' | 'holding', address: number, value: number): Promise<void> {
    return writeWithMbpoll({ kind: 'tcp', port: plc.port }, { table, address, values: [value] });
  }

  async function run(): Promise<number | undefined> {
    const at = { table: 'coil', address: 1, count: 1 } as const;
    return (await readWithMbpoll({ kind: 'tcp', port: plc.port }, at))[0];
  }

  /** Resolves when the guard is set. */
  async function untilGuarded(): Promise<void> {
    while (!plc.writes().includes('5 1 0')) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('interrupted once: what is under way is finished, the guard is put back, nothing more is written', async () => {
    const running = project.start('apply', '--yes');
    await untilGuarded();
    running.child.kill('SIGINT');
    const result = await running.ended;
    assert.equal(result.code, 130, told(result));
    assert.deepEqual(plc.writes().slice(1), ['5 1 0', '6 115 9', '5 1 1']);
  });

  it('interrupted twice: it ends at once, and the guard stays as it is', async () => {
    await set('holding', plcFaults.delayMs, 1000);
    const running = project.start('apply', '--yes');
    await untilGuarded();
    running.child.kill('SIGINT');
    await running.says('Once more');
    running.child.kill('SIGINT');
    const result = await running.ended;
    assert.equal(result.code, 130, told(result));
    assert.deepEqual(plc.writes().slice(1), ['5 1 0']);
  });

  it('killed: the guard stays set, the run is listed as killed with what may have happened, and applying finishes the rest', async () => {
    const running = project.start('apply', '--yes');
    await untilGuarded();
    running.child.kill('SIGKILL');
    await running.ended;
    await set('holding', plcFaults.delayMs, 0);
    assert.equal(await run(), 0, 'nobody is left who could put it back');
    const planned = await project.plan();
    assert.equal(planned.code, 2, told(planned));
    const shown = await project.start('runs', 'last').ended;
    assert.include(told(shown), 'killed');
    assert.match(told(shown), /register:guarded[\s\S]*unknown/);
    const applied = await project.apply();
    assert.equal(applied.code, 0, told(applied));
    assert.deepEqual(plc.writes().slice(-2), ['6 115 9', '6 130 7']);
    assert.equal(await run(), 0, 'a guard that was found set stays set');
  });

  it('applied by somebody else at the same time is not touched twice', async () => {
    const running = project.start('apply', '--yes');
    await untilGuarded();
    // Held where it is, so that it is under way however long the second takes to start.
    running.child.kill('SIGSTOP');
    const second = await project.apply();
    running.child.kill('SIGCONT');
    assert.equal(second.code, 1, told(second));
    assert.match(told(second), /lock|another|other run|already/i);
    const first = await running.ended;
    assert.equal(first.code, 0, told(first));
    assert.deepEqual(plc.writes().slice(1), ['5 1 0', '6 115 9', '5 1 1', '6 130 7']);
  });

  it('gone in the middle: it is told that nobody knows, and nothing more is written', async () => {
    const running = project.start('apply', '--yes');
    await untilGuarded();
    const before = plc.writes();
    await plc.stop();
    const result = await running.ended;
    assert.notEqual(result.code, 0, told(result));
    assert.match(told(result), /guarded \(holding 115\)|run \(coil 1\)/);
    assert.include(before, '5 1 0');
  });
});

function told({ stdout, stderr }: SetpointResult): string {
  return `${stdout}${stderr}`;
}
