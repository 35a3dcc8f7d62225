import type { Json } from './json.ts';
import type { UnknownCause } from './unknown.ts';

/** One side of an edit, as a plan shows it. */
export type EditValue =
  /** There is nothing, or the property is not set. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: Json }
  /** File content, told by size and digest; the text difference stands in the edit's hunks. */
  | { readonly kind: 'content'; readonly sizeBytes: number; readonly sha256: string }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }
  /** A secret; `digest` is keyed per project, so a changed secret still shows as changed. */
  | { readonly kind: 'sensitive'; readonly digest: string };

/** One run of changed lines with its context; each line starts with ' ', '-' or '+', as in a unified diff. */
export type Hunk = {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
  readonly lines: readonly string[];
};

/** One property that would change: where, from what, to what. */
export type Edit = {
  /** Property path in the module's declared shape, for example `mode` or `content`. */
  readonly path: string;
  readonly before: EditValue;
  readonly after: EditValue;
  /** Line difference for text content; absent for binary, large or secret content. */
  readonly hunks?: readonly Hunk[];
  /** The value is a secret: every output shows a mask. */
  readonly sensitive?: true;
  /** An act and not a state, such as a command declared `always: true`: reading the node again cannot verify it. */
  readonly act?: true;
  /** The property cannot be changed in place. */
  readonly replaces?: true;
  /** Who moved since the last apply; only in a drift report. */
  readonly movedBy?: Mover;
};

/** What the journals of past applies tell of a difference between a node and its declaration. */
export const movers = {
  code: 'the declaration changed since the last apply',
  node: 'the node changed since the last apply',
  both: 'the declaration and the node changed since the last apply',
  'never-applied': 'no apply of this project has set it',
  untold: 'the journals of past applies do not tell',
} as const satisfies Record<string, string>;

export type Mover = keyof typeof movers;

/** Shorthand for an edit value that holds JSON; undefined means absent. */
export function editValue(value: Json | undefined): EditValue {
  return value === undefined ? { kind: 'absent' } : { kind: 'value', value };
}
