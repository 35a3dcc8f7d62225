import type { JsonObject, Outcome } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { type Converged, converge, type Declared, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const unitFile = '/etc/systemd/system/sp-unit.service';
const unitText = (lines: string): string =>
  `[Service]\nExecStart=/bin/sleep infinity\nExecReload=/bin/true\n${lines}\n[Install]\nWantedBy=multi-user.target\n`;

fleetSuite('units of a real host', (fleet) => {
  const [, host] = fleet.hosts as readonly [FleetHost, FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const show = (property: string, unit = 'sp-unit') => output(`systemctl show -p ${property} --value ${unit}`);
  const plan = (identity: string, properties: JsonObject) => converge(node, service, { identity, properties });
  const writeUnit = (text: string, path = unitFile) =>
    host.exec(`mkdir -p "$(dirname ${path})"; printf %s '${text}' >${path}`);

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

  /** Does what all of them need as one operation, as the engine does for units that stand side by side. */
  async function inOneGo(units: readonly Declared[]): Promise<Outcome | undefined> {
    const operations = await Promise.all(units.map((unit) => planOperations(node, service, unit)));
    const operation = service.merge?.(operations.flat());
    if (operation === undefined) throw new Error('Units are not changed in one go');
    return (await node.channel.execute([{ operation, needs: [] }], {}))[0];
  }

  const titles = async (properties: JsonObject, identity = 'sp-unit') => (await apply(identity, properties)).titles;

  it('has nothing to do for a unit that is as declared', async () => {
    expect(await titles({ running: true, enabled: true }, 'cron')).to.deep.equal([]);
    expect(await titles({ running: false, enabled: false }, 'sp-never')).to.deep.equal([]);
  });

  it('says that a unit does not exist', async () => {
    const { problems } = await plan('sp-never', { running: true });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP604']);
  });

  it('starts, enables, stops and disables a unit', async () => {
    await writeUnit(unitText(''));
    expect(await titles({ running: true, enabled: true })).to.deep.equal([
      'enable sp-unit.service',
      'start sp-unit.service',
    ]);
    expect(await output('systemctl is-active sp-unit; systemctl is-enabled sp-unit')).to.equal('active\nenabled');
    expect(await titles({ running: false, enabled: false })).to.deep.equal([
      'disable sp-unit.service',
      'stop sp-unit.service',
    ]);
  });

  it('reads a changed unit file and a changed drop-in again before it acts', async () => {
    await apply('sp-unit', { running: true });
    await writeUnit(unitText('Nice=1'));
    expect(await titles({ running: true })).to.deep.equal(['make systemd read the unit files of sp-unit.service']);
    const dropIn = '/etc/systemd/system/sp-unit.service.d/limits.conf';
    await writeUnit('[Service]\nNice=2\n', dropIn);
    const pid = await show('MainPID');
    expect(await titles({ running: true, restart_on: [`file:${dropIn}`] })).to.deep.equal([
      'make systemd read the unit files of sp-unit.service',
      'restart sp-unit.service',
    ]);
    expect(await show('MainPID')).to.not.equal(pid);
    expect(await show('Nice')).to.equal('2');
  });

  it('restarts or reloads a unit that is older than its input, and restarts only when both are due', async () => {
    await host.exec('touch /etc/sp-a.conf /etc/sp-b.conf');
    const inputs = { running: true, restart_on: ['file:/etc/sp-a.conf'], reload_on: ['file:/etc/sp-b.conf'] };
    expect(await titles(inputs)).to.deep.equal(['restart sp-unit.service']);
    const pid = await show('MainPID');
    await host.exec('touch /etc/sp-b.conf');
    expect(await titles(inputs)).to.deep.equal(['reload sp-unit.service']);
    expect(await show('MainPID')).to.equal(pid);
  });

  it('takes the files of a package as an input', async () => {
    await host.exec('apt-get install -y -q sp-hello=1.0');
    const inputs = { running: true, restart_on: ['package:sp-hello'] };
    const { edits } = await apply('sp-unit', inputs);
    expect(edits.map(({ path, before }) => [path, before])).to.deep.equal([
      ['restart_on', { kind: 'value', value: 'older than package:sp-hello' }],
    ]);
  });

  it('starts a stopped unit instead of reloading it', async () => {
    await host.exec('systemctl stop sp-unit; touch /etc/sp-b.conf');
    expect(await titles({ running: true, reload_on: ['file:/etc/sp-b.conf'] })).to.deep.equal([
      'start sp-unit.service',
    ]);
  });

  it('starts a failed unit, and counts a failed unit as stopped', async () => {
    await host.exec(
      'systemctl kill -s KILL sp-unit; for n in 1 2 3 4 5; do systemctl is-failed -q sp-unit && break; sleep 0.2; done',
    );
    expect(await show('ActiveState')).to.equal('failed');
    expect(await titles({ running: false })).to.deep.equal([]);
    expect((await apply('sp-unit', { running: true })).edits[0]?.before).to.deep.equal({
      kind: 'value',
      value: 'failed',
    });
  });

  it('fails with the unit’s own words when it dies right after its start', async () => {
    const body =
      '[Service]\nExecStart=/bin/sh -c "echo cannot open the port; sleep 0.3; exit 3"\nRestart=always\nRestartSec=100ms\n';
    await writeUnit(body, '/etc/systemd/system/sp-loop.service');
    const { outcomes } = await plan('sp-loop', { running: true });
    const outcome = outcomes.at(-1);
    expect(outcome).to.include({ status: 'failed' });
    expect(JSON.stringify(outcome)).to.contain('cannot open the port').and.contain('sp-loop.service ended right after');
    await host.exec('systemctl stop sp-loop');
  });

  it('enables what it starts while that proves itself, and fails when it dies meanwhile', async () => {
    await writeUnit(unitText(''));
    await host.exec('systemctl disable sp-unit; systemctl stop sp-unit');
    expect(await inOneGo([{ identity: 'sp-unit', properties: { running: true, enabled: true } }])).to.include({
      status: 'done',
    });
    expect(await output('systemctl is-active sp-unit; systemctl is-enabled sp-unit')).to.equal('active\nenabled');
    const dies = '[Service]\nExecStart=/bin/sh -c "sleep 0.7; exit 3"\n[Install]\nWantedBy=multi-user.target\n';
    await writeUnit(dies, '/etc/systemd/system/sp-dies.service');
    const outcome = await inOneGo([{ identity: 'sp-dies', properties: { running: true, enabled: true } }]);
    expect(outcome?.status === 'failed' ? outcome.reason : '').to.match(/^sp-dies.service ended right after its start/);
  });

  it('tells that a unit which was started could not be enabled', async () => {
    const link = '/etc/systemd/system/multi-user.target.wants/sp-stuck.service';
    await writeUnit(unitText(''), '/etc/systemd/system/sp-stuck.service');
    await host.exec(`mkdir -p ${link}`);
    const declared = { running: true, enabled: true };
    const outcome = await inOneGo([{ identity: 'sp-stuck', properties: declared }]);
    expect(outcome).to.include({ status: 'failed' });
    expect(outcome?.status === 'failed' ? outcome.reason : '').to.match(/^Failed to enable unit: .*sp-stuck.service/);
    await host.exec(`rmdir ${link}`);
    expect(await titles(declared, 'sp-stuck')).to.deep.equal(['enable sp-stuck.service']);
    await host.exec('systemctl stop sp-stuck');
  });

  it('enables first what is not started itself, so that what is started finds it', async () => {
    const wanted = '[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=sp-unit.service\n';
    await writeUnit(wanted, '/etc/systemd/system/sp-wanted.service');
    await host.exec('systemctl stop sp-unit');
    const both = [
      { identity: 'sp-unit', properties: { running: true } },
      { identity: 'sp-wanted', properties: { enabled: true } },
    ];
    expect(await inOneGo(both)).to.include({ status: 'done' });
    expect(await output('systemctl is-active sp-wanted')).to.equal('active');
    await host.exec('systemctl disable sp-wanted; systemctl stop sp-wanted sp-unit');
  });

  it('masks and unmasks, and does not start what is masked', async () => {
    expect(await titles({ masked: true, running: false }, 'sp-later')).to.deep.equal(['mask sp-later.service']);
    await host.exec('systemctl stop cron');
    expect(await titles({ masked: true }, 'cron')).to.deep.equal(['mask cron.service']);
    const { problems } = await plan('cron', { running: true });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP633']);
    expect(await titles({ masked: false, running: true, enabled: true }, 'cron')).to.deep.equal([
      'unmask cron.service',
      'enable cron.service',
      'start cron.service',
    ]);
  });

  it('manages timers, sockets and instances', async () => {
    await writeUnit(
      '[Timer]\nOnCalendar=daily\n[Install]\nWantedBy=timers.target\n',
      '/etc/systemd/system/sp-unit.timer',
    );
    await writeUnit(unitText(''), '/etc/systemd/system/sp-many@.service');
    expect(await titles({ running: true, enabled: true }, 'sp-unit.timer')).to.have.length(2);
    expect(await titles({ running: true, enabled: true }, 'sp-many@100')).to.deep.equal([
      'enable sp-many@100.service',
      'start sp-many@100.service',
    ]);
  });

  it('explains units that cannot be enabled, reloaded or kept running', async () => {
    await writeUnit('[Service]\nExecStart=/bin/sleep infinity\n', '/etc/systemd/system/sp-static.service');
    await writeUnit('[Service]\nType=oneshot\nExecStart=/bin/true\n', '/etc/systemd/system/sp-once.service');
    const codes = async (identity: string, properties: JsonObject) =>
      (await plan(identity, properties)).problems.map(({ code, detail }) => `${code} ${detail}`);
    expect((await codes('sp-static', { enabled: true }))[0]).to.match(
      /^SP605 sp-static.service cannot be enabled: .*static/,
    );
    expect((await codes('sp-once', { running: true }))[0]).to.match(/^SP605 sp-once.service does its work and ends/);
    await apply('sp-static', { running: true });
    await host.exec('touch /etc/sp-b.conf');
    expect((await codes('sp-static', { reload_on: ['file:/etc/sp-b.conf'] }))[0]).to.match(/^SP605 .* cannot reload/);
  });

  it('reads an account without rights what everybody may read', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    const { titles: wanted } = await converge(guest, service, { identity: 'cron', properties: { running: true } });
    await guest.channel.close();
    expect(wanted).to.deep.equal([]);
  });
});
