import type { Address } from './address.ts';
import type { Edit } from './edit.ts';
import type { Operation } from './operation.ts';
import type { SourceSpan } from './source.ts';
import type { UnknownCause } from './unknown.ts';

/** What happens to a resource. `unknown`: a fact could not be read, so nothing can be promised and nothing is done. */
export const actionKinds = {
  create: 'is not there and will be made',
  update: 'is there and differs',
  replace: 'must be deleted and made anew',
  delete: 'is there and will be deleted',
  run: 'runs a command',
  none: 'is as declared',
  unknown: 'could not be read',
} as const satisfies Record<string, string>;

export type Action = keyof typeof actionKinds;

/** What happens to one resource on one node, and why. */
export type Change = {
  readonly address: Address;
  readonly action: Action;
  readonly edits: readonly Edit[];
  readonly operations: readonly Operation[];
  /** Why the change is needed where the edits do not tell it: `nginx.service runs since before /etc/nginx.conf changed`. */
  readonly reasons: readonly string[];
  /** Facts that were not known when this change was planned. A cause of kind `after` is settled during the apply. */
  readonly unknowns: readonly UnknownCause[];
  /** Where the resource is declared. */
  readonly source?: SourceSpan;
  /** What it comes after on its node, declared or implied; absent when it comes after nothing. */
  readonly dependsOn?: readonly Address[];
  /** Absolute paths that it writes beside the one that its address names; a slash at the end means everything below as well. */
  readonly paths?: readonly string[];
  /** The node undoes it by itself unless a new connection confirms it within this time; absent where nothing is done. */
  readonly confirmWithinMs?: number;
};
