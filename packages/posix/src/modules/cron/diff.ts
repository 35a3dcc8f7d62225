import { type Edit, type EditValue, isUnknown, type Observed } from '@setpoint/model';
import { decodeText, textDiff } from '@setpoint/sdk';
import type { TextState } from '../../text-edits/text-edit.ts';
import type { CronDeclared } from './declared.ts';
import { foundTable, type Table, wantedTable } from './table.ts';

/** One edit of the table with its lines, or none when the job is there as declared. */
export function diffCron(declared: CronDeclared, observed: Observed<TextState>): readonly Edit[] {
  const unread = unreadTable(observed);
  if (unread !== undefined) return [{ path: 'content', before: unread, after: unread }];
  const found = foundTable(observed);
  const wanted = wantedTable(declared, observed);
  if (found === undefined || wanted === undefined || found.sha256 === wanted.sha256) return [];
  const [old, fresh] = [textOf(found), textOf(wanted)];
  const hunks = old === undefined || fresh === undefined ? {} : { hunks: textDiff(old, fresh) };
  return [{ path: 'content', before: valueOf(found), after: valueOf(wanted), ...hunks }];
}

function unreadTable(observed: Observed<TextState>): EditValue | undefined {
  if (observed.kind === 'unknown') return { kind: 'unknown', cause: observed.cause };
  if (observed.kind === 'absent' || !isUnknown(observed.state.sha256)) return undefined;
  return { kind: 'unknown', cause: observed.state.sha256.cause };
}

function valueOf({ sha256, sizeBytes }: Table): EditValue {
  return sizeBytes === 0 ? { kind: 'absent' } : { kind: 'content', sha256, sizeBytes };
}

function textOf({ bytes }: Table): string | undefined {
  return bytes === undefined ? undefined : decodeText(bytes);
}
