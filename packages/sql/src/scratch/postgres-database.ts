import type { JsonObject } from '@setpoint/model';
import { quoteIdentifier, quoteLiteral } from '../postgres/quote.ts';
import type { SqlSession } from '../session/session.ts';
import { dropQuietly, openMadeDatabase, type ScratchContext, type ScratchResult } from './scratch.ts';
import { isLeftOver, type ScratchMaker, scratchName, scratchPrefix } from './scratch-name.ts';

/** Makes a database like the target's on its server, empty but for what every new database has. Throws `SqlFailure`. */
export async function makePostgresScratch({ session, sessions }: ScratchContext): Promise<ScratchResult> {
  const site = (await session.read(siteQuery))[0] as unknown as Site | undefined;
  if (site === undefined || !site.canCreate) {
    return { kind: 'unavailable', why: `${session.server.user} may not create databases (CREATEDB)` };
  }
  await sweep(session, site);
  const name = scratchName({ atSeconds: site.nowSeconds, connection: site.pid, openedMs: site.openedMs });
  await session.run(`CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0 ${localeOf(site.database)}`);
  const made = `Scratch database of setpoint, made ${new Date(site.nowSeconds * 1000).toISOString()}; may be dropped`;
  const prepare = [`COMMENT ON DATABASE ${quoteIdentifier(name)} IS ${quoteLiteral(made)}`];
  const drop = `DROP DATABASE IF EXISTS ${quoteIdentifier(name)}`;
  return openMadeDatabase({ session, sessions }, { name, prepare, drop });
}

type Site = {
  readonly canCreate: boolean;
  readonly nowSeconds: number;
  readonly pid: number;
  readonly openedMs: number;
  readonly database: JsonObject;
  /** Scratch databases that this account may drop. */
  readonly scratches: readonly string[];
  readonly connected: readonly { readonly pid: number; readonly openedMs: number | null }[];
};

/** Whole milliseconds, so that a connection is recognised by a number that survives JSON. */
const openedMs = `floor(extract(epoch FROM a.backend_start) * 1000)::bigint`;

const siteQuery = `
SELECT (SELECT r.rolsuper OR r.rolcreatedb FROM pg_catalog.pg_roles r WHERE r.rolname = current_user) AS "canCreate",
  floor(extract(epoch FROM clock_timestamp()))::bigint AS "nowSeconds",
  pg_catalog.pg_backend_pid() AS pid,
  (SELECT ${openedMs} FROM pg_catalog.pg_stat_activity a WHERE a.pid = pg_catalog.pg_backend_pid()) AS "openedMs",
  (SELECT pg_catalog.to_json(d) FROM (SELECT d.*, pg_catalog.pg_encoding_to_char(d.encoding) AS charset
    FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()) d) AS database,
  ARRAY(SELECT d.datname::text FROM pg_catalog.pg_database d WHERE pg_catalog.starts_with(d.datname, '${scratchPrefix}')
    AND pg_catalog.pg_has_role(d.datdba, 'USAGE')) AS scratches,
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('pid', a.pid, 'openedMs', ${openedMs}))
    FROM pg_catalog.pg_stat_activity a) AS connected`;

/** What runs that were killed left behind; one that somebody else drops at the same time is as well. */
async function sweep(session: SqlSession, { scratches, connected, nowSeconds }: Site): Promise<void> {
  // Who may not look at the other connections is told no times: then the process alone must do.
  const isConnected = (maker: ScratchMaker): boolean =>
    connected.some(
      ({ pid, openedMs }) => pid === maker.connection && (openedMs === null || openedMs === maker.openedMs),
    );
  const force = session.server.version >= 130_000 ? ' WITH (FORCE)' : '';
  for (const name of scratches) {
    if (!isLeftOver(name, { nowSeconds, isConnected })) continue;
    await dropQuietly(session, `DROP DATABASE IF EXISTS ${quoteIdentifier(name)}${force}`);
  }
}

/** Encoding and collation as the target has them: they decide what indexes and comparisons can be made. */
function localeOf(database: JsonObject): string {
  const text = (name: string): string | undefined => {
    const value = database[name];
    return typeof value === 'string' ? value : undefined;
  };
  const option = (word: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`${word} = ${quoteLiteral(value)}`];
  // The name of the column changed with version 17.
  const locale = text('datlocale') ?? text('daticulocale');
  const byProvider: Readonly<Record<string, readonly string[]>> = {
    i: ['LOCALE_PROVIDER = icu', ...option('ICU_LOCALE', locale), ...option('ICU_RULES', text('daticurules'))],
    b: ['LOCALE_PROVIDER = builtin', ...option('BUILTIN_LOCALE', locale)],
  };
  return [
    ...option('ENCODING', text('charset')),
    ...option('LC_COLLATE', text('datcollate')),
    ...option('LC_CTYPE', text('datctype')),
    ...(byProvider[text('datlocprovider') ?? 'c'] ?? []),
  ].join(' ');
}
