import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../fleet/run-command.ts';
import { serverAccount } from './account.ts';
import { freePort, serverDirectory, startServer } from './server-process.ts';
import type { DatabaseServer } from './target.ts';
import { copyTemplate, templateDirectory } from './template.ts';

/** What may differ from a plain server. */
export type MariadbOptions = {
  /** Settings of the server, by the names of its options without dashes in front. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Called with the data directory before the server starts: certificates and the like. */
  readonly prepare?: (dataDirectory: string) => Promise<void>;
};

const program = '/usr/sbin/mariadbd';

/** True when a MariaDB server is installed here. */
export function isMariadbInstalled(): boolean {
  return existsSync(program);
}

/** Starts a MariaDB server of its own. It forgets how to survive a crash and is fast for it; its superuser is `root`. */
export async function startMariadb(options: MariadbOptions = {}): Promise<DatabaseServer> {
  if (!isMariadbInstalled()) throw new Error(`no MariaDB server at ${program}: install mariadb-server-core`);
  const version = /Ver (\S+)/.exec((await runOrThrow(program, ['--version'])).stdout)?.[1] ?? 'unknown';
  const directory = await serverDirectory('sp-my-');
  const data = join(directory, 'data');
  await copyTemplate(await templateDirectory({ name: `mariadb-${version}`, build: initialise }), data);
  await options.prepare?.(data);
  const port = await freePort();
  const socketPath = join(directory, 's');
  const server = await startServer(
    {
      program,
      args: [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${socketPath}`,
        `--port=${port}`,
        `--tmpdir=${directory}`,
        ...settingsArgs(options.settings),
      ],
      readyLine: /ready for connections/,
      stopSignal: 'SIGTERM',
    },
    directory,
  );
  return mariadbServer({ directory, socketPath, port, server });
}

function settingsArgs(own: MariadbOptions['settings']): string[] {
  return Object.entries({ ...fastSettings, ...own }).map(([name, value]) => `--${name}=${value}`);
}

const fastSettings: Readonly<Record<string, string>> = {
  'bind-address': '127.0.0.1',
  'innodb-flush-log-at-trx-commit': '0',
  'innodb-flush-method': 'nosync',
  'innodb-doublewrite': '0',
  'innodb-log-file-size': '4M',
  'innodb-buffer-pool-size': '64M',
  'innodb-fast-shutdown': '2',
  'skip-name-resolve': '1',
  'character-set-server': 'utf8mb4',
  'max-connections': '60',
};

async function initialise(directory: string): Promise<void> {
  const { uid, gid } = serverAccount();
  const become = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', 'mariadb-install-db'];
  const flags = [
    '--no-defaults',
    `--datadir=${directory}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
    '--innodb-log-file-size=4M',
  ];
  const [first, args] = process.getuid?.() === 0 ? ['setpriv', [...become, ...flags]] : ['mariadb-install-db', flags];
  await runOrThrow(first, args, { cwd: directory, timeoutMs: 60_000 });
}

type Started = {
  readonly directory: string;
  readonly socketPath: string;
  readonly port: number;
  readonly server: Pick<DatabaseServer, 'pid' | 'log' | 'stop'>;
};

function mariadbServer({ directory, socketPath, port, server }: Started): DatabaseServer {
  const target = (database = 'mysql') => ({
    address: { kind: 'socket' as const, path: socketPath },
    user: 'root',
    database,
  });
  const sql = async (text: string, database = '') => {
    const flags = [
      '--no-defaults',
      '-N',
      '-B',
      '-S',
      socketPath,
      '-u',
      'root',
      '--default-character-set=utf8mb4',
      database,
    ];
    return (await runOrThrow('mariadb', flags, { input: text, timeoutMs: 120_000 })).stdout;
  };
  return {
    ...server,
    product: 'mariadb',
    socketDir: directory,
    socketPath,
    port,
    user: 'root',
    directory,
    target,
    sql,
    createDatabase: async (name) => {
      await sql(`CREATE DATABASE \`${name.replaceAll('`', '``')}\``);
      return target(name);
    },
  };
}
