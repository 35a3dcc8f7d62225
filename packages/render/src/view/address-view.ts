import type { Address, Change, PlayPlan } from '@setpoint/model';
import { type Danger, dangerOf, isHazardous } from './danger.ts';
import { type ChangeBlock, groupChanges } from './play-view.ts';

/**
 * What happens to one address in a play: the change that most nodes share first, then those of the nodes that differ from it.
 * Nodes whose change is the same stand together.
 */
export type AddressBlock = {
  readonly address: Address;
  readonly danger: Danger;
  readonly hazardous: boolean;
  readonly variants: readonly [ChangeBlock, ...(readonly ChangeBlock[])];
  /** Nodes of all variants together. */
  readonly nodes: number;
};

/** The changes of a play by address and danger, in the order of the plan. */
export function groupAddresses(play: PlayPlan): readonly AddressBlock[] {
  const groups = new Map<string, ChangeBlock[]>();
  for (const block of groupChanges(play)) {
    const key = `${dangerOf(block.change)} ${block.change.address}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [block]);
    else group.push(block);
  }
  return [...groups.values()].flatMap(toBlock);
}

/** The lines that a change of content touches, or else the properties it edits: `3 lines`, `mode, owner`; empty without any. */
export function describeExtent({ edits }: Change): string {
  const hunks = edits.flatMap((edit) => edit.hunks ?? []);
  const lines = hunks.reduce((sum, hunk) => sum + touchedLines(hunk.lines), 0);
  if (lines > 0) return `${lines} line${lines === 1 ? '' : 's'}`;
  const paths = edits.map((edit) => edit.path);
  return paths.length <= 4 ? paths.join(', ') : `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more`;
}

function toBlock(group: readonly ChangeBlock[]): readonly AddressBlock[] {
  const [first, ...others] = group.toSorted((left, right) => right.nodes.length - left.nodes.length);
  if (first === undefined) return [];
  return [
    {
      address: first.change.address,
      danger: dangerOf(first.change),
      hazardous: group.some(({ change }) => isHazardous(change)),
      variants: [first, ...others],
      nodes: group.reduce((sum, { nodes }) => sum + nodes.length, 0),
    },
  ];
}

/** A line that takes the place of another counts once. */
function touchedLines(lines: readonly string[]): number {
  const signs = (sign: string): number => lines.filter((line) => line.startsWith(sign)).length;
  return Math.max(signs('+'), signs('-'));
}
