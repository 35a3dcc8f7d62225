import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('services of System V init', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  // Without its directory in /run nothing on the host takes systemd for what runs; the init scripts of Debian do their work then.
  before(async () => {
    await host.exec('mount -t tmpfs tmpfs /run/systemd && mkfifo /run/initctl');
    node = await openFleetNode(host, fleet);
  });
  after(async () => {
    await node.channel.close();
    await host.exec('umount /run/systemd; rm -f /run/initctl');
  });

  const plan = (identity: string, properties: JsonObject) => converge(node, service, { identity, properties });
  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(properties: JsonObject): Promise<readonly string[]> {
    const result = await plan('cron', properties);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect([result.remaining, result.predicted]).to.deep.equal([[], []]);
    expect((await plan('cron', properties)).titles).to.deep.equal([]);
    return result.titles;
  }

  it('are stopped and switched off, and started and switched on again', async () => {
    expect(await apply({ running: true, enabled: true })).to.deep.equal([]);
    expect(await apply({ running: false, enabled: false })).to.deep.equal([
      'disable cron.service',
      'stop cron.service',
    ]);
    expect(await output('ls /etc/rc2.d | grep cron; pgrep -x cron || echo stopped')).to.equal('K01cron\nstopped');
    expect(await apply({ running: true, enabled: true })).to.deep.equal(['enable cron.service', 'start cron.service']);
    expect(await output('ls /etc/rc2.d | grep cron; pgrep -cx cron')).to.equal('S01cron\n1');
  });

  it('are switched on without being started, and started without being switched on', async () => {
    await apply({ running: false, enabled: false });
    await apply({ enabled: true });
    expect(await output('pgrep -x cron || echo stopped')).to.equal('stopped');
    await apply({ enabled: false });
    await apply({ running: true });
    expect(await output('ls /etc/rc2.d | grep cron')).to.equal('K01cron');
  });

  it('are restarted when an input is newer than their process', async () => {
    const inputs = { running: true, restart_on: ['file:/etc/default/cron'] };
    expect(await apply(inputs)).to.deep.equal([]);
    await host.exec('touch /etc/default/cron');
    const pid = await output('cat /run/crond.pid');
    expect(await apply(inputs)).to.deep.equal(['restart cron.service']);
    expect(await output('cat /run/crond.pid')).to.not.equal(pid);
  });

  it('fail with the words of their script', async () => {
    await host.exec(
      `printf '%s\\n' '#!/bin/sh' '[ "$1" = status ] && exit 3' 'echo cannot open the port; exit 1' >/etc/init.d/sp-bad; chmod 755 /etc/init.d/sp-bad`,
    );
    const { outcomes } = await plan('sp-bad', { running: true });
    expect(JSON.stringify(outcomes)).to.contain('cannot open the port').and.contain('sp-bad did not start');
  });

  it('are neither masked nor reloaded, nor are they timers', async () => {
    const codes = async (identity: string, properties: JsonObject): Promise<readonly string[]> =>
      (await plan(identity, properties)).problems.map(({ code }) => code);
    expect(await codes('cron', { masked: true })).to.deep.equal(['SP657']);
    expect(await codes('cron', { running: true, reload_on: ['file:/etc/default/cron'] })).to.deep.equal(['SP657']);
    expect(await codes('cron.timer', { running: true })).to.deep.equal(['SP604']);
  });
});
