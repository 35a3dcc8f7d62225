import type { JsonObject } from '@setpoint/model';
import { type FleetHost, installDebianPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { unit } from '../../../src/modules/unit/index.ts';
import { user } from '../../../src/modules/user/index.ts';
import { type Converged, converge, type Declared, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const sleeper: JsonObject = {
  Service: { ExecStart: '/bin/sleep infinity' },
  Install: { WantedBy: 'default.target' },
};

fleetSuite('units of an account', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    this.timeout(120_000);
    // Without it an account has no manager of its own; servers have it, and the hosts of the fleet do not.
    await installDebianPackages(host, ['libpam-systemd']);
    await host.exec('useradd -m -u 1500 sp-acc');
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const asAccount = (command: string): Promise<string> =>
    output(
      `setpriv --reuid=1500 --regid=1500 --init-groups -- env HOME=/home/sp-acc XDG_RUNTIME_DIR=/run/user/1500 ${command}`,
    );
  const plan = (identity: string, properties: JsonObject) => converge(node, service, { identity, properties });
  const codes = async (identity: string, properties: JsonObject): Promise<readonly string[]> =>
    (await plan(identity, properties)).problems.map(({ code, severity }) => `${code} ${severity}`);

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(module: typeof unit, declared: Declared, on = node): Promise<Converged> {
    const result = await converge(on, module, declared);
    expect(result.problems.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect([result.remaining, result.predicted]).to.deep.equal([[], []]);
    expect((await converge(on, module, declared)).titles).to.deep.equal([]);
    return result;
  }
  const titles = async (identity: string, properties: JsonObject): Promise<readonly string[]> =>
    (await apply(service, { identity, properties })).titles;
  const setUp = (properties: JsonObject) => apply(user, { identity: 'sp-acc', properties });

  it('stand in a file for all accounts, verified as such, and nothing of the system reads it', async () => {
    const { titles: made } = await apply(unit, { identity: 'user/sp-own.service', properties: sleeper });
    expect(made).to.deep.equal(['write /etc/systemd/user/sp-own.service, once systemd-analyze has verified it']);
    const broken = { Service: { ExecStart: '/nowhere/program' } };
    const { outcomes } = await converge(node, unit, { identity: 'user/sp-broken.service', properties: broken });
    expect(JSON.stringify(outcomes)).to.contain('/nowhere/program is not executable');
    expect(await output('systemctl show -p LoadState --value sp-own')).to.equal('not-found');
  });

  it('cannot run while nothing keeps a manager for the account, and can be enabled all the same', async () => {
    expect(await codes('sp-acc/sp-own', { running: true })).to.deep.equal(['SP684 error']);
    expect(await codes('sp-nobody/sp-own', { running: true })).to.deep.equal(['SP604 error']);
    expect(await titles('sp-acc/sp-own', { enabled: true })).to.deep.equal(['enable sp-acc/sp-own.service']);
    expect(await asAccount('env SYSTEMD_OFFLINE=1 systemctl --user is-enabled sp-own')).to.equal('enabled');
    expect(await titles('sp-acc/sp-own', { enabled: false })).to.deep.equal(['disable sp-acc/sp-own.service']);
  });

  it('run once the account lingers', async () => {
    const { edits } = await setUp({ linger: true });
    expect(edits.map(({ path }) => path)).to.deep.equal(['linger']);
    expect(await output('loginctl show-user sp-acc -p Linger --value')).to.equal('yes');
    expect(await titles('sp-acc/sp-own', { running: true, enabled: true })).to.deep.equal([
      'enable sp-acc/sp-own.service',
      'start sp-acc/sp-own.service',
    ]);
    expect(await output('pgrep -u sp-acc -x sleep | wc -l')).to.equal('1');
    expect(await output('stat -c %U /home/sp-acc/.config/systemd/user/default.target.wants/sp-own.service')).to.equal(
      'sp-acc',
    );
  });

  it('are restarted when their file changed, and read again first', async () => {
    const inputs = { running: true, restart_on: ['unit:user/sp-own.service'] };
    expect(await titles('sp-acc/sp-own', inputs)).to.deep.equal([]);
    const nicer = { ...sleeper, Service: { ExecStart: '/bin/sleep infinity', Nice: '3' } };
    await apply(unit, { identity: 'user/sp-own.service', properties: nicer });
    await apply(unit, { identity: 'user/sp-own.service#more', properties: { Service: { OOMScoreAdjust: '7' } } });
    const both = { running: true, restart_on: ['unit:user/sp-own.service', 'unit:user/sp-own.service#more'] };
    expect(await titles('sp-acc/sp-own', both)).to.deep.equal([
      'make systemd read the unit files of sp-acc/sp-own.service',
      'restart sp-acc/sp-own.service',
    ]);
    expect(await asAccount('systemctl --user show -p Nice -p OOMScoreAdjust sp-own')).to.equal(
      'OOMScoreAdjust=7\nNice=3',
    );
  });

  it('are the same to a shell of busybox, which has a setpriv of its own', async () => {
    const shell = (name: string) => host.exec(`ln -sf ${name} /bin/sh.new && mv -f /bin/sh.new /bin/sh`);
    await shell('busybox');
    try {
      expect(await titles('sp-acc/sp-own', { running: true, enabled: true })).to.deep.equal([]);
      expect(await titles('sp-acc/sp-own', { enabled: false })).to.deep.equal(['disable sp-acc/sp-own.service']);
    } finally {
      await shell('dash');
    }
  });

  it('may stand in the home of the account', async () => {
    const dir = '/home/sp-acc/.config/systemd/user';
    await host.exec(
      `printf '[Service]\\nExecStart=/bin/sleep infinity\\n' >${dir}/sp-home.service; chown sp-acc ${dir}/sp-home.service`,
    );
    expect(await titles('sp-acc/sp-home', { running: true })).to.deep.equal(['start sp-acc/sp-home.service']);
    await host.exec(`echo 'Nice=4' >>${dir}/sp-home.service`);
    expect(await titles('sp-acc/sp-home', { running: true })).to.deep.equal([
      'make systemd read the unit files of sp-acc/sp-home.service',
    ]);
    expect(await codes('sp-acc/sp-home', { running: false, masked: true })).to.deep.equal(['SP603 error']);
    expect(await titles('sp-acc/sp-later', { masked: true })).to.deep.equal(['mask sp-acc/sp-later.service']);
    expect(await output('readlink /home/sp-acc/.config/systemd/user/sp-later.service')).to.equal('/dev/null');
  });

  it('fail with the words that they left in the journal of the account', async () => {
    const dies = { Service: { ExecStart: '/bin/sh -c "echo cannot open the port; sleep 0.2; exit 3"' } };
    await apply(unit, { identity: 'user/sp-dies.service', properties: dies });
    const { outcomes } = await plan('sp-acc/sp-dies', { running: true });
    expect(JSON.stringify(outcomes))
      .to.contain('cannot open the port')
      .and.contain('sp-dies.service ended right after');
  });

  it('are enabled and masked for all accounts, whose managers go by that when they start', async () => {
    const wants = '/etc/systemd/user/default.target.wants/sp-own.service';
    expect(await titles('global/sp-own', { enabled: true })).to.deep.equal(['enable global/sp-own.service']);
    expect(await output(`readlink ${wants}; systemctl --global is-enabled sp-own`)).to.match(
      /sp-own\.service\nenabled$/,
    );
    expect(await titles('global/sp-own', { enabled: false })).to.deep.equal(['disable global/sp-own.service']);
    expect(await codes('global/sp-own', { masked: true })).to.deep.equal(['SP603 error']);
    expect(await codes('global/sp-none', { enabled: true })).to.deep.equal(['SP604 error']);
    expect(await titles('global/sp-other', { masked: true })).to.deep.equal(['mask global/sp-other.service']);
    expect(await output('readlink /etc/systemd/user/sp-other.service')).to.equal('/dev/null');
    expect(await titles('global/sp-other', { masked: false })).to.deep.equal(['unmask global/sp-other.service']);
    expect(await output(`ls ${wants} /etc/systemd/user/sp-other.service 2>&1 | grep -c 'No such'`)).to.equal('2');
  });

  it('belong to the account itself too, and to nobody else', async () => {
    await host.exec(
      'install -d -m 0700 -o sp-acc -g sp-acc /home/sp-acc/.ssh; install -o sp-acc -m 0600 /root/.ssh/authorized_keys /home/sp-acc/.ssh/',
    );
    const own = await openFleetNode(host, fleet, { user: 'sp-acc' });
    const other = await openFleetNode(host, fleet, { user: 'guest' });
    try {
      const stopped = { identity: 'sp-acc/sp-own', properties: { running: false, enabled: true } };
      expect((await apply(service, stopped, own)).titles).to.have.length(2);
      const started = { ...stopped, properties: { running: true } };
      const { edits, outcomes } = await converge(other, service, started);
      expect(edits.map(({ before }) => before)).to.deep.include({
        kind: 'unknown',
        cause: { kind: 'denied', what: 'the units of sp-acc' },
      });
      expect(outcomes, 'a node is left alone of which something could not be read').to.deep.equal([]);
      const forced = await executeAll(other.channel, await planOperations(other, service, started));
      expect(JSON.stringify(forced)).to.contain('only root and sp-acc can change the units of sp-acc');
    } finally {
      await own.channel.close();
      await other.channel.close();
    }
  });

  it('end with the account’s lingering, which is taken away', async () => {
    await setUp({ linger: false });
    expect(await output('ls /var/lib/systemd/linger')).to.equal('');
  });
});
