import { type PlayPlan, parseAddress } from '@setpoint/model';
import { dangerOf } from '../../view/danger.ts';

/** What a box of the drawing stands for: one address on its nodes, or all resources of one type. */
export type Box = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** The most dangerous thing that happens to it; absent when it is as declared. */
  readonly danger?: ReturnType<typeof dangerOf>;
};

export type Link = { readonly from: string; readonly to: string };

/** A drawing of one play. */
export type ReportGraph = {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  readonly isFolded: boolean;
};

/** More boxes than this tell nobody anything; then there is one for each type. */
const mostBoxes = 80;

type Met = { readonly nodes: Set<string>; readonly members: Set<string>; danger?: ReturnType<typeof dangerOf> };

const order = ['destructive', 'unknown', 'changed', 'created'] as const;

/** Resources of a play over all its nodes and what comes after what; by type when they are many. */
export function playGraph(play: PlayPlan): ReportGraph {
  const addresses = new Set(play.nodes.flatMap(({ changes }) => changes.map(({ address }) => address)));
  const isFolded = addresses.size > mostBoxes;
  const nameOf = (address: string): string => (isFolded ? (parseAddress(address)?.type ?? address) : address);
  const boxes = new Map<string, Met>();
  const links = new Map<string, Link>();
  for (const { node, changes } of play.nodes) {
    for (const change of changes) {
      const id = nameOf(change.address);
      const met: Met = boxes.get(id) ?? { nodes: new Set(), members: new Set() };
      met.nodes.add(node);
      met.members.add(change.address);
      const danger = change.action === 'none' ? undefined : dangerOf(change);
      if (danger !== undefined && (met.danger === undefined || order.indexOf(danger) < order.indexOf(met.danger)))
        met.danger = danger;
      boxes.set(id, met);
      for (const before of change.dependsOn ?? []) {
        const from = nameOf(before);
        if (from !== id && addresses.has(before)) links.set(`${from}\0${id}`, { from, to: id });
      }
    }
  }
  return { boxes: [...boxes].map(([id, met]) => toBox(id, met, isFolded)), links: [...links.values()], isFolded };
}

function toBox(id: string, { nodes, members, danger }: Met, isFolded: boolean): Box {
  const { type = '', identity = id } = isFolded ? {} : (parseAddress(id) ?? {});
  const where = nodes.size === 1 ? [...nodes][0] : `${nodes.size} nodes`;
  return {
    id,
    title: isFolded ? id : identity,
    subtitle: isFolded ? `${members.size} resources · ${where}` : `${type} · ${where}`,
    ...(danger === undefined ? {} : { danger }),
  };
}
