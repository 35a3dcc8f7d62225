import type { JsonObject } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { readStored, type StoredPassword } from '../../passwords/stored.ts';
import type { SqlSession } from '../../session/session.ts';
import { flagOf, numberOf, textOf, textsOf } from './object-kind.ts';
import type { Membership, PostgresRole } from './role.ts';

/** Reads a role of PostgreSQL; undefined when there is none. */
export async function readPostgresRole(session: SqlSession, name: string): Promise<PostgresRole | undefined> {
  const [row] = await session.read(roleText(name));
  if (row === undefined) return undefined;
  return {
    product: 'postgres',
    login: flagOf(row, 'rolcanlogin'),
    superuser: flagOf(row, 'rolsuper'),
    createdb: flagOf(row, 'rolcreatedb'),
    createrole: flagOf(row, 'rolcreaterole'),
    replication: flagOf(row, 'rolreplication'),
    bypassrls: flagOf(row, 'rolbypassrls'),
    inherit: flagOf(row, 'rolinherit'),
    connectionLimit: numberOf(row, 'rolconnlimit'),
    validUntil: textOf(row, 'valid_until'),
    comment: textOf(row, 'comment'),
    settings: textsOf(row, 'settings'),
    memberOf: membershipsOf(row),
    password: flagOf(row, 'may_read') ? await readPassword(session, name) : null,
  };
}

function roleText(name: string): string {
  return `SELECT r.rolcanlogin, r.rolsuper, r.rolcreatedb, r.rolcreaterole, r.rolreplication, r.rolbypassrls,
  r.rolinherit, r.rolconnlimit,
  CASE WHEN r.rolvaliduntil = 'infinity' THEN 'infinity'
    ELSE pg_catalog.to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') END AS valid_until,
  pg_catalog.shobj_description(r.oid, 'pg_authid') AS comment,
  (SELECT pg_catalog.to_json(setconfig) FROM pg_catalog.pg_db_role_setting WHERE setrole = r.oid AND setdatabase = 0) AS settings,
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('role', g.rolname, 'admin', m.admin) ORDER BY g.rolname)
    FROM (SELECT roleid, pg_catalog.bool_or(admin_option) AS admin FROM pg_catalog.pg_auth_members WHERE member = r.oid GROUP BY roleid) m
    JOIN pg_catalog.pg_roles g ON g.oid = m.roleid) AS member_of,
  pg_catalog.has_table_privilege('pg_catalog.pg_authid', 'SELECT') AS may_read
FROM pg_catalog.pg_roles r WHERE r.rolname = ${dialectOf('postgres').text(name)}`;
}

async function readPassword(session: SqlSession, name: string): Promise<StoredPassword> {
  const [row = {}] = await session.read(
    `SELECT rolpassword AS stored FROM pg_catalog.pg_authid WHERE rolname = ${dialectOf('postgres').text(name)}`,
  );
  return readStored(textOf(row, 'stored') ?? '');
}

function membershipsOf(row: JsonObject): readonly Membership[] {
  const list = row['member_of'];
  if (!Array.isArray(list)) return [];
  return list.map((each: JsonObject) => ({ role: textOf(each, 'role') ?? '', admin: flagOf(each, 'admin') }));
}
