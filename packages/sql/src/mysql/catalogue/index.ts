import type { Catalogue, Fact } from '../../catalogue/fact.ts';
import type { SqlSession } from '../../session/session.ts';
import { readEvents } from './events.ts';
import { readRoutines } from './routines.ts';
import { readSequences } from './sequences.ts';
import { readServerNotes } from './server-notes.ts';
import { listTables } from './table-list.ts';
import { readTables } from './tables.ts';
import { readTriggers } from './triggers.ts';
import { readViews } from './views.ts';

/**
 * Reads all that the session's database holds, in the server's own spelling. The session stands in the database, its sql_mode and
 * its sql_quote_show_create are set for the reading and set back after it. There is no snapshot of the catalogue in these products:
 * an object that goes while it is read makes the reading fail, and it can be begun again.
 *
 * @throws SqlFailure
 */
export async function readCatalogue(session: SqlSession): Promise<Catalogue> {
  const notes = await readServerNotes(session);
  await session.run("SET SESSION sql_quote_show_create = 1, SESSION sql_mode = ''");
  try {
    const { listed, sizes } = await listTables(session);
    const tables = await readTables({ session, notes, names: listed.tables });
    const sequences = await readSequences(session, listed.sequences);
    const routines = await readRoutines(session, notes);
    const views = await readViews({
      session,
      notes,
      names: listed.views,
      others: [...tables, ...sequences, ...routines.facts],
    });
    const triggers = await readTriggers({ session, notes, tables });
    const events = await readEvents(session, notes);
    const facts: readonly Fact[] = [...sequences, ...tables, ...routines.facts, ...views, ...triggers, ...events];
    return { facts, unmodelled: [...listed.unmodelled, ...routines.unmodelled], sizes };
  } finally {
    if (session.isOpen()) await session.run(`SET SESSION sql_mode = '${notes.sqlMode}'`);
  }
}
