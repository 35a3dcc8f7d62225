import type { Channel, LockHolder, LockResult, NodeSpec } from '@setpoint/model';
import { describeEndpoint } from '../client/endpoint.ts';
import { limitsOf, type ResolvedProfile } from '../profiles/index.ts';
import { ask } from './ask.ts';
import { execute } from './execute.ts';
import { createHoleMemory } from './hole-memory.ts';
import { createLines, type Lines } from './line.ts';
import type { ModbusSettings } from './settings.ts';

/** One unit of an endpoint, as the inventory and its profile describe it. */
export type Device = {
  readonly node: NodeSpec;
  readonly settings: ModbusSettings;
  readonly profile: ResolvedProfile | undefined;
};

/** Keeps others of this machine off something with a name; the devices themselves know no locks. */
export type LockByName = (name: string, holder: LockHolder) => Promise<LockResult>;

/** Opens channels of one run: those to units behind the same endpoint share its connection. */
export type ChannelOpener = (device: Device) => Channel;

/** Makes the opener of a run. */
export function createChannelOpener(lock: LockByName): ChannelOpener {
  const lines = createLines();
  return (device) => createChannel(device, lines, lock);
}

function createChannel({ node, settings, profile }: Device, lines: Lines, lock: LockByName): Channel {
  const line = lines.join(settings);
  const { read: limits } = profile?.limits ?? limitsOf(undefined);
  const memory = createHoleMemory(profile?.holes ?? []);
  let isClosed = false;
  return {
    ask: (questions, signal) => {
      const unit = { line, settings, ...(signal === undefined ? {} : { signal }) };
      return ask({ unit, limits, memory }, node.name, questions);
    },
    execute: (steps, watch) => execute({ line, settings }, steps, watch),
    lock: (holder) => lock(`modbus ${describeEndpoint(settings.endpoint)} unit ${settings.unit}`, holder),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await line.leave();
    },
  };
}
