import type { Catalogue } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';
import { linkNeeds } from './link-needs.ts';
import type { CatalogueReader } from './reader.ts';

/**
 * Reads all that a database's catalogue says of its users' objects. The caller has opened the one read-only snapshot and set what
 * decides the server's spelling (an empty search_path first of all).
 */
export async function readCatalogue(session: SqlSession): Promise<Catalogue> {
  const facts = [];
  for (const read of readers) facts.push(...(await read(session)));
  return { facts: await linkNeeds(session, facts), unmodelled: [], sizes: {} };
}

const readers: readonly CatalogueReader[] = [];
