import type { Rollout } from './plan.ts';
import type { CompiledNode } from './resource.ts';

/** A play after compilation: its nodes in inventory order, each with its ordered resources. */
export type CompiledPlay = {
  readonly name: string;
  readonly rollout?: Rollout;
  readonly nodes: readonly CompiledNode[];
};
