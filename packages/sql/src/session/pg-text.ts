import type { ServerIdentity } from './session.ts';

/** What stands before a SELECT whose rows are made JSON by the server. */
export const rowsQueryPrefix = "SELECT coalesce(pg_catalog.json_agg(pg_catalog.row_to_json(q)), '[]')::text FROM (\n";

/** A SELECT as one text: a JSON array with an object for each row. The line break ends a comment at the end of the text. */
export function rowsQuery(text: string): string {
  return `${rowsQueryPrefix}${text.replace(/[\s;]+$/, '')}\n) q`;
}

/** SHOW and the like cannot be a part of a SELECT; their rows are text anyway. */
export function readsAsIs(text: string): boolean {
  return /^\s*(show|explain)\s/i.test(text);
}

/** Asks who is there, as one JSON text. */
export const pgIdentityQuery = `SELECT pg_catalog.json_build_object(
  'version', pg_catalog.current_setting('server_version_num')::int,
  'versionText', pg_catalog.current_setting('server_version'),
  'database', pg_catalog.current_database(),
  'user', current_user,
  'pid', pg_catalog.pg_backend_pid())::text`;

/** The answer to `pgIdentityQuery`. */
export function parsePgIdentity(text: string): ServerIdentity & { readonly pid: number } {
  return { product: 'postgres', ...JSON.parse(text) };
}
