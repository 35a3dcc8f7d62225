import type { Fact } from '../../catalogue/fact.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf } from '../catalogue/row.ts';
import { quoteIdentifier } from '../quote.ts';
import { buildConcurrently } from './build-index.ts';
import { optionList } from './options.ts';
import { tableOf } from './place.ts';

/** True when the index of a primary key or unique constraint can be built first, while the table is in use. */
export function canBuildAside(fact: Fact, context: RuleContext): boolean {
  if (context.online.indexes !== 'concurrently') return false;
  const table = context.wanted(tableOf(fact))?.payload;
  return table?.['partitionKey'] === null && !textOf(fact.payload, 'definition').includes(' WITHOUT OVERLAPS');
}

/** Builds the index that a primary key or unique constraint will stand on, under a name in the table's schema. */
export function buildKeyIndex(fact: Fact, name: string): Statement {
  const { payload } = fact;
  const options = optionList(payload['options']);
  const definition = [
    keyText(textOf(payload, 'definition')),
    ...(options === '' ? [] : [`WITH (${options})`]),
    ...(payload['tablespace'] === null ? [] : [`TABLESPACE ${quoteIdentifier(textOf(payload, 'tablespace'))}`]),
  ].join(' ');
  return buildConcurrently({
    object: fact.key,
    index: [fact.name[0] ?? '', name],
    relation: fact.name.slice(0, 2),
    table: tableOf(fact),
    isUnique: true,
    definition,
  });
}

/** `UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b)` as an index spells it: `(a) INCLUDE (b) NULLS NOT DISTINCT`. */
function keyText(definition: string): string {
  const plain = definition.replace(/^(PRIMARY KEY|UNIQUE( NULLS NOT DISTINCT)?) /, '');
  return definition.startsWith('UNIQUE NULLS NOT DISTINCT ') ? `${plain} NULLS NOT DISTINCT` : plain;
}
