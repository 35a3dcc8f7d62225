import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { group } from '../../../src/modules/group/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('groups of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject): Promise<Converged> {
    const result = await converge(node, group, { identity, properties });
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, group, { identity, properties })).titles).to.deep.equal([]);
    return result;
  }
  const entry = async (name: string): Promise<string> => (await host.exec(`getent group ${name}`)).stdout.trim();

  it('makes a group with its number and its members', async () => {
    await apply('operators', { gid: 4711, members: ['guest', 'deploy'] });
    expect(await entry('operators')).to.match(/^operators:x:4711:(deploy,guest|guest,deploy)$/);
  });

  it('changes the number and keeps the members', async () => {
    const { titles } = await apply('operators', { gid: 4712 });
    expect(titles).to.deep.equal(['set up group operators']);
    expect(await entry('operators')).to.match(/^operators:x:4712:\w+,\w+$/);
  });

  it('adds members to those there are with append, and has exactly the declared ones without', async () => {
    await apply('operators', { members: ['nopass'], append: true });
    expect((await entry('operators')).split(':')[3]?.split(',').sort()).to.deep.equal(['deploy', 'guest', 'nopass']);
    await apply('operators', { members: ['root'] });
    expect(await entry('operators')).to.equal('operators:x:4712:root');
    await apply('operators', { members: [] });
    expect(await entry('operators')).to.equal('operators:x:4712:');
  });

  it('takes a number of the system range', async () => {
    await apply('daemons', { system: true });
    expect(Number((await entry('daemons')).split(':')[2])).to.be.lessThan(1000);
  });

  it('shares a number only when told so', async () => {
    const refused = await converge(node, group, { identity: 'twins', properties: { gid: 4712 } });
    expect(refused.problems.map(({ code }) => code)).to.deep.equal(['SP620']);
    await apply('twins', { gid: 4712, non_unique: true });
  });

  it('deletes a group, and one that is gone needs nothing', async () => {
    for (const name of ['operators', 'daemons', 'twins', 'never-there']) await apply(name, { state: 'absent' });
    expect(await entry('operators')).to.equal('');
  });

  it('names the account whose primary group it would delete', async () => {
    const { problems, outcomes } = await converge(node, group, { identity: 'guest', properties: { state: 'absent' } });
    expect(outcomes).to.deep.equal([]);
    expect(problems[0]?.detail).to.include('primary group of guest');
  });
});
