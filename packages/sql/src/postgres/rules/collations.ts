import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { KindRule } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteLiteral, quoteName } from '../quote.ts';
import { hazard, statement } from './statements.ts';
import { swapType } from './swap-type.ts';

/** Collations: how texts are ordered, and which of them are equal. */
export const collationRule: KindRule = {
  noun: 'collation',
  weight: 18,
  create: (fact) => ({ statements: [statement(createText(fact))], absorbs: [] }),
  drop: (fact) => [statement(`DROP COLLATION ${quoteName(fact.name)}`)],
  alter: (before, after, context) =>
    swapType({
      before,
      after,
      context,
      noun: 'COLLATION',
      create: [statement(createText(after))],
      convert: (column) => orderAnew(column, after),
    }),
  rename: (before, after) => [
    statement(`ALTER COLLATION ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  occupies: (fact) => [`collation ${quoteName(fact.name)}`],
};

function createText({ name, payload }: Fact): string {
  const text = (label: string, key: string): readonly string[] =>
    payload[key] === null ? [] : [`${label} = ${quoteLiteral(textOf(payload, key))}`];
  const settings = [
    `PROVIDER = ${textOf(payload, 'provider')}`,
    ...text('LOCALE', 'locale'),
    ...text('LC_COLLATE', 'lcCollate'),
    ...text('LC_CTYPE', 'lcCtype'),
    ...(payload['isDeterministic'] === false ? ['DETERMINISTIC = false'] : []),
    ...text('RULES', 'rules'),
  ];
  return `CREATE COLLATION ${quoteName(name)} (${settings.join(', ')})`;
}

/** The values stay as they are; the indexes on them are built anew. */
function orderAnew(column: Fact, after: Fact): Statement {
  const path = column.name.slice(0, 2);
  const table = quoteName(path);
  const type = `${textOf(column.payload, 'type')} COLLATE ${quoteName(after.name)}`;
  return statement(`ALTER TABLE ${table} ALTER COLUMN ${quoteIdentifier(column.name.at(-1) ?? '')} TYPE ${type}`, {
    blocks: 'all',
    table: factKey('table', path),
    scans: 'reads',
    isLong: true,
    hazards: [
      hazard(
        'DB204',
        column.key,
        `All indexes of ${table} on the column are built anew, and nobody can use it meanwhile.`,
      ),
    ],
  });
}
