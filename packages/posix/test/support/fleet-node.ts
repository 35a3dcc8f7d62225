import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BodyStore, type Channel, createBodyStore, type JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { createShDriver } from '../../src/driver/sh-driver.ts';
import { createTransports } from '../../src/transports/registry.ts';

/** A channel to a real host over the built-in SSH client, and the bodies that its operations use. Close the channel. */
export type FleetNode = { readonly channel: Channel; readonly bodies: BodyStore };

/** A channel to a host that is entered by a command, such as `docker exec -i shop`. */
export function openEnteredNode(enter: readonly string[]): Promise<FleetNode> {
  return openNode('entered', { driver: 'exec', settings: { command: enter } }, join(tmpdir(), 'known_hosts'));
}

/** Logs in to a host of the fleet as one of its accounts; `sudo` as in the inventory. */
export async function openFleetNode(
  host: FleetHost,
  fleet: { readonly privateKeyFile: string; readonly knownHostsFile: string },
  login: { readonly user: string; readonly sudo?: boolean } = { user: 'root' },
): Promise<FleetNode> {
  const settings = {
    host: host.address,
    port: host.port,
    user: login.user,
    identity_file: fleet.privateKeyFile,
    known_hosts: fleet.knownHostsFile,
    config: false,
    ...(login.sudo === undefined ? {} : { sudo: login.sudo }),
  };
  return openNode(host.name, { driver: 'ssh', settings }, fleet.knownHostsFile);
}

async function openNode(name: string, connection: Connection, knownHostsFile: string): Promise<FleetNode> {
  const bodies = createBodyStore();
  const driver = createShDriver({
    transport: createTransports()[connection.driver],
    context: {
      projectDir: tmpdir(),
      home: tmpdir(),
      env: {},
      knownHostsFile,
      acceptNewHostKeys: false,
      resolveNode: () => undefined,
    },
    bodies,
  });
  const result = await driver.connect({ name, connection, groups: [] });
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  return { channel: result.channel, bodies };
}

type Connection = { readonly driver: 'ssh' | 'exec'; readonly settings: JsonObject };
