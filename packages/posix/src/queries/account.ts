import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for an account by name, through the name service that the node uses. */
export type AccountQuery = { readonly kind: 'account'; readonly name: string };

/** The answer: the fields of passwd(5). */
export type AccountValue = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
};

export function accountQuery(name: string): AccountQuery {
  return { kind: 'account', name };
}

/** One `getent passwd` for all names; `/etc/passwd` where there is no getent. Names are matched by the first field. */
export const accountKind: QueryKind = {
  kind: 'account',
  batchSize: 500,
  library: shRaw(String.raw`sp_names() {
  sp_database=$1
  shift
  if sp_has getent; then getent "$sp_database" -- "$@"; else cat "/etc/$sp_database"; fi
  return 0
}
`),
  section: (queries) => sh`sp_names passwd ${queries.map((query) => queryText(query, 'name'))}`,
  parse: (output, queries) => {
    const byName = readDatabase(output);
    if (byName === undefined) return unreadable(queries, 'the accounts of the node');
    return queries.map((query): Answer => toAccount(byName.get(queryText(query, 'name'))));
  },
};

function toAccount(fields: readonly string[] | undefined): Answer {
  if (fields === undefined) return { status: 'absent' };
  const [name = '', , uid, gid, comment = '', home = '', shell = ''] = fields;
  return { status: 'found', value: { name, uid: Number(uid), gid: Number(gid), comment, home, shell } };
}

/** The lines of a colon-separated database by their first field; undefined when a line has too few fields. */
export function readDatabase(output: Buffer): ReadonlyMap<string, readonly string[]> | undefined {
  const lines = output.toString('utf8').split('\n');
  const rows = lines.filter((line) => line !== '').map((line) => line.split(':'));
  if (rows.some((fields) => fields.length < 4)) return undefined;
  return new Map(rows.map((fields) => [fields[0] ?? '', fields]));
}
