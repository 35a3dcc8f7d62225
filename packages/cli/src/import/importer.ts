import type { Channel, Diagnostic, NodeSpec } from '@setpoint/model';

/** A playbook of what a node holds, or why there is none. */
export type NodeImport =
  | {
      readonly kind: 'imported';
      readonly text: string;
      readonly declared: number;
      /** Things that stand in the playbook as a comment only, which says why. */
      readonly leftOut: number;
    }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** How a playbook is made of what a node of one channel holds. Reads only. */
export type NodeImporter = (channel: Channel, node: NodeSpec, signal: AbortSignal) => Promise<NodeImport>;
