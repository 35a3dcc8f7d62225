import type { Fact } from '../../catalogue/fact.ts';
import type { KindRule } from '../../compare/rule.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { statement } from './statements.ts';

/** Range types. The server cannot alter what they are made of. */
export const rangeRule: KindRule = {
  noun: 'range type',
  weight: 28,
  create: (fact, { version }) => ({ statements: [statement(createText(fact, version))], absorbs: [] }),
  drop: (fact) => [statement(`DROP TYPE ${quoteName(fact.name)}`)],
  alter: () => ({ kind: 'rebuild' }),
  rename: (before, after) => [
    statement(`ALTER TYPE ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`),
  ],
  occupies: (fact) => [
    `type ${quoteName(fact.name)}`,
    ...(typeof fact.payload['multirange'] === 'string'
      ? [`type ${quoteName([fact.name[0] ?? '', fact.payload['multirange']])}`]
      : []),
  ],
};

function createText({ name, payload }: Fact, version: number): string {
  const text = (label: string, key: string): readonly string[] =>
    payload[key] === null ? [] : [`${label} = ${textOf(payload, key)}`];
  const multirange =
    version < 140000 || payload['multirange'] === null
      ? []
      : [`MULTIRANGE_TYPE_NAME = ${quoteName([name[0] ?? '', textOf(payload, 'multirange')])}`];
  const settings = [
    `SUBTYPE = ${textOf(payload, 'subtype')}`,
    ...text('SUBTYPE_OPCLASS', 'operatorClass'),
    ...text('COLLATION', 'collation'),
    ...text('CANONICAL', 'canonical'),
    ...text('SUBTYPE_DIFF', 'subtypeDiff'),
    ...multirange,
  ];
  return `CREATE TYPE ${quoteName(name)} AS RANGE (${settings.join(', ')})`;
}
