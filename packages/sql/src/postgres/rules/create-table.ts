import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { Creation } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { columnDefinition, columnSettings } from './column-definition.ts';
import { constraintClause } from './constraint-clause.ts';
import { partsOfKey } from './key-parts.ts';
import { optionList } from './options.ts';
import { statement } from './statements.ts';

/** Makes a table with the columns, defaults and constraints that can be made with it. Foreign keys to other tables come later. */
export function createTable(table: Fact, offered: readonly Fact[]): Creation {
  const columns = offered.filter(({ kind, parent }) => kind === 'column' && parent === table.key);
  const defaults = new Map(
    offered.filter(({ kind }) => kind === 'default').map((fact) => [fact.parent ?? '', fact] as const),
  );
  const constraints = offered.filter((fact) => fact.parent === table.key && fitsInside(fact, table));
  const elements = [
    ...columns.map((column) => elementOf(column, defaults.get(column.key), table)),
    ...constraints.map((fact) => `CONSTRAINT ${quoteIdentifier(fact.name.at(-1) ?? '')} ${constraintClause(fact)}`),
  ].filter((element) => element !== '');
  const absorbed = [...columns, ...columns.flatMap(({ key }) => defaults.get(key) ?? []), ...constraints];
  return {
    statements: [statement(tableText(table, elements)), ...columns.flatMap(columnSettings), ...tableSettings(table)],
    absorbs: absorbed.map(({ key }) => key),
  };
}

function fitsInside(fact: Fact, table: Fact): boolean {
  if (fact.kind !== 'constraint') return false;
  const { payload, info } = fact;
  if (payload['validated'] !== true || payload['clustered'] === true || payload['replicaIdentity'] === true)
    return false;
  return payload['type'] !== 'foreign key' || info?.['referenced'] === table.key;
}

/** A typed table has its columns from its type; only what it adds to them is said. */
function elementOf(column: Fact, fallback: Fact | undefined, table: Fact): string {
  if (table.payload['ofType'] === null) return columnDefinition(column, fallback);
  const additions = [
    ...(fallback === undefined ? [] : [`DEFAULT ${textOf(fallback.payload, 'expression')}`]),
    ...(column.payload['notNull'] === true ? ['NOT NULL'] : []),
  ];
  return additions.length === 0
    ? ''
    : `${quoteIdentifier(column.name.at(-1) ?? '')} WITH OPTIONS ${additions.join(' ')}`;
}

function tableText(table: Fact, elements: readonly string[]): string {
  const { payload } = table;
  const options = [optionList(payload['options']), optionList(payload['toastOptions'], 'toast.')].filter(
    (list) => list !== '',
  );
  const inherits = Array.isArray(payload['inherits']) ? payload['inherits'].map(String) : [];
  return [
    `CREATE ${payload['persistence'] === 'unlogged' ? 'UNLOGGED TABLE' : 'TABLE'} ${quoteName(table.name)}`,
    ...shapeClauses(table, elements),
    ...(inherits.length === 0 ? [] : [`INHERITS (${inherits.map(relationOf).join(', ')})`]),
    ...(payload['partitionKey'] === null ? [] : [`PARTITION BY ${textOf(payload, 'partitionKey')}`]),
    ...(payload['accessMethod'] === null ? [] : [`USING ${quoteIdentifier(textOf(payload, 'accessMethod'))}`]),
    ...(options.length === 0 ? [] : [`WITH (${options.join(', ')})`]),
    ...(payload['tablespace'] === null ? [] : [`TABLESPACE ${quoteIdentifier(textOf(payload, 'tablespace'))}`]),
  ].join(' ');
}

function shapeClauses({ payload }: Fact, elements: readonly string[]): readonly string[] {
  const list = elements.length === 0 ? '' : `(\n${elements.map((element) => `  ${element}`).join(',\n')}\n)`;
  const optionalList = list === '' ? [] : [list];
  const { partitionOf, ofType } = payload;
  if (typeof partitionOf === 'string') {
    return [`PARTITION OF ${relationOf(partitionOf)}`, ...optionalList, textOf(payload, 'bound')];
  }
  if (typeof ofType === 'string') return [`OF ${ofType}`, ...optionalList];
  return [list === '' ? '()' : list];
}

/** A table's key is its quoted name; what a key word would need is added here. */
function relationOf(key: FactKey): string {
  return quoteName(partsOfKey(key));
}

function tableSettings(table: Fact): readonly Statement[] {
  const { payload } = table;
  const head = `ALTER TABLE ${quoteName(table.name)}`;
  return [
    ...(payload['rowSecurity'] === true ? [statement(`${head} ENABLE ROW LEVEL SECURITY`)] : []),
    ...(payload['forceRowSecurity'] === true ? [statement(`${head} FORCE ROW LEVEL SECURITY`)] : []),
    ...(payload['replicaIdentity'] === 'full' ? [statement(`${head} REPLICA IDENTITY FULL`)] : []),
    ...(payload['replicaIdentity'] === 'nothing' ? [statement(`${head} REPLICA IDENTITY NOTHING`)] : []),
  ];
}
