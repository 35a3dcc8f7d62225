import { isUnknown, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { FoundFile, RepositoryDeclared, RepositoryState, WholeFile } from './declared.ts';

/** The files of the repository as they were: its own, its key, and those that it replaced. */
export function restoreRepository({
  declared,
  before,
  atChange = before,
  kept,
}: Undo<RepositoryDeclared, RepositoryState>): TypedRestoration<RepositoryDeclared> {
  if (atChange.kind !== 'present')
    return { kind: 'irreversible', why: `Nobody could tell how the repository ${declared.name} was before.` };
  const { source, keys, replaced } = atChange.state;
  const files: WholeFile[] = [];
  const lacks: string[] = [];
  for (const file of [source, ...keys, ...replaced]) {
    const body = bodyOf(file, kept);
    if (body === undefined) lacks.push(`${file.path} does not come back: its content was not kept.`);
    else files.push({ path: file.path, body });
  }
  if (files.length === 0) return { kind: 'irreversible', why: lacks.join(' ') };
  return { kind: 'declared', declared: { ...declared, key: null, replaces: [], whole: files }, lacks };
}

/** Null for a file that was not there; undefined for one whose content nobody has. */
function bodyOf({ sha256 }: FoundFile, kept: Undo['kept']): WholeFile['body'] | undefined {
  if (sha256 === null) return null;
  return isUnknown(sha256) ? undefined : kept(sha256);
}
