import type { ReportChange, ReportData, ReportNode } from '../src/html/report-data.ts';
import type { Filter } from './filter.ts';
import { matches, nodesOf } from './filter.ts';

/** One line of the list: an address with all its different changes, or a node with all of its. */
export type Row = {
  readonly symbol: string;
  readonly kind: string;
  readonly name: string;
  readonly meta: string;
  /** What makes it stand out: the kinds of hazard. */
  readonly flag?: string;
  readonly outliers?: string;
  readonly parts: readonly { readonly change: ReportChange; readonly nodes: readonly number[] }[];
};

/** The changes that fit the filter by their address, those that most nodes share first among those of one address. */
export function rowsByChange(data: ReportData, filter: Filter): readonly Row[] {
  const groups = Map.groupBy(fitting(data, filter), ({ change, nodes }) => {
    const [first = 0] = nodes;
    return `${change.danger} ${data.nodes[first]?.play ?? 0} ${change.address}`;
  });
  return [...groups.values()].flatMap((group) => {
    const parts = group.toSorted((left, right) => right.nodes.length - left.nodes.length);
    const [first] = parts;
    if (first === undefined) return [];
    const { change } = first;
    const amount = parts.reduce((sum, { nodes }) => sum + nodes.length, 0);
    const where = amount === 1 ? (data.nodes[first.nodes[0] ?? 0]?.name ?? '') : `${amount} nodes`;
    const hazards = [
      ...new Set(parts.flatMap((part) => part.change.hazards.map((hazard) => hazard.split(':')[0] ?? ''))),
    ];
    return [
      {
        symbol: change.symbol,
        kind: change.action,
        name: change.address,
        meta: [where, change.extent].filter((text) => text !== '').join(' · '),
        ...(hazards.length === 0 ? {} : { flag: hazards.join(', ') }),
        ...(parts.length === 1 ? {} : { outliers: describeOthers(amount, first.nodes.length, parts.length) }),
        parts,
      },
    ];
  });
}

/** The nodes that fit the filter, each with its changes that do; without any filter also those that nothing happens on. */
export function rowsByNode(data: ReportData, filter: Filter): readonly Row[] {
  const changes = new Map<number, ReportChange[]>();
  for (const { change, nodes } of fitting(data, filter)) {
    for (const node of nodes) {
      const own = changes.get(node);
      if (own === undefined) changes.set(node, [change]);
      else own.push(change);
    }
  }
  const isLong = data.nodes.length > 50;
  return data.nodes.flatMap((node, position) => {
    const own = changes.get(position) ?? [];
    const isAsDeclared = node.status === 'planned' && node.unchanged > 0;
    if (own.length === 0 && (filter.isLimited || (isAsDeclared && isLong))) return [];
    return [nodeRow(node, data.plays.length > 1 ? data.plays[node.play] : undefined, { own, position })];
  });
}

function nodeRow(
  { name, status, unchanged }: ReportNode,
  play: string | undefined,
  { own, position }: { readonly own: readonly ReportChange[]; readonly position: number },
): Row {
  const [worst] = own;
  const counted = `${own.length} change${own.length === 1 ? '' : 's'} · ${unchanged} unchanged`;
  const hasFailed = status === 'failed';
  return {
    symbol: hasFailed ? '!' : (worst?.symbol ?? '='),
    kind: hasFailed ? 'destructive' : (worst?.action ?? 'none'),
    name,
    meta: [...(play === undefined ? [] : [play]), hasFailed ? 'failed' : counted].join(' · '),
    ...(status === 'incomplete' ? { flag: 'planned in part' } : {}),
    parts: own.map((change) => ({ change, nodes: [position] })),
  };
}

function fitting(data: ReportData, filter: Filter): readonly { change: ReportChange; nodes: readonly number[] }[] {
  return data.changes.flatMap((change, index) => {
    if (!matches(change, filter)) return [];
    const nodes = nodesOf(change, index, filter);
    return nodes.length === 0 ? [] : [{ change, nodes }];
  });
}

function describeOthers(all: number, most: number, changes: number): string {
  const others = all - most;
  return most > others ? `${others} outlier${others === 1 ? '' : 's'}` : `${changes} different`;
}
