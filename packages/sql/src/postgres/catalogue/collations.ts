import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf, textOrNull } from './row.ts';

/** Reads collations. The version that the operating system's library had when they were made is not compared. */
export const readCollations: CatalogueReader = async (session) =>
  (await session.read(collations(session.server.version))).map(collationFact);

/** Where the locale of ICU and of the server itself stands differs by version. */
function collations(version: number): string {
  const locale = version >= 170_000 ? 'c.colllocale' : version >= 150_000 ? 'c.colliculocale' : 'NULL::text';
  return `
SELECT ${at('pg_collation', 'c.oid')} AS object, n.nspname AS schema, c.collname AS name, c.collprovider::text AS provider,
  coalesce(${locale}, CASE WHEN c.collprovider <> 'c' THEN c.collcollate END) AS locale,
  CASE WHEN c.collprovider = 'c' THEN c.collcollate END AS lc_collate,
  CASE WHEN c.collprovider = 'c' THEN c.collctype END AS lc_ctype,
  ${version >= 120_000 ? 'c.collisdeterministic' : 'true'} AS is_deterministic,
  ${version >= 160_000 ? 'c.collicurules' : 'NULL::text'} AS rules
FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
WHERE c.collencoding IN (-1, (SELECT d.encoding FROM pg_database d WHERE d.datname = current_database()))
  AND ${isUserSchema('n')} AND ${isNotMember('pg_collation', 'c.oid')}
ORDER BY n.nspname, c.collname`;
}

const providers: Readonly<Record<string, string>> = { c: 'libc', i: 'icu', b: 'builtin' };

function collationFact(row: JsonObject): ReadFact {
  const name = [textOf(row, 'schema'), textOf(row, 'name')];
  const provider = textOf(row, 'provider');
  return {
    key: factKey('collation', name),
    kind: 'collation',
    name,
    parent: factKey('schema', name.slice(0, 1)),
    payload: {
      provider: providers[provider] ?? provider,
      locale: textOrNull(row, 'locale'),
      lcCollate: textOrNull(row, 'lc_collate'),
      lcCtype: textOrNull(row, 'lc_ctype'),
      isDeterministic: flagOf(row, 'is_deterministic'),
      rules: textOrNull(row, 'rules'),
    },
    objects: [textOf(row, 'object')],
  };
}
