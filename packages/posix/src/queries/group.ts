import type { Row } from './database.ts';
import { nameKind } from './name-kind.ts';
import type { QueryKind } from './query-kind.ts';

/** Asks for a group by name, or by number when the name is all digits. */
export type GroupQuery = { readonly kind: 'group'; readonly name: string };

/** The answer: the fields of group(5); members are those listed, not those who have it as their primary group. */
export type GroupValue = {
  readonly name: string;
  /** Null while a resource of this plan will let the node choose it. */
  readonly gid: number | null;
  readonly members: readonly string[];
  /** True when the group stands in `/etc/group`, false when a directory such as LDAP knows it. */
  readonly local: boolean;
};

export function groupQuery(name: string): GroupQuery {
  return { kind: 'group', name };
}

/** `/etc/group` at once, and one `getent group` for the names that do not stand in it. */
export const groupKind: QueryKind = nameKind({
  kind: 'group',
  source: 'group',
  what: 'the groups of the node',
  toValue: toGroup,
});

function toGroup(row: Row, local: boolean): GroupValue {
  return { name: row[0] ?? '', gid: Number(row[2]), members: membersOf(row), local };
}

/** The accounts that a line of group(5) lists. */
export function membersOf(row: Row): readonly string[] {
  return (row[3] ?? '').split(',').filter((member) => member !== '');
}
