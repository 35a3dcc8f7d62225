import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { GitDeclared } from './declared.ts';
import type { GitState } from './observe.ts';

/** The commit, the branch and the remote as they were; a copy that was made stays, because work may be in it by now. */
export function restoreGit({ declared, before }: Undo<GitDeclared, GitState>): TypedRestoration<GitDeclared> {
  if (before.kind === 'unknown')
    return { kind: 'irreversible', why: `Nobody could tell where ${declared.path} stood before.` };
  const copy = before.kind === 'present' ? before.state.copy : null;
  if (copy === null || copy.commit === null) {
    return {
      kind: 'irreversible',
      why: `${declared.path} was made by this change and stays, because work may be in it by now.`,
    };
  }
  const { commit, branch, url, changedCount, gitDirectory } = copy;
  return {
    kind: 'declared',
    // What stood there before has been trusted before.
    declared: {
      ...declared,
      repo: url ?? declared.repo,
      ref: { kind: 'commit', commit, branch },
      update: true,
      gitDirectory: declared.gitDirectory === null ? null : gitDirectory,
      verify: null,
    },
    lacks:
      declared.force && changedCount > 0
        ? [`The changes in ${declared.path} that were thrown away do not come back.`]
        : [],
  };
}
