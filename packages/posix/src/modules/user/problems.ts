import { type Answers, type Diagnostic, errorDiagnostic, type Observed } from '@setpoint/model';
import { missingTools, type NeededTool } from '../../accounts/missing-tools.ts';
import type { AccountValue } from '../../queries/account.ts';
import type { GroupValue } from '../../queries/group.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import { isAgeing } from './ageing.ts';
import { usermodPaths } from './change-script.ts';
import { needsUseradd } from './create-script.ts';
import { homeOf, type UserDeclared, type UserState } from './declared.ts';
import { diffUser } from './diff.ts';

/** What makes the declared user impossible on this node. */
export function userProblems(
  declared: UserDeclared,
  answers: Answers,
  observed: Observed<UserState>,
): readonly Diagnostic[] {
  const foreign = directoryProblems(declared, observed);
  if (declared.state === 'absent') return [...foreign, ...removalProblems(declared, answers, observed)];
  return [
    ...foreign,
    ...numberProblems(declared, answers),
    ...groupProblems(declared, answers),
    ...homeProblems(declared, answers, observed),
    ...lingerProblems(declared, answers),
    ...sshKeyMissing(declared, answers, observed),
    ...missingTools(answers, neededTools(declared, observed)),
  ];
}

/** An account of a directory can join groups of the node, have a key and linger; everything else stands in the directory. */
function directoryProblems(declared: UserDeclared, observed: Observed<UserState>): readonly Diagnostic[] {
  if (observed.kind !== 'present' || observed.state.local) return [];
  const paths = diffUser(declared, observed)
    .map((edit) => edit.path)
    .filter((path) => !['groups', 'ssh_key', 'linger'].includes(path));
  if (paths.length === 0) return [];
  return [
    errorDiagnostic('SP621', {
      detail: `The account "${declared.name}" comes from a directory, not from /etc/passwd, so its ${paths.join(', ')} cannot be changed on the node.`,
      hint: 'change it in the directory; only `groups` of the node, `ssh_key` and `linger` can be declared for it',
    }),
  ];
}

function numberProblems(declared: UserDeclared, answers: Answers): readonly Diagnostic[] {
  const holder = foundValue<AccountValue>(answers['uidHolder']);
  if (holder === undefined || holder.name === declared.name || declared.nonUnique) return [];
  const own = foundValue<AccountValue>(answers['account']);
  // Two names share the number already, and the node names the other one first.
  if (own !== undefined && own.uid === declared.uid) return [];
  return [
    errorDiagnostic('SP620', {
      detail: `The uid ${declared.uid ?? ''} belongs to the account "${holder.name}", so "${declared.name}" cannot have it.`,
      hint: 'declare another uid, or `non_unique: true` when both names are meant to share it',
    }),
  ];
}

function groupProblems(declared: UserDeclared, answers: Answers): readonly Diagnostic[] {
  const primary = declared.group === null ? [] : [{ name: declared.group, role: 'primary group' }];
  const further = (declared.groups ?? []).map((name) => ({ name, role: 'group' }));
  return [...primary, ...further].flatMap(({ name, role }) => {
    const answer = answers[`group ${name}`];
    if (answer?.status === 'absent') {
      return [
        errorDiagnostic('SP604', {
          detail: `The ${role} "${name}" of the account "${declared.name}" does not exist on the node.`,
          hint: `declare \`group: ${name}\` before this resource`,
        }),
      ];
    }
    if (role !== 'group' || foundValue<GroupValue>(answer)?.local !== false) return [];
    return [
      errorDiagnostic('SP621', {
        detail: `The group "${name}" comes from a directory, not from /etc/group, so the account "${declared.name}" cannot be added to it on the node.`,
        hint: 'add the account to the group in the directory',
      }),
    ];
  });
}

function homeProblems(declared: UserDeclared, answers: Answers, observed: Observed<UserState>): readonly Diagnostic[] {
  const usesHome = observed.kind !== 'present' ? declared.createHome : declared.needsHome;
  const type = foundValue<StatValue>(answers['homeTarget'])?.type;
  const path = homeOf(declared);
  if (!usesHome || type === undefined || type === 'directory') return [];
  return [
    errorDiagnostic('SP603', {
      detail: `${path} is a ${type.replace('-', ' ')}, so it cannot be the home directory of "${declared.name}".`,
      hint: 'remove it, declare another `home:`, or add `create_home: false`',
    }),
  ];
}

/** userdel deletes the account first, and then leaves such a home where it is. */
function removalProblems(
  declared: UserDeclared,
  answers: Answers,
  observed: Observed<UserState>,
): readonly Diagnostic[] {
  const home = foundValue<StatValue>(answers['home']);
  const path = homeOf(declared);
  if (!declared.removeHome || observed.kind !== 'present' || home === undefined || observed.state.home !== path)
    return [];
  if (home.type === 'link') {
    const detail = `${path} is a symbolic link, so the home directory of "${declared.name}" cannot be deleted with the account.`;
    return [
      errorDiagnostic('SP603', {
        detail,
        hint: 'remove `remove_home`, and declare what is to go by `directory` and `link`',
      }),
    ];
  }
  if (home.uid === observed.state.uid || declared.force) return [];
  const detail = `${path} belongs to ${home.owner || home.uid}, so it cannot be deleted with the account "${declared.name}".`;
  return [
    errorDiagnostic('SP603', { detail, hint: 'remove `remove_home`, or add `force: true` to delete it all the same' }),
  ];
}

function lingerProblems({ name, linger }: UserDeclared, answers: Answers): readonly Diagnostic[] {
  if (linger !== true || answers['logind']?.status !== 'absent') return [];
  const detail = `The node has no program \`loginctl\`, so "${name}" cannot linger.`;
  return [
    errorDiagnostic('SP685', {
      detail,
      hint: 'remove `linger`, or declare the package of systemd before this resource',
    }),
  ];
}

/** What has no counterpart in busybox. Of an account that only the node will tell of, nobody knows what is to be changed. */
function neededTools(declared: UserDeclared, observed: Observed<UserState>): readonly NeededTool[] {
  const edits = diffUser(declared, observed);
  const { name } = declared;
  const paths = observed.kind === 'present' && observed.state.local ? usermodPaths(edits) : [];
  const ageing = edits.map(({ path }) => path).filter(isAgeing);
  return [
    ...(observed.kind === 'absent' && needsUseradd(declared)
      ? [{ tool: 'useradd', what: `"${name}" cannot be made with a shared number or one of a range` } as const]
      : []),
    ...(paths.length === 0
      ? []
      : [{ tool: 'usermod', what: `the ${paths.join(', ')} of "${name}" cannot be changed` } as const]),
    ...(ageing.length === 0
      ? []
      : [{ tool: 'chage', what: `the ${ageing.join(', ')} of "${name}" cannot be set` } as const]),
  ];
}

function sshKeyMissing(declared: UserDeclared, answers: Answers, observed: Observed<UserState>): readonly Diagnostic[] {
  if (answers['keygen']?.status !== 'absent') return [];
  if (!diffUser(declared, observed).some(({ path }) => path === 'ssh_key')) return [];
  const detail = `The node has no program \`ssh-keygen\`, so no key can be made for "${declared.name}".`;
  return [
    errorDiagnostic('SP689', {
      detail,
      hint: 'declare its package before this resource, such as `package: openssh-client`',
    }),
  ];
}
