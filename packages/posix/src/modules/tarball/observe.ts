import { type Answers, type Body, isUnknown, type Observed, type Queries, unknown } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { ContentQuery } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { TarballQuery, TarballValue } from '../../queries/tarball.ts';
import type { FileDeclared } from '../file/declared.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import type { CommitPair, TarballDeclared, TarballState } from './declared.ts';
import { packProblem } from './pack-problem.ts';

/** What an archive shares with every other file. */
export function fileOf({ path, ownership }: TarballDeclared): FileDeclared {
  const rest = { state: 'present', body: null, createOnly: false, backup: false, check: null, follow: false } as const;
  return { path, ownership, ...rest, inPlace: false };
}

/** Stands for a content that comes from elsewhere. */
const someBody: Body = { sha256: '', sizeBytes: 0 };

/** What an archive needs to know: the file, its digest, and what the tree would be. */
export function tarballQueries(declared: TarballDeclared): Queries {
  const { path, tree, commit, format, exclude, timeoutSeconds } = declared;
  const what = { tree, commit: commit?.name ?? '', prefix: commit?.prefix ?? '', exclude };
  const packed: TarballQuery = { kind: 'tarball', path, ...what, format, timeoutSeconds };
  const content: ContentQuery = { kind: 'content', path, unless: '-', limitBytes: 0, follow: false };
  return { ...fileQueries(fileOf(declared)), content, packed };
}

/** What the answers come to; whatever is in the way or missing is a problem. */
export function observeTarball(declared: TarballDeclared, answers: Answers): TypedObservation<TarballState> {
  const file = observeFile({ ...fileOf(declared), body: someBody }, answers);
  const { packed } = answers;
  if (file.observed.kind === 'unknown') return { observed: file.observed, problems: file.problems };
  if (packed?.status === 'unknown') {
    // What stands there is known all the same, and is what a rollback leads back to.
    const wanted = unknown(packed.cause);
    if (file.observed.kind === 'absent') return { observed: wanted, problems: file.problems };
    const state = { ...file.observed.state, found: null, wanted };
    return { observed: { kind: 'present', state }, problems: file.problems };
  }
  const value = foundValue<TarballValue>(packed);
  if (value?.kind !== 'told')
    return { observed: { kind: 'absent' }, problems: [...file.problems, packProblem(declared, value)] };
  const { found, wanted, commits, isFresh } = value;
  const fresh = isFresh === true ? { isFresh } : {};
  const named = commits === undefined ? {} : { commits };
  const observed: Observed<TarballState> =
    file.observed.kind === 'present'
      ? { kind: 'present', state: { ...file.observed.state, found, wanted, ...named, ...fresh } }
      : { kind: 'absent', remains: { wanted, ...named } };
  return { observed, problems: file.problems };
}

/** The commits; undefined where none is declared, or nobody could tell. */
export function commitsOf(observed: Observed<TarballState>): CommitPair | undefined {
  if (observed.kind === 'present') return observed.state.commits;
  return observed.kind === 'absent' ? (observed.remains as { commits?: CommitPair } | undefined)?.commits : undefined;
}

/** The tar that the tree is to be; undefined where nobody could tell. */
export function wantedDigest(observed: Observed<TarballState>): string | undefined {
  if (observed.kind === 'present') return isUnknown(observed.state.wanted) ? undefined : observed.state.wanted;
  return observed.kind === 'absent' ? (observed.remains as { readonly wanted: string } | undefined)?.wanted : undefined;
}
