import { type Answers, type Diagnostic, type Observed, type Queries, type Unknown, unknown } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { GitRemoteValue } from '../../../queries/git.ts';
import type { BareRepository, GitMirrorQuery, GitMirrorValue } from '../../../queries/git-mirror.ts';
import { foundValue } from '../../../queries/query-kind.ts';
import type { GitDeclared, MirrorRefs } from '../declared.ts';
import { farQuery, gitQueries, openAnswer } from '../observe.ts';
import { keyProblems, missingGit, occupiedProblems, roomProblems } from '../place-problems.ts';
import { expected, notThere } from '../target.ts';

/** What was found: the bare repository, or that there is room for one, and what it is to hold. */
export type MirrorState = {
  readonly found: BareRepository | null;
  /** Null where the remote is asked at apply alone. */
  readonly wanted: MirrorRefs | null;
};

/** The name that stands for every branch and tag of a remote. */
const everything = '*';

/** What a mirror needs to know: the same as a working copy, of all branches and tags. */
export function mirrorQueries(declared: GitDeclared): Queries {
  const { path, remote, update, pinned } = declared;
  const { copy: _, far: __, ...rest } = gitQueries(declared);
  const mirror: GitMirrorQuery = { kind: 'git-mirror', path, remote };
  return { ...rest, mirror, ...(update && pinned === null ? { far: farQuery(declared, everything) } : {}) };
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeMirror(declared: GitDeclared, answers: Answers): TypedObservation<MirrorState> {
  const { tool, mirror, place } = answers;
  const open = openAnswer([tool, mirror, place]);
  if (open !== undefined) return { observed: { kind: 'unknown', cause: open }, problems: [] };
  if (tool?.status !== 'found') return { observed: { kind: 'absent' }, problems: [missingGit] };
  const value = foundValue<GitMirrorValue>(mirror);
  const found = value?.place === 'bare' ? value : null;
  const stands =
    value === undefined || value.place === 'bare' ? [] : occupiedProblems(declared.path, value, 'bare repository');
  if (found === null && !declared.clone) return { observed: toObserved({ found, wanted: null }), problems: stands };
  const room = value === undefined || value.place === 'empty' ? roomProblems(declared, value, answers) : [];
  const problems = [...stands, ...room, ...keyProblems(declared, answers)];
  const wanted = wantedRefs(declared, answers);
  if (wanted !== null && 'code' in wanted) return { observed: { kind: 'absent' }, problems: [...problems, wanted] };
  if (wanted !== null && 'cause' in wanted) return { observed: wanted, problems };
  return { observed: toObserved({ found, wanted }), problems };
}

function wantedRefs(declared: GitDeclared, answers: Answers): MirrorRefs | Unknown | Diagnostic | null {
  const { pinned, update, repo } = declared;
  if (pinned !== null) return pinned;
  if (!update) return null;
  const { far } = answers;
  if (far?.status === 'unknown') return unknown(expected(declared, answers) ?? far.cause);
  const value = foundValue<GitRemoteValue>(far);
  return value === undefined ? notThere('HEAD', repo) : { refs: value.refs, head: value.defaultBranch ?? null };
}

function toObserved(state: MirrorState): Observed<MirrorState> {
  return state.found === null ? { kind: 'absent', remains: state } : { kind: 'present', state };
}

/** What is known; undefined where nobody could tell, or where a problem makes it of no use. */
export function mirrorStateOf(observed: Observed<MirrorState>): MirrorState | undefined {
  if (observed.kind === 'present') return observed.state;
  return observed.kind === 'absent' ? (observed.remains as MirrorState | undefined) : undefined;
}
