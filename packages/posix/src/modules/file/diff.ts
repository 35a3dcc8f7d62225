import {
  type Body,
  decodeEncoded,
  type Edit,
  type EditValue,
  editValue,
  isUnknown,
  maxTextBytes,
  type Observed,
  type TextEncoding,
} from '@setpoint/model';
import { decodeText, textDiff } from '@setpoint/sdk';
import { diffOwnership } from '../../ownership/ownership.ts';
import { type ContextState, diffContext } from '../../selinux/context.ts';
import { diffModified } from '../../times/modified.ts';
import type { FileDeclared, FileState } from './declared.ts';
import { diffFlags } from './flags.ts';

/** The properties of a file that differ from their declaration. */
export function diffFile(declared: FileDeclared, observed: Observed<FileState>): readonly Edit[] {
  if (declared.state === 'absent') return observed.kind === 'absent' ? [] : [removal(observed)];
  switch (observed.kind) {
    case 'present':
      return [
        ...(declared.createOnly ? [] : contentEdits(declared.body, observed.state)),
        ...(isUnproven(declared, observed.state) ? [unproven] : []),
        ...diffOwnership(declared.ownership, observed.state, false),
        ...diffFlags(declared, observed.state.flags),
        ...diffContext(declared.selinux, observed.state),
        ...diffModified(declared.modified, observed.state.modified),
      ];
    case 'absent':
      return creation(declared, observed.remains ?? {});
    case 'unknown': {
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      return creation(declared, { context: null }).map((edit) => ({ ...edit, before }));
    }
    default:
      return observed satisfies never;
  }
}

function creation(declared: FileDeclared, context: ContextState): readonly Edit[] {
  const { body, ownership } = declared;
  return [
    ...contentEdits(body, undefined),
    ...diffOwnership(ownership, undefined, false),
    ...diffFlags(declared, undefined),
    ...diffContext(declared.selinux, context),
    ...diffModified(declared.modified, undefined),
  ];
}

const unproven: Edit = { path: 'check', before: editValue('cut off'), after: editValue('succeeded') };

/** Content that somebody else put into a file that is only created waits for no check of ours. */
function isUnproven({ createOnly, body }: FileDeclared, state: FileState): boolean {
  return state.isUnproven === true && (!createOnly || state.sha256 === body?.sha256);
}

function removal(observed: Observed<FileState>): Edit {
  const before: EditValue =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : editValue('present');
  const text = observed.kind === 'present' ? textOf(observed.state) : undefined;
  return {
    path: 'state',
    before,
    after: editValue('absent'),
    ...(text === undefined ? {} : { hunks: textDiff(text, '') }),
  };
}

function contentEdits(body: Body | null, state: FileState | undefined): readonly Edit[] {
  if (body === null || state?.sha256 === body.sha256) return [];
  const after: EditValue = { kind: 'content', sizeBytes: body.sizeBytes, sha256: body.sha256 };
  const old = state === undefined ? '' : textOf(state, body.encoded?.encoding);
  const text = body.encoded?.text ?? body.text;
  const hunks = old === undefined || text === undefined ? undefined : textDiff(old, text);
  return [{ path: 'content', before: contentBefore(state), after, ...(hunks === undefined ? {} : { hunks }) }];
}

function contentBefore(state: FileState | undefined): EditValue {
  if (state?.sha256 === undefined) return { kind: 'absent' };
  if (isUnknown(state.sha256)) return { kind: 'unknown', cause: state.sha256.cause };
  return { kind: 'content', sizeBytes: state.sizeBytes, sha256: state.sha256 };
}

/** What is there is read in the encoding that it is to be in. */
function textOf({ base64, sizeBytes }: FileState, encoding?: TextEncoding): string | undefined {
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  if (encoding === undefined) return decodeText(bytes);
  return sizeBytes > maxTextBytes ? undefined : decodeEncoded(bytes, encoding);
}
