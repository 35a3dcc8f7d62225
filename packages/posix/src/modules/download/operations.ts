import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import type { FileState } from '../file/declared.ts';
import { fileOperations } from '../file/operations.ts';
import { keptLimitBytes } from '../file/restore.ts';
import type { Checksum, DownloadDeclared, DownloadState } from './declared.ts';
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
  return { operations: [...(downloads ? [download(declared, observed)] : []), ...operations], reasons: [] };
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
  return runOperation({
    title: `download ${url} to ${path}`,
    script: downloadScript(declared, { expected: expectedFor(declared, observed), mode, observed }),
    // Checksums of large files take their time, too.
    timeoutMs: timeoutSeconds * 1000 + 60_000,
    hazards: state === undefined ? [] : lossOf(path, state),
    repeatable: true,
    ...(headers === null ? {} : { stdin: headers }),
    compares: true,
  });
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
