import { type Answers, type Diagnostic, errorDiagnostic, type Observed, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { missingTools, type NeededTool, toolQueries } from '../../accounts/missing-tools.ts';
import { accountQuery } from '../../queries/account.ts';
import { type GroupValue, groupQuery } from '../../queries/group.ts';
import { membershipQuery, type PrimaryUsersValue, primaryUsersQuery } from '../../queries/membership.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { GroupDeclared, GroupState } from './declared.ts';
import { diffGroup } from './diff.ts';
import { needsGroupadd } from './operations.ts';

/** What a group needs to know: itself, who has its number, its members, and before a deletion whose primary group it is. */
export function groupQueries(declared: GroupDeclared): Queries {
  const { name, gid, members } = declared;
  const group = groupQuery(name);
  if (declared.state === 'absent') return { group, primaryUsers: primaryUsersQuery(name) };
  return {
    group,
    ...toolQueries([
      ...(needsGroupadd(declared) ? ['groupadd' as const] : []),
      ...(gid === null ? [] : ['groupmod' as const]),
    ]),
    ...(gid === null ? {} : { gidHolder: groupQuery(String(gid)) }),
    ...Object.fromEntries(
      (members ?? []).flatMap((member) => [
        [`account ${member}`, accountQuery(member)],
        [`membership ${member}`, membershipQuery(member)],
      ]),
    ),
  };
}

/** What the answers come to; whatever makes the declaration impossible on this node is a problem. */
export function observeGroup(declared: GroupDeclared, answers: Answers): TypedObservation<GroupState> {
  const observed = toObserved(answers);
  const problems = [
    ...directoryProblems(declared, answers, observed),
    ...(declared.state === 'absent'
      ? primaryGroupProblems(declared, answers, observed)
      : [
          ...numberProblems(declared, answers),
          ...memberProblems(declared, answers),
          ...missingTools(answers, neededTools(declared, observed)),
        ]),
  ];
  return { observed, problems };
}

function toObserved(answers: Answers): Observed<GroupState> {
  const answer = answers['group'] ?? { status: 'absent' };
  if (answer.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  if (answer.status === 'absent') return { kind: 'absent' };
  const { gid, members } = answer.value as GroupValue;
  return { kind: 'present', state: { gid, members: members.toSorted() } };
}

function directoryProblems(
  declared: GroupDeclared,
  answers: Answers,
  observed: Observed<GroupState>,
): readonly Diagnostic[] {
  if (foundValue<GroupValue>(answers['group'])?.local !== false) return [];
  const edits = diffGroup(declared, observed);
  if (edits.length === 0) return [];
  return [
    errorDiagnostic('SP621', {
      detail: `The group "${declared.name}" comes from a directory, not from /etc/group, so its ${edits.map((edit) => edit.path).join(', ')} cannot be changed on the node.`,
      hint: 'change it in the directory, or declare a group of another name',
    }),
  ];
}

function primaryGroupProblems(
  declared: GroupDeclared,
  answers: Answers,
  observed: Observed<GroupState>,
): readonly Diagnostic[] {
  const users = foundValue<PrimaryUsersValue>(answers['primaryUsers'])?.users ?? [];
  if (observed.kind === 'absent' || users.length === 0 || declared.force) return [];
  return [
    errorDiagnostic('SP622', {
      detail: `The group "${declared.name}" is the primary group of ${users.join(', ')}; without it their files would belong to a bare number.`,
      hint: `declare another primary group with \`user: ${users[0] ?? ''}\` and \`group:\`, or add \`force: true\``,
    }),
  ];
}

/** What has no counterpart in busybox. */
function neededTools(declared: GroupDeclared, observed: Observed<GroupState>): readonly NeededTool[] {
  const { name } = declared;
  if (observed.kind === 'absent' && needsGroupadd(declared))
    return [{ tool: 'groupadd', what: `"${name}" cannot be made with a shared number or one of a range` }];
  const isRenumbered = observed.kind === 'present' && diffGroup(declared, observed).some(({ path }) => path === 'gid');
  return isRenumbered ? [{ tool: 'groupmod', what: `the gid of "${name}" cannot be changed` }] : [];
}

function numberProblems(declared: GroupDeclared, answers: Answers): readonly Diagnostic[] {
  const holder = foundValue<GroupValue>(answers['gidHolder']);
  if (holder === undefined || holder.name === declared.name || declared.nonUnique) return [];
  return [
    errorDiagnostic('SP620', {
      detail: `The gid ${declared.gid ?? ''} belongs to the group "${holder.name}", so "${declared.name}" cannot have it.`,
      hint: 'declare another gid, or `non_unique: true` when both names are meant to share it',
    }),
  ];
}

function memberProblems(declared: GroupDeclared, answers: Answers): readonly Diagnostic[] {
  const missing = (declared.members ?? []).filter((member) => answers[`account ${member}`]?.status === 'absent');
  return missing.map((member) =>
    errorDiagnostic('SP604', {
      detail: `The account "${member}" does not exist on the node, so the group "${declared.name}" cannot list it.`,
      hint: `declare \`user: ${member}\` before this resource`,
    }),
  );
}
