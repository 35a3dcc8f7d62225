import { type Answer, canonicalJson, type JsonObject } from '@setpoint/model';
import type { Catalogue } from '../catalogue/fact.ts';
import { readWanted, respell, type Wanted } from '../scratch/index.ts';
import { SqlFailure, type SqlSession } from '../session/session.ts';
import type { AskContext } from './ask.ts';
import { defaultsClause } from './database-defaults.ts';
import { rowText } from './row-text.ts';
import type { SchemaQuery, SchemaReading } from './schema-query.ts';
import { closeQuietly, isNoSuchDatabase } from './sessions.ts';
import { readSnapshot } from './snapshot.ts';

/** Answers what a database looks like and what the declaration would make of an empty one. Throws `SqlFailure`. */
export async function readSchema(query: SchemaQuery, context: AskContext): Promise<Answer> {
  const home = await openHome(query.database, context);
  try {
    const key = keyOf(query, home, context.defaults);
    const load = () => context.memory.recall(key, () => readWanted(query, { ...context, ...home }));
    const isLong = !context.memory.knows(key) && isLongLoad(query);
    const [live, wanted] = await readBoth({ home, load, ...(isLong ? { open: context.sessions.open } : {}) });
    if (wanted.kind === 'unavailable') return unknown(wanted.why);
    const base = live ?? wanted.empty;
    const catalogue = await respell(wanted, base, { query, context: { ...context, ...home } });
    const reading = { ...toReading(home, { ...wanted, catalogue }, base), ...(await readState(home.session)) };
    // Readings are JSON in shape; the type only lacks the index signature.
    return { status: 'found', value: reading as unknown as JsonObject };
  } finally {
    if (!home.exists) await closeQuietly(home.session);
  }
}

type Reading<Loaded> = {
  readonly home: Home;
  readonly load: () => Promise<Loaded>;
  /** Opens another session for what is there; absent: one is read after the other. */
  readonly open?: (database: string) => Promise<SqlSession>;
};

/** Reads what is there and what is declared: with another session both at once. */
async function readBoth<Loaded>({
  home,
  load,
  open,
}: Reading<Loaded>): Promise<readonly [Catalogue | undefined, Loaded]> {
  if (!home.exists) return [undefined, await load()];
  if (open === undefined) return [await readSnapshot(home.session), await load()];
  const [live, loaded] = await Promise.allSettled([readApart(() => open(home.database)), load()]);
  if (live.status === 'rejected') throw live.reason;
  if (loaded.status === 'rejected') throw loaded.reason;
  return [live.value, loaded.value];
}

/** From this many characters on a declaration takes so long to load that another connection is worth its while. */
const longLoad = 100_000;

/** A load in the database itself holds locks on what would be read meanwhile. */
function isLongLoad({ files, raw, scratch }: SchemaQuery): boolean {
  return scratch !== 'transaction' && files.reduce((sum, { text }) => sum + text.length, raw.length) >= longLoad;
}

async function readApart(open: () => Promise<SqlSession>): Promise<Catalogue> {
  const session = await open();
  try {
    return await readSnapshot(session);
  } finally {
    await closeQuietly(session);
  }
}

/** A session on the server: with the database, or with one that is always there when the database is not. */
export type Home = { readonly session: SqlSession; readonly exists: boolean; readonly database: string };

async function openHome(database: string, { pool, sessions }: AskContext): Promise<Home> {
  try {
    const session = await pool.get(database);
    return { session, exists: true, database: session.server.database };
  } catch (error) {
    if (!(error instanceof SqlFailure) || !isNoSuchDatabase(error)) throw error;
    const maintenance = error.errno === 1049 ? 'information_schema' : 'postgres';
    return { session: await sessions.open(maintenance), exists: false, database: database || (sessions.own ?? '') };
  }
}

/** Declarations that are equal are loaded once, however often the database is read. */
function keyOf(
  { files, tables, raw, owned, ignoresOwners, scratch, scratchUrl }: SchemaQuery,
  { database, exists }: Home,
  defaults: AskContext['defaults'],
): string {
  const parts = [
    database,
    exists,
    defaults === undefined ? '' : defaultsClause(defaults),
    tables,
    raw,
    owned,
    ignoresOwners === true,
    scratch,
    scratchUrl,
    files.map(({ path, text }) => [path, text]),
  ];
  return canonicalJson(parts as Parameters<typeof canonicalJson>[0]);
}

function toReading(
  { session, exists, database }: Home,
  wanted: Wanted,
  live: Catalogue,
): Omit<SchemaReading, 'today' | 'isStandby'> {
  const { product, version, versionText } = session.server;
  return {
    server: { product, version, versionText },
    database,
    exists,
    scratch: { strategy: wanted.strategy, versionText: wanted.versionText },
    live,
    wanted: wanted.catalogue,
    renames: wanted.renames,
    problems: wanted.problems,
    roles: wanted.roles,
    withheld: wanted.withheld,
  };
}

/** What the server says of now. */
async function readState({ server, read }: SqlSession): Promise<Pick<SchemaReading, 'today' | 'isStandby'>> {
  if (server.product !== 'postgres') {
    const [row] = await read("SELECT date_format(utc_date(), '%Y-%m-%d') AS today");
    return { today: rowText(row, 'today'), isStandby: false };
  }
  const [row] = await read(
    "SELECT pg_catalog.to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today, pg_catalog.pg_is_in_recovery() AS is_standby",
  );
  return { today: rowText(row, 'today'), isStandby: row?.['is_standby'] === true };
}

function unknown(what: string): Answer {
  return { status: 'unknown', cause: { kind: 'unavailable', what } };
}
