/** What a node of the graph stands for; each kind has its own shape. */
export type GraphNodeKind = 'node' | 'play' | 'resource';

/** Why one thing comes after another; each kind has its own line. */
export type GraphEdgeKind =
  /** Written in `after`. */
  | 'declared'
  /** Follows from what the resources are. */
  | 'implied'
  /** A service is restarted or reloaded when the other changes. */
  | 'notifies'
  /** The one belongs to the other. */
  | 'contains';

/** Resources and how they depend on each other: `from` happens before `to`. Edges name nodes by `id`. */
export type Graph = {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly kind: GraphNodeKind }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: GraphEdgeKind }[];
};
