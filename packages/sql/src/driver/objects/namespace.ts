import type { Query } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { found, type ObjectKind, queryText } from './object-kind.ts';

/** Asks whether a database of PostgreSQL has a schema; found with an empty value, or absent. */
export type NamespaceQuery = Query & { readonly kind: 'namespace'; readonly database: string; readonly name: string };

export function namespaceQuery(database: string, name: string): NamespaceQuery {
  return { kind: 'namespace', database, name };
}

/** Answers `NamespaceQuery`. */
export const namespaceKind: ObjectKind = {
  kind: 'namespace',
  read: async (query, { open }) => {
    const session = await open(queryText(query, 'database'));
    if (session.server.product !== 'postgres') return { status: 'absent' };
    const name = dialectOf('postgres').text(queryText(query, 'name'));
    const rows = await session.read(`SELECT 1 AS one FROM pg_catalog.pg_namespace WHERE nspname = ${name}`);
    return rows.length === 0 ? { status: 'absent' } : found({});
  },
};
