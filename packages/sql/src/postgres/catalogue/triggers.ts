import type { JsonObject } from '@setpoint/model';
import { factKey } from '../../catalogue/fact-key.ts';
import { at, isNotMember, isUserSchema } from './fragments.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { flagOf, textOf } from './row.ts';

/** Reads triggers; those of constraints and the clones on partitions are left out. */
export const readTriggers: CatalogueReader = async (session) => (await session.read(triggers)).map(triggerFact);

const triggers = `
SELECT ${at('pg_trigger', 'g.oid')} AS object, n.nspname AS schema, c.relname AS relation, c.relkind = 'v' AS is_on_view,
  g.tgname AS name, pg_get_triggerdef(g.oid) AS definition, g.tgenabled AS enabled, g.tgconstraint <> 0 AS is_constraint,
  quote_ident(g.tgname) AS quoted_name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted_relation
FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT g.tgisinternal AND g.tgparentid = 0
  AND ${isUserSchema('n')} AND ${isNotMember('pg_trigger', 'g.oid')}
ORDER BY n.nspname, c.relname, g.tgname`;

const firing: Readonly<Record<string, string>> = { O: 'origin', D: 'disabled', R: 'replica', A: 'always' };

function triggerFact(row: JsonObject): ReadFact {
  const relation = [textOf(row, 'schema'), textOf(row, 'relation')];
  const name = [...relation, textOf(row, 'name')];
  const definition = textOf(row, 'definition');
  return {
    key: factKey('trigger', name),
    kind: 'trigger',
    name,
    parent: factKey(flagOf(row, 'is_on_view') ? 'view' : 'table', relation),
    payload: {
      definition: definition
        .replace(`TRIGGER ${textOf(row, 'quoted_name')} `, () => 'TRIGGER ')
        .replace(` ON ${textOf(row, 'quoted_relation')} `, () => ' ON '),
      enabled: firing[textOf(row, 'enabled')] ?? 'origin',
    },
    info: { definition, isConstraint: flagOf(row, 'is_constraint') },
    objects: [textOf(row, 'object')],
  };
}
