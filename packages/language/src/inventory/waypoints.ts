import {
  type DriverSettings,
  errorDiagnostic,
  isJsonObject,
  type NodeSpec,
  nearestName,
  type Waypoint,
} from '@setpoint/model';
import type { Gather } from '../diagnostics/gather.ts';

/** What following the ways of nodes needs. */
export type WaypointOptions = {
  readonly drivers: ReadonlyMap<string, DriverSettings>;
  readonly gather: Gather;
  /** The names of all nodes of the inventory. */
  readonly names: ReadonlySet<string>;
  /** Evaluates how another node is reached. */
  readonly build: (name: string) => NodeSpec;
};

/**
 * The nodes that are no part of the run and that the ways of its nodes lead through, however indirectly: a limit leaves out what is
 * changed, not how it is reached. A name of no node that had to be one is a problem of the node that names it.
 */
export function findWaypoints(nodes: readonly NodeSpec[], options: WaypointOptions): readonly NodeSpec[] {
  const known = new Set(nodes.map(({ name }) => name));
  const found: NodeSpec[] = [];
  const waiting = [...nodes];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    for (const waypoint of waypointsOf(node, options.drivers)) {
      if (known.has(waypoint.node)) continue;
      if (!options.names.has(waypoint.node)) {
        if (waypoint.mustBeNode) options.gather.reportFor(node.name, unknownWaypoint(node, waypoint, options.names));
        continue;
      }
      known.add(waypoint.node);
      const built = options.build(waypoint.node);
      found.push(built);
      waiting.push(built);
    }
  }
  return found;
}

function waypointsOf({ connection }: NodeSpec, drivers: WaypointOptions['drivers']): readonly Waypoint[] {
  const { settings } = connection;
  return isJsonObject(settings) ? (drivers.get(connection.driver)?.waypoints?.(settings) ?? []) : [];
}

function unknownWaypoint(node: NodeSpec, waypoint: Waypoint, names: ReadonlySet<string>) {
  const near = nearestName(waypoint.node, names);
  return errorDiagnostic('SP420', {
    detail: `The node \`${node.name}\` is reached through \`${waypoint.node}\` (\`${waypoint.property}\`), and the inventory has no such node.`,
    ...(near === undefined ? {} : { hint: `Did you mean \`${near}\`?` }),
    ...(node.source === undefined ? {} : { span: node.source }),
  });
}
