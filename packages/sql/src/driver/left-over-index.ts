import { quoteLiteral } from '../postgres/quote.ts';
import type { SqlSession } from '../session/session.ts';
import { rowText } from './row-text.ts';

/**
 * Drops what a CREATE INDEX CONCURRENTLY of ours leaves behind when it fails or is ended: an index that is kept up to date and never
 * used. Other statements leave nothing, and an index that is valid is not touched.
 */
export async function dropLeftOverIndex(session: SqlSession, text: string): Promise<void> {
  const [, index, table] = building.exec(text) ?? [];
  if (session.server.product !== 'postgres' || index === undefined || table === undefined) return;
  const [row] = await session.read(`
SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE NOT i.indisvalid AND i.indrelid = pg_catalog.to_regclass(${quoteLiteral(table)})
  AND pg_catalog.quote_ident(c.relname) = ${quoteLiteral(index)}`);
  if (row !== undefined) await session.run(`DROP INDEX CONCURRENTLY ${rowText(row, 'name')}`);
}

const identifier = '(?:"(?:[^"]|"")+"|[^\\s".(]+)';

/** Statements of plans are written in one way only. */
const building = new RegExp(
  `^CREATE (?:UNIQUE )?INDEX CONCURRENTLY (${identifier}) ON (?:ONLY )?(${identifier}(?:\\.${identifier})?)`,
);
