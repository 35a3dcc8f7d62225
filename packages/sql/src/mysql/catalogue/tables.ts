import type { JsonObject } from '@setpoint/model';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { type CreateTableText, parseCreateTable } from '../text/create-table.ts';
import { asText } from '../text/members.ts';
import { parseTail, type TableTail } from '../text/table-tail.ts';
import { columnFacts } from './column-facts.ts';
import { checkFacts, foreignKeyFacts, indexFacts, partitioningFacts, periodFacts, usableIndexes } from './key-facts.ts';
import type { ServerNotes } from './server-notes.ts';
import { showCreate } from './show-create.ts';

/** One table in the server's spelling, cut into its parts. */
export type ParsedTable = {
  readonly name: string;
  readonly key: FactKey;
  readonly text: CreateTableText;
  readonly tail: TableTail;
  readonly charset: string;
  readonly collation: string;
};

/** Facts of tables and of all that is defined inside of them. */
export async function readTables(input: {
  readonly session: SqlSession;
  readonly notes: ServerNotes;
  readonly names: readonly string[];
}): Promise<readonly Fact[]> {
  const texts = await showCreate(input.session, 'TABLE', input.names);
  const tables = input.names.map((name) => parseTable(name, asText(texts.get(name)?.['Create Table']), input.notes));
  const indexes = usableIndexes(tables);
  return tables.flatMap((table) => [
    tableFact(table),
    ...columnFacts(table, input.notes),
    ...partitioningFacts(table),
    ...periodFacts(table),
    ...indexFacts(table),
    ...checkFacts(table),
    ...foreignKeyFacts(table, { database: input.notes.database, indexes }),
  ]);
}

function parseTable(name: string, create: string, { defaultCollations }: ServerNotes): ParsedTable {
  const text = parseCreateTable(create);
  const tail = parseTail(text.tail);
  const charset = tail.options['DEFAULT CHARSET'] ?? tail.options['CHARSET'] ?? '';
  const collation = tail.options['COLLATE'] ?? defaultCollations[charset] ?? '';
  return { name, key: factKey('table', [name]), text, tail, charset, collation };
}

function tableFact({ name, key, tail, charset, collation }: ParsedTable): Fact {
  const { ENGINE: engine, COMMENT: comment } = tail.options;
  const options = Object.fromEntries(Object.entries(tail.options).filter(([option]) => !toldApart.has(option)));
  const payload: JsonObject = {
    engine: engine ?? '',
    charset,
    collation,
    ...(comment === undefined ? {} : { comment }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(tail.isVersioned ? { versioned: true } : {}),
  };
  return { key, kind: 'table', name: [name], payload, needs: [] };
}

const toldApart: ReadonlySet<string> = new Set(['ENGINE', 'COMMENT', 'DEFAULT CHARSET', 'CHARSET', 'COLLATE']);
