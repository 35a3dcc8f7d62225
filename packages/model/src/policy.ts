import type { Action } from './change.ts';
import type { HazardKind } from './hazard.ts';
import type { SourceSpan } from './source.ts';

/** What a project allows in its plans, as `setpoint.yaml` says; what it does not allow needs `--allow`. */
export type Policy = {
  /** Changes that each of these fits are not made unless its name is allowed. */
  readonly requireAllow: readonly AllowRule[];
  /** Patterns of paths that are never changed, unless the resource is allowed by its address. */
  readonly protectedPaths: readonly ProtectedPath[];
  /** Nodes that are never changed, unless `node:NAME` is allowed. */
  readonly protectedNodes: readonly ProtectedNodes[];
  /** How many nodes one plan may change, unless `max_changed_nodes` is allowed. */
  readonly maxChangedNodes?: ChangedNodesLimit;
};

/** A rule fits a change when all of its conditions do; it has at least one. */
export type AllowRule = {
  readonly name: string;
  readonly type?: string;
  /** Pattern of addresses: `*` stands for any text, `?` for one character. */
  readonly address?: string;
  readonly action?: Action;
  readonly hazard?: HazardKind;
  /** Why the project wants it, for whoever reads the plan. */
  readonly reason?: string;
  readonly span: SourceSpan;
};

/**
 * A pattern of absolute paths in canonical form. `*` and `?` stay within a name, `**` stands for any number of names. It stands for
 * what it names and for everything below.
 */
export type ProtectedPath = { readonly pattern: string; readonly span: SourceSpan };

/** Nodes that a selector chose, by name. */
export type ProtectedNodes = {
  readonly selector: string;
  readonly nodes: ReadonlySet<string>;
  readonly span: SourceSpan;
};

export type ChangedNodesLimit = {
  /** As a number of nodes. */
  readonly most: number;
  /** As it was written: `20`, `25%`. */
  readonly written: string;
  readonly span: SourceSpan;
};

/** The policy of a project that has none: everything is allowed. */
export const emptyPolicy: Policy = { requireAllow: [], protectedPaths: [], protectedNodes: [] };
