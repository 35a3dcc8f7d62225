import type { JsonObject } from '@setpoint/model';
import type { Catalogue, Fact } from '../catalogue/fact.ts';
import { rowText } from '../driver/row-text.ts';
import { spellingSettings } from '../driver/snapshot.ts';
import type { SqlSession } from '../session/session.ts';
import { failureOf } from './failure.ts';

/** Up to this version the query of a view names the table of each column, also where there is but one table. */
const firstShort = 160_000;

/** Where a catalogue was read, and for whom. */
export type Spelling = {
  /** The session that it was read in. */
  readonly scratch: SqlSession;
  /** The version of the target. */
  readonly version: number;
  /** The session is in a transaction, which goes on. */
  readonly isInside: boolean;
};

/**
 * Gives the queries of views as a target before PostgreSQL 16 spells them, when they were read from a newer server. In a rewrite
 * rule of a table the newer servers go on to spell queries in the older way: each query is made the action of such a rule, which is
 * read and taken back. A query that no rule takes stays as it is; it means the same. Throws `SqlFailure` when the connection is lost.
 */
export async function spellQueries(catalogue: Catalogue, spelling: Spelling): Promise<Catalogue> {
  const { scratch, version, isInside } = spelling;
  if (scratch.server.product !== 'postgres' || scratch.server.version < firstShort || version >= firstShort)
    return catalogue;
  const views = catalogue.facts.filter(({ kind }) => kind === 'view' || kind === 'materialized-view');
  if (views.length === 0) return catalogue;
  await scratch.run(`${isInside ? 'SAVEPOINT setpoint_spell' : 'BEGIN'}; ${spellingSettings}; ${carrier}`);
  try {
    const made = await spellAsRules(
      scratch,
      views.map(({ payload }) => definitionOf(payload)),
    );
    const spelled = new Map(made.map((query, index) => [views[index]?.key, query]));
    const facts = catalogue.facts.map((fact) => withQuery(fact, spelled.get(fact.key)));
    return { ...catalogue, facts };
  } finally {
    if (scratch.isOpen())
      await scratch.run(isInside ? 'ROLLBACK TO setpoint_spell; RELEASE setpoint_spell' : 'ROLLBACK');
  }
}

const carrier = 'CREATE TEMPORARY TABLE setpoint_spell ()';

/** Undefined for a query that no rule takes. */
type Texts = readonly (string | undefined)[];

/**
 * A query that calls a table `old` or `new` cannot be the action of a rule, which keeps these names for itself. As a part of another
 * query it can, and the server then gives the table another name, as older servers do in every view.
 */
async function spellAsRules(scratch: SqlSession, queries: Texts): Promise<Texts> {
  const direct = await spellActions(scratch, { name: 'direct', actions: queries });
  if (!direct.includes(undefined)) return direct;
  const nested = queries.map((query, index) =>
    direct[index] === undefined ? `SELECT 1 FROM (${query}\n) setpoint_query` : undefined,
  );
  const inner = (await spellActions(scratch, { name: 'nested', actions: nested })).map((text) =>
    text?.slice(text.indexOf('FROM (') + 'FROM ('.length, text.lastIndexOf(') setpoint_query')),
  );
  const renamed = await spellActions(scratch, { name: 'renamed', actions: inner });
  return direct.map((text, index) => text ?? renamed[index]);
}

type Actions = { readonly name: string; readonly actions: Texts };

/** Makes a rule of each action and gives what the server then says of it. */
async function spellActions(scratch: SqlSession, { name, actions }: Actions): Promise<Texts> {
  const texts = actions.flatMap((action, index) =>
    action === undefined
      ? []
      : [`CREATE RULE ${name}_${index} AS ON UPDATE TO pg_temp.setpoint_spell DO INSTEAD ${action}`],
  );
  await scratch.run('SAVEPOINT rules');
  if ((await failureOf(() => scratch.run(texts.join('\n;')))) !== undefined) {
    await scratch.run('ROLLBACK TO rules');
    await makeOneByOne(scratch, texts);
  }
  const rows = await scratch.read(rulesQuery);
  const found = new Map(rows.map((row) => [rowText(row, 'name'), actionOf(rowText(row, 'text'))]));
  return actions.map((_, index) => found.get(`${name}_${index}`));
}

async function makeOneByOne(scratch: SqlSession, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await scratch.run('SAVEPOINT rule');
    const failure = await failureOf(() => scratch.run(text));
    await scratch.run(failure === undefined ? 'RELEASE rule' : 'ROLLBACK TO rule');
  }
}

const rulesQuery = `
SELECT r.rulename::text AS name, pg_catalog.pg_get_ruledef(r.oid) AS text FROM pg_catalog.pg_rewrite r
WHERE r.ev_class = 'pg_temp.setpoint_spell'::pg_catalog.regclass`;

const before = ' DO INSTEAD ';

function actionOf(rule: string): string {
  return rule.slice(rule.indexOf(before) + before.length).replace(/;$/, '');
}

function definitionOf(payload: JsonObject): string {
  const { definition } = payload;
  return typeof definition === 'string' ? definition : '';
}

function withQuery(fact: Fact, query: string | undefined): Fact {
  return query === undefined ? fact : { ...fact, payload: { ...fact.payload, definition: query } };
}
