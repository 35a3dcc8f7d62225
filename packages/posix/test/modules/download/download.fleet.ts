import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { download } from '../../../src/modules/download/index.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('downloads to a real host that does not reach the server', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  const content = Buffer.alloc(20_000_000, 'content\n');
  let node: FleetNode;
  let server: Server;
  let url = '';

  before(async () => {
    node = await openFleetNode(host, fleet);
    // Only the controller reaches its own loopback.
    server = createServer((_, response) => response.end(content));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tool`;
  });
  after(async () => {
    server.close();
    await host.exec('rm -f /srv/fetched');
    await node.channel.close();
  });

  it('come through the controller, whole, with owner and mode, and the second time nothing is done', async () => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const properties = { url, sha256, owner: 'daemon', mode: '0750' };
    const lost = await converge(node, download, {
      identity: '/srv/fetched',
      properties: { ...properties, through: 'node' },
    });
    expect(lost.outcomes.map(({ status }) => status)).not.to.include('done');
    const declared = { identity: '/srv/fetched', properties: { ...properties, through: 'controller' } };
    const { outcomes, remaining, predicted, problems } = await converge(node, download, declared);
    expect(
      outcomes.map(({ status }) => status),
      JSON.stringify(outcomes),
    ).to.deep.equal(['done']);
    expect({ remaining, predicted, problems }).to.deep.equal({ remaining: [], predicted: [], problems: [] });
    const { stdout } = await host.exec('stat -c "%U %a %s" /srv/fetched; ls -Ad /srv/.setpoint* 2>/dev/null | wc -l');
    expect(stdout.trim().split('\n')).to.deep.equal(['daemon 750 20000000', '0']);
    expect((await converge(node, download, declared)).titles).to.deep.equal([]);
  });
});
