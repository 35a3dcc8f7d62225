import type { Query, Question } from '@setpoint/model';

/**
 * Says what a database of MySQL or MariaDB will give to new tables once the plan is done. Nothing is asked: schemas are loaded under
 * it that are asked about together with it.
 */
export type DatabaseDefaultsQuery = Query & {
  readonly kind: 'database-defaults';
  readonly name: string;
  /** Empty: that of the collation, or of the server. */
  readonly charset: string;
  /** Empty: that of the character set. */
  readonly collation: string;
};

/** What is said of one database among the questions. */
export function defaultsOf(questions: readonly Question[], database: string): DatabaseDefaultsQuery | undefined {
  return questions.map(({ query }) => query).find((query) => isDefaults(query) && query.name === database) as
    | DatabaseDefaultsQuery
    | undefined;
}

/** What `CREATE DATABASE` is told of it; empty where nothing is said. */
export function defaultsClause({ charset, collation }: Pick<DatabaseDefaultsQuery, 'charset' | 'collation'>): string {
  const word = (before: string, name: string): string => (/^\w+$/.test(name) ? ` ${before} ${name}` : '');
  return `${word('CHARACTER SET', charset)}${word('COLLATE', collation)}`;
}

function isDefaults(query: Query): query is DatabaseDefaultsQuery {
  return query.kind === 'database-defaults';
}
