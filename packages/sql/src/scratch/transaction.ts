import type { Catalogue } from '../catalogue/fact.ts';
import { satelliteKinds } from '../compare/fact-index.ts';
import { rowText } from '../driver/row-text.ts';
import { closeQuietly } from '../driver/sessions.ts';
import { spellingSettings } from '../driver/snapshot.ts';
import { readCatalogue } from '../postgres/catalogue/index.ts';
import { quoteIdentifier, quoteLiteral } from '../postgres/quote.ts';
import type { SqlSession } from '../session/session.ts';
import type { ScratchContext, ScratchResult } from './scratch.ts';
import { takeDefaultPrivilegesBack } from './usual-privileges.ts';

/** What the names of schemas begin with while they are out of the way. Nobody else ever sees them. */
const asidePrefix = '_setpoint_aside_';

/**
 * Loads into the target itself, in a transaction that is rolled back: the schemas in question are renamed, empty ones stand in their
 * place meanwhile, and nobody else sees any of it. For accounts that own the schemas and may not create databases.
 */
export async function openTransactionScratch(
  owned: readonly string[] | null,
  context: ScratchContext,
): Promise<ScratchResult> {
  const { server } = context.session;
  if (server.product !== 'postgres')
    return { kind: 'unavailable', why: 'changes of a schema are not taken back there' };
  const session = await context.sessions.open(server.database);
  const dispose = async (): Promise<void> => {
    if (session.isOpen()) await session.run('ROLLBACK').catch(() => undefined);
    await closeQuietly(session);
  };
  try {
    await session.run(begin);
    await putAside(session, owned);
    await takeDefaultPrivilegesBack(session);
    const scratch = {
      strategy: 'transaction' as const,
      session,
      isTransaction: true,
      read: () => readInside(session),
      dispose,
    };
    return { kind: 'ready', scratch };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Whoever uses the database is not kept waiting: better not to plan this time. */
const begin = "BEGIN; SET LOCAL lock_timeout = '200ms'; SET LOCAL statement_timeout = '60s'";

async function putAside(session: SqlSession, owned: readonly string[] | null): Promise<void> {
  const only = owned === null ? 'true' : `n.nspname = ANY (ARRAY[${owned.map(quoteLiteral).join(', ')}]::text[])`;
  const schemas = await session.read(`${schemasQuery} AND ${only} ORDER BY 1`);
  const extensions = await session.read(extensionsQuery);
  const names = schemas.map((row) => rowText(row, 'name'));
  const moves = names.flatMap((name, index) => [
    `ALTER SCHEMA ${quoteIdentifier(name)} RENAME TO ${quoteIdentifier(asidePrefix + String(index))}`,
    ...(name === 'public'
      ? ['CREATE SCHEMA public', "COMMENT ON SCHEMA public IS 'standard public schema'", publicGrant(session)]
      : []),
  ]);
  const homes = extensions.flatMap((row) => {
    const schema = rowText(row, 'schema');
    const made = schema === 'public' ? [] : [`CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(schema)}`];
    const move = `ALTER EXTENSION ${quoteIdentifier(rowText(row, 'name'))} SET SCHEMA ${quoteIdentifier(schema)}`;
    return names.includes(schema) ? [...made, move] : [];
  });
  const texts = [...moves, ...homes];
  if (texts.length > 0) await session.run(texts.join('; '));
}

/** What every new database grants on its public schema. */
function publicGrant({ server }: SqlSession): string {
  return `GRANT ${server.version >= 150_000 ? 'USAGE' : 'ALL'} ON SCHEMA public TO PUBLIC`;
}

const schemasQuery = `
SELECT n.nspname::text AS name FROM pg_catalog.pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_namespace'::regclass AND d.objid = n.oid AND d.deptype = 'e')`;

const extensionsQuery = `
SELECT e.extname::text AS name, n.nspname::text AS schema
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
WHERE n.nspname <> 'pg_catalog' ORDER BY 1`;

/** Reads in the transaction as it is; the settings of the reading end with the savepoint. */
export async function readInside(session: SqlSession): Promise<Catalogue> {
  await session.run(`SAVEPOINT setpoint_read; ${spellingSettings}`);
  const { facts, unmodelled, ...rest } = await readCatalogue(session);
  await session.run('ROLLBACK TO setpoint_read; RELEASE setpoint_read');
  const isAside = (schema: string | undefined): boolean => schema?.startsWith(asidePrefix) === true;
  return {
    facts: facts.filter(({ kind, name }) => !isAside(name[schemaPart(kind)])),
    unmodelled: unmodelled.filter(({ schema }) => !isAside(schema)),
    ...rest,
  };
}

/** Comments and grants begin with the kind of their object, default privileges with a role. */
function schemaPart(kind: string): number {
  return satelliteKinds.includes(kind) || kind === 'default-privilege' ? 1 : 0;
}
