import type { Answers } from '@setpoint/model';
import type { AccountValue } from '../queries/account.ts';
import type { GroupValue } from '../queries/group.ts';
import { foundValue } from '../queries/query-kind.ts';
import type { StatValue } from '../queries/stat.ts';
import type { Ownership } from './ownership.ts';

/** Owner and group that a path will have: the declared ones, else those of what is there, else those of root. */
export function predictOwner(
  { owner, group }: Ownership,
  answers: Answers,
  before: StatValue | undefined,
): Pick<StatValue, 'owner' | 'group' | 'uid' | 'gid'> {
  const account = foundValue<AccountValue>(answers['owner']);
  const groupEntry = foundValue<GroupValue>(answers['group']);
  const known = before ?? { owner: 'root', group: 'root', uid: 0, gid: 0 };
  return {
    owner: owner ?? known.owner,
    uid: account?.uid ?? numberOf(owner) ?? known.uid,
    group: group ?? known.group,
    gid: groupEntry?.gid ?? numberOf(group) ?? known.gid,
  };
}

/** An owner declared by number; undefined for a name. */
function numberOf(name: string | null): number | undefined {
  return name !== null && /^\d+$/.test(name) ? Number(name) : undefined;
}
