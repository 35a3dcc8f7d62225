import type { Channel, Diagnostic, NodeSpec } from '@setpoint/model';

/** A playbook of what a node holds, or why there is none. */
export type NodeImport =
  | {
      readonly kind: 'imported';
      readonly text: string;
      readonly declared: number;
      /** Things that stand in the playbook as a comment only, which says why. */
      readonly leftOut: number;
      /** Files that the playbook lists, with paths relative to it. */
      readonly files: readonly { readonly path: string; readonly text: string }[];
    }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** How it is to be written. */
export type ImportOptions = {
  readonly signal: AbortSignal;
  /** The folder beside the playbook for further files; undefined: all must stand in the playbook. */
  readonly folder: string | undefined;
  /** How the tables of a database are written. */
  readonly tables: 'sql' | 'yaml';
};

/** How a playbook is made of what a node of one channel holds. Nothing that the node holds is changed. */
export type NodeImporter = (channel: Channel, node: NodeSpec, options: ImportOptions) => Promise<NodeImport>;
