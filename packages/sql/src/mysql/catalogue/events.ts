import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { textOf } from '../text/members.ts';
import { quoteAccount } from './definer.ts';
import type { ServerNotes } from './server-notes.ts';

/**
 * Facts of events. An event that was made without a start has the time of its making as one; that is left out, or no two loads of
 * one declaration would be equal.
 */
export async function readEvents(session: SqlSession, notes: ServerNotes): Promise<readonly Fact[]> {
  const rows = await session.read(`SELECT EVENT_NAME AS name, EVENT_DEFINITION AS body, TIME_ZONE AS zone,
  CAST(EXECUTE_AT AS CHAR) AS \`at\`, INTERVAL_VALUE AS \`every\`, INTERVAL_FIELD AS unit, CAST(ENDS AS CHAR) AS ends,
  CAST(STARTS AS CHAR) AS starts, STARTS = CREATED AS isFromMaking, STATUS AS status, ON_COMPLETION AS completion,
  EVENT_COMMENT AS comment, SQL_MODE AS mode, DEFINER AS definer
FROM information_schema.EVENTS WHERE EVENT_SCHEMA = database() ORDER BY CAST(EVENT_NAME AS BINARY)`);
  return rows.map((row) => ({
    key: factKey('event', [textOf(row, 'name')]),
    kind: 'event',
    name: [textOf(row, 'name')],
    payload: eventPayload(row),
    needs: [],
    info: {
      definer: quoteAccount(textOf(row, 'definer')),
      reader: quoteAccount(notes.user),
      sessionSqlMode: notes.sqlMode,
      sessionTimeZone: notes.timeZone,
    },
  }));
}

function eventPayload(row: JsonObject): JsonObject {
  const isFromMaking = Number(row['isFromMaking']) === 1;
  const said = {
    at: row['at'],
    every: row['every'] === null ? null : `${quoteInterval(textOf(row, 'every'))} ${textOf(row, 'unit')}`,
    starts: isFromMaking ? null : row['starts'],
    ends: row['ends'],
    comment: row['comment'] === '' ? null : row['comment'],
  };
  return {
    ...Object.fromEntries(
      Object.entries(said).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    completion: row['completion'] ?? '',
    status: row['status'] ?? '',
    body: row['body'] ?? '',
    sqlMode: row['mode'] ?? '',
    timeZone: row['zone'] ?? '',
  };
}

/** Compound intervals come quoted from one product and not from the other. */
function quoteInterval(value: string): string {
  return /^(?:\d+|'.*')$/.test(value) ? value : `'${value}'`;
}
