import type { Channel, Diagnostic, JsonObject, NodeSpec } from '@setpoint/model';
import type { Palette } from '@setpoint/render';

/** What is known of one node, or why nothing is. */
export type NodeFacts =
  | {
      readonly kind: 'facts';
      readonly facts: JsonObject;
      /** The facts as text, each line ended. */
      readonly text: (palette: Palette) => string;
      /** The node in a few words: what it is, and how much of it could be read. */
      readonly summary: string;
      /** A sentence on how to learn more. */
      readonly advice?: string;
    }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** How nodes of one channel are asked what they are. Reads only. */
export type FactSource = (channel: Channel, node: NodeSpec, signal: AbortSignal) => Promise<NodeFacts>;
