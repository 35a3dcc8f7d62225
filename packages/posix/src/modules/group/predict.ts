import type { Answer, Answers, Prediction } from '@setpoint/model';
import type { GroupValue } from '../../queries/group.ts';
import type { MembershipValue } from '../../queries/membership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { GroupDeclared } from './declared.ts';
import { wantedMembers } from './diff.ts';

/** What the node will answer once the group is as declared. */
export function predictGroup(declared: GroupDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') {
    return { answers: { group: { status: 'absent' }, primaryUsers: { status: 'found', value: { users: [] } } } };
  }
  const before = foundValue<GroupValue>(answers['group']);
  const value: GroupValue = {
    name: declared.name,
    gid: declared.gid ?? before?.gid ?? null,
    members: wantedMembers(declared, before && { gid: before.gid, members: before.members }) ?? before?.members ?? [],
    local: before?.local ?? true,
  };
  const group: Answer = { status: 'found', value };
  return {
    answers: {
      group,
      // A name that already has the number stays the one that the number is looked up as.
      ...(declared.gid === null || answers['gidHolder']?.status === 'found' ? {} : { gidHolder: group }),
      ...predictMemberships(declared, answers, value),
    },
  };
}

function predictMemberships({ members }: GroupDeclared, answers: Answers, { name, gid }: GroupValue): Answers {
  const predicted: Record<string, Answer> = {};
  for (const member of members ?? []) {
    const key = `membership ${member}`;
    const before = foundValue<MembershipValue>(answers[key]) ?? { primary: null, groups: [] };
    const others = before.groups.filter((group) => group.name !== name);
    predicted[key] = { status: 'found', value: { ...before, groups: [...others, { name, gid }] } };
  }
  return predicted;
}
