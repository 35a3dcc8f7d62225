import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { ownershipProblems, ownershipQueries } from '../../ownership/ownership.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type StatValue, statQuery } from '../../queries/stat.ts';
import { type TreeValue, treeQuery, treeSize } from '../../queries/tree.ts';
import { observeContext, selinuxQueries } from '../../selinux/context.ts';
import type { DirectoryDeclared, DirectoryState } from './declared.ts';

/** What a directory needs to know: itself, its parents, its owner, and what it holds where that matters. */
export function directoryQueries(declared: DirectoryDeclared): Queries {
  const { path, tree, ownership } = declared;
  // The second look is there to be predicted: other resources ask for this path in either way.
  const looks = { stat: statQuery(path), target: statQuery(path, { follow: true }) };
  if (declared.state === 'absent') return { ...looks, tree: treeQuery(path, { deep: declared.force }) };
  const parents = ancestorsOf(declared).map((ancestor): [string, ReturnType<typeof statQuery>] => [
    parentName(ancestor),
    statQuery(ancestor, { follow: true }),
  ]);
  return {
    ...looks,
    ...Object.fromEntries(parents),
    ...(tree === null ? {} : { tree: treeQuery(path, { deep: true }) }),
    ...selinuxQueries(path, declared.selinux),
    ...ownershipQueries(ownership),
  };
}

/** The directories that must be there first, outermost first: all parents when they may be made, else the nearest. */
export function ancestorsOf({ path, parents }: DirectoryDeclared): readonly string[] {
  const ancestors: string[] = [];
  for (let parent = parentOf(path); ; parent = parentOf(parent)) {
    ancestors.unshift(parent);
    if (!parents || parent === '/') return ancestors;
  }
}

/** The name of the query that looks at a parent. */
export function parentName(ancestor: string): string {
  return `parent ${ancestor}`;
}

/** The parents that are not there and will be made, outermost first. */
export function missingParents(declared: DirectoryDeclared, answers: Answers): readonly string[] {
  return ancestorsOf(declared).filter((ancestor) => answers[parentName(ancestor)]?.status === 'absent');
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeDirectory(declared: DirectoryDeclared, answers: Answers): TypedObservation<DirectoryState> {
  const stat = answers['stat'] ?? { status: 'absent' };
  const obstacle = stat.status === 'found' ? obstacleAt(declared.path, stat.value as StatValue) : undefined;
  if (obstacle !== undefined) return { observed: { kind: 'absent' }, problems: [obstacle] };
  const observed = toObserved(declared, stat, answers);
  const problems =
    declared.state === 'absent'
      ? removalProblems(declared, observed)
      : [...parentProblems(declared, stat, answers), ...ownershipProblems(declared.ownership, answers)];
  return { observed, problems };
}

function obstacleAt(path: string, stat: StatValue): Diagnostic | undefined {
  if (stat.type === 'directory') return undefined;
  if (stat.type === 'link') {
    return errorDiagnostic('SP603', {
      detail: `${path} is a symbolic link to ${stat.target ?? '?'}, and a directory is declared.`,
      hint: 'declare the directory that the link leads to, or remove the link with `link:` and `state: absent`',
    });
  }
  return errorDiagnostic('SP603', {
    detail: `${path} is a ${stat.type.replace('-', ' ')}, and a directory is declared.`,
    hint:
      stat.type === 'file'
        ? `declare \`file: ${path}\` with \`state: absent\` before it, or another path`
        : 'remove it, or declare another path',
  });
}

function toObserved(declared: DirectoryDeclared, stat: Answer, answers: Answers): Observed<DirectoryState> {
  const tree = answers['tree'];
  const context = observeContext(answers);
  if (stat.status === 'unknown') return { kind: 'unknown', cause: stat.cause };
  if (stat.status === 'absent') {
    const missing = declared.state === 'absent' ? [] : missingParents(declared, answers);
    const remains = { ...(missing.length === 0 ? {} : { missingParents: missing }), ...context };
    return Object.keys(remains).length === 0 ? { kind: 'absent' } : { kind: 'absent', remains };
  }
  const { owner, group, uid, gid, mode, modified, dated = modified } = stat.value as StatValue;
  const time = declared.modified === undefined ? {} : { modified: dated };
  return { kind: 'present', state: { owner, group, uid, gid, mode, ...time, ...treeState(tree), ...context } };
}

function treeState(tree: Answer | undefined): { readonly tree?: TreeValue | Unknown } {
  if (tree === undefined) return {};
  if (tree.status === 'unknown') return { tree: unknown(tree.cause) };
  const value = foundValue<TreeValue>(tree) ?? emptyTree;
  return { tree: value.isWhole ? value : unknown({ kind: 'denied', what: 'a part of what is in the directory' }) };
}

/** What a directory holds that has just been made. */
export const emptyTree: TreeValue = { groups: [], mounts: [], isWhole: true };

function removalProblems(
  { path, force }: DirectoryDeclared,
  observed: Observed<DirectoryState>,
): readonly Diagnostic[] {
  const tree = observed.kind === 'present' ? observed.state.tree : undefined;
  if (tree === undefined || 'kind' in tree) return [];
  if (tree.mounts.length > 0) {
    return [
      errorDiagnostic('SP603', {
        detail: `A file system is mounted at ${tree.mounts.join(', ')}, so ${path} cannot be removed without reaching into it.`,
        hint: 'unmount it first',
      }),
    ];
  }
  const size = treeSize(tree);
  if (force || size === 0) return [];
  const names = tree.groups.flatMap((group) => group.names).sort();
  const shown = names.slice(0, 5).join(', ');
  return [
    errorDiagnostic('SP603', {
      detail: `${path} is not empty: it holds ${size === 1 ? 'one entry' : `${size} entries`}, such as ${shown}.`,
      hint: 'declare `force: true` to delete everything in it',
    }),
  ];
}

function parentProblems(declared: DirectoryDeclared, stat: Answer, answers: Answers): readonly Diagnostic[] {
  if (stat.status !== 'absent') return [];
  const blocking = ancestorsOf(declared).find((ancestor) => {
    const found = foundValue<StatValue>(answers[parentName(ancestor)]);
    return found !== undefined && found.type !== 'directory';
  });
  if (blocking !== undefined) {
    return [errorDiagnostic('SP603', { detail: `${blocking} is not a directory, so nothing can be made in it.` })];
  }
  const [missing] = missingParents(declared, answers);
  if (declared.parents || missing === undefined) return [];
  return [
    errorDiagnostic('SP604', {
      detail: `The directory ${missing} does not exist.`,
      hint: `declare \`directory: ${missing}\` before this resource, or \`parents: true\``,
    }),
  ];
}
