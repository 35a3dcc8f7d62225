import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull, textsOf } from './row.ts';

/** Reads the policies of row-level security; that it is on is a matter of the table. */
export const readPolicies: CatalogueReader = async (session) => (await session.read(policies)).map(policyFact);

const policies = `
SELECT ${at('pg_policy', 'p.oid')} AS object, n.nspname AS schema, c.relname AS table, p.polname AS name,
  p.polcmd AS command, p.polpermissive AS is_permissive,
  (SELECT json_agg(CASE WHEN r.role = 0 THEN 'public' ELSE pg_get_userbyid(r.role) END)
    FROM unnest(p.polroles) r (role)) AS roles,
  pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname, p.polname`;

const commands: Readonly<Record<string, string>> = {
  r: 'SELECT',
  a: 'INSERT',
  w: 'UPDATE',
  d: 'DELETE',
  '*': 'ALL',
};

function policyFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'table'), textOf(row, 'name')];
  return {
    key: factKey('policy', name),
    kind: 'policy',
    name,
    parent: factKey('table', name.slice(0, 2)),
    payload: {
      command: commands[textOf(row, 'command')] ?? 'ALL',
      isPermissive: flagOf(row, 'is_permissive'),
      roles: textsOf(row, 'roles').toSorted(),
      using: textOrNull(row, 'using'),
      check: textOrNull(row, 'check'),
    },
    objects: [textOf(row, 'object')],
  };
}
