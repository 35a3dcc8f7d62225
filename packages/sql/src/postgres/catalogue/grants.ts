import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { isUserSchema } from './fragments.ts';
import { relationKind, signatureOf, typeKind } from './kind-of.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { textOf, textsOf } from './row.ts';

/**
 * Reads who may do what, as far as it differs from what the server gives without being told: a fact for each grantee whose
 * privileges are others than the default ones, which may be none: PUBLIC has lost EXECUTE on a function. Privileges that may be
 * passed on end in `*`.
 */
export const readGrants: CatalogueReader = async (session) => (await session.read(grants)).map(grantFact);

const onRelations = `
SELECT ${relationKind('c')} AS kind, ARRAY[n.nspname, c.relname] AS name,
  CASE WHEN ic.oid IS NULL THEN ${relationKind('c')} ELSE 'column' END AS parent_kind,
  CASE WHEN ic.oid IS NULL THEN ARRAY[n.nspname, c.relname] ELSE ARRAY[icn.nspname, ic.relname, ia.attname] END AS parent,
  c.relowner AS owner, c.relacl AS acl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS fallback
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_depend i ON c.relkind = 'S' AND i.classid = 'pg_class'::regclass AND i.objid = c.oid AND i.deptype = 'i'
  AND i.refclassid = 'pg_class'::regclass
LEFT JOIN pg_class ic ON ic.oid = i.refobjid LEFT JOIN pg_namespace icn ON icn.oid = ic.relnamespace
LEFT JOIN pg_attribute ia ON ia.attrelid = ic.oid AND ia.attnum = i.refobjsubid
WHERE c.relacl IS NOT NULL AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${isUserSchema('n')}`;

const onColumns = `
SELECT 'column', ARRAY[n.nspname, c.relname, a.attname],
  CASE WHEN a.attislocal AND c.relkind IN ('r', 'p') THEN 'column' ELSE ${relationKind('c')} END,
  CASE WHEN a.attislocal AND c.relkind IN ('r', 'p') THEN ARRAY[n.nspname, c.relname, a.attname] ELSE ARRAY[n.nspname, c.relname] END,
  c.relowner, a.attacl, acldefault('c', c.relowner)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND ${isUserSchema('n')}`;

const onFunctions = `
SELECT 'function', ARRAY[n.nspname, ${signatureOf('p')}], 'function', ARRAY[n.nspname, ${signatureOf('p')}],
  p.proowner, p.proacl, acldefault('f', p.proowner)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proacl IS NOT NULL AND ${isUserSchema('n')}`;

/**
 * What every new database gives away of its public schema is usual for it, and it differs by version. One that was dropped and made
 * again has no record of it.
 */
const onSchemas = `
SELECT 'schema', ARRAY[n.nspname], 'schema', ARRAY[n.nspname], n.nspowner, n.nspacl,
  coalesce(i.initprivs, acldefault('n', n.nspowner) || CASE WHEN n.nspname <> 'public' THEN '{}'::aclitem[]
    WHEN current_setting('server_version_num')::int >= 150000 THEN ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)]
    ELSE ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false), makeaclitem(0, n.nspowner, 'CREATE', false)] END)
FROM pg_namespace n LEFT JOIN pg_init_privs i ON i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid
  AND i.objsubid = 0 AND i.privtype = 'i'
WHERE n.nspacl IS NOT NULL AND ${isUserSchema('n')}`;

const onTypes = `
SELECT ${typeKind('t')}, ARRAY[n.nspname, t.typname], ${typeKind('t')}, ARRAY[n.nspname, t.typname],
  t.typowner, t.typacl, acldefault('T', t.typowner)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typacl IS NOT NULL AND ${isUserSchema('n')}`;

/**
 * Grants of one privilege by several grantors count as one. Where the owner is the grantee its name is left out of the fact: objects
 * of two databases have different owners and mean the same.
 */
const grants = `
SELECT o.kind, o.name, o.parent_kind, o.parent, pg_get_userbyid(o.owner) AS owner, g.grantee = o.owner AS is_owner,
  CASE WHEN g.grantee = 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END AS grantee,
  g.privileges, g.defaults
FROM (${[onRelations, onColumns, onFunctions, onSchemas, onTypes].join('\nUNION ALL\n')}) o
CROSS JOIN LATERAL (
  SELECT e.grantee, ${privilegeList('e.is_set', 'e.is_passed')} AS privileges, ${privilegeList('e.is_default', 'false')} AS defaults
  FROM (SELECT x.grantee, x.privilege_type, bool_or(x.is_set) AS is_set, bool_or(x.is_set AND x.is_grantable) AS is_passed,
      bool_or(NOT x.is_set) AS is_default
    FROM (SELECT true AS is_set, s.* FROM aclexplode(o.acl) s UNION ALL SELECT false, d.* FROM aclexplode(o.fallback) d) x
    GROUP BY x.grantee, x.privilege_type) e
  GROUP BY e.grantee) g
WHERE o.parent_kind IS NOT NULL AND g.privileges IS DISTINCT FROM g.defaults
ORDER BY o.kind, o.name, 7`;

/** Aggregate of privileges as texts, those that may be passed on with a star. */
export function privilegeList(isMeant: string, isPassed: string): string {
  return `array_agg(e.privilege_type || CASE WHEN ${isPassed} THEN '*' ELSE '' END ORDER BY e.privilege_type) FILTER (WHERE ${isMeant})`;
}

/** No role can have a name that begins with `pg_`, so this is nobody else's. */
export const ownerAsGrantee = 'pg_owner';

function grantFact(row: JsonObject): ReadFact {
  const grantee = row['is_owner'] === true ? ownerAsGrantee : textOf(row, 'grantee');
  const name = [textOf(row, 'kind'), ...textsOf(row, 'name'), grantee];
  return {
    key: factKey('grant', name),
    kind: 'grant',
    name,
    parent: factKey(textOf(row, 'parent_kind'), textsOf(row, 'parent')),
    payload: { privileges: textsOf(row, 'privileges') },
    info: { defaults: textsOf(row, 'defaults'), owner: textOf(row, 'owner') },
    objects: [],
  };
}
