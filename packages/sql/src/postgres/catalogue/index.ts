import type { Catalogue } from '../../catalogue/fact.ts';
import { kindOfKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { readCollations } from './collations.ts';
import { readColumns } from './columns.ts';
import { readComments } from './comments.ts';
import { readComposites } from './composites.ts';
import { readConstraints } from './constraints.ts';
import { readDefaultPrivileges } from './default-privileges.ts';
import { readDomains } from './domains.ts';
import { readEnums } from './enums.ts';
import { readExtensions } from './extensions.ts';
import { readFunctions } from './functions.ts';
import { readGrants } from './grants.ts';
import { readIndexes } from './indexes.ts';
import { linkNeeds, readDependencies } from './link-needs.ts';
import { readOverrides } from './overrides.ts';
import { readOwners, withOwners } from './owners.ts';
import { readPolicies } from './policies.ts';
import { readRanges } from './ranges.ts';
import { readTogether } from './read-together.ts';
import type { CatalogueReader, ReadFact } from './reader.ts';
import { readRewriteRules } from './rewrite-rules.ts';
import { readSchemas } from './schemas.ts';
import { readSequences } from './sequences.ts';
import { readSizes } from './sizes.ts';
import { readStatistics } from './statistics.ts';
import { readTables } from './tables.ts';
import { readTriggers } from './triggers.ts';
import { readUnmodelled } from './unmodelled.ts';
import { readViews } from './views.ts';

/**
 * Reads all that a database's catalogue says of its users' objects. The caller has opened the one read-only snapshot and set what
 * decides the server's spelling (an empty search_path first of all).
 *
 * @throws SqlFailure
 */
export async function readCatalogue(session: SqlSession): Promise<Catalogue> {
  const { read } = readTogether(session);
  const together = { server: session.server, read };
  const [found, unmodelled, sizes, owners, dependencies] = await Promise.all([
    Promise.all(readers.map((read) => read(together))),
    readUnmodelled(together),
    readSizes(together),
    readOwners(together),
    readDependencies(together),
  ]);
  const facts = withOwners(linkNeeds(partsOfFacts(found.flat()), dependencies), owners.of);
  return { facts, unmodelled, sizes, account: owners.account };
}

/** What is said of something that is no fact (an extension's table, a foreign table) is left out with it. */
function partsOfFacts(found: readonly ReadFact[]): readonly ReadFact[] {
  const keys = new Set(found.map(({ key }) => key));
  return found.filter(({ parent }) => parent === undefined || kindOfKey(parent) === 'schema' || keys.has(parent));
}

/** One line a file; children come after their parents. */
const readers: readonly CatalogueReader[] = [
  readSchemas,
  readExtensions,
  readCollations,
  readEnums,
  readDomains,
  readComposites,
  readRanges,
  readTables,
  readColumns,
  readOverrides,
  readSequences,
  readConstraints,
  readIndexes,
  readStatistics,
  readViews,
  readFunctions,
  readTriggers,
  readRewriteRules,
  readPolicies,
  readComments,
  readGrants,
  readDefaultPrivileges,
];
