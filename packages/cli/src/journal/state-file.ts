import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something that was worked out of the journals, kept so that they need not be read again: it can be deleted at any time. */
export type StateFile<Content> = {
  /** Undefined when there is none, or none of this version. */
  readonly read: () => Content | undefined;
  /** A project directory that cannot be written only costs time. */
  readonly write: (content: Content) => void;
};

/** A file under `.setpoint/state`, of one version of its form. */
export function stateFile<Content>(projectDir: string, name: string, version: number): StateFile<Content> {
  const directory = join(projectDir, '.setpoint', 'state');
  const path = join(directory, name);
  return {
    read: () => {
      try {
        const found = JSON.parse(readFileSync(path, 'utf8')) as { version?: number; content?: Content };
        return found.version === version ? found.content : undefined;
      } catch {
        return undefined;
      }
    },
    write: (content) => {
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 });
        const fresh = `${path}.${process.pid}`;
        writeFileSync(fresh, JSON.stringify({ version, content }), { mode: 0o600 });
        renameSync(fresh, path);
      } catch {
        // The journals tell it again.
      }
    },
  };
}
