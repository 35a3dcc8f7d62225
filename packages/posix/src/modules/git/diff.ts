import { type Edit, type EditValue, editValue, type Observed, type UnknownCause } from '@setpoint/model';
import type { WorkingCopy } from '../../queries/git.ts';
import type { GitDeclared } from './declared.ts';
import { type GitState, stateOf } from './observe.ts';
import { shownUrl, type Target } from './target.ts';

/** What differs between the copy and its declaration: where it comes from, where it stands, and what was changed in it. */
export function diffGit(declared: GitDeclared, observed: Observed<GitState>): readonly Edit[] {
  if (observed.kind === 'unknown') return openEdits(declared, observed.cause);
  const { copy, wanted } = stateOf(observed) ?? { copy: null, wanted: null };
  if (copy === null) return declared.clone ? newEdits(declared, wanted) : [];
  const { repo, gitDirectory } = declared;
  const moved =
    gitDirectory === null || copy.gitDirectory === gitDirectory
      ? []
      : [edit('git_directory', copy.gitDirectory, gitDirectory)];
  if (wanted === null) return moved;
  return [
    ...moved,
    ...(copy.url === repo ? [] : [edit('repo', copy.url === null ? null : shownUrl(copy.url), repo)]),
    ...(copy.commit === wanted.commit ? [] : [edit('commit', copy.commit, wanted.commit)]),
    ...(copy.branch === wanted.branch ? [] : [edit('branch', copy.branch, wanted.branch)]),
    ...insideEdits(declared, copy, wanted),
  ];
}

/** Whatever may turn out to differ once an earlier change is made: an apply does nothing that the plan did not show. */
function openEdits(declared: GitDeclared, cause: UnknownCause): readonly Edit[] {
  const { ref, repo, gitDirectory, verify, force, submodules } = declared;
  const open: EditValue = { kind: 'unknown', cause };
  const name = { path: 'ref', before: open, after: editValue(refText(declared)) };
  if (cause.kind !== 'after') return [name];
  const shown: readonly (readonly [string, EditValue])[] = [
    ['commit', ref.kind === 'commit' ? editValue(ref.commit) : open],
    ['branch', open],
    ['repo', editValue(repo)],
    ...(gitDirectory === null ? [] : [['git_directory', editValue(gitDirectory)] as const]),
    ...(verify === null ? [] : [['signature', editValue('verified')] as const]),
    ...(force ? [['changes', editValue(undefined)] as const] : []),
    ...(submodules ? [['submodules', editValue('as recorded')] as const] : []),
  ];
  return [name, ...shown.map(([path, after]) => ({ path, before: open, after }))];
}

function newEdits(declared: GitDeclared, wanted: Target | null): readonly Edit[] {
  const { gitDirectory } = declared;
  return [
    edit('commit', null, wanted?.commit ?? refText(declared)),
    ...(gitDirectory === null ? [] : [edit('git_directory', null, gitDirectory)]),
  ];
}

/** What differs in a copy that may stand where it is to stand. */
function insideEdits({ verify, force, submodules }: GitDeclared, copy: WorkingCopy, wanted: Target): readonly Edit[] {
  return [
    ...(verify === null || copy.signed === wanted.commit ? [] : [edit('signature', 'not verified', 'verified')]),
    ...(force && copy.changedCount > 0 ? [edit('changes', filesText(copy.changedCount), null)] : []),
    ...(submodules && copy.submodulesOff > 0
      ? [edit('submodules', `${copy.submodulesOff} differ`, 'as recorded')]
      : []),
  ];
}

/** What is wanted as it was written. */
export function refText({ ref }: GitDeclared): string {
  return ref.kind === 'named' ? ref.name : ref.commit;
}

/** How many files, in words. */
export function filesText(count: number): string {
  return count === 1 ? 'one changed file' : `${count} changed files`;
}

function edit(path: string, before: string | null, after: string | null): Edit {
  return { path, before: editValue(before ?? undefined), after: editValue(after ?? undefined) };
}
