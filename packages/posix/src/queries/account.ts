import type { Row } from './database.ts';
import { nameKind } from './name-kind.ts';
import type { QueryKind } from './query-kind.ts';

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
export const accountKind: QueryKind = nameKind({
  kind: 'account',
  source: 'passwd',
  what: 'the accounts of the node',
  toValue: toAccount,
});

function toAccount(row: Row, local: boolean): AccountValue {
  const [name = '', , uid, gid, comment = '', home = '', shell = ''] = row;
  return { name, uid: Number(uid), gid: Number(gid), comment, home, shell, local };
}
