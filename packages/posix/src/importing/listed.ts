import { type Answers, describeCause, type Listed, type Listing } from '@setpoint/model';
import { type ListingName, type ListingValue, listingQuery } from '../queries/listing.ts';
import { foundValue } from '../queries/query-kind.ts';
import { filesQueries, type ReadText, readFiles } from './texts.ts';

/** What a tool of the node lists; the names are identities as they are unless they are made into some. */
export function listedByTool(
  of: ListingName,
  what: string,
  toIdentities: (names: readonly string[]) => readonly string[] = (names) => names,
): Listing {
  return {
    what,
    queries: { names: listingQuery(of) },
    read: ({ names }) => {
      const found = foundValue<ListingValue>(names)?.names;
      if (found !== undefined) return { identities: toIdentities(found), notes: [] };
      if (names?.status === 'unknown') return { identities: [], notes: [`Not listed: ${describeCause(names.cause)}.`] };
      // Without its program there is nothing of the kind.
      const hasNone = of === 'firewall' || of === 'containers';
      return { identities: [], notes: hasNone ? [] : ['Not listed: the node has no program that could tell.'] };
    },
  };
}

/** What stands in files; patterns that match nothing hold nothing. */
export function listedInFiles(
  patterns: readonly string[],
  what: string,
  toListed: (files: readonly ReadText[]) => Listed,
): Listing {
  return {
    what,
    queries: filesQueries(patterns),
    read: (answers: Answers) => {
      const { files, notes } = readFiles(patterns, answers);
      const listed = toListed(files);
      return { identities: [...new Set(listed.identities)], notes: [...notes, ...listed.notes] };
    },
  };
}
