import { type Described, describeCause, type Importing, type Queries } from '@setpoint/model';
import type { GitQuery, GitValue } from '../../queries/git.ts';

/** A working copy that somebody names: on its branch where the remote has nothing newer, else at its commit. */
export const importGit: Importing = {
  kind: 'importable',
  queries: gitImportQueries,
  describe: (_, { copy }) => {
    if (copy?.status === 'unknown') return { kind: 'left out', why: describeCause(copy.cause) };
    return copy?.status === 'found' ? describeCopy(copy.value as GitValue) : { kind: 'absent' };
  },
};

function gitImportQueries(path: string): Queries {
  const copy: GitQuery = { kind: 'git', path, remote: 'origin', submodules: false, gitDirectory: '' };
  return { copy };
}

function describeCopy(value: GitValue): Described {
  switch (value.place) {
    case 'empty':
      return { kind: 'absent' };
    case 'other':
      return { kind: 'left out', why: 'it is no working copy' };
    case 'broken':
      return { kind: 'left out', why: 'its `.git` leads to no directory of git' };
    case 'foreign':
      return { kind: 'left out', why: `it belongs to ${value.owner}: name that account with sudo` };
    case 'copy': {
      const { url, commit, branch } = value;
      if (url === null || commit === null)
        return { kind: 'left out', why: 'it has no remote "origin", or no commit yet' };
      const refs = branch === null ? [commit] : [branch, commit];
      return { kind: 'declared', forms: refs.map((ref) => ({ properties: { repo: url, ref }, lacks: [] })) };
    }
    default:
      return value satisfies never;
  }
}
