import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { TarballValue } from '../../queries/tarball.ts';
import type { TarballDeclared } from './declared.ts';

/** Why the tree cannot be packed; undefined stands for none that is there. */
export function packProblem(
  { tree, commit }: TarballDeclared,
  value: Exclude<TarballValue, { readonly kind: 'told' }> | undefined,
): Diagnostic {
  if (value === undefined) {
    const detail = `The directory ${tree} does not exist, so there is nothing to pack.`;
    const type = commit === null ? 'directory' : 'git';
    return errorDiagnostic('SP604', { detail, hint: `declare \`${type}: ${tree}\` before this resource` });
  }
  const name = commit?.name ?? '';
  switch (value.kind) {
    case 'lacks':
      return lackProblem(value.program);
    case 'no-repository': {
      const hint = 'name the directory that holds `.git`, or the bare repository itself';
      return errorDiagnostic('SP640', { detail: `${tree} is no working copy and no bare repository of git.`, hint });
    }
    case 'foreign': {
      const detail = `The repository ${tree} belongs to ${value.owner}, who could make git run programs as somebody else.`;
      return errorDiagnostic('SP640', { detail, hint: `add \`sudo: ${value.owner}\` to the resource` });
    }
    case 'no-commit': {
      const detail = `${tree} has no commit, no branch and no tag of the name ${name}.`;
      const hint = 'see `git for-each-ref`; a commit is written with all of its digits';
      return errorDiagnostic('SP644', { detail, hint });
    }
    case 'commits': {
      const detail = `The name ${name} stands for several commits of ${tree}, as a branch and as a tag.`;
      const hint = `write refs/heads/${name}, refs/tags/${name} or refs/remotes/${name}`;
      return errorDiagnostic('SP644', { detail, hint });
    }
    default:
      return value satisfies never;
  }
}

function lackProblem(program: string): Diagnostic {
  const detail = `The node has no \`${program}\`${program === 'tar' ? ' of GNU' : ''} that could pack the tree.`;
  const name = program === 'xz' ? 'xz-utils' : program;
  return errorDiagnostic('SP605', { detail, hint: `declare \`package: ${name}\` before this resource` });
}
