import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Channel,
  createBodyStore,
  errorDiagnostic,
  type Operation,
  type Safeguard,
  type SafeguardOrder,
} from '@setpoint/model';
import { shRaw } from '@setpoint/sdk';
import { assert } from 'chai';
import { channelOver } from '../../src/driver/sh-driver.ts';
import type { WriteFileAction } from '../../src/operations/action.ts';
import { runOperation } from '../../src/operations/run-operation.ts';
import { NodeLink } from '../../src/safeguard/link.ts';
import { safeguardPlace } from '../../src/safeguard/place.ts';
import { stateProgram } from '../../src/safeguard/programs.ts';
import { asNobody } from '../support/shell-channel.ts';
import { shellSession, shells } from '../support/shell-session.ts';

const node = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
const old = 'old content, no\0thing lost\n';

/** This machine through a shell; `door.isOpen` decides whether a second session is let in. */
function openNode(shell: string, as = ''): { readonly channel: Channel; readonly door: { isOpen: boolean } } {
  const door = { isOpen: true };
  const session = () => {
    const inner = shellSession(shell);
    return { ...inner, start: (command: string) => inner.start(`${as} ${command}`) };
  };
  const link = new NodeLink(session(), async () =>
    door.isOpen
      ? { kind: 'open', session: session() }
      : { kind: 'failed', diagnostic: errorDiagnostic('SP551', { detail: 'Nobody is let in.' }) },
  );
  return { channel: channelOver(link, node, createBodyStore()), door };
}

for (const [position, shell] of shells.entries()) {
  /** What takes its time, and is the same in every shell. */
  const once = position === 0 ? it : () => undefined;
  describe(`a safeguard, through ${shell.name}`, () => {
    let dir = '';
    let path = '';
    const before = new Set(guardsLeft());
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-safeguard-'));
      path = join(dir, 'file');
      writeFileSync(path, 'new\n');
    });
    afterEach(() => {
      rmSync(dir, { recursive: true, force: true });
      assert.deepEqual(
        guardsLeft().filter((name) => !before.has(name)),
        [],
        'something of a safeguard is left on the node',
      );
      assert.equal(
        spawnSync('pgrep', ['-fa', 'sh /run/setpoint/confirm-']).stdout.toString(),
        '',
        'a clock still runs',
      );
    });

    it('is gone, with its clock, once a new session confirmed', async () => {
      const { channel } = openNode(shell.command);
      const end = await (await arm(channel, orderOf(path, 60_000))).confirm({});
      assert.deepEqual(end, { kind: 'confirmed' });
      assert.equal(readFileSync(path, 'utf8'), 'new\n');
    });

    once('undoes by itself when nobody is let in, also what comes after a step that fails', async () => {
      const { channel, door } = openNode(shell.command);
      const fails = runOperation({
        title: 'fail',
        script: shRaw('echo never >&2; exit 3'),
        timeoutMs: 5000,
        repeatable: true,
      });
      const order = orderOf(path, 1500, [fails]);
      const safeguard = await arm(channel, order);
      door.isOpen = false;
      const end = await safeguard.confirm({});
      assert.deepEqual(end, {
        kind: 'undone',
        why: 'No new connection got through within 1.5 s: Nobody is let in.',
        failures: ['To fail failed there: never.'],
      });
      assert.equal(readFileSync(path, 'utf8'), old);
    });

    it('undoes at once when it is given up', async () => {
      const { channel } = openNode(shell.command);
      const startedMs = performance.now();
      const end = await (await arm(channel, orderOf(path, 60_000))).giveUp('Because.', {});
      assert.deepEqual(end, { kind: 'undone', why: 'Because.', failures: [] });
      assert.isBelow(performance.now() - startedMs, 20_000);
      assert.equal(readFileSync(path, 'utf8'), old);
    });

    it('takes the place of an earlier one, and refuses to stand beside another', async () => {
      const { channel } = openNode(shell.command);
      const first = await arm(channel, orderOf(path, 60_000));
      const other = await channel.safeguard?.(orderOf(path, 60_000));
      assert.deepEqual(other, {
        kind: 'refused',
        why: 'changes of another run wait there to be confirmed or undone',
      });
      const second = await arm(channel, { ...orderOf(path, 60_000), replaces: first });
      assert.deepEqual(await second.confirm({}), { kind: 'confirmed' });
    });

    once('lets no further step of its wave start once the node goes back', async () => {
      const { channel, door } = openNode(shell.command);
      const safeguard = await arm(channel, orderOf(path, 1000));
      door.isOpen = false;
      const slow = runOperation({ title: 'wait', script: shRaw('sleep 2.5'), timeoutMs: 9000, repeatable: true });
      const steps = [slow, runOperation({ ...late, script: shRaw(`: >${join(dir, 'late')}`) })].map((operation) => ({
        operation,
        needs: [],
      }));
      const outcomes = await channel.execute(steps, { safeguard });
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['done', 'not-started'],
      );
      assert.isFalse(existsSync(join(dir, 'late')));
      assert.equal((await safeguard.confirm({})).kind, 'undone');
    });
  });
}

const late = { title: 'late', timeoutMs: 9000, repeatable: true };

describe('a safeguard of an account without rights', () => {
  it('stands in a directory of its own, and keeps other runs off the node', async () => {
    const dir = mkdtempSync('/tmp/setpoint-safeguard-');
    const path = join(dir, 'file');
    const { channel } = openNode('/bin/sh', `chown 65534 ${dir}; ${asNobody}`);
    const safeguard = await arm(channel, orderOf(path, 60_000));
    assert.include(guardsLeft('/tmp/setpoint-safeguard-65534')[0] ?? '', 'confirm-');
    const other = { who: 'second', host: 'desk', pid: 1, run: 'r2', since: '2026-03-01T00:00:00Z' };
    assert.equal((await channel.lock(other)).kind, 'taken');
    assert.equal((await safeguard.giveUp('Because.', {})).kind, 'undone');
    assert.equal(readFileSync(path, 'utf8'), old);
    assert.isFalse(existsSync('/tmp/setpoint-safeguard-65534'));
    rmSync(dir, { recursive: true });
  });
});

describe('how a safeguard stands', () => {
  it('is told once: what is undone right after the look is told, with what it printed, by the next one', () => {
    const place = safeguardPlace('0123456789ab');
    const dir = join('/run/setpoint', `confirm-${place.id}`);
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'undoing'), '');
    writeFileSync(join(dir, 'log'), 'what it printed');
    // The undoing ends between the first thing that is told and the second.
    const emit = 'sp_emit() { printf "%s=%s;" "$1" "$("$2")"; mv -- "$sp_dir/undoing" "$sp_dir/undone" 2>/dev/null; }';
    const look = (): string => spawnSync('/bin/sh', ['-c', `${emit}\n${stateProgram(place).shell}`]).stdout.toString();
    try {
      assert.equal(look(), 'state=undoing;');
      assert.equal(look(), 'state=undone;log=what it printed;');
      assert.isFalse(existsSync(dir));
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

function guardsLeft(at = '/run/setpoint'): readonly string[] {
  return existsSync(at) ? readdirSync(at) : [];
}

async function arm(channel: Channel, order: SafeguardOrder): Promise<Safeguard> {
  const result = await channel.safeguard?.(order);
  if (result?.kind !== 'armed') throw new Error(`it is not armed: ${JSON.stringify(result)}`);
  return result.safeguard;
}

function orderOf(path: string, withinMs: number, first: readonly Operation[] = []): SafeguardOrder {
  const bytes = Buffer.from(old);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    sha256,
    sizeBytes: bytes.length,
    mode: '0600',
    createMode: '0600',
    owner: null,
    group: null,
    expect: { kind: 'absent' },
    follow: false,
    backup: null,
    check: null,
    inPlace: false,
  };
  const write = { title: `write ${path}`, action, timeoutMs: 5000, hazards: [], repeatable: true };
  return {
    run: 'r1',
    withinMs,
    steps: [...first, write].map((operation) => ({ operation })),
    contents: [{ sha256, bytes }],
  };
}
