import type { Answer } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { databaseLibrary, findRow, knowDatabase, type Row, readRows } from './database.ts';
import { membersOf } from './group.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks which of the node's own groups an account belongs to. */
export type MembershipQuery = { readonly kind: 'membership'; readonly name: string };

/** The answer: groups of `/etc/group` alone, because only those can be managed on the node. */
export type MembershipValue = {
  /** Name of the primary group; null when the account or its group does not stand in the node's own files. */
  readonly primary: string | null;
  /** Groups that list the account, in the order of the file. */
  readonly groups: readonly { readonly name: string; readonly gid: number | null }[];
};

/** Asks who has a group as primary group. */
export type PrimaryUsersQuery = { readonly kind: 'primary-users'; readonly name: string };

/** The answer; empty when the group does not exist. */
export type PrimaryUsersValue = { readonly users: readonly string[] };

export function membershipQuery(name: string): MembershipQuery {
  return { kind: 'membership', name };
}

export function primaryUsersQuery(name: string): PrimaryUsersQuery {
  return { kind: 'primary-users', name };
}

/** Both files at once; always found, since belonging to no group is an answer. */
export const membershipKind: QueryKind = {
  kind: 'membership',
  batchSize: 500,
  library: databaseLibrary,
  before: () => sh`${knowDatabase('passwd', [])}; ${knowDatabase('group', [])}`,
  section: () => shRaw(String.raw`printf '%s\n\n=\n%s\n\n=\n' "$sp_file_passwd" "$sp_file_group"`),
  parse: (output, queries) => {
    const files = readFiles(output);
    if (files === undefined) return unreadable(queries, 'the accounts and groups of the node');
    return queries.map((query): Answer => ({ status: 'found', value: membershipOf(files, queryText(query, 'name')) }));
  },
};

/** The same two files, read the other way round. */
export const primaryUsersKind: QueryKind = {
  ...membershipKind,
  kind: 'primary-users',
  parse: (output, queries) => {
    const files = readFiles(output);
    if (files === undefined) return unreadable(queries, 'the accounts and groups of the node');
    return queries.map(
      (query): Answer => ({
        status: 'found',
        value: { users: primaryUsersOf(files, queryText(query, 'name')) },
      }),
    );
  },
};

type Files = { readonly accounts: readonly Row[]; readonly groups: readonly Row[] };

function readFiles(output: Buffer): Files | undefined {
  const [accounts, groups, rest] = output.toString('utf8').split('\n=\n');
  if (accounts === undefined || groups === undefined || rest === undefined) return undefined;
  return { accounts: readRows(accounts), groups: readRows(groups) };
}

function membershipOf({ accounts, groups }: Files, name: string): MembershipValue {
  const gid = accounts.find((row) => row[0] === name)?.[3];
  return {
    primary: groups.find((row) => row[2] === gid)?.[0] ?? null,
    groups: groups
      .filter((row) => membersOf(row).includes(name))
      .map((row) => ({ name: row[0] ?? '', gid: Number(row[2]) })),
  };
}

function primaryUsersOf({ accounts, groups }: Files, name: string): readonly string[] {
  const gid = findRow(groups, name)?.[2];
  return gid === undefined ? [] : accounts.filter((row) => row[3] === gid).map((row) => row[0] ?? '');
}
