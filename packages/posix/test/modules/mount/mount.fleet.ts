import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { mount } from '../../../src/modules/mount/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('mounts of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let fstab: string;

  before(async () => {
    node = await openFleetNode(host, fleet);
    fstab = await run('touch /etc/fstab; cat /etc/fstab');
  });
  after(() => node.channel.close());

  const run = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (identity: string, properties: JsonObject): Promise<Converged> =>
    converge(node, mount, { identity, properties });

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject): Promise<Converged> {
    const result = await plan(identity, properties);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await plan(identity, properties)).titles).to.deep.equal([]);
    return result;
  }
  const options = (target: string): Promise<string> => run(`findmnt -n -o OPTIONS '${target}'`);

  it('are written to the table and made, with their mount point', async () => {
    await apply('/srv/one two', { source: 'tmpfs', type: 'tmpfs', options: 'size=1m,nosuid' });
    expect(await run('tail -n 1 /etc/fstab')).to.equal(String.raw`tmpfs /srv/one\040two tmpfs size=1m,nosuid 0 0`);
    expect(await options('/srv/one two'))
      .to.include('nosuid')
      .and.include('size=1024k');
  });

  it('get changed options while they are mounted, and keep their files', async () => {
    await run("echo kept >'/srv/one two/file'");
    const { titles } = await apply('/srv/one two', { source: 'tmpfs', type: 'tmpfs', options: 'size=2m,ro' });
    expect(titles).to.deep.equal(['write /etc/fstab', 'mount /srv/one two again with its options']);
    expect(await options('/srv/one two')).to.match(/^ro.*size=2048k/);
    expect(await run("cat '/srv/one two/file'")).to.equal('kept');
  });

  it('are seen when somebody unmounted or changed them by hand', async () => {
    await run("mount -o remount,rw '/srv/one two'");
    await apply('/srv/one two', { source: 'tmpfs', type: 'tmpfs', options: 'size=2m,ro' });
    await run("umount '/srv/one two'");
    const { titles } = await apply('/srv/one two', { source: 'tmpfs', type: 'tmpfs', options: 'size=2m,ro' });
    expect(titles).to.deep.equal(['mount tmpfs at /srv/one two']);
  });

  it('go from the table and from the node', async () => {
    await apply('/srv/one two', { state: 'absent' });
    expect(await run('cat /etc/fstab')).to.equal(fstab);
    expect(await run("findmnt '/srv/one two'")).to.equal('');
  });

  it('show a directory in a second place, and know the first one again', async () => {
    await run('mkdir -p /srv/source/sub /srv/other; echo here >/srv/source/sub/file');
    const bind = { source: '/srv/source/sub', type: 'none', options: ['bind'] };
    await apply('/srv/seen', bind);
    expect(await run('cat /srv/seen/file')).to.equal('here');
    const other = await plan('/srv/seen', { ...bind, source: '/srv/other', state: 'ephemeral' });
    expect(other.problems.map(({ code }) => code)).to.deep.equal(['SP624']);
    await apply('/srv/seen', { state: 'unmounted' });
    expect(await run('grep -c /srv/seen /etc/fstab')).to.equal('1');
    await apply('/srv/seen', { ...bind, state: 'absent' });
  });

  it('stay out of the table when they are not to last', async () => {
    await apply('/srv/brief', { source: 'x', type: 'tmpfs', state: 'ephemeral', options: 'mode=0700' });
    expect(await run('cat /etc/fstab; stat -c %a /srv/brief')).to.equal(`${fstab}\n700`.trim());
    await apply('/srv/brief', { state: 'unmounted' });
  });

  it('stand in the table alone when the node is not to have them now', async () => {
    await apply('/mnt/nas', { source: 'nas.invalid:/x', type: 'nfs', options: 'noauto', state: 'present' });
    await apply('/swapfile', { type: 'swap', state: 'present', options: 'pri=3' });
    expect((await run('tail -n 2 /etc/fstab')).split('\n')).to.deep.equal([
      'nas.invalid:/x /mnt/nas nfs noauto 0 0',
      '/swapfile none swap pri=3 0 0',
    ]);
    await apply('/mnt/nas', { state: 'absent' });
    await apply('/swapfile', { type: 'swap', state: 'absent' });
    expect(await run('cat /etc/fstab')).to.equal(fstab);
  });

  it('are not begun over what was mounted since the plan', async () => {
    const { problems } = await plan('/proc', { source: 'tmpfs', type: 'tmpfs' });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP624']);
  });
});
