import { isUnknown, type Unknown, unknown } from '@setpoint/model';
import type { DownloadDeclared, DownloadState } from './declared.ts';

/** True when the file is what the URL gives, as far as that is to be known; false when it is to be downloaded. */
export function isDownloaded({ refresh }: DownloadDeclared, state: DownloadState): boolean | Unknown {
  const { expected, digest, head, sizeBytes, modified } = state;
  if (state.isFresh === true) return true;
  if (expected !== null)
    return digest === null ? unknown({ kind: 'denied', what: 'the content of the file' }) : digest === expected.digest;
  if (refresh === 'never') return true;
  if (head === null || isUnknown(head)) return head ?? true;
  if (head.sizeBytes === null && head.modified === null)
    return unknown({ kind: 'unavailable', what: 'the server tells neither size nor time of the file' });
  const isSameSize = head.sizeBytes === null || head.sizeBytes === sizeBytes;
  const isSameTime = head.modified === null || modified.startsWith(head.modified);
  return isSameSize && isSameTime;
}
