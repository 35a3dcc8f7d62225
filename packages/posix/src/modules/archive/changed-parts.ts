import { isUnknown, type Observed } from '@setpoint/model';
import { directoryPart, filePart, linkPart, type Part, type PartState } from '../directory/copy/declared.ts';
import type { ChangedPart } from '../directory/copy/diff.ts';
import { compareMembers, type MemberChange } from './compare.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';
import { placeOf } from './observe.ts';

/** The members that differ, each as a file, a directory or a link of its own: that is how they are kept and brought back. */
export type ChangedMembers = {
  readonly parts: readonly ChangedPart[];
  /** Members that take the place of something of another type, which no part of one type could bring back. */
  readonly retyped: readonly MemberChange[];
};

/** Takes the members that differ apart. */
export function changedMembers(declared: ArchiveDeclared, observed: Observed<ArchiveState>): ChangedMembers {
  const changes = compareMembers(declared, observed);
  return {
    parts: changes.filter((change) => !isRetyped(change)).map((change) => toChangedPart(declared, change)),
    retyped: changes.filter(isRetyped),
  };
}

function isRetyped({ member, found }: MemberChange): boolean {
  return found !== undefined && !isUnknown(found) && found.type !== member.type;
}

function toChangedPart(declared: ArchiveDeclared, change: MemberChange): ChangedPart {
  const { content, own, found } = change;
  return {
    part: toPart(declared, change),
    observed: toObserved(found),
    edits: [...content.map((edit) => ({ ...edit, path: contentPath(change) })), ...own],
  };
}

/** The name that the change of a content has in the type of the part. */
function contentPath({ member: { type }, found }: MemberChange): string {
  if (found === undefined || type === 'directory') return 'state';
  return type === 'file' ? 'content' : 'target';
}

function toObserved(found: MemberChange['found']): Observed<PartState> {
  if (found === undefined) return { kind: 'absent' };
  if (isUnknown(found)) return { kind: 'unknown', cause: found.cause };
  return { kind: 'present', state: found as PartState };
}

function toPart({ path: directory, owner, group }: ArchiveDeclared, { member, mode }: MemberChange): Part {
  const { path: name } = member;
  const path = placeOf(directory, member);
  const ownership = { owner, group, mode };
  switch (member.type) {
    case 'file': {
      const body = { sha256: member.sha256, sizeBytes: member.sizeBytes };
      return { kind: 'file', name, declared: filePart({ path, body, ownership, createMode: '0644' }) };
    }
    case 'directory':
      return { kind: 'directory', name, declared: directoryPart(path, ownership) };
    case 'link':
      return { kind: 'link', name, declared: linkPart(path, member.target, ownership) };
    default:
      return member satisfies never;
  }
}
