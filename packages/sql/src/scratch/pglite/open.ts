import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDeclaration } from '../../declaration/read-declaration.ts';
import { rowText } from '../../driver/row-text.ts';
import type { SchemaQuery } from '../../driver/schema-query.ts';
import { closeQuietly } from '../../driver/sessions.ts';
import { quoteIdentifier } from '../../postgres/quote.ts';
import type { SqlSession } from '../../session/session.ts';
import { databaseScratch, type ScratchContext, type ScratchResult } from '../scratch.ts';
import { madeExtension } from '../stray-extensions.ts';
import { openPgliteSession } from './session.ts';

/** Starts PGlite, which needs nothing but Node.js, in a process of its own. For where no real server can be had. */
export async function openPgliteScratch(query: SchemaQuery, context: ScratchContext): Promise<ScratchResult> {
  if (context.session.server.product !== 'postgres')
    return { kind: 'unavailable', why: 'there is no such server of MySQL or MariaDB' };
  const library = findPglite();
  if (library === undefined)
    return {
      kind: 'unavailable',
      why: 'the optional package @electric-sql/pglite is not installed (npm install @electric-sql/pglite)',
    };
  const shelf = join(context.cacheDir, 'servers');
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  const session = await openPgliteSession({
    library: pathToFileURL(library.entry).href,
    saved: join(shelf, library.name),
    extensions: findExtensions(library, await namesOfExtensions(query, context.session)),
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

/** Extensions that are declared or there; what the target has may be made in the scratch as well, to learn how it is spelled. */
async function namesOfExtensions(query: SchemaQuery, target: SqlSession): Promise<readonly string[]> {
  const { statements } = readDeclaration('postgres', query);
  const there = await target.read('SELECT e.extname::text AS name FROM pg_catalog.pg_extension e');
  return [
    ...statements.flatMap((statement) => madeExtension(statement) ?? []),
    ...there.map((row) => rowText(row, 'name')),
  ];
}

/** The modules that the library has for extensions, by their names. It has those that come with PostgreSQL itself. */
function findExtensions({ entry }: Library, names: readonly string[]): Readonly<Record<string, string>> {
  const modules = names.filter((name) => /^[\w-]+$/.test(name)).map((name) => name.replaceAll('-', '_'));
  const files = modules.map((name) => [name, join(dirname(entry), 'contrib', `${name}.js`)] as const);
  const found = files.filter(([, file]) => existsSync(file));
  return Object.fromEntries(found.map(([name, file]) => [name, pathToFileURL(file).href]));
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
