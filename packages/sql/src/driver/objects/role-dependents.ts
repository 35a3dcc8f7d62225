import type { Query } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { accountOf } from '../../mysql/account.ts';
import { found, type ObjectKind, queryText, textOf } from './object-kind.ts';

/** Asks what keeps a role from being dropped; never absent. */
export type RoleDependentsQuery = Query & { readonly kind: 'role-dependents'; readonly name: string };

/** The answer: `4 objects in app`, one line per database. */
export type RoleDependents = { readonly lines: readonly string[] };

export function roleDependentsQuery(name: string): RoleDependentsQuery {
  return { kind: 'role-dependents', name };
}

/**
 * Answers `RoleDependentsQuery`: what the role owns, what it was granted and which policies name it; on MySQL and MariaDB the
 * views and programs that run in the account's name.
 */
export const roleDependentsKind: ObjectKind = {
  kind: 'role-dependents',
  read: async (query, { open }) => {
    const session = await open('');
    const name = queryText(query, 'name');
    const { product } = session.server;
    const rows = await session.read(product === 'postgres' ? postgresText(name) : mysqlText(name, product));
    return found({ lines: rows.map((row) => textOf(row, 'line') ?? '') });
  },
};

/** Memberships go with the role, so they are no reason to keep it. */
function postgresText(name: string): string {
  return `SELECT pg_catalog.count(*) || CASE WHEN pg_catalog.count(*) = 1 THEN ' object' ELSE ' objects' END
    || CASE WHEN s.dbid = 0 THEN ' of the server' ELSE ' in ' || d.datname END AS line
FROM pg_catalog.pg_shdepend s LEFT JOIN pg_catalog.pg_database d ON d.oid = s.dbid
WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
  AND s.refobjid = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = ${dialectOf('postgres').text(name)})
  AND s.classid <> 'pg_catalog.pg_auth_members'::pg_catalog.regclass
GROUP BY s.dbid, d.datname ORDER BY d.datname`;
}

function mysqlText(name: string, product: 'mysql' | 'mariadb'): string {
  const { user, host } = accountOf(name);
  const definer = dialectOf(product).text(`${user}@${host ?? ''}`);
  const parts = [
    ['VIEWS', 'TABLE_SCHEMA', 'view'],
    ['ROUTINES', 'ROUTINE_SCHEMA', 'routine'],
    ['TRIGGERS', 'TRIGGER_SCHEMA', 'trigger'],
    ['EVENTS', 'EVENT_SCHEMA', 'event'],
  ].map(
    ([table, schema, noun]) =>
      `SELECT ${schema} AS db, count(*) AS n, '${noun}' AS noun FROM information_schema.${table} WHERE DEFINER = ${definer} GROUP BY ${schema}`,
  );
  return `SELECT CONCAT(n, ' ', noun, CASE WHEN n = 1 THEN '' ELSE 's' END, ' in ', db) AS line FROM (${parts.join(' UNION ALL ')}) p ORDER BY db, noun`;
}
