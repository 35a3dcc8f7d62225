import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Diagnostic, errorDiagnostic } from '@setpoint/model';

/** A file that a command makes for its user, who may have changed an older one by hand. */
export type NewFile = {
  readonly path: string;
  readonly text: string | Uint8Array;
  readonly overwrites: boolean;
  /** Permissions of a file that was not there; 0644 unless given. */
  readonly mode?: number;
};

/** Writes a file and the directories above it; undefined when that worked. What is there is overwritten only when told to. */
export function writeNewFile({ path, text, overwrites, mode = 0o644 }: NewFile): Diagnostic | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!overwrites) {
      writeFileSync(path, text, { flag: 'wx', mode });
      return undefined;
    }
    // A disk that is full must not take the older file along.
    const fresh = `${path}.new`;
    writeFileSync(fresh, text);
    renameSync(fresh, path);
    return undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && !overwrites) {
      return errorDiagnostic('SP810', {
        detail: `${path} is there already, and was left as it is.`,
        hint: 'name another file, or add --force',
      });
    }
    const reason = error instanceof Error ? error.message : String(error);
    return errorDiagnostic('SP808', { detail: `${path} cannot be written: ${reason}.` });
  }
}
