import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { unit } from '../../../src/modules/unit/index.ts';
import { type Converged, converge, type Declared } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('unit files of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const show = (property: string, name: string) => output(`systemctl show -p ${property} --value ${name}`);

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(module: typeof unit, declared: Declared): Promise<Converged> {
    const result = await converge(node, module, declared);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, module, declared)).titles).to.deep.equal([]);
    return result;
  }

  const write = (identity: string, properties: JsonObject) => apply(unit, { identity, properties });
  const start = (identity: string, properties: JsonObject) => apply(service, { identity, properties });
  const sleeper = (more: JsonObject = {}): JsonObject => ({
    Service: { ExecStart: '/bin/sleep infinity', ...more },
    Install: { WantedBy: 'multi-user.target' },
  });
  const changed = { running: true, restart_on: ['unit:sp-own.service', 'unit:sp-own.service#nice'] };

  it('has a unit that the node reads and runs', async () => {
    await write('sp-own.service', sleeper());
    await start('sp-own', { running: true, enabled: true });
    expect(await output('systemctl is-active sp-own; systemctl is-enabled sp-own')).to.equal('active\nenabled');
  });

  it('has a changed unit and a first drop-in read, and restarts only what asks for it', async () => {
    const pid = await show('MainPID', 'sp-own');
    await write('sp-own.service', sleeper({ Nice: '3' }));
    await write('sp-own.service#nice', { Service: { Nice: '5' } });
    expect(await show('NeedDaemonReload', 'sp-own')).to.equal('no');
    expect(await show('MainPID', 'sp-own')).to.equal(pid);
    expect((await start('sp-own', changed)).titles).to.deep.equal(['restart sp-own.service']);
    expect(await show('Nice', 'sp-own')).to.equal('5');
    expect(await show('MainPID', 'sp-own')).to.not.equal(pid);
  });

  it('has systemd read what somebody wrote and left', async () => {
    await host.exec('touch /etc/systemd/system/sp-own.service');
    const { titles } = await write('sp-own.service', sleeper({ Nice: '3' }));
    expect(titles).to.deep.equal(['make systemd read the files of sp-own.service']);
  });

  it('has a template', () => write('sp-own@.service', sleeper()));

  const refused: readonly (readonly [string, string, JsonObject, RegExp])[] = [
    ['an option that systemd does not know', 'sp-own.service', sleeper({ Restat: 'always' }), /Unknown key.*Restat/],
    ['a unit without a program', 'sp-own.service', { Service: { Type: 'simple' } }, /has no ExecStart/],
    ['a program that is not there', 'sp-own.service', { Service: { ExecStart: '/opt/none' } }, /\/opt\/none/],
    [
      'a drop-in that is wrong',
      'sp-own.service#nice',
      { Service: { Nice: 'very' } },
      /nice\.conf:2: Failed to parse nice/i,
    ],
    [
      'a drop-in of an instance that is wrong',
      'sp-own@two.service#nice',
      { Service: { Nice: 'very' } },
      /nice\.conf:2: Failed to parse nice/i,
    ],
    ['a time that never is', 'sp-own.timer', { Timer: { OnCalendar: 'never ever' } }, /calendar/],
  ];
  for (const [what, identity, properties, reason] of refused) {
    it(`refuses ${what}, and leaves the old file`, async () => {
      const before = await output('cat /etc/systemd/system/sp-own.service*/* /etc/systemd/system/sp-own.*');
      const { outcomes } = await converge(node, unit, { identity, properties });
      const failed = outcomes.find(({ status }) => status === 'failed');
      expect(failed?.status === 'failed' ? `${failed.reason} ${failed.output ?? ''}` : '').to.match(reason);
      expect(await output('cat /etc/systemd/system/sp-own.service*/* /etc/systemd/system/sp-own.*')).to.equal(before);
      expect(await output('ls -A /etc/systemd/system | grep setpoint || ls -d /tmp/tmp.* 2>/dev/null || :')).to.equal(
        '',
      );
    });
  }

  it('takes what is only doubtful when told so', async () => {
    await write('sp-own.service', { ...sleeper({ Restat: 'always' }), verify: 'errors' });
  });

  it('has a timer with its service, and instances of a template', async () => {
    await write('sp-tick.service', { Service: { Type: 'oneshot', ExecStart: '/bin/true' } });
    await write('sp-tick.timer', {
      Timer: { OnCalendar: 'daily', Persistent: 'true' },
      Install: { WantedBy: 'timers.target' },
    });
    await start('sp-tick.timer', { running: true, enabled: true });
    expect(await show('NextElapseUSecRealtime', 'sp-tick.timer')).to.not.equal('');
    await write('sp-many@.service', sleeper({ Environment: ['A=%i', 'B=2'] }));
    await write('sp-many@.service#more', { Service: { Environment: 'C=3' } });
    await write('sp-many@one.service#own', { Service: { Environment: 'D=4' } });
    await start('sp-many@one', { running: true });
    expect(await show('Environment', 'sp-many@one')).to.equal('A=one B=2 C=3 D=4');
    await host.exec('systemctl stop sp-many@one');
  });

  it('takes the place of a mask', async () => {
    await host.exec('systemctl mask sp-veiled');
    await write('sp-veiled.service', sleeper());
    expect(await show('LoadState', 'sp-veiled')).to.equal('loaded');
  });

  it('stops and disables what it removes, and lets a unit of the system come back', async () => {
    await write('sp-own.service#nice', { state: 'absent' });
    expect(await output('ls -d /etc/systemd/system/sp-own.service.d 2>&1 || :')).to.match(/cannot access|No such/);
    const { titles } = await write('sp-own.service', { state: 'absent' });
    expect(titles).to.have.length(4);
    expect(await show('LoadState', 'sp-own')).to.equal('not-found');
    expect(await output('find /etc/systemd/system -name "sp-own.service*"; pgrep -x sleep || :')).to.equal('');
    await host.exec('cp /lib/systemd/system/cron.service /etc/systemd/system/; systemctl daemon-reload');
    await write('cron.service', { state: 'absent' });
    expect(await output('systemctl is-active cron; systemctl is-enabled cron')).to.equal('active\nenabled');
  });
});
