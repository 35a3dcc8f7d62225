import type { SqlStatement } from '../declaration/split/split.ts';
import { rowText } from '../driver/row-text.ts';
import { quoteIdentifier, quoteLiteral } from '../postgres/quote.ts';
import type { SqlFailure } from '../session/session.ts';
import { type Failure, failureOf } from './failure.ts';
import { type FramedLoad, savepoint, transaction } from './frame.ts';
import { isWithheld } from './handovers.ts';
import type { Loader } from './loader.ts';
import { checkBodies } from './postgres-bodies.ts';
import { findRows, tablesBefore } from './postgres-rows.ts';
import type { Scratch } from './scratch.ts';
import { headOf, headOffset } from './statement-head.ts';

/** Feeds PostgreSQL: many statements in one transaction, halved until the one that fails stands alone. */
export function postgresLoader(place: Scratch): Loader {
  const { session: scratch, isTransaction } = place;
  const frame = isTransaction ? savepoint : transaction;
  let base = '';
  let entered = '';
  let implied: readonly string[] = [];
  let before: ReadonlySet<string> = new Set();
  return {
    prepare: async (statements, { session, owned }) => {
      const [row] = await session.read("SELECT pg_catalog.current_setting('search_path') AS path");
      const path = quoteLiteral(rowText(row, 'path'));
      base = `RESET ALL; ${loadSettings}; SELECT pg_catalog.set_config('search_path', ${path}, false)`;
      const made = new Set(statements.map((statement) => madeSchema(statement)));
      implied = owned.filter((name) => name !== 'public' && !made.has(name));
      await scratch.run([base, ...implied.map((name) => `CREATE SCHEMA ${quoteIdentifier(name)}`)].join('; '));
      before = await tablesBefore(place);
    },
    enter: async (settings) => {
      const wanted = settings.join('; ');
      if (wanted !== entered) await scratch.run(wanted === '' ? base : `${base}; ${wanted}`);
      entered = wanted;
    },
    load: (statements) => loadHalving(statements, { scratch, frame }),
    isForgiven,
    isWithheld,
    check: async (statements) => {
      await scratch.run([base, ...implied.map(dropUnused)].join('; '));
      return [...(await checkBodies(statements, { scratch, frame })), ...(await findRows(scratch, statements, before))];
    },
  };
}

/** Bodies may use what is loaded after them. Nothing of a scratch database has to survive a crash. */
const loadSettings = [
  'SET check_function_bodies = off',
  'SET synchronous_commit = off',
  'SET jit = off',
  'SET client_min_messages = error',
  "SET lock_timeout = '10s'",
].join('; ');

/** A schema that is owned, that nothing was put in and that no statement makes is not declared. */
function dropUnused(name: string): string {
  const schema = quoteIdentifier(name);
  return `DO ${quoteLiteral(`BEGIN
  IF (SELECT nspacl IS NULL FROM pg_catalog.pg_namespace WHERE nspname = ${quoteLiteral(name)}) THEN EXECUTE ${quoteLiteral(`DROP SCHEMA ${schema}`)}; END IF;
EXCEPTION WHEN dependent_objects_still_exist OR undefined_object OR invalid_schema_name THEN NULL; END`)}`;
}

/** The schema that a statement makes; names that are not quoted are folded as the server does it. */
function madeSchema(statement: SqlStatement): string | undefined {
  const text = statement.text.slice(headOffset(statement.text));
  const [, quoted, plain] =
    /^CREATE\s+SCHEMA\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:"((?:[^"]|"")+)"|([^\s";]+))/i.exec(text) ?? [];
  return quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
}

async function loadHalving(statements: readonly SqlStatement[], load: FramedLoad): Promise<readonly Failure[]> {
  const [first] = statements;
  if (first === undefined) return [];
  const failure = await failureOf(() => runTogether(statements, load));
  if (failure === undefined) return [];
  if (statements.length > 1 || load.frame === savepoint) await load.scratch.run(load.frame.rollback);
  if (statements.length === 1) return [{ statement: first, failure }];
  const middle = statements.length >> 1;
  const left = await loadHalving(statements.slice(0, middle), load);
  return [...left, ...(await loadHalving(statements.slice(middle), load))];
}

/** One alone is its own transaction: some statements can be used only when they are committed, or run in none. */
async function runTogether(statements: readonly SqlStatement[], { scratch, frame }: FramedLoad): Promise<void> {
  const texts = statements.map(plainText);
  const isAlone = texts.length === 1 && frame === transaction;
  if (isAlone) await scratch.run(texts[0] ?? '', { timeoutMs });
  else if (frame === transaction) await scratch.run([frame.begin, ...texts, frame.commit].join('\n;'), { timeoutMs });
  else await runInSavepoint(texts, { scratch, frame });
}

const timeoutMs = 300_000;

/** The server's position of an error counts from the first character sent, and one alone is told where it is wrong. */
async function runInSavepoint(texts: readonly string[], { scratch, frame }: FramedLoad): Promise<void> {
  await scratch.run(frame.begin);
  await scratch.run(texts.join('\n;'), { timeoutMs });
  await scratch.run(frame.commit);
}

/** An empty table needs no care for those who use it; blanks keep the offsets in the text. */
function plainText({ text }: SqlStatement): string {
  const start = headOffset(text);
  const head = text
    .slice(start)
    .replace(concurrently, (_, before: string, word: string) => before + ' '.repeat(word.length));
  return text.slice(0, start) + head;
}

const concurrently = /^((?:CREATE\s+(?:UNIQUE\s+)?|DROP\s+)INDEX\s+)(CONCURRENTLY)\b/i;

/** The comment that dumps put on extensions that belong to the superuser does not matter. */
function isForgiven(statement: SqlStatement, { sqlState }: SqlFailure): boolean {
  const head = headOf(statement);
  // Extensions belong to the whole database: where others are at work in it, they may be there already.
  if (sqlState === '42710' && head.startsWith('CREATE EXTENSION ')) return true;
  return sqlState === '42501' && head.startsWith('COMMENT ON EXTENSION ');
}
