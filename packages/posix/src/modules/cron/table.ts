import { createHash } from 'node:crypto';
import { isUnknown, type Observed } from '@setpoint/model';
import { bytesOf } from '../../text-edits/observe.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import { wantedBytes } from '../../text-edits/wanted-bytes.ts';
import type { CronDeclared } from './declared.ts';
import { editCron } from './edit.ts';

/** A whole table by its digest; the bytes are there unless the store of the journal has them. */
export type Table = { readonly sha256: string; readonly sizeBytes: number; readonly bytes?: Buffer };

/** The table as it shall be; undefined where the one that is there is not known. What holds only blanks is no table. */
export function wantedTable(declared: CronDeclared, observed: Observed<TextState>): Table | undefined {
  if (observed.kind === 'unknown' || (observed.kind === 'present' && isUnknown(observed.state.sha256)))
    return undefined;
  const { whole } = declared;
  if (whole !== null) {
    const { sha256, sizeBytes, text } = whole;
    return text === undefined ? { sha256, sizeBytes } : tableOf(Buffer.from(text));
  }
  const found = bytesOf(observed);
  const wanted = found === undefined ? undefined : wantedBytes(declared, found, editCron);
  if (found === undefined || wanted?.kind !== 'bytes') return undefined;
  const isEmptied = !wanted.bytes.equals(found) && wanted.bytes.toString('latin1').trim() === '';
  return isEmptied ? noTable : tableOf(wanted.bytes);
}

/** The table that was found; that of an account without one has no lines. */
export function foundTable(observed: Observed<TextState>): Table | undefined {
  if (observed.kind === 'absent') return noTable;
  if (observed.kind === 'unknown' || isUnknown(observed.state.sha256)) return undefined;
  const bytes = bytesOf(observed);
  const { sha256, sizeBytes } = observed.state;
  return bytes === undefined ? { sha256, sizeBytes } : { sha256, sizeBytes: bytes.length, bytes };
}

function tableOf(bytes: Buffer): Table {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, bytes };
}

const noTable: Table = tableOf(Buffer.alloc(0));
