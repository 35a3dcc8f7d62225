import type { Body } from './body.ts';

/** A directory of the project with everything in it, as a property marked `x-tree` names it. */
export type ProjectTree = {
  /** Starts at the project directory. */
  readonly path: string;
  /** Permission bits, four octal digits. */
  readonly mode: string;
  /** Everything below, each directory before what it holds, names sorted. */
  readonly entries: readonly TreeEntry[];
};

/** One thing in such a directory; `name` is its path in it. A link is told only where links are kept as they are. */
export type TreeEntry =
  | { readonly kind: 'file'; readonly name: string; readonly mode: string; readonly body: Body }
  | { readonly kind: 'directory'; readonly name: string; readonly mode: string }
  | { readonly kind: 'link'; readonly name: string; readonly target: string };
