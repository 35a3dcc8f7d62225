import type { Answer } from '@setpoint/model';
import {
  type Database,
  databaseLibrary,
  databaseSection,
  findRow,
  knowDatabase,
  type Row,
  readDatabase,
} from './database.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for an account by name, or by number when the name is all digits, through the name service that the node uses. */
export type AccountQuery = { readonly kind: 'account'; readonly name: string };

/** The answer: the fields of passwd(5). */
export type AccountValue = {
  readonly name: string;
  /** Null while a resource of this plan will let the node choose it. */
  readonly uid: number | null;
  /** Null while a resource of this plan will let the node choose it. */
  readonly gid: number | null;
  readonly comment: string;
  readonly home: string;
  /** Null while a resource of this plan will let the node choose it. */
  readonly shell: string | null;
  /** True when the account stands in `/etc/passwd`, false when a directory such as LDAP knows it. */
  readonly local: boolean;
};

export function accountQuery(name: string): AccountQuery {
  return { kind: 'account', name };
}

/** `/etc/passwd` at once, and one `getent passwd` for the names that do not stand in it. */
export const accountKind: QueryKind = {
  kind: 'account',
  batchSize: 500,
  library: databaseLibrary,
  before: (queries) =>
    knowDatabase(
      'passwd',
      queries.map((query) => queryText(query, 'name')),
    ),
  section: () => databaseSection('passwd'),
  parse: (output, queries) => {
    const database = readDatabase(output);
    if (database === undefined) return unreadable(queries, 'the accounts of the node');
    return queries.map((query): Answer => findAccount(database, queryText(query, 'name')));
  },
};

function findAccount(database: Database, name: string): Answer {
  const local = findRow(database.local, name);
  if (local !== undefined) return { status: 'found', value: toAccount(local, true) };
  if (database.directory === undefined) {
    return { status: 'unknown', cause: { kind: 'unavailable', what: 'the name service of the node does not answer' } };
  }
  const row = findRow(database.directory, name);
  return row === undefined ? { status: 'absent' } : { status: 'found', value: toAccount(row, false) };
}

function toAccount(row: Row, local: boolean): AccountValue {
  const [name = '', , uid, gid, comment = '', home = '', shell = ''] = row;
  return { name, uid: Number(uid), gid: Number(gid), comment, home, shell, local };
}
