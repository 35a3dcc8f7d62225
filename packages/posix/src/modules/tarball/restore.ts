import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { restoreFile } from '../file/restore.ts';
import type { TarballDeclared, TarballState } from './declared.ts';
import { fileOf } from './observe.ts';

/** The file as it was, with the content that the journal kept of it; or no file. */
export function restoreTarball(undo: Undo<TarballDeclared, TarballState>): TypedRestoration<TarballDeclared> {
  const back = restoreFile({ ...undo, declared: fileOf(undo.declared) });
  return back.kind === 'irreversible'
    ? back
    : {
        kind: 'declared',
        declared: { ...undo.declared, back: back.declared },
        ...(back.lacks === undefined ? {} : { lacks: back.lacks }),
      };
}
