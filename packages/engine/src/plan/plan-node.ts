import type {
  Address,
  Change,
  Channel,
  CompiledPlay,
  DeclaredResource,
  Diagnostic,
  NodeMarks,
  NodePlan,
  NodePlanStatus,
  NodeSpec,
  OperationOutcome,
} from '@setpoint/model';
import { gather } from '../gather/index.ts';
import { AnswerOverlay } from '../gather/overlay.ts';
import { orderResources } from '../order/index.ts';
import type { EngineContext } from '../ports.ts';
import { bindSafeguards } from '../safeguard/bind-safeguards.ts';
import { tellBug } from './bug.ts';
import { openChannel } from './node-session.ts';
import { leaveUnplanned, type PlannedResource, planResource } from './plan-resource.ts';
import { showChange } from './show-change.ts';

/** One node's part of one play, planned. */
export type PlannedPart = {
  /** Position of the play. */
  readonly play: number;
  readonly planned: readonly PlannedResource[];
  readonly dependencies: ReadonlyMap<Address, readonly Address[]>;
  readonly shown: NodePlan;
  /** Set when the run is held to a plan that was decided on before. */
  readonly held?: {
    /** The part was whole when it was decided on: what is refused of it by now does not hold up the rest. */
    readonly goesOn: boolean;
    /** What came of decided operations without being done: satisfied, refused, not started. */
    readonly outcomes: readonly OperationOutcome[];
  };
};

/** One node with its open channel and its part of every play it is in. */
export type PlannedNode = {
  readonly node: NodeSpec;
  readonly channel: Channel | undefined;
  /** When the node had answered, on the monotonic clock. */
  readonly readAtMs?: number;
  /** What the node said about itself when it was read. */
  readonly marks: NodeMarks;
  readonly parts: readonly PlannedPart[];
};

/** What one node has to do, over all plays. */
export type NodeWork = {
  readonly node: NodeSpec;
  readonly parts: readonly { readonly play: number; readonly resources: readonly DeclaredResource[] }[];
};

/** The nodes of all plays, each once, in the order in which they first appear. */
export function collectNodeWork(plays: readonly CompiledPlay[]): readonly NodeWork[] {
  const byName = new Map<
    string,
    { node: NodeSpec; parts: { play: number; resources: readonly DeclaredResource[] }[] }
  >();
  for (const [play, { nodes }] of plays.entries()) {
    for (const { node, resources } of nodes) {
      const work = byName.get(node.name) ?? { node, parts: [] };
      work.parts.push({ play, resources });
      byName.set(node.name, work);
    }
  }
  return [...byName.values()];
}

/**
 * Connects to a node, reads it in one round trip and plans its part of every play; later plays see what earlier ones predict. It
 * never throws: what should not be able to happen fails this node alone.
 */
export async function planNode(work: NodeWork, context: EngineContext): Promise<PlannedNode> {
  let channel: Channel | undefined;
  try {
    const opened = await openChannel(work.node, context);
    if (opened.kind === 'failed') return failedNode(work, opened.diagnostic, context);
    channel = opened.channel;
    return await planThrough(channel, work, context);
  } catch (error) {
    // The conversation stays with the node, which was reached: it is no unreachable one.
    return { ...failedNode(work, tellBug(error, { node: work.node.name }, context.onBug), context), channel };
  }
}

async function planThrough(channel: Channel, work: NodeWork, context: EngineContext): Promise<PlannedNode> {
  const { modules, onBug } = context;
  const resources = work.parts.flatMap((part) => part.resources);
  const gathered = await gather(channel, { resources, modules }, context.signal);
  if (gathered.kind === 'failed') {
    await channel.close();
    return failedNode(work, { ...gathered.diagnostic, node: work.node.name }, context);
  }
  const readAtMs = context.clock.monotonicMs();
  const view = { node: work.node.name, facts: gathered.facts, overlay: new AnswerOverlay(), modules, onBug };
  const parts = work.parts.map((part) => {
    const ordered = orderResources(part.resources, context.modules);
    const resources = bindSafeguards(ordered.resources, ordered.dependencies, modules);
    const planned = resources.map((resource) =>
      ordered.stuck.has(resource.address) ? leaveUnplanned(resource, view) : planResource(resource, view),
    );
    return {
      play: part.play,
      planned,
      dependencies: ordered.dependencies,
      shown: showPart(work.node, planned, { ...ordered, context }),
    };
  });
  return { node: work.node, channel, readAtMs, marks: channel.marks?.() ?? {}, parts };
}

function showPart(
  node: NodeSpec,
  planned: readonly PlannedResource[],
  {
    context,
    diagnostics,
    dependencies,
  }: {
    readonly context: EngineContext;
    readonly diagnostics: readonly Diagnostic[];
    readonly dependencies: PlannedPart['dependencies'];
  },
): NodePlan {
  const all = [...diagnostics, ...planned.flatMap((each) => each.diagnostics)];
  const incomplete = all.some((diagnostic) => diagnostic.severity === 'error');
  const status: NodePlanStatus = incomplete ? 'incomplete' : 'planned';
  const changes = planned.map((each) =>
    withDependencies(showChange(each.change, each, context.redactor), dependencies.get(each.change.address) ?? []),
  );
  return {
    node: node.name,
    status,
    changes,
    diagnostics: all.map((diagnostic) => redactDiagnostic(diagnostic, context)),
  };
}

/** Nodes that share a change and what it comes after share the result. */
function withDependencies(change: Change, dependsOn: readonly Address[]): Change {
  if (dependsOn.length === 0) return change;
  const known = dependent.get(change);
  if (known?.dependsOn === dependsOn) return known;
  const made = { ...change, dependsOn };
  dependent.set(change, made);
  return made;
}

const dependent = new WeakMap<Change, Change>();

function redactDiagnostic(diagnostic: Diagnostic, { redactor }: EngineContext): Diagnostic {
  return {
    ...diagnostic,
    detail: redactor.redact(diagnostic.detail),
    ...(diagnostic.hint === undefined ? {} : { hint: redactor.redact(diagnostic.hint) }),
  };
}

function failedNode(work: NodeWork, diagnostic: Diagnostic, context: EngineContext): PlannedNode {
  const parts = work.parts.map(({ play }) => {
    const shown: NodePlan = {
      node: work.node.name,
      status: 'failed',
      changes: [],
      diagnostics: [redactDiagnostic(diagnostic, context)],
    };
    return { play, planned: [], dependencies: new Map(), shown };
  });
  return { node: work.node, channel: undefined, marks: {}, parts };
}
