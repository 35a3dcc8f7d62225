import {
  type Body,
  type CompiledPlay,
  type DeclaredResource,
  type Diagnostic,
  formatAddress,
  type Json,
  type NodeSpec,
  type Observed,
  type ResourceModule,
  type Restoration,
  type Rollout,
  type SourceSpan,
  warningDiagnostic,
} from '@setpoint/model';
import type { Journal } from '../journal/read-journal.ts';
import { type HappenedChange, happenedChanges } from './undone-changes.ts';

/** What a way back is made from beside the journal. */
export type WayBackWorld = {
  readonly modules: ReadonlyMap<string, ResourceModule>;
  /** The nodes to go back on. */
  readonly nodes: readonly NodeSpec[];
  /** Finds content that was kept before it was replaced. */
  readonly kept: (sha256: string) => Body | undefined;
};

/** Plays that lead back to the state before a run, and what they do not bring back. */
export type WayBack = { readonly plays: readonly CompiledPlay[]; readonly lost: readonly Diagnostic[] };

/** The way back from a run: its changes in reverse, each as a declaration of what was there before. */
export function wayBack(journal: Journal, world: WayBackWorld): WayBack {
  const lost: Diagnostic[] = [];
  const names = new Set(world.nodes.map((node) => node.name));
  const changes = happenedChanges(journal).filter(({ node }) => names.has(node));
  const byPlay = Map.groupBy(changes.toReversed(), ({ play }) => play);
  const plays = [...byPlay]
    .sort(([left], [right]) => right - left)
    .map(([position, ofPlay]) => {
      const { name = '', rollout } = journal.started.plan.plays[position] ?? {};
      return playBack({ name: `back from ${journal.run}: ${name}`, rollout, changes: ofPlay }, world, lost);
    });
  return { plays, lost };
}

type PlayBack = {
  readonly name: string;
  readonly rollout: Rollout | undefined;
  readonly changes: readonly HappenedChange[];
};

function playBack({ name, rollout, changes }: PlayBack, world: WayBackWorld, lost: Diagnostic[]): CompiledPlay {
  const byNode = Map.groupBy(changes, ({ node }) => node);
  const nodes = world.nodes.flatMap((node) => {
    const ofNode = byNode.get(node.name);
    return ofNode === undefined
      ? []
      : [
          {
            node,
            resources: inOrder(
              ofNode,
              oncePerObject(
                ofNode.flatMap((change) => resourceBack(change, world, lost)),
                world,
              ),
              world,
            ),
          },
        ];
  });
  return { name, ...(rollout === undefined ? {} : { rollout }), nodes };
}

/** Of several that bring back one object, such as a file of which parts were changed, the one that knows it from before all of them. */
function oncePerObject(resources: readonly DeclaredResource[], { modules }: WayBackWorld): readonly DeclaredResource[] {
  const claimsOf = ({ type, declared }: DeclaredResource): readonly string[] =>
    modules.get(type)?.claims?.(declared) ?? [];
  const last = new Map(resources.flatMap((resource) => claimsOf(resource).map((claim) => [claim, resource] as const)));
  return resources.filter((resource) => claimsOf(resource).every((claim) => last.get(claim) === resource));
}

/**
 * The opposite order of the run holds, except that what the run removed has to be there again before what needs it. What is there
 * in any case need not be waited for.
 */
function inOrder(
  changes: readonly HappenedChange[],
  resources: readonly DeclaredResource[],
  { modules }: WayBackWorld,
): readonly DeclaredResource[] {
  const removed = new Set(changes.filter((change) => change.wasRemoval).map(({ change }) => change.address));
  return resources.map((resource) => {
    const needed = modules.get(resource.type)?.references(resource.declared) ?? [];
    const after = needed.filter((address) => removed.has(address) && address !== resource.address);
    return { ...resource, after, isOrdered: true };
  });
}

function resourceBack(
  happened: HappenedChange,
  { modules, kept }: WayBackWorld,
  lost: Diagnostic[],
): readonly DeclaredResource[] {
  const { node, change } = happened;
  const { address, type = '', declared = null, source = nowhere, runAs } = change;
  const lose = (detail: string): void => {
    lost.push(warningDiagnostic('SP840', { node, address, detail }));
  };
  const restoration = restore(happened, modules.get(type), kept);
  if (restoration.kind === 'irreversible') {
    lose(restoration.why);
    return [];
  }
  for (const lack of restoration.lacks ?? []) lose(lack);
  const isWhole = happened.wasDone && change.withheld === undefined;
  const same = { type, source, after: [], tags: [], taint: {}, origins: {}, ...(runAs === undefined ? {} : { runAs }) };
  const also = restoration.also ?? [];
  return [
    { ...same, address, declared: restoration.declared, ...(isWhole ? { left: declared } : {}) },
    ...also.map((each) => ({ ...same, address: formatAddress(type, each.identity), declared: each.declared })),
  ];
}

function restore(
  { change, cameWith }: HappenedChange,
  module: ResourceModule | undefined,
  kept: WayBackWorld['kept'],
): Restoration {
  const { type = '', declared = null, observed, edited = [] } = change;
  if (module === undefined) return irreversible(`This version knows no resource type "${type}".`);
  if (module.restore === undefined) return irreversible(module.undo ?? `A ${type} cannot be undone.`);
  if (change.withheld === 'all' || declared === null || observed === null)
    return irreversible('What was there before may have held a secret, so it was not kept.');
  // Observed states are JSON in shape; the type only lacks the index signature.
  const found = observed as unknown as Observed<Json>;
  const wasBrought = cameWith !== undefined && found.kind !== 'absent';
  const before = wasBrought ? ({ kind: 'absent' } as const) : found;
  try {
    return module.restore({ declared, before, ...(wasBrought ? { atChange: found } : {}), edited, kept });
  } catch {
    return irreversible('What the journal says of it makes no sense to this version.');
  }
}

function irreversible(why: string): Restoration {
  return { kind: 'irreversible', why };
}

const start = { line: 1, column: 1, offset: 0 };
const nowhere: SourceSpan = { file: 'journal.jsonl', start, end: start };
