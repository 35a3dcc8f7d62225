import type { Action, Change } from './change.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { HazardKind } from './hazard.ts';

/** Version of the plan's JSON form. A reader accepts this number and refuses a greater one. */
export const planFormatVersion = 1;

/** `incomplete`: the node answered, but some resources could not be planned. `failed`: nothing could be read. */
export type NodePlanStatus = 'planned' | 'incomplete' | 'failed';

/** The changes of one node in one play, in the order in which they will happen. */
export type NodePlan = {
  readonly node: string;
  readonly status: NodePlanStatus;
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
};

/** How a play spreads over its nodes; absent members mean: all at once, no failure tolerated beyond the play. */
export type Rollout = { readonly canary?: number; readonly batch?: number | `${number}%`; readonly maxFailed?: number };

export type PlayPlan = { readonly name: string; readonly rollout?: Rollout; readonly nodes: readonly NodePlan[] };

export type PlanTotals = {
  readonly nodes: number;
  readonly failedNodes: number;
  readonly resources: number;
  readonly actions: Readonly<Record<Action, number>>;
  readonly operations: number;
  readonly hazards: Readonly<Partial<Record<HazardKind, number>>>;
};

/** What would change, exactly; every text shown to a person is rendered from it. It holds no clock, no random, no secret. */
export type Plan = {
  readonly formatVersion: typeof planFormatVersion;
  /** Set when the run was limited, so that nobody takes it for the whole: `--limit web1`. */
  readonly limits: readonly string[];
  readonly plays: readonly PlayPlan[];
  readonly totals: PlanTotals;
  /** What the project's policy does not allow in this plan, as errors; absent when it allows all. An apply refuses such a plan. */
  readonly violations?: readonly Diagnostic[];
  /** What was allowed by name in this plan although the policy asks for it; absent when nothing was. */
  readonly allowed?: readonly string[];
};

/** Counts a plan's changes; nodes in several plays count once. */
export function countPlan(plays: readonly PlayPlan[]): PlanTotals {
  const nodePlans = plays.flatMap((play) => play.nodes);
  const changes = nodePlans.flatMap((nodePlan) => nodePlan.changes);
  const actions = { create: 0, update: 0, replace: 0, delete: 0, run: 0, none: 0, unknown: 0 };
  const hazards: Partial<Record<HazardKind, number>> = {};
  let operations = 0;
  for (const change of changes) {
    actions[change.action] += 1;
    operations += change.operations.length;
    for (const operation of change.operations) {
      for (const hazard of operation.hazards) hazards[hazard.kind] = (hazards[hazard.kind] ?? 0) + 1;
    }
  }
  return {
    nodes: new Set(nodePlans.map((nodePlan) => nodePlan.node)).size,
    failedNodes: new Set(nodePlans.filter((nodePlan) => nodePlan.status === 'failed').map((nodePlan) => nodePlan.node))
      .size,
    resources: changes.length,
    actions,
    operations,
    hazards,
  };
}

/** The single definition of "there is something to apply". */
export function hasChanges(plan: Plan): boolean {
  return plan.plays.some((play) =>
    play.nodes.some((node) => node.changes.some((change) => change.operations.length > 0)),
  );
}
