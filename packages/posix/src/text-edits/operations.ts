import { createHash } from 'node:crypto';
import { type Edit, isUnknown, type Observed, type Work } from '@setpoint/model';
import type { Expectation, WriteFileAction } from '../operations/action.ts';
import { bytesOf } from './observe.ts';
import type { TextDeclared, TextEditor, TextState } from './text-edit.ts';
import { wantedBytes } from './wanted-bytes.ts';

/** A file of a megabyte and its check. */
const writeDeadlineMs = 90_000;

type TextWork<Part> = {
  readonly type: string;
  readonly declared: TextDeclared<Part>;
  readonly edits: readonly Edit[];
  readonly observed: Observed<TextState>;
};

/** One write of the whole file, refused when it is not the one any more that the part was put into. */
export function textOperations<Part>(
  { type, declared, edits, observed }: TextWork<Part>,
  edit: TextEditor<Part>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { path, name, follow, backup, check } = declared.target;
  const sha256 = observed.kind === 'present' && !isUnknown(observed.state.sha256) ? observed.state.sha256 : undefined;
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    ...newContent(declared, observed, edit),
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect: expectation(observed, sha256),
    follow,
    backup: backup && sha256 !== undefined ? `${path}.${sha256.slice(0, 12)}.bak` : null,
    check,
    inPlace: false,
  };
  const what = name === '' ? `the ${type}` : `the ${type} ${name}`;
  const title = declared.whole === null ? `change ${what} in ${path}` : `write ${path}`;
  const checked = check === null ? title : `${title} and check it with: ${check}`;
  return {
    operations: [{ title: checked, action, timeoutMs: writeDeadlineMs, hazards: [], repeatable: true }],
    reasons: [],
  };
}

function newContent<Part>(
  declared: TextDeclared<Part>,
  observed: Observed<TextState>,
  edit: TextEditor<Part>,
): Pick<WriteFileAction, 'sha256' | 'sizeBytes' | 'bytes'> {
  if (declared.whole !== null) return { sha256: declared.whole.sha256, sizeBytes: declared.whole.sizeBytes };
  const found = bytesOf(observed);
  const wanted = found === undefined ? undefined : wantedBytes(declared, found, edit);
  // Nothing is written on a content that is not known yet: the change is planned again when it is.
  if (wanted?.kind !== 'bytes') return { sha256: '', sizeBytes: 0 };
  const { bytes } = wanted;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sha256, sizeBytes: bytes.length, bytes: bytes.toString('base64') };
}

function expectation(observed: Observed<TextState>, sha256: string | undefined): Expectation {
  if (observed.kind === 'absent') return { kind: 'absent' };
  return sha256 === undefined ? { kind: 'any' } : { kind: 'sha256', sha256 };
}
