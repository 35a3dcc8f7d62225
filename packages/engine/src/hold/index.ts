import { countPlan, type Diagnostic, type NodeIdentity, type Plan } from '@setpoint/model';
import type { PlannedRun } from '../plan/index.ts';
import type { PlannedNode } from '../plan/plan-node.ts';
import { compareMarks } from './compare-marks.ts';
import { type HeldPart, holdPart } from './hold-part.ts';

/** What was decided on, and which nodes had answered for it. */
export type DecidedPlan = { readonly plan: Plan; readonly nodes: readonly NodeIdentity[] };

/** A run that does what was decided on, as far as it still holds. */
export type HeldRun = {
  readonly run: PlannedRun;
  /** Everything of the decided plan that will not be done, by name; empty when all of it still holds. */
  readonly refusals: readonly Diagnostic[];
};

/**
 * Holds a run to a plan that was decided on before: what is the same is done, what is as declared by now needs nothing, and
 * everything else is refused, with what depends on it. `fresh` is the run's own plan in the form in which plans are kept.
 */
export function holdToPlan(run: PlannedRun, fresh: Plan, decided: DecidedPlan): HeldRun {
  const holding = { fresh: byPlayAndNode(fresh), decided: byPlayAndNode(decided.plan), nodes: decided.nodes };
  const marks = new Map(decided.nodes.map((each) => [each.node, each.marks]));
  const held = new Map(
    run.nodes.map((node) => [node.node.name, holdNode(node, marks.get(node.node.name) ?? {}, holding)]),
  );
  const plays = fresh.plays.map((play, position) => ({
    ...play,
    nodes: play.nodes.map(
      (shown) => held.get(shown.node)?.parts.find(({ part }) => part.play === position)?.shown ?? shown,
    ),
  }));
  const nodes = run.nodes.map((node) => ({
    ...node,
    parts: held.get(node.node.name)?.parts.map(({ part }) => part) ?? node.parts,
  }));
  return {
    run: { ...run, plan: { ...fresh, plays, totals: countPlan(plays) }, nodes },
    refusals: [...held.values()].flatMap(({ refusals }) => refusals),
  };
}

type PlansByNode = readonly ReadonlyMap<string, Plan['plays'][number]['nodes'][number]>[];

function byPlayAndNode(plan: Plan): PlansByNode {
  return plan.plays.map(({ nodes }) => new Map(nodes.map((node) => [node.node, node])));
}

type HeldNode = { readonly parts: readonly HeldPart[]; readonly refusals: readonly Diagnostic[] };

function holdNode(
  node: PlannedNode,
  marks: NodeIdentity['marks'],
  plans: { readonly fresh: PlansByNode; readonly decided: PlansByNode },
): HeldNode {
  const { name } = node.node;
  const isReached = node.parts.some(({ shown }) => shown.status !== 'failed');
  const stranger = isReached ? compareMarks(name, marks, node.marks) : undefined;
  const satisfied = new Set<never>();
  const parts = node.parts.map((part): HeldPart => {
    const fresh = plans.fresh[part.play]?.get(name) ?? part.shown;
    // A node that was not reached tells that itself, and nothing about what was planned.
    if (fresh.status === 'failed') return { part, shown: fresh, refusals: [] };
    return holdPart({ part, fresh, decided: plans.decided[part.play]?.get(name) }, { stranger, satisfied });
  });
  const [first, ...rest] = parts;
  if (stranger === undefined || first === undefined)
    return { parts, refusals: parts.flatMap(({ refusals }) => refusals) };
  const told = {
    ...first,
    shown: tellFirst(first.shown, stranger),
    part: { ...first.part, shown: tellFirst(first.part.shown, stranger) },
  };
  return { parts: [told, ...rest], refusals: [stranger, ...parts.flatMap(({ refusals }) => refusals)] };
}

function tellFirst(shown: HeldPart['shown'], diagnostic: Diagnostic): HeldPart['shown'] {
  return { ...shown, diagnostics: [diagnostic, ...shown.diagnostics] };
}
