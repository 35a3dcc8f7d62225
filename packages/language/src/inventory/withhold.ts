import { type DriverSettings, isJsonObject, type NodeSpec } from '@setpoint/model';
import type { Inventory } from './inventory.ts';

/**
 * The inventory for a run without secrets: nodes that are reached by running something on this machine are not reached, nor are those
 * whose way leads through a node that is not.
 */
export function withholdNodes(inventory: Inventory, drivers: ReadonlyMap<string, DriverSettings>): Inventory {
  const all = new Map([...inventory.nodes, ...inventory.waypoints].map((node) => [node.name, node]));
  const reasons = new Map<string, string | undefined>();
  const reasonOf = (node: NodeSpec): string | undefined => {
    if (reasons.has(node.name)) return reasons.get(node.name);
    // A way that leads back to the node itself ends here.
    reasons.set(node.name, undefined);
    const reason = ownReason(node, drivers) ?? wayReason(node);
    reasons.set(node.name, reason);
    return reason;
  };
  const wayReason = ({ connection }: NodeSpec): string | undefined => {
    const { settings, driver } = connection;
    const way = isJsonObject(settings) ? (drivers.get(driver)?.waypoints?.(settings) ?? []) : [];
    const closed = way
      .map(({ node }) => all.get(node))
      .find((node) => node !== undefined && reasonOf(node) !== undefined);
    return closed === undefined ? undefined : `It is reached through \`${closed.name}\`. ${reasonOf(closed) ?? ''}`;
  };
  const mark = (node: NodeSpec): NodeSpec => {
    const withheld = reasonOf(node);
    return withheld === undefined ? node : { ...node, connection: { ...node.connection, withheld } };
  };
  return { ...inventory, nodes: inventory.nodes.map(mark), waypoints: inventory.waypoints.map(mark) };
}

function ownReason({ connection }: NodeSpec, drivers: ReadonlyMap<string, DriverSettings>): string | undefined {
  const { settings, driver, withheld } = connection;
  if (withheld !== undefined) return withheld;
  const program = isJsonObject(settings) ? drivers.get(driver)?.runsHere?.(settings) : undefined;
  return program === undefined
    ? undefined
    : `Its connection (${driver}) would run ${program} on this machine, which a plan without secrets does not do.`;
}
