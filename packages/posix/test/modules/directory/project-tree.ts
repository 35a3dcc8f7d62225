import { createHash } from 'node:crypto';
import type { BodyStore, Json, JsonObject, ProjectTree, TreeEntry } from '@setpoint/model';
import { directory } from '../../../src/modules/directory/index.ts';

/** The text of a file, `null` for a directory, a target for a link; a mode may stand before the text. */
export type Entries = Readonly<
  Record<string, string | null | { readonly target: string } | { readonly mode: string; readonly text: string }>
>;

/** A directory of a project, as the language reads it. */
export function projectTree(entries: Entries, bodies?: BodyStore): ProjectTree {
  return {
    path: 'files',
    mode: '0750',
    entries: Object.entries(entries).map(([name, what]) => toEntry(name, what, bodies)),
  };
}

function toEntry(name: string, what: Entries[string] | undefined, bodies: BodyStore | undefined): TreeEntry {
  if (what === null || what === undefined) return { kind: 'directory', name, mode: '0750' };
  if (typeof what === 'object' && 'target' in what) return { kind: 'link', name, target: what.target };
  const { mode, text } = typeof what === 'string' ? { mode: '0640', text: what } : what;
  const bytes = Buffer.from(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  bodies?.put(sha256, { kind: 'bytes', bytes });
  return { kind: 'file', name, mode, body: { sha256, sizeBytes: bytes.length, text } };
}

/** The declared form of a directory that is copied from the project. */
export function declareCopied(identity: string, properties: JsonObject, source: ProjectTree): Json {
  const result = directory.declare({ identity, properties: { source: 'files', ...properties }, trees: { source } });
  if (result.kind === 'invalid') throw new Error(result.problems.map(({ detail }) => detail).join(' '));
  return result.declared;
}
