import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { isUserSchema } from './fragments.ts';
import { privilegeList } from './grants.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull, textsOf } from './row.ts';

/**
 * Reads what roles give away of everything that they will make. The account that asks is nobody in the fact's name: it stands for
 * whoever applies the declaration.
 */
export const readDefaultPrivileges: CatalogueReader = async (session) =>
  (await session.read(defaultPrivileges)).map(defaultPrivilegeFact);

/** Entries of one schema add to what there is; those for all schemas replace what the server gives by itself. */
const defaultPrivileges = `
SELECT CASE WHEN o.role = current_user THEN '' ELSE o.role END AS role, o.schema, o.type,
  CASE WHEN g.grantee = 0 THEN 'public' ELSE pg_get_userbyid(g.grantee) END AS grantee, g.grantee = o.role_id AS is_role,
  g.privileges, g.defaults
FROM (
  SELECT a.defaclrole AS role_id, pg_get_userbyid(a.defaclrole) AS role, n.nspname AS schema, a.defaclobjtype AS type,
    a.defaclacl AS acl, CASE WHEN n.oid IS NULL THEN
      acldefault(CASE a.defaclobjtype WHEN 'S' THEN 's' ELSE a.defaclobjtype END, a.defaclrole) END AS fallback
  FROM pg_default_acl a LEFT JOIN pg_namespace n ON n.oid = a.defaclnamespace
  WHERE n.oid IS NULL OR (${isUserSchema('n')})) o
CROSS JOIN LATERAL (
  SELECT e.grantee, ${privilegeList('e.is_set', 'e.is_passed')} AS privileges, ${privilegeList('e.is_default', 'false')} AS defaults
  FROM (SELECT x.grantee, x.privilege_type, bool_or(x.is_set) AS is_set, bool_or(x.is_set AND x.is_grantable) AS is_passed,
      bool_or(NOT x.is_set) AS is_default
    FROM (SELECT true AS is_set, s.* FROM aclexplode(o.acl) s UNION ALL SELECT false, d.* FROM aclexplode(o.fallback) d) x
    GROUP BY x.grantee, x.privilege_type) e
  GROUP BY e.grantee) g
WHERE g.privileges IS DISTINCT FROM g.defaults
ORDER BY 1, 2, 3, 4`;

const objectTypes: Readonly<Record<string, string>> = {
  r: 'TABLES',
  S: 'SEQUENCES',
  f: 'FUNCTIONS',
  T: 'TYPES',
  n: 'SCHEMAS',
  L: 'LARGE OBJECTS',
};

function defaultPrivilegeFact(row: JsonObject): ReadFact {
  const schema = textOrNull(row, 'schema');
  const type = objectTypes[textOf(row, 'type')] ?? textOf(row, 'type');
  const name = [textOf(row, 'role'), schema ?? '', type, textOf(row, 'grantee')];
  return {
    key: factKey('default-privilege', name),
    kind: 'default-privilege',
    name,
    ...(schema === null ? {} : { parent: factKey('schema', [schema]) }),
    payload: { privileges: textsOf(row, 'privileges') },
    info: { defaults: textsOf(row, 'defaults'), isRole: flagOf(row, 'is_role') },
    objects: [],
  };
}
