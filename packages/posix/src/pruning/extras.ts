import { type Answer, type Diagnostic, errorDiagnostic, pathGlobs, type Unknown, unknown } from '@setpoint/model';
import { foundValue } from '../queries/query-kind.ts';
import type { FileType } from '../queries/stat.ts';
import { type TreeQuery, type TreeValue, treeQuery, treeSize } from '../queries/tree.ts';

/** Something in a directory that is not in what the directory is to be a copy of; `name` is its path in the directory. */
export type Extra = { readonly name: string; readonly type: FileType };

/** What belongs into a directory: by name, and what is spared by globs. */
export type Belonging = { readonly names: ReadonlySet<string>; readonly exclude: readonly string[] };

/** What is not in the source is told by name up to this number; more is nothing that a plan could show. */
const mostExtras = 2000;

/** Asks what a directory holds, with names enough to tell what does not belong to the `count` entries that do. */
export function extrasQuery(path: string, count: number): TreeQuery {
  return treeQuery(path, { deep: true, nameLimit: count + mostExtras });
}

/** What the directory holds and its source does not, each directory before what it holds; undecided while it cannot be listed as a whole. */
export function findExtras(belonging: Belonging, listing: Answer | undefined): readonly Extra[] | Unknown {
  if (listing?.status === 'unknown') return unknown(listing.cause);
  const tree = foundValue<TreeValue>(listing);
  if (tree === undefined) return [];
  if (!tree.isWhole) return unknown({ kind: 'denied', what: 'a part of what is in the directory' });
  return [...extrasIn(belonging, tree)].sort(({ name: left }, { name: right }) => (left < right ? -1 : 1));
}

function* extrasIn({ names: known, exclude }: Belonging, tree: TreeValue): Iterable<Extra> {
  const isExcluded = pathGlobs(exclude);
  const names = tree.groups.flatMap((group) => group.names.map((name): Extra => ({ name, type: group.type })));
  const spared = new Set(names.filter(({ name }) => isExcluded(name)).flatMap(({ name }) => withParents(name)));
  for (const extra of names) if (!known.has(extra.name) && !spared.has(extra.name)) yield extra;
  // Names that were not told are more than any plan could show.
  const untold = treeSize(tree) - names.length;
  for (let count = 0; count < untold; count += 1) yield { name: '', type: 'other' };
}

/** A directory that holds what stays must stay too. */
function withParents(name: string): readonly string[] {
  const names = [name];
  for (let slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1))
    names.push(name.slice(0, slash));
  return names;
}

/** Refuses to prune more than a plan could show; `source` is what the directory is a copy of. */
export function extraProblems(extras: readonly Extra[] | Unknown, source: string): readonly Diagnostic[] {
  if ('kind' in extras || extras.length <= mostExtras) return [];
  const detail = `${extras.length} entries of the directory are not in ${source}, and at most ${mostExtras} are pruned at once.`;
  const hint = 'check the path; or remove the directory with `state: absent` and `force: true` first';
  return [errorDiagnostic('SP610', { detail, hint })];
}
