import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type Observed,
  type Queries,
  type Query,
  type Unknown,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { ownershipProblems, ownershipQueries } from '../../ownership/ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { extraProblems, extrasQuery, findExtras } from '../../pruning/extras.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import type { ArchiveDeclared, ArchiveState, FoundMember } from './declared.ts';
import type { Member } from './members.ts';

/** What an archive needs to know: the directory, its parent, the owner, and what stands at the path of each member. */
export function archiveQueries(declared: ArchiveDeclared): Queries {
  const { path, members, owner, group, prune } = declared;
  return {
    directory: statQuery(path, { follow: true }),
    parent: statQuery(parentOf(path), { follow: true }),
    ...ownershipQueries({ owner, group, mode: null }),
    ...Object.fromEntries(members.flatMap((member) => memberQueries(path, member))),
    ...(prune ? { listing: extrasQuery(path, members.length) } : {}),
  };
}

/** The names of the queries that tell of a member. */
export const memberNames = {
  stat: (member: Member) => `stat ${member.path}`,
  content: (member: Member) => `content ${member.path}`,
};

/** Where a member stands on the node. */
export function placeOf(directory: string, member: { readonly path: string }): string {
  return `${directory === '/' ? '' : directory}/${member.path}`;
}

function memberQueries(directory: string, member: Member): readonly (readonly [string, Query])[] {
  const path = placeOf(directory, member);
  const stat = [memberNames.stat(member), statQuery(path)] as const;
  if (member.type !== 'file') return [stat];
  // The digest is all that is asked for: nobody could show what an archive differs in.
  const content: ContentQuery = { kind: 'content', path, unless: member.sha256, limitBytes: 0, follow: false };
  return [stat, [memberNames.content(member), content]];
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeArchive(declared: ArchiveDeclared, answers: Answers): TypedObservation<ArchiveState> {
  const directory = answers['directory'] ?? { status: 'absent' };
  const observed = toObserved(declared, directory, answers);
  const problems = [
    ...directoryProblems(declared.path, directory, answers['parent']),
    ...ownershipProblems({ ...declared, mode: null }, answers),
    ...(observed.kind === 'present' ? obstacles(declared, observed.state) : []),
    ...extraProblems(extrasOf(declared, observed), 'the archive'),
  ];
  return { observed, problems };
}

function toObserved(declared: ArchiveDeclared, directory: Answer, answers: Answers): Observed<ArchiveState> {
  if (directory.status === 'unknown') return { kind: 'unknown', cause: directory.cause };
  if (directory.status === 'absent') return { kind: 'absent' };
  const found = declared.members.flatMap((member): (readonly [string, FoundMember | Unknown])[] => {
    const state = stateOf(answers[memberNames.stat(member)], answers[memberNames.content(member)]);
    return state === undefined ? [] : [[member.path, state]];
  });
  const { prune, exclude } = declared;
  const names = new Set(declared.members.map(({ path }) => path));
  const extras = prune ? findExtras({ names, exclude }, answers['listing']) : [];
  return { kind: 'present', state: { members: Object.fromEntries(found), extras } };
}

/** What is to be pruned, whatever became of the directory. */
export function extrasOf({ prune }: ArchiveDeclared, observed: Observed<ArchiveState>): ArchiveState['extras'] {
  if (observed.kind === 'present') return observed.state.extras;
  return prune && observed.kind === 'unknown' ? unknown(observed.cause) : [];
}

function stateOf(stat: Answer | undefined, content: Answer | undefined): FoundMember | Unknown | undefined {
  if (stat === undefined || stat.status === 'absent') return undefined;
  if (stat.status === 'unknown') return unknown(stat.cause);
  const { type, mode, uid, gid, owner, group, sizeBytes, modified, target } = stat.value as StatValue;
  const sha256 = type === 'file' ? digestOf(content) : undefined;
  return {
    type,
    mode,
    uid,
    gid,
    owner,
    group,
    sizeBytes,
    modified,
    ...(target === undefined ? {} : { target }),
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

function digestOf(content: Answer | undefined): string | Unknown | undefined {
  if (content === undefined) return undefined;
  if (content.status === 'unknown') return unknown(content.cause);
  return foundValue<ContentValue>(content)?.sha256;
}

function directoryProblems(path: string, directory: Answer, parent: Answer | undefined): readonly Diagnostic[] {
  if (directory.status === 'found' && (directory.value as StatValue).type !== 'directory') {
    const detail = `${path} is no directory, so nothing can be unpacked into it.`;
    return [errorDiagnostic('SP603', { detail, hint: 'name another directory, or remove what stands there first' })];
  }
  if (directory.status !== 'absent') return [];
  const above = parentOf(path);
  if (parent?.status === 'absent') {
    const hint = `declare \`directory: ${path}\` with \`parents: true\` before this resource`;
    return [errorDiagnostic('SP604', { detail: `The directory ${above} does not exist.`, hint })];
  }
  if (parent?.status !== 'found' || (parent.value as StatValue).type === 'directory') return [];
  return [errorDiagnostic('SP603', { detail: `${above} is not a directory, so nothing can be made in it.` })];
}

/** One problem of a directory is often that of hundreds of members. */
const maxTold = 10;

function obstacles({ path, members }: ArchiveDeclared, { members: found }: ArchiveState): readonly Diagnostic[] {
  const inTheWay = members.filter((member) => {
    const state = found[member.path];
    return state !== undefined && !isUnknown(state) && !mayReplace(member, state);
  });
  return inTheWay.slice(0, maxTold).map((member) => {
    const type = (found[member.path] as FoundMember).type.replace('-', ' ');
    return errorDiagnostic('SP637', {
      detail: `${placeOf(path, member)} is a ${type}, and the archive holds a ${member.type} of that name.`,
      hint: 'remove what stands there, or leave the member out with `exclude`',
    });
  });
}

/** A file or a link takes the place of either; everything else is left to a person. */
function mayReplace({ type }: Member, found: FoundMember): boolean {
  if (type === 'directory') return found.type === 'directory';
  return found.type === 'file' || found.type === 'link';
}
