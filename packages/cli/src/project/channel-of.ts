import type { NodeSpec } from '@setpoint/model';
import { schemaSources } from '../schema/sources.ts';

/** The kind of conversation that a node has; undefined for a driver that this installation does not know. */
export function channelOf(node: NodeSpec): string | undefined {
  const { driver } = node.connection;
  return Object.hasOwn(schemaSources.drivers, driver) ? schemaSources.drivers[driver]?.channel : undefined;
}
