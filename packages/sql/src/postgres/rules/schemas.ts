import type { KindRule } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';

/** Schemas: made, dropped when nothing is left in them, renamed. */
export const schemaRule: KindRule = {
  noun: 'schema',
  weight: 10,
  create: (fact) => ({ statements: [statement(`CREATE SCHEMA ${quoteName(fact.name)}`)], absorbs: [] }),
  drop: (fact) => [statement(`DROP SCHEMA ${quoteName(fact.name)}`)],
  alter: () => ({ kind: 'statements', statements: [] }),
  rename: (before, after) => [
    statement(`ALTER SCHEMA ${quoteName(before.name)} RENAME TO ${quoteName(after.name)}`, {
      hazards: [
        hazard('DB302', before.key, `Clients that use the schema as ${quoteName(before.name)} no longer find it.`),
      ],
    }),
  ],
};
