import type { JsonObject } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import type { SqlSession } from '../../session/session.ts';
import type { GrantObject, GrantsQuery, GrantTarget, HeldPrivilege, TargetKind } from './grants.ts';
import { flagOf, textOf, textsOf } from './object-kind.ts';

const { text, name: quoted } = dialectOf('postgres');

/** Reads what a role was granted on an object or a set of them; undefined when there is no such object or schema. */
export async function readPostgresGrants(
  session: SqlSession,
  query: GrantsQuery,
): Promise<readonly GrantObject[] | undefined> {
  const { target, defaultsOf } = query;
  const objects = defaultsOf === null ? objectsText(target) : defaultsText(target, defaultsOf);
  if (objects === undefined) return undefined;
  const rows = await session.read(heldText(objects, query));
  const isSet = target.kind.endsWith('_in');
  if (rows.length === 0 && !(isSet && defaultsOf === null && (await hasSchema(session, target.schema ?? '')))) {
    return undefined;
  }
  return rows.map(objectOf);
}

/** `objects` gives label, statement text, column, ACL, owner and the kind of `acldefault`. */
function heldText(objects: string, { role }: GrantsQuery): string {
  const grantee = role === 'public' ? '0' : `(SELECT oid FROM pg_catalog.pg_roles WHERE rolname = ${text(role)})`;
  return `SELECT o.label, o.word, o.col,
  (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('privilege', p.privilege_type, 'grantable', p.grantable) ORDER BY p.privilege_type)
    FROM (SELECT a.privilege_type, pg_catalog.bool_or(a.is_grantable) AS grantable FROM pg_catalog.aclexplode(o.acl) a
      WHERE a.grantee = ${grantee} GROUP BY a.privilege_type) p) AS held,
  (SELECT pg_catalog.json_agg(DISTINCT a.privilege_type) FROM pg_catalog.aclexplode(pg_catalog.acldefault(o.kind, o.owner)) a
    WHERE a.grantee = o.owner) AS every
FROM (${objects}) o ORDER BY o.label, o.col`;
}

function objectOf(row: JsonObject): GrantObject {
  const held = row['held'];
  const column = textOf(row, 'col');
  return {
    text: textOf(row, 'word') ?? '',
    label: textOf(row, 'label') ?? '',
    column,
    held: Array.isArray(held)
      ? held.map(
          (each: JsonObject): HeldPrivilege => ({
            privilege: textOf(each, 'privilege') ?? '',
            grantable: flagOf(each, 'grantable'),
          }),
        )
      : [],
    all: column === null ? textsOf(row, 'every') : columnPrivileges,
  };
}

/** `acldefault` knows none for columns, because nobody has any from the beginning. */
export const columnPrivileges: readonly string[] = ['INSERT', 'REFERENCES', 'SELECT', 'UPDATE'];

async function hasSchema(session: SqlSession, schema: string): Promise<boolean> {
  const rows = await session.read(`SELECT 1 AS one FROM pg_catalog.pg_namespace WHERE nspname = ${text(schema)}`);
  return rows.length > 0;
}

/** Where a kind of object without a schema is read: catalogue, name, ACL, owner, kind of `acldefault`, and word in statements. */
const plainKinds: Readonly<Partial<Record<TargetKind, readonly [string, string, string, string, string, string]>>> = {
  database: ['pg_database', 'datname', 'datacl', 'datdba', 'd', 'DATABASE'],
  schema: ['pg_namespace', 'nspname', 'nspacl', 'nspowner', 'n', 'SCHEMA'],
  language: ['pg_language', 'lanname', 'lanacl', 'lanowner', 'l', 'LANGUAGE'],
  tablespace: ['pg_tablespace', 'spcname', 'spcacl', 'spcowner', 't', 'TABLESPACE'],
  foreign_server: ['pg_foreign_server', 'srvname', 'srvacl', 'srvowner', 'S', 'FOREIGN SERVER'],
  foreign_data_wrapper: ['pg_foreign_data_wrapper', 'fdwname', 'fdwacl', 'fdwowner', 'F', 'FOREIGN DATA WRAPPER'],
};

function objectsText(target: GrantTarget): string | undefined {
  const plain = plainKinds[target.kind];
  if (plain !== undefined) {
    const [catalogue, name, acl, owner, kind, word] = plain;
    return `SELECT ${name} AS label, pg_catalog.format('${word} %I', ${name}) AS word, NULL::text AS col,
      ${effective(acl, kind, owner)} AS acl, '${kind}'::"char" AS kind, ${owner} AS owner
    FROM pg_catalog.${catalogue} WHERE ${name} = ${text(target.name)}`;
  }
  switch (target.kind) {
    case 'table':
    case 'tables_in':
      return target.columns === null ? relationsText(target, 'r', "'r','p','v','m','f'") : columnsText(target);
    case 'sequence':
    case 'sequences_in':
      return relationsText(target, 's', "'S'");
    case 'function':
    case 'procedure':
    case 'functions_in':
      return routinesText(target);
    case 'type':
      return typesText(target);
    default:
      return undefined;
  }
}

/** No ACL means that of `acldefault`. */
function effective(acl: string, kind: string, owner: string): string {
  return `coalesce(${acl}, pg_catalog.acldefault('${kind}', ${owner}))`;
}

function relationsText(target: GrantTarget, kind: 'r' | 's', relkinds: string): string {
  const word = kind === 'r' ? 'TABLE' : 'SEQUENCE';
  return `SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS label, pg_catalog.format('${word} %I.%I', n.nspname, c.relname) AS word,
      NULL::text AS col, ${effective('c.relacl', kind, 'c.relowner')} AS acl, '${kind}'::"char" AS kind, c.relowner AS owner
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN (${relkinds}) AND ${inTarget(target, 'c.relname')}`;
}

function inTarget({ kind, schema, name }: GrantTarget, column: string): string {
  const inSchema = `n.nspname = ${text(schema ?? 'public')}`;
  return kind.endsWith('_in') ? inSchema : `${inSchema} AND ${column} = ${text(name)}`;
}

function columnsText(target: GrantTarget): string {
  const columns = (target.columns ?? []).map((column) => text(column)).join(', ');
  return `SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS label, pg_catalog.format('TABLE %I.%I', n.nspname, c.relname) AS word,
      a.attname AS col, ${effective('a.attacl', 'c', 'c.relowner')} AS acl, 'c'::"char" AS kind, c.relowner AS owner
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE ${inTarget(target, 'c.relname')} AND a.attname IN (${columns})`;
}

/** Without arguments, all routines of the name. */
function routinesText(target: GrantTarget): string {
  const { schema, name, arguments: types } = target;
  const signature = `${quoted(schema ?? 'public')}.${quoted(name)}(${types ?? ''})`;
  const one = types === null ? '' : ` AND p.oid = pg_catalog.to_regprocedure(${text(signature)})`;
  const signatureText = `pg_catalog.format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid))`;
  return `SELECT ${signatureText} AS label, 'ROUTINE ' || ${signatureText} AS word, NULL::text AS col,
      ${effective('p.proacl', 'f', 'p.proowner')} AS acl, 'f'::"char" AS kind, p.proowner AS owner
    FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
    WHERE ${inTarget(target, 'p.proname')}${one}`;
}

function typesText(target: GrantTarget): string {
  return `SELECT pg_catalog.format('%I.%I', n.nspname, t.typname) AS label, pg_catalog.format('TYPE %I.%I', n.nspname, t.typname) AS word,
      NULL::text AS col, ${effective('t.typacl', 'T', 't.typowner')} AS acl, 'T'::"char" AS kind, t.typowner AS owner
    FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
    WHERE ${inTarget(target, 't.typname')}`;
}

/** The kinds of default privileges: letter in the catalogue, letter of `acldefault`, word in statements. */
const defaultKinds: Readonly<Partial<Record<TargetKind, readonly [string, string, string]>>> = {
  tables_in: ['r', 'r', 'TABLES'],
  sequences_in: ['S', 's', 'SEQUENCES'],
  functions_in: ['f', 'f', 'ROUTINES'],
  types_in: ['T', 'T', 'TYPES'],
};

/**
 * Privileges of one schema come on top of those of all schemas, which are those of `acldefault` until somebody changes them; that of
 * columns is empty.
 */
function defaultsText({ kind, schema }: GrantTarget, owner: string): string | undefined {
  const letters = defaultKinds[kind];
  if (letters === undefined) return undefined;
  const [letter, aclLetter, word] = letters;
  const isEverywhere = schema === '*';
  const role = owner === '' ? 'current_user' : text(owner);
  const unchanged = `pg_catalog.acldefault('${isEverywhere ? aclLetter : 'c'}', r.oid)`;
  const inSchema = isEverywhere ? '' : ' || n.inschema';
  return `SELECT '${word.toLowerCase()} of ' || r.rolname AS label,
      pg_catalog.format('FOR ROLE %I', r.rolname)${inSchema} || ' ${word}' AS word,
      NULL::text AS col, coalesce(d.defaclacl, ${unchanged}) AS acl, '${aclLetter}'::"char" AS kind, r.oid AS owner
    FROM pg_catalog.pg_roles r CROSS JOIN (${isEverywhere ? "SELECT 0::oid AS oid, '' AS inschema" : schemaText(schema ?? '')}) n
      LEFT JOIN pg_catalog.pg_default_acl d ON d.defaclrole = r.oid AND d.defaclnamespace = n.oid AND d.defaclobjtype = '${letter}'
    WHERE r.rolname = ${role}`;
}

function schemaText(schema: string): string {
  return `SELECT oid, pg_catalog.format(' IN SCHEMA %I', nspname) AS inschema FROM pg_catalog.pg_namespace WHERE nspname = ${text(schema)}`;
}
