import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { type DatabaseServer, type DatabaseTarget, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert } from 'chai';
import { openMysqlSession } from '../../src/session/mysql-session.ts';
import { openPgSession } from '../../src/session/pg-session.ts';
import { SqlFailure, type SqlSession } from '../../src/session/session.ts';
import type { SqlTarget } from '../../src/session/target.ts';

type Product = {
  readonly name: string;
  readonly start: () => Promise<DatabaseServer>;
  readonly open: (target: SqlTarget) => Promise<SqlSession>;
  readonly sleep: string;
  readonly endSession: (session: SqlSession) => Promise<string>;
};

const products: readonly Product[] = [
  {
    name: 'PostgreSQL',
    start: () => startPostgres(),
    open: openPgSession,
    sleep: 'SELECT pg_catalog.pg_sleep(30)',
    endSession: async (session) => {
      const [row] = await session.read('SELECT pg_catalog.pg_backend_pid() AS id');
      return `SELECT pg_terminate_backend(${Number(row?.['id'])})`;
    },
  },
  {
    name: 'MariaDB',
    start: () => startMariadb(),
    open: openMysqlSession,
    sleep: 'SELECT sleep(30)',
    endSession: async (session) => {
      const [row] = await session.read('SELECT connection_id() AS id');
      return `KILL ${Number(row?.['id'])}`;
    },
  },
];

for (const product of products) {
  describe(`a session with ${product.name}`, () => {
    let server: DatabaseServer;
    let target: DatabaseTarget;
    let session: SqlSession;

    before(async () => {
      server = await product.start();
      target = await server.createDatabase('o"dd `name`; \'x');
      session = await product.open(target);
    });

    after(async () => {
      await session.close();
      await server.stop();
    });

    it('knows whom it talks to, as whom, and with which database', () => {
      assert.equal(session.server.product, server.product);
      assert.equal(session.server.database, target.database);
      assert.match(session.server.user, /^(postgres|root@localhost)$/);
      assert.isAbove(session.server.version, 100_000);
    });

    it('gives rows as JSON objects, in the order of the statements that were asked', async () => {
      const answers = await Promise.all(
        [1, 2, 3].map((number) => session.read(`SELECT ${number} AS n, NULL AS nothing -- ;`)),
      );
      assert.deepEqual(
        answers,
        [1, 2, 3].map((n) => [{ n, nothing: null }]),
      );
      assert.deepEqual(await session.read('SELECT 1 AS n WHERE 1 = 2'), []);
    });

    it('runs several statements in one text and tells how many rows the last one touched', async () => {
      const touched = await session.run(
        "CREATE TABLE several (a text); INSERT INTO several VALUES ('ü€'), ('b'), (NULL)",
      );
      assert.equal(touched, 3);
      assert.equal(await session.run("UPDATE several SET a = 'x' WHERE a IS NULL"), 1);
      const rows = await session.read("SELECT a FROM several WHERE a <> 'b' ORDER BY char_length(a)");
      assert.deepEqual(rows, [{ a: 'x' }, { a: 'ü€' }]);
    });

    it('tells what the server says no with, and goes on', async () => {
      const failure = await failureOf(session.run('SELECT * FROM nowhere'));
      assert.match(failure.sqlState, /^42/);
      assert.isFalse(failure.isLost);
      assert.isTrue(session.isOpen());
      assert.deepEqual(await session.read('SELECT 1 AS a'), [{ a: 1 }]);
    });

    it('ends a statement that takes too long, and goes on', async () => {
      const startedMs = performance.now();
      const failure = await failureOf(session.run(product.sleep, { timeoutMs: 200 }));
      assert.equal(failure.sqlState, '57014');
      assert.match(failure.message, /longer than 0\.2 s/);
      assert.isBelow(performance.now() - startedMs, 4000);
      assert.deepEqual(await session.read('SELECT 1 AS a'), [{ a: 1 }]);
    });

    it('counts the time of a statement from its own turn', async () => {
      const first = failureOf(session.run(product.sleep, { timeoutMs: 600 }));
      const second = session.read('SELECT 1 AS a', { timeoutMs: 400 });
      assert.equal((await first).sqlState, '57014');
      assert.deepEqual(await second, [{ a: 1 }]);
    });

    it('ends a statement when the run is interrupted, and begins none afterwards', async () => {
      const run = new AbortController();
      const running = failureOf(session.run(product.sleep, { signal: run.signal }));
      setImmediate(() => run.abort());
      assert.match((await running).message, /interrupted/);
      assert.match(
        (await failureOf(session.run('CREATE TABLE never (a int)', { signal: run.signal }))).message,
        /before it began/,
      );
      assert.equal((await failureOf(session.read('SELECT * FROM never'))).sqlState.slice(0, 2), '42');
    });

    it('ends what runs when it is cancelled', async () => {
      let isRunning = true;
      const running = failureOf(session.run(product.sleep)).finally(() => {
        isRunning = false;
      });
      // A server that has not begun the statement yet has nothing to end.
      while (isRunning) await session.cancel();
      assert.include(['57014', '70100'], (await running).sqlState);
    });

    it('tells that the connection is lost when the server ends it', async () => {
      const other = await product.open(target);
      const words = await product.endSession(other);
      const running = failureOf(other.run(product.sleep));
      await server.sql(words);
      assert.isTrue((await running).isLost);
      assert.isTrue((await failureOf(other.read('SELECT 1 AS a'))).sqlState.startsWith('08'));
      assert.isFalse(other.isOpen());
      await other.close();
    });

    it('gives up on an address that takes connections and says nothing', async () => {
      const silent = await listen(() => undefined);
      const startedMs = performance.now();
      const failure = await failureOf(product.open({ ...target, address: silent.address, connectTimeoutMs: 300 }));
      assert.equal(failure.sqlState, 'HYT00');
      assert.isBelow(performance.now() - startedMs, 2500);
      await silent.stop();
    });

    it('tells when whoever answers hangs up', async () => {
      const rude = await listen((socket) => socket.end());
      const failure = await failureOf(product.open({ ...target, address: rude.address, connectTimeoutMs: 3000 }));
      assert.match(failure.sqlState, /^08/);
      await rude.stop();
    });

    it('tells when whoever answers speaks something else', async () => {
      const stranger = await listen((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
      const failure = await failureOf(product.open({ ...target, address: stranger.address, connectTimeoutMs: 2000 }));
      assert.match(failure.sqlState, /^(08|HYT)/);
      await stranger.stop();
    });

    it('goes through a stream that somebody else opens', async () => {
      const through = await product.open({
        ...target,
        address: { kind: 'tunnel', host: 'elsewhere', open: () => opened(server.port) },
      });
      assert.deepEqual(await through.read('SELECT 1 AS a'), [{ a: 1 }]);
      assert.equal((await failureOf(through.run(product.sleep, { timeoutMs: 200 }))).sqlState, '57014');
      await through.close();
    });

    it('shows no password in what it throws', async () => {
      const password = 'gRz7-not-for-any-eye-Qm2';
      const wrong = {
        ...target,
        user: 'nobody-here',
        password,
        address: { kind: 'tcp' as const, host: '127.0.0.1', port: server.port },
      };
      const failure = await failureOf(product.open(wrong));
      assert.notInclude(inspect(failure, { depth: 10, showHidden: true }), password);
    });
  });
}

describe('a session with PostgreSQL', () => {
  it('takes nothing from the environment and no password file of the account', async () => {
    const server = await startPostgres({ hba: 'local all postgres trust\nhost all all all scram-sha-256\n' });
    const folder = mkdtempSync(join(tmpdir(), 'setpoint-environment-'));
    const kept = { ...process.env };
    try {
      await server.sql("CREATE ROLE app LOGIN PASSWORD 'right'");
      writeFileSync(join(folder, '.pgpass'), '*:*:*:*:right\n', { mode: 0o600 });
      const wishes = {
        PGPASSWORD: 'right',
        PGPASSFILE: join(folder, '.pgpass'),
        PGOPTIONS: '-c work_mem=123kB',
        PGSSLMODE: 'require',
        PGAPPNAME: 'x',
        PGHOST: '192.0.2.1',
        PGDATABASE: 'y',
      };
      Object.assign(process.env, wishes);
      const target = {
        address: { kind: 'tcp' as const, host: '127.0.0.1', port: server.port },
        user: 'app',
        database: 'postgres',
      };
      assert.equal((await failureOf(openPgSession(target))).sqlState, '28P01');
      const session = await openPgSession({ ...target, password: 'right' });
      assert.notDeepEqual(await session.read('SHOW work_mem'), [{ work_mem: '123kB' }]);
      assert.deepEqual(await session.read('SHOW application_name'), [{ application_name: 'setpoint' }]);
      await session.close();
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name];
      Object.assign(process.env, kept);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function failureOf(work: Promise<unknown>): Promise<SqlFailure> {
  const failure: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof SqlFailure) return failure;
  throw new Error(`no failure but ${inspect(failure)}`);
}

async function listen(greet: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    greet(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { address: { kind: 'tcp' as const, host: '127.0.0.1', port }, stop };
}

async function opened(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}
