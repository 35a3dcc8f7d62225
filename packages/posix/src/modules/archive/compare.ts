import { type Edit, type EditValue, editValue, isUnknown, type Observed, type Unknown } from '@setpoint/model';
import { diffOwnership, wantedMode } from '../../ownership/ownership.ts';
import type { ArchiveDeclared, ArchiveState, FoundMember } from './declared.ts';
import type { Member } from './members.ts';

/** One member that differs from what stands on the node. */
export type MemberChange = {
  readonly member: Member;
  /** Undefined where nothing stands. */
  readonly found: FoundMember | Unknown | undefined;
  /** The mode that it is to have; null for a link. */
  readonly mode: string | null;
  /** The content, the target, or that nothing stands there; under the name of the member. */
  readonly content: readonly Edit[];
  /** Owner, group and mode of what stands there. */
  readonly own: readonly Edit[];
};

/** The edits of a member, each under its name. */
export function memberEdits({ member, content, own }: MemberChange): readonly Edit[] {
  return [...content, ...own.map((edit) => ({ ...edit, path: `${shown(member.path)} ${edit.path}` }))];
}

/** The members that differ, in their order. */
export function compareMembers(declared: ArchiveDeclared, observed: Observed<ArchiveState>): readonly MemberChange[] {
  return declared.members.flatMap((member) => {
    const found = foundOf(member, observed);
    const mode = modeOf(declared, member, found);
    const { content, own } = editsOf(declared, { member, found, mode });
    return content.length + own.length === 0 ? [] : [{ member, found, mode, content, own }];
  });
}

function foundOf({ path }: Member, observed: Observed<ArchiveState>): MemberChange['found'] {
  if (observed.kind === 'unknown') return { kind: 'unknown', cause: observed.cause };
  return observed.kind === 'absent' ? undefined : observed.state.members[path];
}

/** A directory that is there keeps its mode unless one is declared: other software may rely on it. */
function modeOf(
  { fileMode, directoryMode }: ArchiveDeclared,
  member: Member,
  found: MemberChange['found'],
): string | null {
  if (member.type === 'link') return null;
  const isDirectory = member.type === 'directory';
  const known = found === undefined || isUnknown(found) || found.type !== member.type ? undefined : found.mode;
  const declaredMode = isDirectory ? directoryMode : fileMode;
  if (declaredMode !== null) return wantedMode(declaredMode, member.mode ?? known, isDirectory);
  if (isDirectory && known !== undefined) return known;
  return member.mode ?? known ?? (isDirectory ? '0755' : '0644');
}

type Compared = Pick<MemberChange, 'member' | 'found' | 'mode'>;

type ComparedEdits = Pick<MemberChange, 'content' | 'own'>;

function editsOf({ owner, group, keepNewer }: ArchiveDeclared, { member, found, mode }: Compared): ComparedEdits {
  const path = shown(member.path);
  if (found !== undefined && isUnknown(found)) {
    return { content: [{ path, before: { kind: 'unknown', cause: found.cause }, after: afterOf(member) }], own: [] };
  }
  if (keepNewer && member.type === 'file' && found !== undefined && isNewer(found, member))
    return { content: [], own: [] };
  const content = isSame(member, found) ? [] : [{ path, before: beforeOf(found), after: afterOf(member) }];
  const known = found?.type === member.type ? found : undefined;
  const own = known === undefined ? [] : diffOwnership({ owner, group, mode }, known, member.type === 'directory');
  return { content, own };
}

function isSame(member: Member, found: FoundMember | undefined): boolean {
  if (found?.type !== member.type) return false;
  if (member.type === 'file') return found.sha256 === member.sha256;
  return member.type === 'directory' || found.target === member.target;
}

/** Archives know whole seconds, and nodes tell times as text of one form in UTC. */
function isNewer({ modified }: FoundMember, member: Member): boolean {
  if (modified === 'pending' || member.modified === null) return false;
  const [date = '', time = ''] = modified.split(' ');
  return Math.floor(Date.parse(`${date}T${time.slice(0, 8)}Z`) / 1000) > member.modified;
}

function beforeOf(found: FoundMember | undefined): EditValue {
  if (found === undefined) return { kind: 'absent' };
  if (found.type === 'link') return editValue(`link to ${found.target ?? '?'}`);
  if (found.type !== 'file') return editValue(found.type);
  if (found.sha256 === undefined || isUnknown(found.sha256)) {
    const cause = found.sha256?.cause ?? ({ kind: 'unavailable', what: 'it changed while it was read' } as const);
    return { kind: 'unknown', cause };
  }
  return { kind: 'content', sizeBytes: found.sizeBytes, sha256: found.sha256 };
}

function afterOf(member: Member): EditValue {
  if (member.type === 'file') return { kind: 'content', sizeBytes: member.sizeBytes, sha256: member.sha256 };
  return editValue(member.type === 'link' ? `link to ${member.target}` : 'directory');
}

/** A name as it is, unless something in it would be taken for something else. */
function shown(path: string): string {
  return /[\p{C}]/u.test(path) ? JSON.stringify(path) : path;
}
