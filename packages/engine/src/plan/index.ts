import {
  type Channel,
  type CompiledPlay,
  countPlan,
  type Plan,
  type PlayPlan,
  planFormatVersion,
} from '@setpoint/model';
import { forEachBounded } from '../concurrency/for-each-bounded.ts';
import type { EngineContext } from '../ports.ts';
import { collectNodeWork, type NodeWork, type PlannedNode, planNode } from './plan-node.ts';

/** A plan and the open nodes it was read from. Close it with `closeNodes`. */
export type PlannedRun = {
  readonly plan: Plan;
  readonly plays: readonly CompiledPlay[];
  readonly nodes: readonly PlannedNode[];
};

/** What is planned for: `limits` stand in the plan's header; a plan that will not be applied keeps no node open. */
export type PlanPurpose = { readonly limits: readonly string[]; readonly willApply: boolean };

/** Reads all nodes side by side and plans all plays. The plan depends only on declarations and facts, not on who answered first. */
export async function planPlays(
  plays: readonly CompiledPlay[],
  { limits, willApply }: PlanPurpose,
  context: EngineContext,
): Promise<PlannedRun> {
  const work = collectNodeWork(plays);
  context.emit({ kind: 'phase-started', phase: 'plan', nodes: work.length });
  const byName = new Map<string, PlannedNode>();
  await forEachBounded(work, context.concurrency, async (each) => {
    byName.set(each.node.name, await planOne(each, willApply, context));
  });
  context.emit({ kind: 'phase-ended', phase: 'plan' });
  const nodes = work.flatMap((each) => byName.get(each.node.name) ?? []);
  const playPlans = plays.map((play, position) => showPlay(play, position, byName));
  return {
    plan: { formatVersion: planFormatVersion, limits, plays: playPlans, totals: countPlan(playPlans) },
    plays,
    nodes,
  };
}

/** Ends all conversations; safe to call at any time. */
export async function closeNodes(nodes: readonly PlannedNode[]): Promise<void> {
  await Promise.all(nodes.flatMap((node) => node.channel?.close() ?? []));
}

async function planOne(work: NodeWork, willApply: boolean, context: EngineContext): Promise<PlannedNode> {
  const node = work.node.name;
  context.emit({ kind: 'node-started', phase: 'plan', node });
  const planned = await planNode(work, context);
  context.emit({
    kind: 'node-ended',
    phase: 'plan',
    node,
    ok: planned.parts.every((part) => part.shown.status === 'planned'),
  });
  return willApply && hasWork(planned) ? planned : letGo(planned);
}

/** True when an apply will come back to the node. */
function hasWork({ parts }: PlannedNode): boolean {
  return parts.some(
    (part) => part.shown.status !== 'planned' || part.planned.some(({ change }) => change.operations.length > 0),
  );
}

/**
 * Ends the conversation and keeps only what is shown: a thousand nodes must not hold a thousand connections for nothing, nor all that
 * they answered until the last goodbye. A function that waits holds on to its arguments, so another one waits.
 */
function letGo({ node, channel, marks, parts }: PlannedNode): Promise<PlannedNode> {
  const shown = parts.map((part) => ({ ...part, planned: [], dependencies: new Map() }));
  return afterClosing(channel, { node, channel: undefined, marks, parts: shown });
}

async function afterClosing(channel: Channel | undefined, node: PlannedNode): Promise<PlannedNode> {
  await channel?.close();
  return node;
}

function showPlay(play: CompiledPlay, position: number, byName: ReadonlyMap<string, PlannedNode>): PlayPlan {
  const nodes = play.nodes.flatMap(
    ({ node }) => byName.get(node.name)?.parts.find((part) => part.play === position)?.shown ?? [],
  );
  return { name: play.name, ...(play.rollout === undefined ? {} : { rollout: play.rollout }), nodes };
}
