import type { Fact } from '../../catalogue/fact.ts';
import type { Creation, RuleContext } from '../../compare/rule.ts';
import { quoteName } from '../quote.ts';
import { asText, textOf } from '../text/members.ts';
import { checkDefinition } from './checks.ts';
import { columnDefinition } from './column-definition.ts';
import { foreignKeyDefinition, tablesReferred } from './foreign-keys.ts';
import { indexDefinition } from './index-definition.ts';
import { partitioningClause } from './partitioning.ts';
import { periodDefinition } from './periods.ts';
import { statement } from './statements.ts';
import { optionClause } from './table-options.ts';

/** Makes a table with all that stands inside of it; foreign keys that wait for other tables are added later. */
export function createTable(table: Fact, context: RuleContext, offered: readonly Fact[]): Creation {
  const taken = offered.filter(({ kind }) => kind in definitions || kind === 'partitioning');
  const elements = Object.entries(definitions).flatMap(([kind, define]) =>
    taken.filter((fact) => fact.kind === kind).map((fact) => `  ${define(fact, context)}`),
  );
  const partitioning = taken.find(({ kind }) => kind === 'partitioning');
  const text = [
    `CREATE TABLE ${quoteName(table.name[0] ?? '')} (\n${elements.join(',\n')}\n) ${tableOptions(table).join(' ')}`,
    ...(partitioning === undefined ? [] : [partitioningClause(partitioning)]),
  ];
  const touches = taken.flatMap(tablesReferred);
  return {
    statements: [statement(text.join('\n'), { table: table.key, touches })],
    absorbs: taken.map(({ key }) => key),
  };
}

/** In the order in which the server tells them. */
const definitions: Readonly<Record<string, (fact: Fact, context: RuleContext) => string>> = {
  column: columnDefinition,
  period: periodDefinition,
  index: indexDefinition,
  constraint: checkDefinition,
  'foreign-key': foreignKeyDefinition,
};

function tableOptions({ payload }: Fact): readonly string[] {
  const { options, comment } = payload;
  const others = typeof options === 'object' && options !== null ? Object.entries(options) : [];
  return [
    `ENGINE=${textOf(payload, 'engine')}`,
    `DEFAULT CHARSET=${textOf(payload, 'charset')} COLLATE=${textOf(payload, 'collation')}`,
    ...others.map(([name, value]) => optionClause(name, asText(value))),
    ...(typeof comment === 'string' ? [`COMMENT=${comment}`] : []),
    ...(payload['versioned'] === true ? ['WITH SYSTEM VERSIONING'] : []),
  ];
}
