import { type Answer, type Answers, formatAddress, type Prediction } from '@setpoint/model';
import type { GitValue, WorkingCopy } from '../../queries/git.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { newDirectoryStat, type StatValue, statQuery } from '../../queries/stat.ts';
import type { GitDeclared } from './declared.ts';
import { diffGit } from './diff.ts';
import { observeGit, stateOf } from './observe.ts';
import type { Target } from './target.ts';

/** A checkout brings files and directories that nobody listed, below its place alone. */
export const broughtKinds = ['stat', 'stat-target', 'content', 'tree'];

/** What the node will answer once the copy stands where it is to stand. */
export function predictGit(declared: GitDeclared, answers: Answers): Prediction {
  const { observed } = observeGit(declared, answers);
  if (diffGit(declared, observed).length === 0) return { answers: {} };
  const { copy = null, wanted = null } = stateOf(observed) ?? {};
  const place: Answer = { status: 'found', value: directoryAt(answers) };
  return {
    answers: { copy: foreseen(declared, copy, wanted), place },
    others: [
      { query: statQuery(declared.path), answer: place },
      ...(declared.gitDirectory === null
        ? []
        : [{ query: statQuery(declared.gitDirectory), answer: { status: 'found', value: newDirectoryStat } as const }]),
    ],
    unsettles: broughtKinds,
    unsettlesBelow: [declared.path, ...(declared.gitDirectory === null ? [] : [declared.gitDirectory])],
  };
}

/** A copy that follows nobody is as declared wherever it stands. */
function foreseen(declared: GitDeclared, copy: WorkingCopy | null, wanted: Target | null): Answer {
  if (wanted !== null) return copyAt(declared, wanted);
  const { gitDirectory } = declared;
  if (copy !== null && gitDirectory !== null)
    return { status: 'found', value: { place: 'copy', ...copy, gitDirectory } };
  return declared.update ? open(declared) : copyAt(declared, { commit: null, branch: null });
}

/** Nobody knows before the remote was asked. */
function open({ path }: GitDeclared): Answer {
  return { status: 'unknown', cause: { kind: 'after', address: formatAddress('git', path) } };
}

function copyAt(
  { path, repo, verify, gitDirectory }: GitDeclared,
  { commit, branch }: { readonly commit: string | null; readonly branch: string | null },
): Answer {
  const clean = { changedCount: 0, changed: [], localCommits: 0, submodulesOff: 0 };
  const signed = verify === null ? null : commit;
  const store = { gitDirectory: gitDirectory ?? `${path}/.git`, tie: null };
  const value: GitValue = { place: 'copy', commit, branch, url: repo, signed, ...clean, ...store };
  return { status: 'found', value };
}

/** The directory that will stand at the path. */
export function directoryAt(answers: Answers): StatValue {
  const before = foundValue<StatValue>(answers['place']);
  const fresh = {
    type: 'directory',
    mode: '0755',
    uid: 0,
    gid: 0,
    owner: 'root',
    group: 'root',
    sizeBytes: 0,
    inode: 'pending',
  } as const;
  return { ...fresh, ...before, modified: 'pending' };
}
