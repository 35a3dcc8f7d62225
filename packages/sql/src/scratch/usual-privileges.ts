import { rowText } from '../driver/row-text.ts';
import type { SqlSession } from '../session/session.ts';
import { failureOf } from './failure.ts';

/**
 * Takes default privileges that hold for all schemas back, in a transaction: they would be granted on what is loaded, as if they
 * were declared. Those of roles that the account is no member of stay; they are about what these roles make.
 */
export async function takeDefaultPrivilegesBack(session: SqlSession): Promise<void> {
  for (const row of await session.read(entriesQuery)) {
    await session.run('SAVEPOINT setpoint_usual');
    const failure = await failureOf(() => session.run(rowText(row, 'text')));
    await session.run(failure === undefined ? 'RELEASE setpoint_usual' : 'ROLLBACK TO setpoint_usual');
  }
}

/** For each entry all that takes it back: when it says what holds anyway, the server forgets it. */
const entriesQuery = `
SELECT (SELECT pg_catalog.string_agg(s.text, '; ' ORDER BY s.step, s.text) FROM (
    SELECT DISTINCT 1 AS step, pg_catalog.format('%s REVOKE ALL ON %s FROM %s', e.head, e.word, g.grantee) AS text
    FROM (SELECT pg_catalog.aclexplode(d.defaclacl) AS item) a,
      LATERAL (SELECT CASE WHEN (a.item).grantee = 0 THEN 'PUBLIC'
        ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid((a.item).grantee)) END AS grantee) g
    UNION ALL
    SELECT 2, pg_catalog.format('%s GRANT %s ON %s TO %s', e.head, u.privilege_type, e.word,
      CASE WHEN u.grantee = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(u.grantee)) END)
    FROM pg_catalog.aclexplode(pg_catalog.acldefault(e.kind, d.defaclrole)) u) s) AS text
FROM pg_catalog.pg_default_acl d
CROSS JOIN LATERAL (SELECT
  pg_catalog.format('ALTER DEFAULT PRIVILEGES FOR ROLE %I', pg_catalog.pg_get_userbyid(d.defaclrole)) AS head,
  CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
    WHEN 'n' THEN 'SCHEMAS' WHEN 'L' THEN 'LARGE OBJECTS' END AS word,
  CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END::"char" AS kind) e
WHERE d.defaclnamespace = 0 ORDER BY 1`;
