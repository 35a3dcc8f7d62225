import type { Fact, FactKey } from '../../catalogue/fact.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { optionChanges } from './options.ts';
import { hazard, statement } from './statements.ts';

/** Where an index stands. */
export type IndexPlace = {
  readonly index: readonly string[];
  readonly relation: readonly string[];
  readonly table: FactKey;
};

/**
 * What is said of an index, a constraint's or one of its own, beside its definition. `before`: undefined when the index was just
 * made with its options and tablespace.
 */
export function indexSettings(before: Fact | undefined, after: Fact, place: IndexPlace): readonly Statement[] {
  const name = quoteName(place.index);
  return [
    ...(before === undefined ? [] : storageSettings(before, after, name)),
    ...clusterSettings(before, after, place),
    ...identitySettings(before, after, place),
  ];
}

function storageSettings(before: Fact, after: Fact, name: string): readonly Statement[] {
  const space = textOrNull(after.payload, 'tablespace');
  return [
    ...optionChanges(before.payload['options'], after.payload['options']).map((clause) =>
      statement(`ALTER INDEX ${name} ${clause}`),
    ),
    ...(before.payload['tablespace'] === space
      ? []
      : [
          statement(`ALTER INDEX ${name} SET TABLESPACE ${quoteIdentifier(space ?? 'pg_default')}`, {
            blocks: 'all',
            isLong: true,
          }),
        ]),
  ];
}

function clusterSettings(before: Fact | undefined, after: Fact, place: IndexPlace): readonly Statement[] {
  const isWanted = after.payload['clustered'] === true;
  if (isWanted === (before?.payload['clustered'] === true)) return [];
  const clause = isWanted ? `CLUSTER ON ${quoteIdentifier(place.index.at(-1) ?? '')}` : 'SET WITHOUT CLUSTER';
  return [statement(`ALTER TABLE ${quoteName(place.relation)} ${clause}`, { blocks: 'ddl', table: place.table })];
}

/** What a table's rows are known by to subscribers is taken back by the table's own statement. */
function identitySettings(before: Fact | undefined, after: Fact, place: IndexPlace): readonly Statement[] {
  if (after.payload['replicaIdentity'] !== true || before?.payload['replicaIdentity'] === true) return [];
  const index = quoteIdentifier(place.index.at(-1) ?? '');
  return [
    statement(`ALTER TABLE ${quoteName(place.relation)} REPLICA IDENTITY USING INDEX ${index}`, {
      blocks: 'all',
      table: place.table,
      hazards: [hazard('DB602', place.table, 'Subscribers find changed rows by another key from now on.')],
    }),
  ];
}
