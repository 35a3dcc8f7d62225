import type { Edit, Observed, Queries, Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { keepChanged } from '../directory/copy/keep.ts';
import { boundedLacks, restoreChanged } from '../directory/copy/restore.ts';
import type { DirectoryDeclared } from '../directory/declared.ts';
import { changedMembers } from './changed-parts.ts';
import type { ArchiveDeclared, ArchiveState } from './declared.ts';
import { extrasOf, placeOf } from './observe.ts';

/** The directory as it was: what was new goes, and what was replaced comes back as far as the journal kept it. */
export function restoreArchive({
  declared,
  before,
  kept,
}: Undo<ArchiveDeclared, ArchiveState>): TypedRestoration<ArchiveDeclared> {
  const { path } = declared;
  if (before.kind === 'unknown') return { kind: 'irreversible', why: `Nobody could tell what was in ${path} before.` };
  const changed = changedMembers(declared, before);
  const { parts, lacks } = restoreChanged(changed.parts, kept);
  const extras = extrasOf(declared, before);
  const all = boundedLacks([
    ...lacks,
    ...changed.retyped.map(({ member }) => `${placeOf(path, member)} is a ${member.type} now, and stays one.`),
    ...('kind' in extras || extras.length > 0 ? [`What was pruned from ${path} was not kept.`] : []),
  ]);
  const wasThere = before.kind === 'present';
  if (parts.length === 0 && wasThere) return { kind: 'irreversible', why: all.join(' ') };
  const back: DirectoryDeclared = {
    path,
    state: wasThere ? 'present' : 'absent',
    ownership: { owner: null, group: null, mode: null },
    parents: false,
    tree: null,
    force: false,
    copy: { parts, prune: false, exclude: [] },
  };
  return { kind: 'declared', declared: { ...declared, members: [], back }, lacks: all };
}

/** The contents that are to be replaced, as far as the journal keeps them. */
export function keepArchive(
  declared: ArchiveDeclared,
  _edits: readonly Edit[],
  observed: Observed<ArchiveState>,
): Queries {
  return keepChanged(changedMembers(declared, observed).parts);
}
