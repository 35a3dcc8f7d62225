import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { GitDeclared } from './declared.ts';
import type { MirrorState } from './mirror/observe.ts';
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

/** Branches and tags as they were; a mirror that was made stays, as a working copy does. */
export function restoreMirror({ declared, before }: Undo<GitDeclared, MirrorState>): TypedRestoration<GitDeclared> {
  if (before.kind === 'unknown')
    return { kind: 'irreversible', why: `Nobody could tell what ${declared.path} held before.` };
  const found = before.kind === 'present' ? before.state.found : null;
  if (found === null) return { kind: 'irreversible', why: `${declared.path} was made by this change and stays.` };
  const { refs, head, url } = found;
  return { kind: 'declared', declared: { ...declared, repo: url ?? declared.repo, pinned: { refs, head } } };
}
