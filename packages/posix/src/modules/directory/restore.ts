import { isJsonArray, isUnknown, type Observed, type Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { restoreOwnership } from '../../ownership/restore-ownership.ts';
import { treeSize } from '../../queries/tree.ts';
import { restoreModified } from '../../times/modified.ts';
import type { DirectoryDeclared, DirectoryState } from './declared.ts';

/** The directory as it was: owner, group and mode; or no directory, and none of the parents that were made for it. */
export function restoreDirectory({
  declared,
  before,
  edited,
}: Undo<DirectoryDeclared, DirectoryState>): TypedRestoration<DirectoryDeclared> {
  const { path } = declared;
  switch (before.kind) {
    case 'absent':
      return {
        kind: 'declared',
        declared: absent(path),
        also: madeParents(before).map((parent) => ({ identity: parent, declared: absent(parent) })),
      };
    case 'unknown':
      return { kind: 'irreversible', why: `Nobody could tell what was at ${path} before.` };
    case 'present':
      break;
    default:
      return before satisfies never;
  }
  const { state } = before;
  const wasRemoved = edited.includes('state');
  const ownership = restoreOwnership(state, (property) => wasRemoved || edited.includes(property));
  const lacks = [
    ...(wasRemoved && holdsSomething(state) ? [`What ${path} held was deleted with it and was not kept.`] : []),
    ...(edited.some((property) => property.startsWith('tree.'))
      ? [`Owners and modes of what is below ${path} stay as the run set them.`]
      : []),
  ];
  const isLabelled = edited.includes('selinux') && typeof state.context === 'string';
  const time = state.modified === undefined ? {} : restoreModified(state.modified, edited.includes('modified'));
  const isSame = !wasRemoved && !isLabelled && time.modified === undefined;
  const isNothing = isSame && Object.values(ownership).every((value) => value === null);
  if (isNothing) return { kind: 'irreversible', why: lacks.join(' ') };
  const selinux = isLabelled ? { selinux: state.context } : {};
  return { kind: 'declared', declared: { ...absent(path), state: 'present', ownership, ...selinux, ...time }, lacks };
}

function absent(path: string): DirectoryDeclared {
  const ownership = { owner: null, group: null, mode: null };
  return { path, state: 'absent', ownership, parents: false, tree: null, force: false };
}

/** The innermost first, because a directory goes only when it is empty. */
function madeParents({ remains }: Extract<Observed<DirectoryState>, { kind: 'absent' }>): readonly string[] {
  const missing = remains?.['missingParents'];
  return isJsonArray(missing) ? missing.filter((path) => typeof path === 'string').reverse() : [];
}

function holdsSomething({ tree }: DirectoryState): boolean {
  return tree !== undefined && (isUnknown(tree) || treeSize(tree) > 0);
}
