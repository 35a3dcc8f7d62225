import { type Edit, editValue, type Observed } from '@setpoint/model';
import { pruneEdit } from '../../pruning/list-edit.ts';
import { compareMembers, memberEdits } from './compare.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';
import { extrasOf } from './observe.ts';

/** A plan names so many members one by one. */
const maxEdits = 40;

/** What differs, and what is pruned. Of a great many members the first ones are named, and all that could not be read. */
export function diffArchive(declared: ArchiveDeclared, observed: Observed<ArchiveState>): readonly Edit[] {
  return [...boundedEdits(declared, observed), ...pruneEdit('pruned', extrasOf(declared, observed))];
}

function boundedEdits(declared: ArchiveDeclared, observed: Observed<ArchiveState>): readonly Edit[] {
  const edits = compareMembers(declared, observed).flatMap(memberEdits);
  if (edits.length <= maxEdits) return edits;
  const named = new Set([...edits.filter(({ before }) => before.kind === 'unknown'), ...edits].slice(0, maxEdits));
  const rest: Edit = {
    path: 'members',
    before: editValue(`${edits.length - named.size} more differ`),
    after: editValue('as in the archive'),
  };
  return [...edits.filter((edit) => named.has(edit)), rest];
}
