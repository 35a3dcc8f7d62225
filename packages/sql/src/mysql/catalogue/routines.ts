import type { JsonObject } from '@setpoint/model';
import type { Fact, Unmodelled } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { quoteName } from '../quote.ts';
import { asText, textOf } from '../text/members.ts';
import { definerClause, definerOf } from './definer.ts';
import type { ServerNotes } from './server-notes.ts';
import { showCreate } from './show-create.ts';

/**
 * Facts of functions and procedures: the text without definer and name, and the sql_mode under which it was made. Packages, and
 * routines whose text the account may not read, are told as unmodelled.
 */
export async function readRoutines(
  session: SqlSession,
  notes: ServerNotes,
): Promise<{ readonly facts: readonly Fact[]; readonly unmodelled: readonly Unmodelled[] }> {
  const rows = await session.read(
    'SELECT ROUTINE_NAME AS name, ROUTINE_TYPE AS type FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = database() ORDER BY CAST(ROUTINE_NAME AS BINARY)',
  );
  const of = (wanted: string): readonly string[] =>
    rows.filter(({ type }) => type === wanted).map(({ name }) => asText(name));
  const facts: Fact[] = [];
  const unmodelled: Unmodelled[] = rows
    .filter(({ type }) => type !== 'FUNCTION' && type !== 'PROCEDURE')
    .map(({ type, name }) => ({ what: asText(type).toLowerCase(), name: quoteName(asText(name)) }));
  for (const kind of ['function', 'procedure'] as const) {
    const label = kind === 'function' ? 'Function' : 'Procedure';
    const names = of(label.toUpperCase());
    const answers = await showCreate(session, kind === 'function' ? 'FUNCTION' : 'PROCEDURE', names);
    for (const name of names) {
      const answer = answers.get(name) ?? {};
      const text = answer[`Create ${label}`];
      if (typeof text === 'string') facts.push(routineFact({ kind, name, text, answer, notes }));
      else unmodelled.push({ what: `${kind} whose text cannot be read`, name: quoteName(name) });
    }
  }
  return { facts, unmodelled };
}

function routineFact(input: {
  readonly kind: 'function' | 'procedure';
  readonly name: string;
  readonly text: string;
  readonly answer: JsonObject;
  readonly notes: ServerNotes;
}): Fact {
  const { kind, name, text, answer, notes } = input;
  const head = routineHead.exec(text.replace(definerClause, ''));
  return {
    key: factKey(kind, [name]),
    kind,
    name: [name],
    payload: {
      ...(head?.[1] === undefined ? {} : { aggregate: true }),
      definition: text.replace(definerClause, '').slice(head?.[0].length ?? 0),
      sqlMode: textOf(answer, 'sql_mode'),
    },
    needs: [],
    info: { ...definerOf(text, notes), sessionSqlMode: notes.sqlMode },
  };
}

const routineHead = /^CREATE (AGGREGATE )?(?:FUNCTION|PROCEDURE) (?:IF NOT EXISTS )?(?:`(?:[^`]|``)*`|"(?:[^"]|"")*")/;
