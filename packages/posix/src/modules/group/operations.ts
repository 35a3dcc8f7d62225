import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin } from '@setpoint/sdk';
import { isRange, rangeFlags } from '../../accounts/number-range.ts';
import { addMember, isLocal, missingTool, removeMember, withTool } from '../../accounts/script.ts';
import { runOperation } from '../../operations/run-operation.ts';
import type { GroupDeclared, GroupState } from './declared.ts';

/** The tools lock the databases for moments; a minute allows for another one that holds them. */
const timeoutMs = 60_000;

/** One operation that makes the group as declared, or one that deletes it. */
export function groupOperations(declared: GroupDeclared, edits: readonly Edit[], observed: Observed<GroupState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const operation = declared.state === 'absent' ? removeGroup(declared) : setUpGroup(declared, edits, observed);
  return { operations: [operation], reasons: [] };
}

function setUpGroup(declared: GroupDeclared, edits: readonly Edit[], observed: Observed<GroupState>): Operation {
  const changesGid = edits.some((edit) => edit.path === 'gid') && observed.kind !== 'absent';
  const managesMembers = edits.some((edit) => edit.path === 'members');
  const steps = [
    ...existence(declared, observed, changesGid),
    ...(managesMembers ? memberCommands(declared, observed) : []),
  ];
  return runOperation({
    // The title must not tell whether the group was there: a plan on an unknown would have to be taken back.
    title: `set up group ${declared.name}`,
    script: shJoin(steps, ' &&\n'),
    timeoutMs,
    repeatable: true,
    hazards: changesGid ? [orphanedFiles(declared, observed)] : [],
  });
}

function existence(declared: GroupDeclared, observed: Observed<GroupState>, changesGid: boolean): readonly ShellText[] {
  const change = changesGid ? [changeNumber(declared)] : [];
  switch (observed.kind) {
    case 'present':
      return change;
    case 'absent':
      return [create(declared)];
    case 'unknown':
      return [
        sh`if ${isLocal('group', declared.name)}; then ${shJoin([...change, sh`true`], ' && ')}; else ${create(declared)}; fi`,
      ];
    default:
      return observed satisfies never;
  }
}

/** The addgroup of busybox has no way to share a number or to look for one elsewhere. */
function create(declared: GroupDeclared): ShellText {
  const { name, gid, gids, system, nonUnique } = declared;
  const number = gid === null ? [] : ['-g', gid, ...(nonUnique ? ['-o'] : [])];
  const usual = ['groupadd', ...number, ...rangeFlags('GID', gids, system), ...(system ? ['-r'] : []), '--', name];
  const busybox = ['addgroup', ...(gid === null ? [] : ['-g', gid]), ...(system ? ['-S'] : []), name];
  return withTool('groupadd', sh`${usual}`, needsGroupadd(declared) ? missingTool('groupadd') : sh`${busybox}`);
}

/** True when the addgroup of busybox cannot make the group. */
export function needsGroupadd({ nonUnique, gids }: GroupDeclared): boolean {
  return nonUnique || isRange(gids);
}

function changeNumber({ name, gid, nonUnique }: GroupDeclared): ShellText {
  const command = ['groupmod', '-g', gid ?? 0, ...(nonUnique ? ['-o'] : []), '--', name];
  return withTool('groupmod', sh`${command}`, missingTool('groupmod'));
}

function memberCommands(declared: GroupDeclared, observed: Observed<GroupState>): readonly ShellText[] {
  const { name, append } = declared;
  const members = declared.members ?? [];
  if (observed.kind === 'unknown' && !append) {
    return [withTool('gpasswd', sh`gpasswd -M ${members.join(',')} ${name}`, missingTool('gpasswd'))];
  }
  const found = observed.kind === 'present' ? observed.state.members : [];
  const surplus = append ? [] : found.filter((member) => !members.includes(member));
  return [
    ...members.filter((member) => !found.includes(member)).map((member) => addMember(member, name)),
    ...surplus.map((member) => removeMember(member, name)),
  ];
}

function orphanedFiles({ name, gid }: GroupDeclared, observed: Observed<GroupState>): Hazard {
  const old = observed.kind === 'present' ? `the gid ${observed.state.gid}` : 'their gid';
  return {
    kind: 'privilege',
    message: `Files of the group ${name} keep ${old} and no longer belong to it once it is ${gid ?? ''}`,
  };
}

function removeGroup({ name, force }: GroupDeclared): Operation {
  const remove = ['groupdel', ...(force ? ['-f'] : []), '--', name];
  return runOperation({
    title: `remove group ${name}`,
    script: sh`if ${isLocal('group', name)}; then ${withTool('groupdel', sh`${remove}`, sh`delgroup ${name}`)}; fi`,
    timeoutMs,
    repeatable: true,
    hazards: [
      { kind: 'privilege', message: `Files of the group ${name} keep its number, which a later group may be given` },
    ],
  });
}
