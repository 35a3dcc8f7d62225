import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SqlSession } from '../../session/session.ts';
import { asText } from '../text/members.ts';
import { columnsOf, functionsOf, sequencesOf, tablesOf, withoutDatabase } from '../text/references.ts';
import { tokensOf } from '../text/tokens.ts';
import { definerOf } from './definer.ts';
import type { ServerNotes } from './server-notes.ts';
import { showCreate } from './show-create.ts';

/** Facts of views; what they need is told by the names in their text, which the server has resolved. */
export async function readViews(input: {
  readonly session: SqlSession;
  readonly notes: ServerNotes;
  readonly names: readonly string[];
  /** Facts that views may need. */
  readonly others: readonly Fact[];
}): Promise<readonly Fact[]> {
  const texts = await showCreate(input.session, 'VIEW', input.names);
  const known = new Set([...input.others.map(({ key }) => key), ...input.names.map((name) => factKey('view', [name]))]);
  return input.names.map((name) => viewFact({ name, text: asText(texts.get(name)?.['Create View']), known, ...input }));
}

function viewFact(input: {
  readonly name: string;
  readonly text: string;
  readonly known: ReadonlySet<FactKey>;
  readonly notes: ServerNotes;
}): Fact {
  const { name, notes, known } = input;
  const text = withoutDatabase(input.text, notes.database);
  const tokens = tokensOf(text);
  const at = tokens.findIndex(({ text: word, depth }) => word === 'VIEW' && depth === 0);
  const as = tokens.findIndex(({ text: word, depth }, index) => index > at && word === 'AS' && depth === 0);
  const body = text.slice(tokens[as]?.end ?? 0).trim();
  const check = / WITH (LOCAL|CASCADED) CHECK OPTION$/.exec(body);
  const select = check === null ? body : body.slice(0, check.index);
  const columns = text.slice(tokens[at + 1]?.end ?? 0, tokens[as]?.start ?? 0).trim();
  return {
    key: factKey('view', [name]),
    kind: 'view',
    name: [name],
    payload: {
      select,
      ...(columns === '' ? {} : { columns }),
      algorithm: /ALGORITHM=(\w+)/.exec(text)?.[1] ?? 'UNDEFINED',
      security: /SQL SECURITY (\w+)/.exec(text)?.[1] ?? 'DEFINER',
      ...(check === null ? {} : { check: check[1] ?? '' }),
    },
    needs: viewNeeds(select, notes.database).filter((key) => known.has(key) && key !== factKey('view', [name])),
    info: definerOf(text, notes),
  };
}

function viewNeeds(select: string, database: string): readonly FactKey[] {
  const tables = tablesOf(select, database);
  const columns = columnsOf(select).flatMap(({ alias, column }) =>
    tables.filter((table) => table.alias === alias).map(({ table }) => factKey('column', [table, column])),
  );
  return [
    ...new Set([
      ...tables.flatMap(({ table }) => [factKey('table', [table]), factKey('view', [table])]),
      ...columns,
      ...functionsOf(select).map((name) => factKey('function', [name])),
      ...sequencesOf(select).map((name) => factKey('sequence', [name])),
    ]),
  ];
}
