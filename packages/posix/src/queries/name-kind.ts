import type { Answer, JsonObject } from '@setpoint/model';
import {
  type Database,
  databaseLibrary,
  databaseSection,
  findRow,
  knowDatabase,
  type Row,
  readDatabase,
} from './database.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** A query kind that asks a name-service database by name, or by number when the name is all digits. */
export type NameKindDefinition = {
  readonly kind: string;
  readonly source: 'passwd' | 'group';
  /** What cannot be read when the output makes no sense. */
  readonly what: string;
  /** The answer from a line of the database; `local` when it stands in the node's own file. */
  readonly toValue: (row: Row, local: boolean) => JsonObject;
};

/** Makes the kind: the node's own file at once, and one `getent` for the names that do not stand in it. */
export function nameKind({ kind, source, what, toValue }: NameKindDefinition): QueryKind {
  return {
    kind,
    batchSize: 500,
    library: databaseLibrary,
    before: (queries) =>
      knowDatabase(
        source,
        queries.map((query) => queryText(query, 'name')),
      ),
    section: () => databaseSection(source),
    parse: (output, queries) => {
      const database = readDatabase(output);
      if (database === undefined) return unreadable(queries, what);
      return queries.map((query) => findName(database, queryText(query, 'name'), toValue));
    },
  };
}

function findName(database: Database, name: string, toValue: NameKindDefinition['toValue']): Answer {
  const local = findRow(database.local, name);
  if (local !== undefined) return { status: 'found', value: toValue(local, true) };
  if (database.directory === undefined) {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the name service of the node does not answer' } };
  }
  const row = findRow(database.directory, name);
  return row === undefined ? { status: 'absent' } : { status: 'found', value: toValue(row, false) };
}
