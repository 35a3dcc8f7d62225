import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const units = '/etc/systemd/system';
const sleeper = '[Service]\nExecStart=/bin/sleep infinity\n';
const wanted = '[Install]\nWantedBy=multi-user.target\n';

/** Unit files by their name, each for one of the cases below. */
const unitFiles: Readonly<Record<string, string>> = {
  'sp-also.service': `${sleeper}[Install]\nAlso=sp-also.socket\n`,
  'sp-also.socket': '[Socket]\nListenStream=/run/sp-also.sock\n[Install]\nWantedBy=sockets.target\n',
  'sp-both.service': `${sleeper}${wanted}`,
  'sp-real.service': `${sleeper}${wanted}Alias=sp-nick.service\n`,
  'sp-noexec.service': '[Service]\nExecStart=/nowhere/bin\n',
  'sp-fail.service': '[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/sh -c "echo bad line 7; exit 3"\n',
  'sp-condition.service': `[Unit]\nConditionPathExists=/nowhere\n${sleeper}`,
  'sp-assert.service': `[Unit]\nAssertPathExists=/nowhere\n${sleeper}`,
  'sp-needs.service': `[Unit]\nRequires=sp-fail.service\nAfter=sp-fail.service\n${sleeper}`,
  'sp-broken.service': '[Service]\nExecStart=\n',
  'sp-once.service': `[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/sh -c "sleep 0.3; echo ran >>/run/sp-once"\n`,
  'sp-slow.service':
    '[Service]\nType=notify\nNotifyAccess=all\nExecStart=/bin/sh -c "sleep 2; systemd-notify --ready; exec sleep infinity"\n',
  'sp-silent.service': '[Service]\nType=notify\nTimeoutStartSec=2\nExecStart=/bin/sleep infinity\n',
  'sp-stubborn.service': '[Service]\nTimeoutStopSec=2\nExecStart=/bin/sh -c "trap : TERM; while :; do sleep 1; done"\n',
  'sp-noreload.service': `${sleeper}ExecReload=/bin/sh -c "test -e /run/sp-reloads"\n`,
  'sp-manual.service': `[Unit]\nRefuseManualStart=yes\n${sleeper}`,
  'sp-a\\x2db.service': sleeper,
  'sp-watch.path': '[Path]\nPathExists=/nowhere\nUnit=sp-real.service\n[Install]\nWantedBy=multi-user.target\n',
  'sp-daily.timer':
    '[Timer]\nOnCalendar=daily\nPersistent=true\nUnit=sp-once.service\n[Install]\nWantedBy=timers.target\n',
  'sp-point.target': '[Unit]\nDescription=A point\n',
};

const initScript = `#!/bin/sh
### BEGIN INIT INFO
# Provides: sp-old
# Required-Start:
# Required-Stop:
# Default-Start: 2 3 4 5
# Default-Stop: 0 1 6
### END INIT INFO
case $1 in start) sleep infinity & ;; esac
exit 0
`;

fleetSuite('units of a host in trouble', (fleet) => {
  const [, host] = fleet.hosts as readonly [FleetHost, FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    for (const [name, text] of Object.entries(unitFiles)) await write(`${units}/${name}`, text);
    await write('/srv/sp-linked.service', `${sleeper}${wanted}`);
    await write('/etc/init.d/sp-old', initScript);
    await host.exec(`chmod 0755 /etc/init.d/sp-old; ln -s ${units}/sp-both.service ${units}/sp-other.service`);
    await host.exec('systemctl daemon-reload; systemctl link /srv/sp-linked.service');
  });
  after(() => node.channel.close());

  const write = (path: string, text: string) => host.exec(`cat >'${path}' <<'END'\n${text}END`);
  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (identity: string, properties: JsonObject) => converge(node, service, { identity, properties });

  /** The titles of what was done to reach the declared state; a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject): Promise<readonly string[]> {
    const result = await plan(identity, properties);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await plan(identity, properties)).titles).to.deep.equal([]);
    return result.titles;
  }

  const problem = async (identity: string, properties: JsonObject) => {
    const [first] = (await plan(identity, properties)).problems;
    return `${first?.code} ${first?.detail} ${first?.hint}`;
  };

  const failureOf = ({ outcomes }: Converged) => {
    const failed = outcomes.find((outcome) => outcome.status === 'failed');
    return failed?.status === 'failed' ? failed : { reason: JSON.stringify(outcomes), output: '' };
  };

  describe('what cannot start', () => {
    const cases: readonly (readonly [unit: string, reason: string, output?: string])[] = [
      [
        'sp-noexec',
        'sp-noexec.service ended right after its start: it is failed (exit-code)',
        'No such file or directory',
      ],
      ['sp-fail', 'sp-fail.service did not start: it is failed (exit-code)', 'bad line 7'],
      ['sp-condition', 'sp-condition.service did not start: a condition of its unit file is not met', '/nowhere'],
      ['sp-assert', 'sp-assert.service did not start: Assertion failed on job for sp-assert.service.'],
      [
        'sp-needs',
        "sp-needs.service did not start: A dependency job for sp-needs.service failed. See 'journalctl -xe' for details.",
      ],
      ['sp-silent', 'sp-silent.service did not start: it is failed (timeout)'],
      [
        'sp-manual',
        'sp-manual.service did not start: Operation refused, unit sp-manual.service may be requested by dependency only (it is configured to refuse manual start/stop).',
      ],
    ];
    for (const [unit, reason, said = ''] of cases) {
      it(`is told why: ${unit}`, async () => {
        const failed = failureOf(await plan(unit, { running: true }));
        expect(failed.reason).to.equal(reason);
        expect(JSON.stringify(failed)).to.contain(said);
      });
    }

    it('is refused in the plan when systemd cannot load it', async () => {
      expect(await problem('sp-broken', { running: true })).to.match(/^SP605 systemd cannot load sp-broken\.service: /);
    });
  });

  it('suggests the unit that was meant', async () => {
    expect(await problem('crom', { running: true })).to.match(/^SP604 .*did you mean `service: cron`\?/);
    expect(await problem('sp-daily', { running: true })).to.match(/did you mean `service: sp-daily\.timer`\?/);
    expect(await problem('zzz-nothing', { running: true })).to.not.contain('did you mean');
  });

  it('waits for a unit that is still starting, and for one that is slow to stop', async () => {
    await host.exec('systemctl start --no-block sp-slow');
    expect(await apply('sp-slow', { running: true })).to.deep.equal(['start sp-slow.service']);
    await apply('sp-stubborn', { running: true });
    expect(await apply('sp-stubborn', { running: false })).to.deep.equal(['stop sp-stubborn.service']);
  });

  it('starts a unit that does its work once, and again when its input changed', async () => {
    await host.exec('touch /etc/sp-input');
    const properties = { running: true, restart_on: ['file:/etc/sp-input'] };
    expect(await apply('sp-once', properties)).to.deep.equal(['start sp-once.service']);
    await host.exec('touch /etc/sp-input');
    expect(await apply('sp-once', properties)).to.deep.equal(['restart sp-once.service']);
    expect(await output('cat /run/sp-once')).to.equal('ran\nran');
  });

  it('restarts once for an input whose modification time lies in the future', async () => {
    const properties = { running: true, restart_on: ['file:/etc/sp-input'] };
    await apply('sp-once', properties);
    await host.exec('touch -d 2040-01-01 /etc/sp-input');
    expect(await apply('sp-once', properties)).to.deep.equal(['restart sp-once.service']);
  });

  it('does not forget a reload that failed', async () => {
    await apply('sp-noreload', { running: true });
    await host.exec('touch /etc/sp-input');
    const properties = { running: true, reload_on: ['file:/etc/sp-input'] };
    const first = await plan('sp-noreload', properties);
    expect(failureOf(first).reason).to.match(
      /^sp-noreload\.service did not reload: Job for sp-noreload\.service failed/,
    );
    expect(first.remaining.map(({ path }) => path)).to.deep.equal(['reload_on']);
    await host.exec('touch /run/sp-reloads');
    expect(await apply('sp-noreload', properties)).to.deep.equal(['reload sp-noreload.service']);
  });

  it('tells units apart that enable themselves and units that enable others', async () => {
    expect(await problem('sp-also', { enabled: true })).to.match(
      /^SP605 .*nothing but Also=.*systemd calls it indirect/,
    );
    expect(await apply('sp-also.socket', { enabled: true })).to.deep.equal(['enable sp-also.socket']);
    expect(await output('systemctl show -p UnitFileState --value sp-both')).to.equal('indirect');
    expect(await apply('sp-both', { enabled: true })).to.deep.equal(['enable sp-both.service']);
    expect(await apply('sp-both', { enabled: false })).to.deep.equal(['disable sp-both.service']);
  });

  it('manages a unit by its alias', async () => {
    await apply('sp-real', { enabled: true });
    expect(await apply('sp-nick', { enabled: true, running: true })).to.deep.equal(['start sp-nick.service']);
    expect(await output('systemctl is-active sp-real')).to.equal('active');
    await apply('sp-nick', { running: false });
  });

  it('enables a unit that is linked from elsewhere', async () => {
    expect(await apply('sp-linked', { enabled: true })).to.deep.equal(['enable sp-linked.service']);
  });

  it('makes last what was masked or enabled until the next boot only', async () => {
    await host.exec('systemctl mask --runtime cron');
    expect(await apply('cron', { masked: true })).to.deep.equal(['mask cron.service']);
    await apply('cron', { masked: false, running: true });
    await host.exec('systemctl mask --runtime cron');
    expect(await apply('cron', { masked: false })).to.deep.equal(['unmask cron.service']);
    await host.exec('systemctl disable sp-real; systemctl enable --runtime sp-real');
    expect(await apply('sp-real', { enabled: false })).to.deep.equal(['disable sp-real.service']);
    await host.exec('systemctl enable --runtime sp-real');
    expect(await apply('sp-real', { enabled: true })).to.deep.equal(['enable sp-real.service']);
  });

  it('manages the unit of an init script', async () => {
    expect(await apply('sp-old', { enabled: true, running: true })).to.deep.equal([
      'enable sp-old.service',
      'start sp-old.service',
    ]);
    expect(await output('ls /etc/rc2.d/S??sp-old')).to.match(/sp-old$/);
    expect(await apply('sp-old', { running: true })).to.deep.equal([]);
    expect(await output('ls /etc/rc2.d/S??sp-old')).to.match(/sp-old$/);
    expect(await apply('sp-old', { enabled: false })).to.deep.equal(['disable sp-old.service']);
    expect(await output('ls /etc/rc2.d/S??sp-old')).to.equal('');
  });

  it('manages paths, timers, targets, sockets and escaped names', async () => {
    expect(await apply('sp-watch.path', { running: true, enabled: true })).to.have.length(2);
    expect(await apply('sp-daily.timer', { running: true, enabled: true })).to.have.length(2);
    expect(await output('systemctl list-timers --no-pager --no-legend sp-daily.timer')).to.contain('sp-once.service');
    expect(await apply('sp-point.target', { running: true })).to.have.length(1);
    expect(await apply('sp-a\\x2db', { running: true })).to.deep.equal(['start sp-a\\x2db.service']);
    await apply('sp-also.socket', { running: true });
    await apply('sp-also', { running: true });
    expect(await apply('sp-also', { running: false })).to.deep.equal(['stop sp-also.service']);
  });

  it('tells an account without rights that it needs them', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    const reasons: string[] = [];
    for (const properties of [{ running: false }, { masked: true }] as const) {
      reasons.push(failureOf(await converge(guest, service, { identity: 'cron', properties })).reason);
    }
    await guest.channel.close();
    const rights = "only root can change units, and this is guest: set 'sudo: true' for the node or the resource";
    expect(reasons).to.deep.equal([`cron.service did not stop: ${rights}`, rights]);
  });
});
