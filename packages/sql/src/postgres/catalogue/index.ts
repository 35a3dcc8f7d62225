import type { Catalogue } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';
import { readColumns } from './columns.ts';
import { readConstraints } from './constraints.ts';
import { readIndexes } from './indexes.ts';
import { linkNeeds } from './link-needs.ts';
import { readTogether } from './read-together.ts';
import type { CatalogueReader } from './reader.ts';
import { readSchemas } from './schemas.ts';
import { readSequences } from './sequences.ts';
import { readStatistics } from './statistics.ts';
import { readTables } from './tables.ts';

/**
 * Reads all that a database's catalogue says of its users' objects. The caller has opened the one read-only snapshot and set what
 * decides the server's spelling (an empty search_path first of all).
 *
 * @throws SqlFailure
 */
export async function readCatalogue(session: SqlSession): Promise<Catalogue> {
  const together: SqlSession = { ...session, ...readTogether(session) };
  const found = await Promise.all(readers.map((read) => read(together)));
  return { facts: await linkNeeds(session, found.flat()), unmodelled: [], sizes: {} };
}

/** One line a file; children come after their parents. */
const readers: readonly CatalogueReader[] = [
  readSchemas,
  readTables,
  readColumns,
  readSequences,
  readConstraints,
  readIndexes,
  readStatistics,
];
