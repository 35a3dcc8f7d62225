import { type BodyStore, type Driver, errorDiagnostic, type NodeSpec } from '@setpoint/model';
import type { FindHostWay, HostWay } from '../session/host-way.ts';
import { openSqlChannel } from './channel.ts';
import { describeFailure } from './describe-failure.ts';
import { type SessionsWorld, sqlSessions } from './open-sessions.ts';
import { readSqlSettings } from './read-settings.ts';
import type { SqlDriverName } from './settings.ts';

/** What the drivers need of the world around them. */
export type SqlDriverOptions = Pick<SessionsWorld, 'account' | 'projectPath'> & {
  /** A folder of the user's own for what is made once and kept. */
  readonly cacheDir: string;
  readonly findHostWay: FindHostWay;
  /** Where passwords of roles are taken from when they are sent. */
  readonly bodies?: BodyStore;
};

/** The drivers of the `sql` channel: one for PostgreSQL, and one for MySQL and MariaDB under both names. */
export function createSqlDrivers(options: SqlDriverOptions): readonly Driver[] {
  return (['postgres', 'mysql', 'mariadb'] as const).map((name) => createSqlDriver(name, options));
}

function createSqlDriver(name: SqlDriverName, options: SqlDriverOptions): Driver {
  const { account, projectPath, cacheDir, findHostWay, bodies } = options;
  return {
    name,
    channel: 'sql',
    connect: async (node: NodeSpec) => {
      const settings = readSqlSettings(name, node.connection.settings);
      const way = settings.via === undefined ? undefined : findHostWay(settings.via);
      if (typeof way === 'string')
        return { kind: 'failed', diagnostic: errorDiagnostic('SP594', { node: node.name, detail: way }) };
      const channel = openSqlChannel({
        node: node.name,
        sessions: sqlSessions(settings, { account, projectPath, ...(way === undefined ? {} : { way }) }),
        describeFailure: (failure) => describeFailure(failure, { node: node.name, settings, account }),
        cacheDir,
        ...(bodies === undefined ? {} : { bodies }),
      });
      return { kind: 'connected', channel: way === undefined ? channel : withWay(channel, way) };
    },
  };
}

function withWay(channel: ReturnType<typeof openSqlChannel>, way: HostWay): ReturnType<typeof openSqlChannel> {
  return {
    ...channel,
    close: async () => {
      await channel.close();
      await way.close();
    },
  };
}
