import type { ArchiveMember } from './archive.ts';
import type { TextEncoding } from './text-encoding.ts';

/**
 * Content that is too large or too secret to stand in a plan, named by its digest. The bytes live in a body store and reach
 * the node over the channel only.
 */
export type Body = {
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The bytes as text, present when they are valid UTF-8 without NUL and at most `maxTextBytes`: enough to show a diff. */
  readonly text?: string;
  /** The text whose bytes these are in another encoding than UTF-8, where one is declared and they are at most `maxTextBytes`. */
  readonly encoded?: { readonly encoding: TextEncoding; readonly text: string };
  /** What an archive holds; absent for every other body. */
  readonly members?: readonly ArchiveMember[];
};

/** Bodies above this size are shown by size and digest, never as a text diff. */
export const maxTextBytes = 128 * 1024;

/** Where the bytes of a body come from when they are needed. */
export type BodySource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** A file on the controller, streamed at apply; its digest is checked on the node before it counts. */
  | { readonly kind: 'file'; readonly path: string };

/** Finds the bytes of a body by SHA-256; undefined when it was never added. */
export type BodyStore = {
  readonly get: (sha256: string) => BodySource | undefined;
  readonly put: (sha256: string, source: BodySource) => void;
};

/** A body store that holds its sources in memory; files stay on disk until they are streamed. */
export function createBodyStore(): BodyStore {
  const sources = new Map<string, BodySource>();
  return {
    get: (sha256) => sources.get(sha256),
    put: (sha256, source) => {
      sources.set(sha256, source);
    },
  };
}
