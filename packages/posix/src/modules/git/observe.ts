import {
  type Answer,
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  type UnknownCause,
} from '@setpoint/model';
import { quote, type TypedObservation } from '@setpoint/sdk';
import { parentOf } from '../../paths/absolute-path.ts';
import type { GitQuery, GitRemoteQuery, GitValue, WorkingCopy } from '../../queries/git.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { statQuery } from '../../queries/stat.ts';
import { toolQuery } from '../../queries/tool.ts';
import type { GitDeclared } from './declared.ts';
import { keyProblems, missingGit, roomProblems, standingProblems } from './place-problems.ts';
import { sshHost, type Target, wantedTarget } from './target.ts';

/** What was found: the copy, or that there is room for one, and the commit that it is to stand at. */
export type GitState = {
  readonly copy: WorkingCopy | null;
  /** Null where the remote is asked at apply alone. */
  readonly wanted: Target | null;
};

/** A remote is given this long to say what it has. */
const remoteTimeoutSeconds = 20;

/** What a working copy needs to know: git, the copy, the directory above it, and what the remote has. */
export function gitQueries(declared: GitDeclared): Queries {
  const { path, remote, submodules, ref, repo, keyFile, gitDirectory, reference } = declared;
  const copy: GitQuery = { kind: 'git', path, remote, submodules, gitDirectory: gitDirectory ?? '' };
  return {
    tool: toolQuery('git'),
    copy,
    place: statQuery(path, { follow: true }),
    parent: statQuery(parentOf(path), { follow: true }),
    ...(ref.kind === 'named' && declared.update ? { far: farQuery(declared, ref.name) } : {}),
    ...(gitDirectory === null
      ? {}
      : { store: statQuery(gitDirectory), aboveStore: statQuery(parentOf(gitDirectory), { follow: true }) }),
    ...(reference === null
      ? {}
      : {
          lent: statQuery(`${reference}/.git/objects`, { follow: true }),
          lentBare: statQuery(`${reference}/objects`, { follow: true }),
        }),
    ...(keyFile === null ? {} : { key: statQuery(keyFile, { follow: true }) }),
    ...(sshHost(repo) === undefined ? {} : { ssh: toolQuery('ssh'), hostKeys: statQuery('/etc/ssh/ssh_known_hosts') }),
  };
}

/** Asks the remote what a name stands for. */
export function farQuery(declared: GitDeclared, ref: string): GitRemoteQuery {
  const ssh = sshCommand(declared, { learns: false });
  return { kind: 'git-remote', repo: declared.repo, ref, ssh, timeoutSeconds: remoteTimeoutSeconds };
}

/** How git calls ssh: it never asks, and it writes the key of a host that it meets down only when it may. */
export function sshCommand({ keyFile, acceptHostKey }: GitDeclared, { learns }: { readonly learns: boolean }): string {
  const strict = acceptHostKey ? 'accept-new' : 'yes';
  // OpenSSH reads all of these files and writes into the first.
  const reads =
    acceptHostKey && !learns ? ["-o 'UserKnownHostsFile=/dev/null ~/.ssh/known_hosts ~/.ssh/known_hosts2'"] : [];
  return [
    'ssh -o BatchMode=yes -o ConnectTimeout=10',
    `-o StrictHostKeyChecking=${strict}`,
    ...reads,
    ...(keyFile === null ? [] : [`-i ${quote(keyFile)} -o IdentitiesOnly=yes`]),
  ].join(' ');
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeGit(declared: GitDeclared, answers: Answers): TypedObservation<GitState> {
  const { tool, copy, place } = answers;
  const open = openAnswer([tool, copy, place]);
  if (open !== undefined) return { observed: { kind: 'unknown', cause: open }, problems: [] };
  if (tool?.status !== 'found') return { observed: { kind: 'absent' }, problems: [missingGit] };
  return compareWithRemote(declared, foundValue<GitValue>(copy), answers);
}

/** Why the first of the answers that nobody has is not known. */
export function openAnswer(answers: readonly (Answer | undefined)[]): UnknownCause | undefined {
  const open = answers.find((answer) => answer?.status === 'unknown');
  return open?.status === 'unknown' ? open.cause : undefined;
}

function compareWithRemote(
  declared: GitDeclared,
  value: GitValue | undefined,
  answers: Answers,
): TypedObservation<GitState> {
  const copy = value?.place === 'copy' ? value : null;
  const stands = standingProblems(declared, value);
  if (copy === null && !declared.clone) return { observed: toObserved({ copy, wanted: null }), problems: stands };
  const problems = [...stands, ...roomProblems(declared, value, answers), ...keyProblems(declared, answers)];
  const wanted = copy !== null && !declared.update ? null : wantedTarget(declared, answers);
  if (wanted === null) return { observed: toObserved({ copy, wanted }), problems };
  if ('code' in wanted) return { observed: { kind: 'absent' }, problems: [...problems, wanted] };
  if ('cause' in wanted) return { observed: wanted, problems };
  const losses = copy === null ? [] : lossProblems(declared, copy, wanted);
  return { observed: toObserved({ copy, wanted }), problems: [...problems, ...losses] };
}

/** Where there is no copy yet, what is known of the remote goes along. */
function toObserved(state: GitState): Observed<GitState> {
  return state.copy === null ? { kind: 'absent', remains: state } : { kind: 'present', state };
}

/** What is known; undefined where nobody could tell, or where a problem makes it of no use. */
export function stateOf(observed: Observed<GitState>): GitState | undefined {
  if (observed.kind === 'present') return observed.state;
  return observed.kind === 'absent' ? (observed.remains as GitState | undefined) : undefined;
}

function lossProblems(declared: GitDeclared, copy: WorkingCopy, wanted: Target): readonly Diagnostic[] {
  if (declared.force) return [];
  const moves = wanted.commit !== copy.commit || wanted.branch !== copy.branch;
  const { changed, changedCount, localCommits } = copy;
  const hint = 'commit and push it, undo it, or declare `force: true` to throw it away';
  if (changedCount > 0 && moves) {
    const names = changed.slice(0, 3).map((line) => line.slice(3));
    const more = changedCount > names.length ? ` and ${changedCount - names.length} more` : '';
    return [
      errorDiagnostic('SP638', { detail: `In ${declared.path} were changed: ${names.join(', ')}${more}.`, hint }),
    ];
  }
  if (localCommits === 0 || !moves) return [];
  const what = localCommits === 1 ? 'a commit' : `${localCommits} commits`;
  return [errorDiagnostic('SP638', { detail: `${declared.path} holds ${what} that the remote does not have.`, hint })];
}
