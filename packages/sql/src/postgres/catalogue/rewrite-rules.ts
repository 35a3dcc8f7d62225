import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf } from './row.ts';

/** Reads rewrite rules but for those that make views views. */
export const readRewriteRules: CatalogueReader = async (session) => (await session.read(rules)).map(ruleFact);

const rules = `
SELECT ${at('pg_rewrite', 'r.oid')} AS object, n.nspname AS schema, c.relname AS relation, c.relkind = 'v' AS is_on_view,
  r.rulename AS name, pg_get_ruledef(r.oid) AS definition, r.ev_enabled AS enabled, quote_ident(r.rulename) AS quoted_name
FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE r.rulename <> '_RETURN' AND ${isUserSchema('n')} AND ${isNotMember('pg_class', 'c.oid')}
ORDER BY n.nspname, c.relname, r.rulename`;

const firing: Readonly<Record<string, string>> = { O: 'origin', D: 'disabled', R: 'replica', A: 'always' };

function ruleFact(row: JsonObject): ReadFact {
  const relation = [textOf(row, 'schema'), textOf(row, 'relation')];
  const name = [...relation, textOf(row, 'name')];
  const definition = textOf(row, 'definition').replace(/;$/, '');
  return {
    key: factKey('rule', name),
    kind: 'rule',
    name,
    parent: factKey(flagOf(row, 'is_on_view') ? 'view' : 'table', relation),
    payload: {
      definition: definition.replace(`RULE ${textOf(row, 'quoted_name')} `, () => 'RULE '),
      enabled: firing[textOf(row, 'enabled')] ?? 'origin',
    },
    info: { definition },
    objects: [textOf(row, 'object')],
  };
}
