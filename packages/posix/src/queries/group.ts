import type { Answer } from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { accountKind, readDatabase } from './account.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for a group by name. */
export type GroupQuery = { readonly kind: 'group'; readonly name: string };

/** The answer: the fields of group(5); members are those listed, not those who have it as their primary group. */
export type GroupValue = { readonly name: string; readonly gid: number; readonly members: readonly string[] };

export function groupQuery(name: string): GroupQuery {
  return { kind: 'group', name };
}

/** One `getent group` for all names. */
export const groupKind: QueryKind = {
  kind: 'group',
  batchSize: 500,
  library: accountKind.library,
  section: (queries) => sh`sp_names group ${queries.map((query) => queryText(query, 'name'))}`,
  parse: (output, queries) => {
    const byName = readDatabase(output);
    if (byName === undefined) return unreadable(queries, 'the groups of the node');
    return queries.map((query): Answer => toGroup(byName.get(queryText(query, 'name'))));
  },
};

function toGroup(fields: readonly string[] | undefined): Answer {
  if (fields === undefined) return { status: 'absent' };
  const [name = '', , gid, members = ''] = fields;
  return { status: 'found', value: { name, gid: Number(gid), members: members === '' ? [] : members.split(',') } };
}
