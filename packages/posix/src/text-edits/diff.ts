import { createHash } from 'node:crypto';
import { type Edit, type EditValue, isUnknown, type Observed } from '@setpoint/model';
import { decodeText, textDiff } from '@setpoint/sdk';
import { bytesOf } from './observe.ts';
import type { TextDeclared, TextEditor, TextState } from './text-edit.ts';
import { wantedBytes } from './wanted-bytes.ts';

/** One edit of the content with its lines, or none when the declared part is true already. */
export function diffText<Part>(
  declared: TextDeclared<Part>,
  observed: Observed<TextState>,
  edit: TextEditor<Part>,
): readonly Edit[] {
  const unread = unreadContent(observed);
  if (unread !== undefined) return [{ path: 'content', before: unread, after: unread }];
  const before = contentBefore(observed);
  if (declared.whole !== null) {
    const { sha256, sizeBytes, text } = declared.whole;
    if (before.kind === 'content' && before.sha256 === sha256) return [];
    const old = decodeText(bytesOf(observed) ?? Buffer.alloc(0));
    const hunks = old === undefined || text === undefined ? {} : { hunks: textDiff(old, text) };
    return [{ path: 'content', before, after: { kind: 'content', sizeBytes, sha256 }, ...hunks }];
  }
  const found = bytesOf(observed);
  const wanted = found === undefined ? undefined : wantedBytes(declared, found, edit);
  if (found === undefined || wanted?.kind !== 'bytes') return [];
  // A part that is to be absent from a file that is not there is.
  if (wanted.bytes.equals(found)) return [];
  const [old, fresh] = [decodeText(found), decodeText(wanted.bytes)];
  const hunks = old === undefined || fresh === undefined ? {} : { hunks: textDiff(old, fresh) };
  return [{ path: 'content', before, after: contentValue(wanted.bytes), ...hunks }];
}

function unreadContent(observed: Observed<TextState>): EditValue | undefined {
  if (observed.kind === 'unknown') return { kind: 'unknown', cause: observed.cause };
  if (observed.kind === 'absent' || !isUnknown(observed.state.sha256)) return undefined;
  return { kind: 'unknown', cause: observed.state.sha256.cause };
}

function contentBefore(observed: Observed<TextState>): EditValue {
  if (observed.kind !== 'present' || isUnknown(observed.state.sha256)) return { kind: 'absent' };
  const { sha256, sizeBytes, base64 } = observed.state;
  return { kind: 'content', sha256, sizeBytes: base64 === undefined ? sizeBytes : (bytesOf(observed)?.length ?? 0) };
}

function contentValue(bytes: Buffer): EditValue {
  return { kind: 'content', sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
