import {
  type Answers,
  type Body,
  type Diagnostic,
  errorDiagnostic,
  isUnknown,
  type Observed,
  type Queries,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { ContentQuery } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { TarballQuery, TarballValue } from '../../queries/tarball.ts';
import type { FileDeclared } from '../file/declared.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import type { TarballDeclared, TarballState } from './declared.ts';

/** What an archive shares with every other file. */
export function fileOf({ path, ownership }: TarballDeclared): FileDeclared {
  const rest = { state: 'present', body: null, createOnly: false, backup: false, check: null, follow: false } as const;
  return { path, ownership, ...rest, inPlace: false };
}

/** Stands for a content that comes from elsewhere. */
const someBody: Body = { sha256: '', sizeBytes: 0 };

/** What an archive needs to know: the file, its digest, and what the tree would be. */
export function tarballQueries(declared: TarballDeclared): Queries {
  const { path, tree, format, exclude, timeoutSeconds } = declared;
  const packed: TarballQuery = { kind: 'tarball', path, tree, format, exclude, timeoutSeconds };
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
  const { found, wanted, isFresh } = value;
  const fresh = isFresh === true ? { isFresh } : {};
  const observed: Observed<TarballState> =
    file.observed.kind === 'present'
      ? { kind: 'present', state: { ...file.observed.state, found, wanted, ...fresh } }
      : { kind: 'absent', remains: { wanted } };
  return { observed, problems: file.problems };
}

function packProblem(
  { tree }: TarballDeclared,
  value: Exclude<TarballValue, { readonly kind: 'told' }> | undefined,
): Diagnostic {
  if (value === undefined) {
    const detail = `The directory ${tree} does not exist, so there is nothing to pack.`;
    return errorDiagnostic('SP604', { detail, hint: `declare \`directory: ${tree}\` before this resource` });
  }
  const { program } = value;
  const detail = `The node has no \`${program}\`${program === 'tar' ? ' of GNU' : ''} that could pack the tree.`;
  const name = program === 'xz' ? 'xz-utils' : program;
  return errorDiagnostic('SP605', { detail, hint: `declare \`package: ${name}\` before this resource` });
}

/** The tar that the tree is to be; undefined where nobody could tell. */
export function wantedDigest(observed: Observed<TarballState>): string | undefined {
  if (observed.kind === 'present') return isUnknown(observed.state.wanted) ? undefined : observed.state.wanted;
  return observed.kind === 'absent' ? (observed.remains as { readonly wanted: string } | undefined)?.wanted : undefined;
}
