import type { JsonObject } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { accountOf } from '../../mysql/account.ts';
import type { SqlSession } from '../../session/session.ts';
import type { GrantObject, GrantsQuery, GrantTarget, HeldPrivilege } from './grants.ts';
import { columnPrivileges } from './grants-postgres.ts';
import { flagOf, textOf } from './object-kind.ts';

type Product = 'mysql' | 'mariadb';

/** Reads what an account or role was granted; undefined when there is no such table or routine, or no such kind of grant. */
export async function readMysqlGrants(
  session: SqlSession,
  { role, target, defaultsOf }: GrantsQuery,
): Promise<readonly GrantObject[] | undefined> {
  const { product } = session.server;
  if (product === 'postgres' || defaultsOf !== null) return undefined;
  const grantee = granteeText(product, role);
  switch (target.kind) {
    case 'server':
      return [await serverObject(session, grantee, product)];
    case 'database':
      return [await databaseObject(session, { grantee, name: target.name, product })];
    case 'table':
      return tableObjects(session, { grantee, target, product });
    case 'function':
    case 'procedure':
      return routineObjects(session, { role, target, product });
    default:
      return undefined;
  }
}

/** Accounts as information_schema writes them. A role of MariaDB has an empty host, one of MySQL any. */
function granteeText(product: Product, role: string): string {
  const { text } = dialectOf(product);
  const { user, host } = accountOf(role);
  return text(`'${user}'@'${host ?? (product === 'mariadb' ? '' : '%')}'`);
}

async function serverObject(session: SqlSession, grantee: string, product: Product): Promise<GrantObject> {
  const held = await session.read(
    `SELECT PRIVILEGE_TYPE AS privilege, IS_GRANTABLE AS grantable FROM information_schema.USER_PRIVILEGES
WHERE GRANTEE = ${grantee} ORDER BY PRIVILEGE_TYPE`,
  );
  const known = await session.read('SHOW PRIVILEGES');
  const all = known.map((row) => (textOf(row, 'Privilege') ?? '').toUpperCase());
  return {
    text: '*.*',
    label: `the whole ${product} server`,
    column: null,
    held: heldOf(held),
    all: withoutOthers(all),
  };
}

/** In the name of a database, `_` and `%` stand for others, unless a backslash stands before them. */
async function databaseObject(
  session: SqlSession,
  { grantee, name, product }: { readonly grantee: string; readonly name: string; readonly product: Product },
): Promise<GrantObject> {
  const { text, name: quoted } = dialectOf(product);
  const exact = (await takesNamesLiterally(session, product)) ? name : name.replaceAll(/[_%]/g, String.raw`\$&`);
  const rows = await session.read(
    `SELECT TABLE_SCHEMA AS spelling, PRIVILEGE_TYPE AS privilege, IS_GRANTABLE AS grantable FROM information_schema.SCHEMA_PRIVILEGES
WHERE GRANTEE = ${grantee} AND TABLE_SCHEMA IN (${text(exact)}, ${text(name)}) ORDER BY PRIVILEGE_TYPE`,
  );
  const exactRows = rows.filter((row) => textOf(row, 'spelling') === exact);
  // What stands under the name as it is can be taken away under that name only.
  const spelling = rows.length > 0 && exactRows.length === 0 ? name : exact;
  const own = rows.filter((row) => textOf(row, 'spelling') === spelling);
  const columns = await session.read(
    "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'db' AND COLUMN_NAME LIKE '%\\_priv'",
  );
  const all = columns.map((row) => privilegeOfColumn(textOf(row, 'name') ?? ''));
  return { text: `${quoted(spelling)}.*`, label: name, column: null, held: heldOf(own), all: withoutOthers(all) };
}

/** MySQL gives up wildcards in names of databases for being able to take privileges away in parts. */
async function takesNamesLiterally(session: SqlSession, product: Product): Promise<boolean> {
  if (product === 'mariadb') return false;
  const [row] = await session.read("SHOW VARIABLES LIKE 'partial_revokes'");
  return row !== undefined && flagOf({ value: textOf(row, 'Value')?.toLowerCase() ?? null }, 'value');
}

function privilegeOfColumn(column: string): string {
  const words = column
    .replace(/_priv$/, '')
    .replaceAll('_', ' ')
    .toUpperCase();
  return words === 'CREATE TMP TABLE' ? 'CREATE TEMPORARY TABLES' : words;
}

type TableQuestion = { readonly grantee: string; readonly target: GrantTarget; readonly product: Product };

async function tableObjects(
  session: SqlSession,
  { grantee, target, product }: TableQuestion,
): Promise<readonly GrantObject[] | undefined> {
  const { text, name: quoted } = dialectOf(product);
  const schema = target.schema ?? session.server.database;
  const place = `TABLE_SCHEMA = ${text(schema)} AND TABLE_NAME = ${text(target.name)}`;
  const there = await session.read(`SELECT 1 AS one FROM information_schema.TABLES WHERE ${place}`);
  if (there.length === 0) return undefined;
  const object = { text: `${quoted(schema)}.${quoted(target.name)}`, label: `${schema}.${target.name}` };
  if (target.columns === null) {
    const held = await session.read(
      `SELECT PRIVILEGE_TYPE AS privilege, IS_GRANTABLE AS grantable FROM information_schema.TABLE_PRIVILEGES
WHERE GRANTEE = ${grantee} AND ${place} ORDER BY PRIVILEGE_TYPE`,
    );
    const all = (await membersOf(session, 'tables_priv', 'Table_priv')).map(renamedPrivilege);
    return [{ ...object, column: null, held: heldOf(held), all: withoutOthers(all) }];
  }
  const held = await session.read(
    `SELECT COLUMN_NAME AS col, PRIVILEGE_TYPE AS privilege, IS_GRANTABLE AS grantable FROM information_schema.COLUMN_PRIVILEGES
WHERE GRANTEE = ${grantee} AND ${place} ORDER BY PRIVILEGE_TYPE`,
  );
  return target.columns.map((column) => {
    const own = held.filter((row) => textOf(row, 'col')?.toLowerCase() === column.toLowerCase());
    return { ...object, column, held: heldOf(own), all: columnPrivileges };
  });
}

/** The privilege has an older name where it is stored than where it is shown. */
function renamedPrivilege(privilege: string): string {
  return privilege === 'DELETE VERSIONING ROWS' ? 'DELETE HISTORY' : privilege;
}

type RoutineQuestion = { readonly role: string; readonly target: GrantTarget; readonly product: Product };

async function routineObjects(
  session: SqlSession,
  { role, target, product }: RoutineQuestion,
): Promise<readonly GrantObject[] | undefined> {
  const { text, name: quoted } = dialectOf(product);
  const { user, host } = accountOf(role);
  const schema = target.schema ?? session.server.database;
  const type = target.kind.toUpperCase();
  const there = await session.read(
    `SELECT 1 AS one FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = ${text(schema)} AND ROUTINE_NAME = ${text(target.name)} AND ROUTINE_TYPE = '${type}'`,
  );
  if (there.length === 0) return undefined;
  const [row] = await session.read(
    `SELECT Proc_priv AS held FROM mysql.procs_priv WHERE User = ${text(user)} AND Host = ${text(host ?? (product === 'mariadb' ? '' : '%'))}
AND Db = ${text(schema)} AND Routine_name = ${text(target.name)} AND Routine_type = '${type}'`,
  );
  const held = (textOf(row ?? {}, 'held') ?? '').split(',').map((each) => each.toUpperCase());
  return [
    {
      text: `${type} ${quoted(schema)}.${quoted(target.name)}`,
      label: `${schema}.${target.name}`,
      column: null,
      held: withoutOthers(held).map((privilege) => ({ privilege, grantable: held.includes('GRANT') })),
      all: withoutOthers(await membersOf(session, 'procs_priv', 'Proc_priv')),
    },
  ];
}

/** The members of a SET column of the grant tables: every privilege of that level. */
async function membersOf(session: SqlSession, table: string, column: string): Promise<readonly string[]> {
  const [row] = await session.read(
    `SELECT COLUMN_TYPE AS type FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = '${table}' AND COLUMN_NAME = '${column}'`,
  );
  const members = (textOf(row ?? {}, 'type') ?? '').match(/'[^']*'/g) ?? [];
  return members.map((member) => member.slice(1, -1).toUpperCase());
}

function heldOf(rows: readonly JsonObject[]): readonly HeldPrivilege[] {
  return rows
    .map((row) => ({ privilege: (textOf(row, 'privilege') ?? '').toUpperCase(), grantable: flagOf(row, 'grantable') }))
    .filter(({ privilege }) => !others.includes(privilege));
}

/** Words in lists of privileges that are none by themselves, or are given in another way. */
const others: readonly string[] = ['', 'USAGE', 'GRANT', 'GRANT OPTION', 'PROXY'];

function withoutOthers(privileges: readonly string[]): readonly string[] {
  return [...new Set(privileges)].filter((privilege) => !others.includes(privilege)).sort();
}
