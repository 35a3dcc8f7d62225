import { type Edit, type EditValue, editValue, isUnknown, type Observed, type UnknownCause } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import { diffOwnership } from '../../ownership/ownership.ts';
import { type TreeValue, treeSize } from '../../queries/tree.ts';
import { type ContextState, diffContext } from '../../selinux/context.ts';
import { diffModified } from '../../times/modified.ts';
import type { DirectoryDeclared, DirectoryState, TreeDeclared } from './declared.ts';
import { type TreeProperty, treeProperties } from './tree-properties.ts';

/** At most this many entries are listed with an edit; the rest is counted. */
const listedEntries = 50;

/** The properties of a directory, and of what it holds, that differ from their declaration. */
export function diffDirectory(declared: DirectoryDeclared, observed: Observed<DirectoryState>): readonly Edit[] {
  if (declared.state === 'absent') return observed.kind === 'absent' ? [] : [removal(observed)];
  switch (observed.kind) {
    case 'present':
      return [
        ...diffOwnership(declared.ownership, observed.state, true),
        ...diffContext(declared.selinux, observed.state),
        ...diffModified(declared.modified, observed.state.modified),
        ...(declared.tree === null ? [] : diffTree(declared.tree, observed.state.tree)),
      ];
    case 'absent':
      return creation(declared, observed.remains ?? {});
    case 'unknown': {
      const unread = declared.tree === null ? [] : unknownTree(declared.tree, observed.cause);
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      return [...creation(declared, { context: null }).map(({ path, after }) => ({ path, before, after })), ...unread];
    }
    default:
      return observed satisfies never;
  }
}

function creation(declared: DirectoryDeclared, context: ContextState): readonly Edit[] {
  return [
    { path: 'state', before: { kind: 'absent' }, after: editValue('present') },
    ...diffOwnership(declared.ownership, undefined, true),
    ...diffContext(declared.selinux, context),
    ...diffModified(declared.modified, undefined),
  ];
}

function removal(observed: Observed<DirectoryState>): Edit {
  const before: EditValue =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue('present');
  const tree = observed.kind === 'present' ? observed.state.tree : undefined;
  const hunks =
    tree === undefined || isUnknown(tree) || treeSize(tree) === 0 ? undefined : textDiff(listTree(tree), '');
  return { path: 'state', before, after: editValue('absent'), ...(hunks === undefined ? {} : { hunks }) };
}

function listTree(tree: TreeValue): string {
  const names = tree.groups.flatMap((group) =>
    group.names.map((name) => (group.type === 'directory' ? `${name}/` : name)),
  );
  return listed(names.sort(), treeSize(tree));
}

/** One line per name, and one that counts those left out. */
function listed(names: readonly string[], count: number): string {
  const shown = names.slice(0, listedEntries);
  const rest = count - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].map((line) => `${line}\n`).join('');
}

function diffTree(wanted: TreeDeclared, tree: DirectoryState['tree']): readonly Edit[] {
  if (tree === undefined) return [];
  if (isUnknown(tree)) return unknownTree(wanted, tree.cause);
  return treeProperties(wanted).flatMap((property) => treeEdit(property, tree));
}

function unknownTree(wanted: TreeDeclared, cause: UnknownCause): readonly Edit[] {
  return treeProperties(wanted).map(({ path, value }) => ({
    path,
    before: { kind: 'unknown', cause },
    after: editValue(value),
  }));
}

function treeEdit({ path, value, concerns, found, wanted }: TreeProperty, tree: TreeValue): readonly Edit[] {
  const differing = tree.groups.filter((group) => concerns(group) && wanted(group) !== found(group));
  if (differing.length === 0) return [];
  const counts: Record<string, number> = {};
  const lines: { readonly name: string; readonly before: string; readonly after: string }[] = [];
  for (const group of differing) {
    counts[found(group)] = (counts[found(group)] ?? 0) + group.count;
    for (const name of group.names) lines.push({ name, before: found(group), after: wanted(group) });
  }
  lines.sort((left, right) => (left.name < right.name ? -1 : 1));
  const count = differing.reduce((sum, group) => sum + group.count, 0);
  const list = (side: 'before' | 'after'): string =>
    listed(
      lines.map((line) => `${line[side]} ${line.name}`),
      count,
    );
  return [{ path, before: editValue(counts), after: editValue(value), hunks: textDiff(list('before'), list('after')) }];
}
