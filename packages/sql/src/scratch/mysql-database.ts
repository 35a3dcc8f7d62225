import { defaultsClause } from '../driver/database-defaults.ts';
import { rowText } from '../driver/row-text.ts';
import { quoteName } from '../mysql/quote.ts';
import type { SqlSession } from '../session/session.ts';
import { dropQuietly, openMadeDatabase, type ScratchContext, type ScratchResult } from './scratch.ts';
import { isLeftOver, type ScratchMaker, scratchName, scratchPrefix } from './scratch-name.ts';

/** Makes a database like the target on its server, empty and with the same default character set. Throws `SqlFailure`. */
export async function makeMysqlScratch({ session, sessions, defaults }: ScratchContext): Promise<ScratchResult> {
  const site = await readSite(session);
  await sweep(session, site);
  const name = scratchName({ atSeconds: site.nowSeconds, connection: site.connection, openedMs: site.account });
  await session.run(`CREATE DATABASE ${quoteName(name)}${defaultsClause(defaults ?? site)}`);
  const drop = `DROP DATABASE IF EXISTS ${quoteName(name)}`;
  return openMadeDatabase({ session, sessions }, { name, prepare: [], drop });
}

type Site = {
  readonly nowSeconds: number;
  readonly connection: number;
  /** A number for the account: only its own connections are sure to be seen. */
  readonly account: number;
  /** Of the target, or of new databases when it is not there yet. */
  readonly charset: string;
  readonly collation: string;
  readonly scratches: readonly string[];
  readonly connected: readonly number[];
};

/** A target that is not there yet is asked for from another database, and gets what the server gives to new ones. */
const isElsewhere = "coalesce(database(), '') IN ('', 'information_schema')";

async function readSite(session: SqlSession): Promise<Site> {
  const [row] = await session.read(
    `SELECT unix_timestamp() AS now, connection_id() AS id, crc32(current_user()) AS account,
      if(${isElsewhere}, @@character_set_server, @@character_set_database) AS charset,
      if(${isElsewhere}, @@collation_server, @@collation_database) AS collation`,
  );
  const databases = await session.read(
    `SELECT schema_name AS name FROM information_schema.schemata WHERE left(schema_name, ${scratchPrefix.length}) = '${scratchPrefix}'`,
  );
  const threads = await session.read('SELECT id AS id FROM information_schema.processlist');
  return {
    nowSeconds: Math.floor(Number(row?.['now'])),
    connection: Number(row?.['id']),
    account: Number(row?.['account']),
    charset: rowText(row, 'charset'),
    collation: rowText(row, 'collation'),
    scratches: databases.map((each) => rowText(each, 'name')),
    connected: threads.map((each) => Number(each['id'])),
  };
}

/** What runs that were killed left behind. */
async function sweep(session: SqlSession, { scratches, connected, account, nowSeconds }: Site): Promise<void> {
  const isConnected = (maker: ScratchMaker): boolean =>
    maker.openedMs !== account || connected.includes(maker.connection);
  for (const name of scratches) {
    if (!isLeftOver(name, { nowSeconds, isConnected })) continue;
    await dropQuietly(session, `DROP DATABASE IF EXISTS ${quoteName(name)}`);
  }
}
