import { type Edit, type Hazard, isUnknown, type Observed } from '@setpoint/model';
import { homeOf, type UserDeclared, type UserState } from './declared.ts';
import { groupChanges } from './groups.ts';

/** What setting up the account can do to the node's rights. */
export function userHazards(
  declared: UserDeclared,
  edits: readonly Edit[],
  observed: Observed<UserState>,
): readonly Hazard[] {
  const paths = new Set(edits.map((edit) => edit.path));
  const messages = [
    ...(paths.has('uid') ? uidMessages(declared, observed) : []),
    ...(paths.has('groups') ? groupMessages(declared, observed) : []),
    ...(declared.group !== null && paths.has('group') && powerfulGroups.has(declared.group)
      ? [`${declared.name} gets ${declared.group} as primary group, which gives rights of root`]
      : []),
  ];
  return messages.map((message) => ({ kind: 'privilege', message }));
}

/** Groups whose members can become root, or read what only root should, on the systems that have them. */
const powerfulGroups: ReadonlySet<string> = new Set([
  'adm',
  'admin',
  'disk',
  'docker',
  'incus-admin',
  'libvirt',
  'lxd',
  'root',
  'shadow',
  'sudo',
  'wheel',
]);

function uidMessages({ name, uid }: UserDeclared, observed: Observed<UserState>): readonly string[] {
  const messages = uid === 0 && name !== 'root' ? [`${name} gets the uid 0 and with it all rights of root`] : [];
  if (observed.kind === 'absent') return messages;
  const old = observed.kind === 'present' ? ` ${observed.state.uid ?? ''}` : '';
  return [...messages, `Files of ${name} outside its home directory keep the old uid${old}`];
}

function groupMessages(declared: UserDeclared, observed: Observed<UserState>): readonly string[] {
  const { name } = declared;
  const state = observed.kind === 'present' ? observed.state : undefined;
  const known = state === undefined || isUnknown(state.groups) ? undefined : { ...state, groups: state.groups };
  const { missing, surplus } =
    known === undefined ? { missing: declared.groups ?? [], surplus: [] } : groupChanges(declared, known);
  const powerful = missing.filter((group) => powerfulGroups.has(group));
  return [
    ...(powerful.length === 0 ? [] : [`${name} joins ${powerful.join(', ')}, which gives rights of root`]),
    ...(surplus.length === 0 ? [] : [`${name} leaves ${surplus.join(', ')} and loses what these groups allow`]),
    ...(known === undefined && observed.kind !== 'absent' && !declared.append
      ? [`${name} leaves every group that is not declared`]
      : []),
  ];
}

/** What is lost with the account. */
export function removalHazards(declared: UserDeclared, observed: Observed<UserState>): readonly Hazard[] {
  const { name, removeHome, force } = declared;
  const home = observed.kind === 'present' ? observed.state.home : homeOf(declared);
  return [
    { kind: 'data-loss', message: `The account ${name} and its password are deleted` },
    ...(removeHome
      ? [{ kind: 'data-loss', message: `${home} and the mail spool are deleted with all their content` } as const]
      : []),
    { kind: 'connectivity', message: `Nobody logs in as ${name} any more, also not Setpoint` },
    { kind: 'privilege', message: `Files of ${name} that stay keep its uid, which a later account may be given` },
    ...(force
      ? [{ kind: 'service-interruption', message: `Processes of ${name} lose their account while they run` } as const]
      : []),
  ];
}
