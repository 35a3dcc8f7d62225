import { tmpdir } from 'node:os';
import { type BodyStore, type Channel, createBodyStore } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { createShDriver } from '../../src/driver/sh-driver.ts';
import { createTransports } from '../../src/transports/registry.ts';

/** A channel to a real host over the built-in SSH client, and the bodies that its operations use. Close the channel. */
export type FleetNode = { readonly channel: Channel; readonly bodies: BodyStore };

/** Logs in to a host of the fleet as one of its accounts; `sudo` as in the inventory. */
export async function openFleetNode(
  host: FleetHost,
  fleet: { readonly privateKeyFile: string; readonly knownHostsFile: string },
  login: { readonly user: string; readonly sudo?: boolean } = { user: 'root' },
): Promise<FleetNode> {
  const bodies = createBodyStore();
  const driver = createShDriver({
    transport: createTransports().ssh,
    context: {
      projectDir: tmpdir(),
      home: tmpdir(),
      env: {},
      knownHostsFile: fleet.knownHostsFile,
      acceptNewHostKeys: false,
      resolveNode: () => undefined,
    },
    bodies,
  });
  const settings = {
    host: host.address,
    port: host.port,
    user: login.user,
    identity_file: fleet.privateKeyFile,
    known_hosts: fleet.knownHostsFile,
    config: false,
    ...(login.sudo === undefined ? {} : { sudo: login.sudo }),
  };
  const result = await driver.connect({ name: host.name, connection: { driver: 'ssh', settings }, groups: [] });
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  return { channel: result.channel, bodies };
}
