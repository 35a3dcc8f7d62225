import { type Edit, editValue, type Observed } from '@setpoint/model';
import { compareMembers } from './compare.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';

/** A plan names so many members one by one. */
const maxEdits = 40;

/** The members that differ; of a great many the first ones are named, and all that could not be read. */
export function diffArchive(declared: ArchiveDeclared, observed: Observed<ArchiveState>): readonly Edit[] {
  const edits = compareMembers(declared, observed).flatMap((change) => change.edits);
  if (edits.length <= maxEdits) return edits;
  const named = new Set([...edits.filter(({ before }) => before.kind === 'unknown'), ...edits].slice(0, maxEdits));
  const rest: Edit = {
    path: 'members',
    before: editValue(`${edits.length - named.size} more differ`),
    after: editValue('as in the archive'),
  };
  return [...edits.filter((edit) => named.has(edit)), rest];
}
