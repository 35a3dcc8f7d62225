import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { diffOwnership } from '../../ownership/ownership.ts';
import type { Checksum, DownloadDeclared, DownloadState } from './declared.ts';
import { isDownloaded } from './verdict.ts';

/** The download, when the file is not there or is another one, and its owner, group and mode. */
export function diffDownload(declared: DownloadDeclared, observed: Observed<DownloadState>): readonly Edit[] {
  const { ownership } = declared;
  switch (observed.kind) {
    case 'absent':
      return [
        { path: 'download', before: { kind: 'absent' }, after: wanted(declared, expectedIn(observed)) },
        ...diffOwnership(ownership, undefined, false),
      ];
    case 'unknown': {
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      const owned = diffOwnership(ownership, undefined, false).map((edit) => ({ ...edit, before }));
      // What it comes to without a declared checksum is told when the server can be asked.
      const after = declared.checksum === null ? before : wanted(declared, declared.checksum);
      return [{ path: 'download', before, after }, ...owned];
    }
    case 'present':
      return [...downloadEdits(declared, observed.state), ...diffOwnership(ownership, observed.state, false)];
    default:
      return observed satisfies never;
  }
}

/** The checksum that the plan found out for a file that is not there. */
export function expectedIn({ remains }: Extract<Observed<DownloadState>, { kind: 'absent' }>): Checksum | null {
  return (remains?.['expected'] as Checksum | undefined) ?? null;
}

function downloadEdits(declared: DownloadDeclared, state: DownloadState): readonly Edit[] {
  const verdict = isDownloaded(declared, state);
  if (verdict === true) return [];
  const before: EditValue = verdict === false ? foundValueOf(state) : { kind: 'unknown', cause: verdict.cause };
  const after = verdict !== false && state.expected === null ? before : wanted(declared, state.expected, state);
  return [{ path: 'download', before, after }];
}

function foundValueOf({ expected, digest, sizeBytes, modified }: DownloadState): EditValue {
  if (expected !== null && digest !== null) return editValue(`${expected.algorithm}:${digest}`);
  return editValue(`${sizeBytes} bytes of ${modified.slice(0, 19)}`);
}

function wanted({ url }: DownloadDeclared, expected: Checksum | null, state?: DownloadState): EditValue {
  if (expected !== null) return editValue(`${expected.algorithm}:${expected.digest}`);
  const head = state?.head;
  if (head === undefined || head === null || isUnknown(head)) return editValue(`what ${url} gives`);
  const size = head.sizeBytes === null ? [] : [`${head.sizeBytes} bytes`];
  return editValue([...size, ...(head.modified === null ? [] : [`of ${head.modified}`])].join(' '));
}
