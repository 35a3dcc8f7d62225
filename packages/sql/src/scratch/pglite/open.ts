import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rowText } from '../../driver/row-text.ts';
import { closeQuietly } from '../../driver/sessions.ts';
import { quoteIdentifier } from '../../postgres/quote.ts';
import type { SqlSession } from '../../session/session.ts';
import { databaseScratch, type ScratchContext, type ScratchResult } from '../scratch.ts';
import { openPgliteSession } from './session.ts';

/** Starts PGlite, which needs nothing but Node.js, in a process of its own. For where no real server can be had. */
export async function openPgliteScratch(context: ScratchContext): Promise<ScratchResult> {
  if (context.session.server.product !== 'postgres')
    return { kind: 'unavailable', why: 'there is no such server of MySQL or MariaDB' };
  const library = findPglite();
  if (library === undefined)
    return { kind: 'unavailable', why: 'the optional package @electric-sql/pglite is not installed' };
  const shelf = join(context.cacheDir, 'servers');
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  const session = await openPgliteSession({
    library: pathToFileURL(library.entry).href,
    saved: join(shelf, library.name),
  });
  try {
    await makeRoles(context.session, session);
  } catch (error) {
    await closeQuietly(session);
    throw error;
  }
  return { kind: 'ready', scratch: databaseScratch('pglite', session, () => closeQuietly(session)) };
}

type Library = { readonly entry: string; readonly name: string };

function findPglite(): Library | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    const { version } = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    return { entry, name: `pglite-${version}.tar` };
  } catch {
    return undefined;
  }
}

/** Grants name roles, and owners are to be called as on the target; there is only one session, which becomes that account. */
async function makeRoles(target: SqlSession, session: SqlSession): Promise<void> {
  const roles = await target.read("SELECT r.rolname AS name FROM pg_catalog.pg_roles r WHERE r.rolname !~ '^pg_'");
  const known = await session.read('SELECT r.rolname AS name FROM pg_catalog.pg_roles r');
  const names = new Set(known.map((row) => rowText(row, 'name')));
  const missing = roles.map((row) => rowText(row, 'name')).filter((name) => !names.has(name));
  const { user } = target.server;
  const texts = missing.map((name) => `CREATE ROLE ${quoteIdentifier(name)}${name === user ? ' SUPERUSER' : ''}`);
  await session.run([...texts, `SET SESSION AUTHORIZATION ${quoteIdentifier(user)}`].join('; '));
}
