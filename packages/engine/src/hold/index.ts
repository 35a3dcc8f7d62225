import { type Address, countPlan, type Diagnostic, type NodeIdentity, type NodePlan, type Plan } from '@setpoint/model';
import type { PlannedRun } from '../plan/index.ts';
import type { PlannedNode } from '../plan/plan-node.ts';
import { compareMarks } from './compare-marks.ts';
import { type HeldPart, holdPart } from './hold-part.ts';

/** What was decided on, and which nodes had answered for it. */
export type DecidedPlan = { readonly plan: Plan; readonly nodes: readonly NodeIdentity[] };

/**
 * Holds a run to a plan that was decided on before: what is the same is done, what is as declared by now needs nothing, and
 * everything else is refused by name in the plan's diagnostics, with what depends on it. `fresh` is the run's own plan in the form
 * in which plans are kept.
 */
export function holdToPlan(run: PlannedRun, fresh: Plan, decided: DecidedPlan): PlannedRun {
  const plans = { fresh: byPlayAndNode(fresh), decided: byPlayAndNode(decided.plan) };
  const marks = new Map(decided.nodes.map((each) => [each.node, each.marks]));
  const held = new Map(
    run.nodes.map((node) => [node.node.name, holdNode(node, marks.get(node.node.name) ?? {}, plans)]),
  );
  const plays = fresh.plays.map((play, position) => ({
    ...play,
    nodes: play.nodes.map((shown) => held.get(shown.node)?.find(({ part }) => part.play === position)?.shown ?? shown),
  }));
  const nodes = run.nodes.map((node) => ({
    ...node,
    parts: held.get(node.node.name)?.map(({ part }) => part) ?? node.parts,
  }));
  return { ...run, plan: { ...fresh, plays, totals: countPlan(plays) }, nodes };
}

type PlansByNode = readonly ReadonlyMap<string, NodePlan>[];

function byPlayAndNode(plan: Plan): PlansByNode {
  return plan.plays.map(({ nodes }) => new Map(nodes.map((node) => [node.node, node])));
}

function holdNode(
  { node, marks: now, parts }: PlannedNode,
  saved: NodeIdentity['marks'],
  plans: { readonly fresh: PlansByNode; readonly decided: PlansByNode },
): readonly HeldPart[] {
  const isReached = parts.some(({ shown }) => shown.status !== 'failed');
  const stranger = isReached ? compareMarks(node.name, saved, now) : undefined;
  const view = { stranger, satisfied: new Set<Address>() };
  const held = parts.map((part): HeldPart => {
    const fresh = plans.fresh[part.play]?.get(node.name) ?? part.shown;
    // A node that was not reached tells that itself, and nothing about what was planned.
    if (fresh.status === 'failed') return { part, shown: fresh };
    return holdPart({ part, fresh, decided: plans.decided[part.play]?.get(node.name) }, view);
  });
  return stranger === undefined
    ? held
    : held.map((part, position) => (position === 0 ? tellStranger(part, stranger) : part));
}

function tellStranger({ part, shown }: HeldPart, stranger: Diagnostic): HeldPart {
  const tell = (plan: NodePlan): NodePlan => ({ ...plan, diagnostics: [stranger, ...plan.diagnostics] });
  return { part: { ...part, shown: tell(part.shown) }, shown: tell(shown) };
}
