import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openPgSession } from '../../src/session/pg-session.ts';
import { SqlFailure } from '../../src/session/session.ts';

const program = '/usr/sbin/pgbouncer';

describe('a session through a connection pool', () => {
  let server: DatabaseServer;
  let folder: string;
  let pool: ChildProcess | undefined;

  before(async function () {
    if (!existsSync(program)) {
      process.stderr.write(`SKIPPED: tests with a real connection pool need ${program} (pgbouncer)\n`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'setpoint-pool-'));
    server = await startPostgres();
  });

  afterEach(async () => {
    pool?.kill('SIGKILL');
    if (pool !== undefined) await once(pool, 'close');
    pool = undefined;
  });

  after(async () => {
    await server?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a pool and gives what its session ends with: nothing, or the failure. */
  async function open(mode: string, size: number): Promise<SqlFailure | undefined> {
    const port = await startPool(mode, size);
    const target = {
      address: { kind: 'tcp' as const, host: '127.0.0.1', port },
      user: 'postgres',
      database: 'postgres',
    };
    try {
      const session = await openPgSession(target);
      assert.deepEqual(await session.read('SELECT 1 AS a'), [{ a: 1 }]);
      const failure: unknown = await session
        .run('SELECT pg_sleep(30)', { timeoutMs: 200 })
        .catch((error: unknown) => error);
      assert.equal((failure as SqlFailure).sqlState, '57014');
      await session.close();
      return undefined;
    } catch (error) {
      if (error instanceof SqlFailure) return error;
      throw error;
    }
  }

  async function startPool(mode: string, size: number): Promise<number> {
    const port = await freePort();
    const lines = [
      '[databases]',
      `* = host=127.0.0.1 port=${server.port}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      `pool_mode = ${mode}`,
      `default_pool_size = ${size}`,
    ];
    const config = join(folder, `${mode}-${size}.ini`);
    writeFileSync(config, `${lines.join('\n').replace('* = host', '* = user=postgres host')}\n`, { mode: 0o644 });
    const started = spawn(program, process.getuid?.() === 0 ? ['-u', 'nobody', config] : [config], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
    });
    pool = started;
    let log = '';
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('process up')) resolve();
      });
      started.once('close', () => reject(new Error(log)));
    });
    return port;
  }

  it('is as good as any where each session has a connection of its own', async () => {
    assert.isUndefined(await open('session', 5));
  });

  for (const [mode, size] of [
    ['transaction', 5],
    ['transaction', 1],
    ['statement', 5],
  ] as const) {
    it(`is refused where connections are lent per ${mode}, ${size} of them`, async () => {
      assert.equal((await open(mode, size))?.detail, 'POOLER');
    });
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
