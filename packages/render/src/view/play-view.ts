import type { Change, PlayPlan } from '@setpoint/model';
import { canonicalText } from '../json/canonical.ts';

/** One change and the nodes on which it is exactly the same, in the order of the plan. */
export type ChangeBlock = { readonly change: Change; readonly nodes: readonly string[] };

/** Changes that happen on the same set of nodes, in their order. */
export type Section = { readonly nodes: readonly string[]; readonly changes: readonly Change[] };

/**
 * The changes of a play, each told once with all nodes it happens on: what a person reviews is the same for 1 node and for
 * 1,000 equal ones. Resources that are as declared are left out.
 */
export function groupChanges(play: PlayPlan): readonly ChangeBlock[] {
  const blocks = new Map<string, { readonly change: Change; readonly nodes: string[] }>();
  for (const nodePlan of play.nodes) {
    for (const change of nodePlan.changes) {
      if (change.action === 'none') continue;
      const key = canonicalText(change);
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, { change, nodes: [nodePlan.node] });
      else block.nodes.push(nodePlan.node);
    }
  }
  return [...blocks.values()];
}

/** Gathers the blocks with equal nodes under one heading, in the order of their first change. */
export function groupSections(blocks: readonly ChangeBlock[]): readonly Section[] {
  const sections = new Map<string, { readonly nodes: readonly string[]; readonly changes: Change[] }>();
  for (const { change, nodes } of blocks) {
    const key = nodes.join('\0');
    const section = sections.get(key);
    if (section === undefined) sections.set(key, { nodes, changes: [change] });
    else section.changes.push(change);
  }
  return [...sections.values()];
}
