import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { numberOf, rowsOf, textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { followInView } from './follow-rename.ts';
import { optionChanges, optionList } from './options.ts';
import { hazard, statement } from './statements.ts';
import { lostColumns } from './views.ts';

/** Materialised views. The server cannot replace them: with another query they are made and filled anew. */
export const materializedViewRule: KindRule = {
  noun: 'materialised view',
  weight: 58,
  create: (fact, context) => ({ statements: [create(fact, context), ...setStatistics([], fact)], absorbs: [] }),
  drop: (fact, context) => [
    statement(`DROP MATERIALIZED VIEW ${quoteName(fact.name)}`, {
      blocks: 'all',
      table: fact.key,
      hazards: lostColumns(fact, context),
    }),
  ],
  alter: alterView,
  rename: (before, after) => [
    statement(
      `ALTER MATERIALIZED VIEW ${quoteName(before.name)} RENAME TO ${quoteIdentifier(after.name.at(-1) ?? '')}`,
      {
        blocks: 'all',
        table: after.key,
        hazards: [hazard('DB302', after.key, `Clients that use ${quoteName(before.name)} no longer find it.`)],
      },
    ),
  ],
  followRename: followInView,
  occupies: (fact) => [`relation ${quoteName(fact.name)}`, `type ${quoteName(fact.name)}`],
};

/** One that was never filled is told apart only when it is made: whether it is filled is not a matter of its declaration. */
function create(fact: Fact, context: RuleContext): Statement {
  const { name, payload, info } = fact;
  const options = optionList(payload['options']);
  const text = [
    `CREATE MATERIALIZED VIEW ${quoteName(name)}`,
    ...(payload['accessMethod'] === null ? [] : [`USING ${quoteIdentifier(textOf(payload, 'accessMethod'))}`]),
    ...(options === '' ? [] : [`WITH (${options})`]),
    ...(payload['tablespace'] === null ? [] : [`TABLESPACE ${quoteIdentifier(textOf(payload, 'tablespace'))}`]),
    `AS\n${textOf(payload, 'definition').trimStart()}`,
    ...(info?.['isPopulated'] === false ? ['WITH NO DATA'] : []),
  ].join(' ');
  const isRemade = context.live(fact.key) !== undefined;
  const message = `${quoteName(name)} is computed anew, and nobody can read it meanwhile.`;
  return statement(text, {
    isLong: true,
    ...(isRemade
      ? { blocks: 'all', table: fact.key, scans: 'rewrites', hazards: [hazard('DB203', fact.key, message)] }
      : {}),
  });
}

function alterView(before: Fact, after: Fact): Alteration {
  if (shapeOf(before) !== shapeOf(after)) return { kind: 'rebuild' };
  const { payload: old } = before;
  const { payload: wanted } = after;
  const rewrites = [
    ...(old['accessMethod'] === wanted['accessMethod']
      ? []
      : [`SET ACCESS METHOD ${quoteIdentifier(textOrNull(wanted, 'accessMethod') ?? 'heap')}`]),
    ...(old['tablespace'] === wanted['tablespace']
      ? []
      : [`SET TABLESPACE ${quoteIdentifier(textOrNull(wanted, 'tablespace') ?? 'pg_default')}`]),
  ];
  const head = `ALTER MATERIALIZED VIEW ${quoteName(after.name)}`;
  const message = `${quoteName(after.name)} is written anew, and nobody can use it meanwhile.`;
  return {
    kind: 'statements',
    statements: [
      ...rewrites.map((clause) =>
        statement(`${head} ${clause}`, {
          blocks: 'all',
          table: after.key,
          scans: 'rewrites',
          isLong: true,
          hazards: [hazard('DB203', after.key, message)],
        }),
      ),
      ...optionChanges(old['options'], wanted['options']).map((clause) =>
        statement(`${head} ${clause}`, { blocks: 'ddl', table: after.key }),
      ),
      ...setStatistics(rowsOf(old, 'columns').map(targetOf), after),
    ],
  };
}

function shapeOf({ payload }: Fact): string {
  const columns = rowsOf(payload, 'columns').map(({ name, type, collation }) => [name, type, collation]);
  return JSON.stringify([textOf(payload, 'definition'), columns]);
}

function targetOf(column: Parameters<typeof numberOf>[0]): number {
  return typeof column['statistics'] === 'number' ? numberOf(column, 'statistics') : -1;
}

function setStatistics(before: readonly number[], { name, payload }: Fact): readonly Statement[] {
  return rowsOf(payload, 'columns').flatMap((column, index) => {
    const wanted = targetOf(column);
    if (wanted === (before[index] ?? -1)) return [];
    const quoted = quoteIdentifier(textOf(column, 'name'));
    return [statement(`ALTER MATERIALIZED VIEW ${quoteName(name)} ALTER COLUMN ${quoted} SET STATISTICS ${wanted}`)];
  });
}
