import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import type { FileState } from '../file/declared.ts';
import { restoreFile } from '../file/restore.ts';
import type { SudoersDeclared } from './declared.ts';

/** The file as it was, read by `visudo` again; or no file. */
export function restoreSudoers(undo: Undo<SudoersDeclared, FileState>): TypedRestoration<SudoersDeclared> {
  const way = restoreFile(undo);
  if (way.kind !== 'declared') return way;
  const { validates } = undo.declared;
  return { ...way, also: [], declared: { ...way.declared, validates, isMade: false } };
}
