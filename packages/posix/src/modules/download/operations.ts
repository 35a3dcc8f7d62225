import type { Body, Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import type { FetchAction } from '../../operations/action.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import type { FileState } from '../file/declared.ts';
import { fileOperations } from '../file/operations.ts';
import { keptLimitBytes } from '../file/restore.ts';
import type { Checksum, DownloadDeclared, DownloadState, Route } from './declared.ts';
import { expectedIn } from './diff.ts';
import { fileOf } from './observe.ts';
import { downloadScript } from './script.ts';

/** The work that makes the edits true: the download brings owner and mode with it. */
export function downloadOperations(
  declared: DownloadDeclared,
  edits: readonly Edit[],
  observed: Observed<DownloadState>,
): Work {
  const downloads = edits.some(({ path }) => path === 'download');
  const own = edits.filter(({ path }) => path !== 'download');
  // Only when nothing is known yet may it turn out that owner and mode alone are to be set.
  const sets = own.length > 0 && (!downloads || observed.kind === 'unknown');
  const { operations } = sets ? fileOperations(fileOf(declared), own, asFile(observed)) : { operations: [] };
  const isDetour = downloads && declared.through === null && routeFor(declared, observed) === 'controller';
  const reasons = isDetour ? ['the controller fetches it, because the node has neither curl nor wget'] : [];
  return { operations: [...(downloads ? [download(declared, observed)] : []), ...operations], reasons };
}

function asFile(observed: Observed<DownloadState>): Observed<FileState> {
  if (observed.kind !== 'present') return observed;
  const { owner, group, uid, gid, mode, sizeBytes, modified } = observed.state;
  return { kind: 'present', state: { owner, group, uid, gid, mode, sizeBytes, modified } };
}

function download(declared: DownloadDeclared, observed: Observed<DownloadState>): Operation {
  const { path, url, ownership, headers, timeoutSeconds } = declared;
  const state = observed.kind === 'present' ? observed.state : undefined;
  const mode = ownership.mode === null ? null : wantedMode(ownership.mode, state?.mode, false);
  const expected = expectedFor(declared, observed);
  const route = routeFor(declared, observed);
  const fetch: FetchAction = { url, checksum: expected, headers: bodyName(headers), timeoutMs: timeoutSeconds * 1000 };
  const input = headers === null ? {} : { stdin: headers };
  return runOperation({
    title: `download ${url} to ${path}${route === 'controller' ? ' through the controller' : ''}`,
    script: downloadScript(declared, { expected, mode, observed, route }),
    // Checksums of large files take their time, too.
    timeoutMs: timeoutSeconds * 1000 + 60_000,
    hazards: state === undefined ? [] : lossOf(path, state),
    repeatable: true,
    ...(route === 'controller' ? { fetch } : input),
    compares: true,
  });
}

function bodyName(headers: Body | null): FetchAction['headers'] {
  return headers === null ? null : { sha256: headers.sha256, sizeBytes: headers.sizeBytes };
}

function routeFor({ through }: DownloadDeclared, observed: Observed<DownloadState>): Route {
  if (observed.kind === 'present') return observed.state.route;
  const found = observed.kind === 'absent' ? observed.remains?.['route'] : undefined;
  return (found as Route | undefined) ?? through ?? 'node';
}

function expectedFor({ checksum }: DownloadDeclared, observed: Observed<DownloadState>): Checksum | null {
  switch (observed.kind) {
    case 'absent':
      return expectedIn(observed);
    case 'present':
      return observed.state.expected;
    case 'unknown':
      return checksum;
    default:
      return observed satisfies never;
  }
}

/** The journal keeps contents by their SHA-256, so it must be known. */
function lossOf(path: string, { sha256, sizeBytes }: DownloadState): readonly Hazard[] {
  if (sha256 !== undefined && sizeBytes <= keptLimitBytes) return [];
  return [{ kind: 'data-loss', message: `the old content of ${path} is not kept by the journal` }];
}
