import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { unquoteName } from '../quote.ts';
import { textOf } from '../text/members.ts';
import { tokensOf } from '../text/tokens.ts';
import { definerClause, quoteAccount } from './definer.ts';
import type { ServerNotes } from './server-notes.ts';
import { showCreate } from './show-create.ts';

/**
 * Facts of triggers. Of several for the same moment each one tells the one that it follows, so that their order is compared; it
 * needs that one and the columns that its body names behind NEW and OLD.
 */
export async function readTriggers(input: {
  readonly session: SqlSession;
  readonly notes: ServerNotes;
  readonly tables: readonly Fact[];
}): Promise<readonly Fact[]> {
  const rows =
    await input.session.read(`SELECT TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS parent, ACTION_TIMING AS timing,
  EVENT_MANIPULATION AS event, ACTION_STATEMENT AS body, SQL_MODE AS mode, DEFINER AS definer
FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = database()
ORDER BY CAST(EVENT_OBJECT_TABLE AS BINARY), ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER`);
  const names = rows.map((row) => textOf(row, 'name'));
  const texts = await showCreate(input.session, 'TRIGGER', names);
  const known = new Set(input.tables.map(({ key }) => key));
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const follows = before !== undefined && isSameMoment(before, row) ? textOf(before, 'name') : undefined;
    const columns = columnsNamed(row).filter((key) => known.has(key));
    const name = [textOf(row, 'parent'), textOf(row, 'name')];
    return {
      key: factKey('trigger', name),
      kind: 'trigger',
      name,
      parent: factKey('table', name.slice(0, 1)),
      payload: triggerPayload(row, follows),
      needs: [...columns, ...(follows === undefined ? [] : [factKey('trigger', [textOf(row, 'parent'), follows])])],
      info: {
        position: index + 1,
        head: headOf(textOf(texts.get(textOf(row, 'name')), 'SQL Original Statement'), textOf(row, 'body')),
        definer: quoteAccount(textOf(row, 'definer')),
        reader: quoteAccount(input.notes.user),
        sessionSqlMode: input.notes.sqlMode,
      },
    };
  });
}

function triggerPayload(row: JsonObject, follows: string | undefined): JsonObject {
  return {
    timing: row['timing'] ?? '',
    event: row['event'] ?? '',
    body: row['body'] ?? '',
    ...(follows === undefined ? {} : { follows }),
    sqlMode: row['mode'] ?? '',
  };
}

/** The words before the body as they were once written, because the server keeps and shows these; empty where they hold more. */
function headOf(statement: string, body: string): string {
  const text = statement.replace(definerClause, '');
  const head = text.endsWith(body) ? text.slice(0, text.length - body.length) : '';
  return /^CREATE TRIGGER\s+(?:`(?:[^`]|``)*`|[^\s`.]+)\s+(?:BEFORE|AFTER)\s+\w+\s+ON\s+(?:`(?:[^`]|``)*`|[^\s`.]+)\s+FOR\s+EACH\s+ROW\s*$/i.test(
    head,
  )
    ? head
    : '';
}

function isSameMoment(left: JsonObject, right: JsonObject): boolean {
  return ['parent', 'timing', 'event'].every((member) => left[member] === right[member]);
}

function columnsNamed(row: JsonObject): readonly string[] {
  const tokens = tokensOf(textOf(row, 'body'));
  const columns = tokens.flatMap((token, index) => {
    const name = tokens[index + 2];
    const isRow = /^(?:new|old)$/i.test(unquoteName(token.text)) && tokens[index + 1]?.text === '.';
    return isRow && name !== undefined ? [unquoteName(name.text)] : joinedColumn(token.text);
  });
  return [...new Set(columns)].map((column) => factKey('column', [textOf(row, 'parent'), column]));
}

/** `NEW.total` is one word where nothing is quoted. */
function joinedColumn(text: string): readonly string[] {
  const column = /^(?:new|old)\.(.+)$/i.exec(text)?.[1];
  return column === undefined ? [] : [column];
}
