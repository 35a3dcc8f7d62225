import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import { type ColumnText, parseColumn } from '../text/column-text.ts';
import { namesIn, sequencesOf, withoutDatabase } from '../text/references.ts';
import type { ServerNotes } from './server-notes.ts';
import type { ParsedTable } from './tables.ts';

/**
 * Facts of a table's columns. Character set and collation are told whether or not they are the table's own; info holds the place
 * (`position`, from 1), the column before it (`after`) and the attributes as they stand.
 */
export function columnFacts(table: ParsedTable, notes: ServerNotes): readonly Fact[] {
  const names = table.text.columns.map(({ name }) => name);
  return table.text.columns.map(({ name, text }, index) => {
    const column = parseColumn(withoutDatabase(text, notes.database));
    const after = names[index - 1];
    return {
      key: factKey('column', [table.name, name]),
      kind: 'column',
      name: [table.name, name],
      parent: table.key,
      payload: columnPayload(column, table, notes),
      needs: columnNeeds({ column, table, name }),
      info: { position: index + 1, ...(after === undefined ? {} : { after }), attributes: column.attributes },
    };
  });
}

function columnPayload(column: ColumnText, table: ParsedTable, notes: ServerNotes): JsonObject {
  const { notNull, autoIncrement, invisible, ...rest } = column.clauses;
  return {
    type: column.type,
    ...charactersOf(column, table, notes),
    ...rest,
    ...(notNull ? { notNull } : {}),
    ...(autoIncrement ? { autoIncrement } : {}),
    ...(invisible ? { invisible } : {}),
  };
}

function charactersOf(column: ColumnText, table: ParsedTable, { defaultCollations }: ServerNotes): JsonObject {
  if (!/^(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set)\b/.test(column.type)) return {};
  const charset = column.charset ?? column.collation?.split('_')[0] ?? table.charset;
  const collation = column.collation ?? (column.charset === undefined ? table.collation : defaultCollations[charset]);
  return { charset, collation: collation ?? '' };
}

/** Other columns that an expression reads, and sequences that the default takes values from. */
function columnNeeds(input: {
  readonly column: ColumnText;
  readonly table: ParsedTable;
  readonly name: string;
}): readonly string[] {
  const { clauses } = input.column;
  const siblings = new Set(input.table.text.columns.map(({ name }) => name));
  const named = [clauses.generated, clauses.check, clauses.default].flatMap((text) => namesIn(text ?? ''));
  const columns = named.filter((other) => other !== input.name && siblings.has(other));
  return [
    ...[...new Set(columns)].map((other) => factKey('column', [input.table.name, other])),
    ...sequencesOf(clauses.default ?? '').map((sequence) => factKey('sequence', [sequence])),
  ];
}
