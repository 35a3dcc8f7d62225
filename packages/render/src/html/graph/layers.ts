import type { Link, ReportGraph } from './report-graph.ts';

/** Boxes in columns from left to right: each stands right of everything it comes after. */
export function layersOf({ boxes, links }: ReportGraph): readonly (readonly string[])[] {
  const before = Map.groupBy(links, ({ to }) => to);
  const depths = new Map<string, number>();
  const depthOf = (id: string, path: ReadonlySet<string>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    // Folding by type can close a circle; it is cut where it closes.
    const sources = (before.get(id) ?? []).filter(({ from }) => !path.has(from));
    const below = new Set([...path, id]);
    const depth = sources.reduce((most, { from }) => Math.max(most, depthOf(from, below) + 1), 0);
    depths.set(id, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const { id } of boxes) {
    const depth = depthOf(id, new Set());
    while (layers.length <= depth) layers.push([]);
    layers[depth]?.push(id);
  }
  return untangle(layers, links);
}

/** Orders each column by the middle of what its boxes come after, so that fewer lines cross. */
function untangle(layers: readonly (readonly string[])[], links: readonly Link[]): readonly (readonly string[])[] {
  const rows = new Map(layers.flatMap((layer) => layer.map((id, row): [string, number] => [id, row])));
  const before = Map.groupBy(links, ({ to }) => to);
  return layers.map((layer) => {
    const middle = (id: string): number => {
      const sources = before.get(id) ?? [];
      if (sources.length === 0) return rows.get(id) ?? 0;
      return sources.reduce((sum, { from }) => sum + (rows.get(from) ?? 0), 0) / sources.length;
    };
    const placed = layer.map((id) => ({ id, at: middle(id) })).sort((left, right) => left.at - right.at);
    for (const [row, { id }] of placed.entries()) rows.set(id, row);
    return placed.map(({ id }) => id);
  });
}
