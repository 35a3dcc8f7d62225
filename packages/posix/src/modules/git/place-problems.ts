import { type Answers, type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { parentOf } from '../../paths/absolute-path.ts';
import type { GitValue, WorkingCopy } from '../../queries/git.ts';
import type { GitMirrorValue } from '../../queries/git-mirror.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { GitDeclared } from './declared.ts';

export const missingGit: Diagnostic = errorDiagnostic('SP605', {
  detail: 'The node has no `git`.',
  hint: 'declare `package: git` before this resource',
});

/** A key that is not there; one that an earlier resource brings is no problem. */
export function keyProblems({ keyFile }: GitDeclared, answers: Answers): readonly Diagnostic[] {
  if (answers['key']?.status !== 'absent') return [];
  const detail = `The key file ${keyFile ?? ''} does not exist.`;
  return [errorDiagnostic('SP604', { detail, hint: `declare \`file: ${keyFile ?? ''}\` before this resource` })];
}

/** What stands at the path in the place of a working copy of this account. */
export function standingProblems({ path }: GitDeclared, value: GitValue | undefined): readonly Diagnostic[] {
  if (value === undefined || value.place === 'copy') return [];
  return value.place === 'broken' ? [brokenProblem(path, value.names)] : occupiedProblems(path, value, 'working copy');
}

/** What stands at the path and is not what is declared. */
export function occupiedProblems(
  path: string,
  value: Occupied,
  declared: 'working copy' | 'bare repository',
): readonly Diagnostic[] {
  switch (value.place) {
    case 'other': {
      const detail = `${path} holds something, and is no ${declared}${declared === 'working copy' ? ' of git' : ''}.`;
      return [errorDiagnostic('SP640', { detail, hint: 'name another path, or remove what is there first' })];
    }
    case 'foreign': {
      const detail = `The ${declared} ${path} belongs to ${value.owner}, who could make git run programs as somebody else.`;
      return [errorDiagnostic('SP640', { detail, hint: `add \`sudo: ${value.owner}\` to the resource` })];
    }
    case 'empty':
      return [];
    default:
      return value satisfies never;
  }
}

type Occupied = Exclude<GitMirrorValue, { readonly place: 'bare' }>;

function brokenProblem(path: string, names: string | null): Diagnostic {
  const detail =
    names === null
      ? `${path}/.git is a file that does not say where git keeps its own files.`
      : `${path}/.git says that git keeps its own files in ${names}, and that is no directory of git.`;
  const hint =
    names === null
      ? `write \`gitdir: DIRECTORY\` into it, or remove ${path} for a new copy`
      : `bring ${names} back, or remove ${path} for a new copy`;
  return errorDiagnostic('SP640', { detail, hint });
}

/** What is missing or in the way for a copy that is to be made, and for the files of git. */
export function roomProblems(
  declared: GitDeclared,
  value: GitValue | undefined,
  answers: Answers,
): readonly Diagnostic[] {
  const { path, gitDirectory } = declared;
  const copy = value?.place === 'copy' ? value : null;
  const isNew = copy === null;
  const isToMove = gitDirectory !== null && copy?.gitDirectory !== gitDirectory;
  return [
    ...(value === undefined ? aboveProblems(path, answers['parent']) : []),
    ...(isNew ? lenderProblems(declared, answers) : []),
    ...(isToMove ? storeProblems({ ...declared, gitDirectory }, copy, answers) : []),
  ];
}

function aboveProblems(path: string, parent: Answers[string] | undefined): readonly Diagnostic[] {
  const above = parentOf(path);
  if (parent?.status === 'absent') {
    const hint = `declare \`directory: ${above}\` before this resource`;
    return [errorDiagnostic('SP604', { detail: `The directory ${above} does not exist.`, hint })];
  }
  if (parent?.status !== 'found' || (parent.value as StatValue).type === 'directory') return [];
  return [errorDiagnostic('SP603', { detail: `${above} is not a directory, so nothing can be made in it.` })];
}

function lenderProblems({ reference }: GitDeclared, { lent, lentBare }: Answers): readonly Diagnostic[] {
  if (reference === null || lent?.status !== 'absent' || lentBare?.status !== 'absent') return [];
  const detail = `${reference} is no repository that objects could be borrowed from.`;
  return [errorDiagnostic('SP604', { detail, hint: `declare \`git: ${reference}\` before this resource` })];
}

function storeProblems(
  { path, gitDirectory }: GitDeclared & { readonly gitDirectory: string },
  copy: WorkingCopy | null,
  { store, aboveStore }: Answers,
): readonly Diagnostic[] {
  const tie = copy?.tie ?? null;
  if (tie !== null) {
    const hint = 'remove git_directory; or remove the copy, so that it is made anew';
    return [errorDiagnostic('SP643', { detail: `The files of git cannot be moved: ${path} ${tied[tie]}.`, hint })];
  }
  if (gitDirectory === `${path}/.git`) return [];
  if (store?.status === 'found') {
    const detail = `${gitDirectory} is there already, and the files of git of ${path} are not in it.`;
    const hint = 'remove it first, or name a directory that is not there: git makes it';
    return [errorDiagnostic('SP643', { detail, hint })];
  }
  return aboveProblems(gitDirectory, aboveStore);
}

const tied = {
  worktree: 'is a second working copy of another one',
  part: 'is a submodule of another copy',
  submodules: 'has submodules, whose files of git lie among them',
} as const;
