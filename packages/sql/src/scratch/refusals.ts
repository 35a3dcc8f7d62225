import type { LoadProblem } from '../declaration/declaration.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import type { Product } from '../session/session.ts';
import { problemAt } from './load-problem.ts';
import { headOf } from './statement-head.ts';

/** Statements that reach beyond the database they are loaded into: they are never sent. */
export function findRefusals(product: Product, statements: readonly SqlStatement[]): readonly LoadProblem[] {
  const refusals = product === 'postgres' ? postgresRefusals : mysqlRefusals;
  return statements.flatMap((statement) => {
    const head = headOf(statement);
    const refusal = refusals.find(({ pattern }) => pattern.test(head));
    return refusal === undefined ? [] : [problemAt(statement, refusal)];
  });
}

type Refusal = { readonly pattern: RegExp; readonly message: string; readonly hint: string };

const declareDatabase = 'Declare the database itself with a `database` resource.';
const declareRole = 'Declare accounts with `role` resources; the declaration may grant to them.';
const beyond = 'Leave the statement out: a declaration says what one database looks like.';

const postgresRefusals: readonly Refusal[] = [
  {
    pattern: /^(CREATE|DROP|ALTER) DATABASE\b/,
    message: 'A declaration is about one database and cannot make, change or drop databases.',
    hint: declareDatabase,
  },
  {
    pattern: /^(CREATE|DROP|ALTER) (ROLE|USER|GROUP)\b(?! MAPPING)|^(REASSIGN|DROP) OWNED\b/,
    message: 'Roles belong to the whole server and cannot stand in the declaration of one database.',
    hint: declareRole,
  },
  {
    pattern: /^GRANT (?:(?! ON ).)* TO |^REVOKE (?:(?! ON ).)* FROM /,
    message: 'Membership in roles belongs to the whole server and cannot stand in the declaration of one database.',
    hint: declareRole,
  },
  {
    pattern:
      /^(CREATE|DROP|ALTER) TABLESPACE\b|^ALTER SYSTEM\b|^(CREATE|DROP|ALTER) SUBSCRIPTION\b|^(LOAD|CHECKPOINT)\b/,
    message: 'The statement reaches beyond the database.',
    hint: beyond,
  },
  {
    pattern: /^COPY\b/,
    message: 'A declaration says what the database looks like, not which rows it holds.',
    hint: 'Leave COPY out; fill the table with a `query` resource.',
  },
  {
    pattern: /^(VACUUM|CLUSTER|REINDEX|ANALYZE|LISTEN|NOTIFY|DISCARD|PREPARE|EXECUTE|DECLARE|FETCH)\b/,
    message: 'The statement does something and declares nothing.',
    hint: 'Leave it out, or run it with a `query` resource.',
  },
];

const mysqlRefusals: readonly Refusal[] = [
  {
    pattern: /^(CREATE|DROP|ALTER) (OR REPLACE )?(DATABASE|SCHEMA)\b/,
    message: 'A declaration is about one database and cannot make, change or drop databases.',
    hint: declareDatabase,
  },
  {
    pattern:
      /^(CREATE|DROP|ALTER|RENAME) (OR REPLACE )?(ROLE|USER)\b|^(GRANT|REVOKE)\b|^SET (DEFAULT )?(ROLE|PASSWORD)\b/,
    message:
      'Accounts and what they may do belong to the whole server and cannot stand in the declaration of one database.',
    hint: 'Declare them with `role` and `grant` resources.',
  },
  {
    pattern:
      /^(CREATE|DROP|ALTER) (LOGFILE|TABLESPACE|SERVER|INSTANCE)\b|^(INSTALL|UNINSTALL|FLUSH|KILL|RESET|CHANGE|PURGE|SHUTDOWN|STOP|START)\b|^CREATE (AGGREGATE )?FUNCTION \S+ RETURNS \S+ SONAME\b/,
    message: 'The statement reaches beyond the database.',
    hint: beyond,
  },
  {
    pattern: /^(LOAD|HANDLER|PREPARE|EXECUTE|ANALYZE|OPTIMIZE|REPAIR|CHECK)\b/,
    message: 'The statement does something and declares nothing.',
    hint: 'Leave it out, or run it with a `query` resource.',
  },
];
