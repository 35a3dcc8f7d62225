import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import { restoreDirectory } from '../restore.ts';
import type { CopyDeclared, Part } from './declared.ts';
import { type ChangedPart, changedParts, copyStateOf } from './diff.ts';
import { workOf } from './parts.ts';

/** The directory and what was copied into it as they were; what was made goes, as far as nothing else stands in it. */
export function restoreCopied(undo: Undo<DirectoryDeclared, DirectoryState>): TypedRestoration<DirectoryDeclared> {
  const { declared, before } = undo;
  const { copy } = declared;
  const own = restoreDirectory({ ...undo, edited: undo.edited.filter((path) => !path.startsWith('source')) });
  if (copy === undefined || before.kind === 'unknown') return own;
  const { parts, lacks } = restoreParts(copy, undo);
  if (own.kind === 'declared') {
    return { ...own, declared: withParts(own.declared, parts), lacks: [...(own.lacks ?? []), ...lacks] };
  }
  if (parts.length === 0)
    return { kind: 'irreversible', why: [own.why, ...lacks].filter((why) => why !== '').join(' ') };
  const ownership = { owner: null, group: null, mode: null };
  const same: DirectoryDeclared = {
    path: declared.path,
    state: 'present',
    ownership,
    parents: false,
    tree: null,
    force: false,
  };
  return { kind: 'declared', declared: withParts(same, parts), lacks };
}

function withParts(declared: DirectoryDeclared, parts: readonly Part[]): DirectoryDeclared {
  return parts.length === 0 ? declared : { ...declared, copy: { parts, prune: false, exclude: [] } };
}

function restoreParts(
  copy: CopyDeclared,
  { declared, before, kept }: Undo<DirectoryDeclared, DirectoryState>,
): { readonly parts: readonly Part[]; readonly lacks: readonly string[] } {
  const { parts, lacks } = restoreChanged(changedParts(copy, before), kept);
  const own: string[] = [];
  if (copy.parts.some((part) => part.kind === 'file' && part.declared.body === null))
    own.push(`Contents of files in ${declared.path} do not come back: they may have held a secret.`);
  const { extras } = copyStateOf(copy, before);
  if ('kind' in extras || extras.length > 0) own.push(`What was pruned from ${declared.path} was not kept.`);
  return { parts, lacks: boundedLacks([...lacks, ...own]) };
}

/** What leads back from changes of parts, in the order in which it is to be done, and what does not come back. */
export function restoreChanged(
  changed: readonly ChangedPart[],
  kept: Undo['kept'],
): { readonly parts: readonly Part[]; readonly lacks: readonly string[] } {
  const parts: Part[] = [];
  const lacks: string[] = [];
  for (const { part, observed, edits } of changed) {
    const back = workOf(part).restore({ before: observed, edited: edits.map(({ path }) => path), kept });
    if (back.kind === 'irreversible') lacks.push(back.why);
    else {
      parts.push(...back.parts);
      lacks.push(...back.lacks);
    }
  }
  // What goes, goes before the directory that holds it.
  const gone = parts.filter((part) => part.declared.state === 'absent').reverse();
  return { parts: [...parts.filter((part) => part.declared.state !== 'absent'), ...gone], lacks };
}

const toldLacks = 20;

/** So many sentences as somebody reads; the rest is counted. */
export function boundedLacks(lacks: readonly string[]): readonly string[] {
  const rest = lacks.length - toldLacks;
  return rest <= 0 ? lacks : [...lacks.slice(0, toldLacks), `${rest} more things do not come back.`];
}
