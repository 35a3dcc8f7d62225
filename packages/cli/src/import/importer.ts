import type { Channel, Diagnostic, NodeSpec } from '@setpoint/model';

/** A file beside the playbook, with its path relative to that. */
export type ImportedFile = { readonly path: string; readonly text: string | Uint8Array };

/** A playbook of what a node holds, or why there is none. */
export type NodeImport =
  | {
      readonly kind: 'imported';
      readonly text: string;
      readonly declared: number;
      /** Things that stand in the playbook as a comment only, which says why. */
      readonly leftOut: number;
      /** Files that the playbook names. */
      readonly files: readonly ImportedFile[];
    }
  | { readonly kind: 'failed'; readonly diagnostics: readonly Diagnostic[] };

/** How it is to be written. */
export type ImportOptions = {
  readonly signal: AbortSignal;
  /** The folder beside the playbook for further files; undefined: all must stand in the playbook. */
  readonly folder: string | undefined;
  /** How the tables of a database are written. */
  readonly tables: 'sql' | 'yaml';
  /** Types of which everything is imported, of a host. Undefined: all, unless `only` names objects. */
  readonly types: readonly string[] | undefined;
  /** Addresses of objects of a host. */
  readonly only: readonly string[];
};

/** How a playbook is made of what a node of one channel holds. Nothing that the node holds is changed. */
export type NodeImporter = (channel: Channel, node: NodeSpec, options: ImportOptions) => Promise<NodeImport>;
