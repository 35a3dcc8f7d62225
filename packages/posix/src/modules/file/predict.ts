import type { Answers, Prediction } from '@setpoint/model';
import { wantedMode } from '../../ownership/ownership.ts';
import type { AccountValue } from '../../queries/account.ts';
import type { GroupValue } from '../../queries/group.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { FileDeclared } from './declared.ts';

/** What the node will answer once the file is as declared. */
export function predictFile(declared: FileDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') return { answers: { stat: { status: 'absent' }, content: { status: 'absent' } } };
  const before = foundValue<StatValue>(answers['stat']);
  const { body, ownership } = declared;
  const value: StatValue = {
    type: 'file',
    mode: ownership.mode === null ? (before?.mode ?? '0644') : wantedMode(ownership.mode, before?.mode, false),
    ...predictOwner(declared, answers, before),
    sizeBytes: body?.sizeBytes ?? before?.sizeBytes ?? 0,
    modified: body === null ? (before?.modified ?? 'pending') : 'pending',
    inode: 'pending',
  };
  const content = body === null ? {} : { content: { status: 'found', value: { sha256: body.sha256 } } as const };
  return { answers: { stat: { status: 'found', value }, ...content } };
}

function predictOwner(
  declared: FileDeclared,
  answers: Answers,
  before: StatValue | undefined,
): Pick<StatValue, 'owner' | 'group' | 'uid' | 'gid'> {
  const { owner, group } = declared.ownership;
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
