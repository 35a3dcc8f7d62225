import { createHash } from 'node:crypto';
import type { Body, Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { restoreText } from '../../text-edits/restore.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import type { CronDeclared } from './declared.ts';

/** The table as it was, as a whole; or none. */
export function restoreCron(undo: Undo<CronDeclared, TextState>): TypedRestoration<CronDeclared> {
  const { declared, before } = undo;
  if (before.kind === 'absent') return { kind: 'declared', declared: { ...declared, whole: nothing } };
  const way = restoreText(undo);
  if (way.kind === 'irreversible') return way;
  return { kind: 'declared', declared: { ...declared, whole: way.declared.whole } };
}

const nothing: Body = { sha256: createHash('sha256').digest('hex'), sizeBytes: 0, text: '' };
