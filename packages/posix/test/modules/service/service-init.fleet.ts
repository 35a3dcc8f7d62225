import type { JsonObject } from '@setpoint/model';
import { type FleetHost, installDebianPackages } from '@setpoint/testkit/fleet';
import { fleetSuite, type SuiteFleet } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { importedOf } from '../../support/all-packages.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

/** Without its directory in /run nothing on the host takes systemd for what runs. */
const withoutSystemd = 'mount -t tmpfs tmpfs /run/systemd';

const initScript = (lines: readonly string[]): string => ['#!/sbin/openrc-run', ...lines, ''].join('\n');

/** Init scripts as packages bring them for OpenRC: a daemon, one that is supervised, and one whose program ends at once. */
const openrcScripts: Readonly<Record<string, string>> = {
  'sp-daemon': initScript([
    'command=/bin/sleep',
    'command_args="1001"',
    'command_background=yes',
    'pidfile=/run/sp-daemon.pid',
    // The start-stop-daemon of Debian waits for the end of a process only when it is told how long.
    'retry=TERM/5/KILL/5',
  ]),
  'sp-super': initScript(['supervisor=supervise-daemon', 'command=/bin/sleep', 'command_args="1002"']),
  'sp-dies': initScript([
    'supervisor=supervise-daemon',
    'command=/bin/false',
    'respawn_max=1',
    'respawn_period=5',
    'respawn_delay=1',
  ]),
  'sp-bad': initScript(['start() { eerror "cannot open the port"; return 1; }']),
};

/** An init system on a host: how it comes there, a service of it, and how the host tells what that does. */
type Init = {
  readonly title: string;
  readonly prepare: (host: FleetHost) => Promise<void>;
  readonly name: string;
  readonly process: string;
  readonly runlevel: string;
  readonly on: string;
  readonly off: string;
  readonly pidFile: string;
  readonly broken: string;
  /** What only this one can do. */
  readonly more?: (services: Services) => void;
};

type Services = ReturnType<typeof servicesOf>;

const inits: readonly Init[] = [
  {
    title: 'services of System V init',
    prepare: async (host) => {
      await host.exec(`${withoutSystemd} && mkfifo /run/initctl`);
      await host.exec(
        `printf '%s\\n' '#!/bin/sh' '[ "$1" = status ] && exit 3' 'echo cannot open the port; exit 1' >/etc/init.d/sp-bad; chmod 755 /etc/init.d/sp-bad`,
      );
    },
    name: 'cron',
    process: '-x cron',
    runlevel: 'ls /etc/rc2.d | grep cron',
    on: 'S01cron',
    off: 'K01cron',
    pidFile: '/run/crond.pid',
    broken: 'sp-bad',
  },
  {
    title: 'services of OpenRC',
    prepare: async (host) => {
      await installDebianPackages(host, ['openrc']);
      await host.exec(`${withoutSystemd} && touch /run/openrc/softlevel`);
      for (const [name, text] of Object.entries(openrcScripts))
        await host.exec(`printf %s '${text}' >/etc/init.d/${name}; chmod 755 /etc/init.d/${name}`);
      await host.exec('rc-update add sp-daemon default; rc-service sp-daemon start');
    },
    name: 'sp-daemon',
    process: '-fx "/bin/sleep 1001"',
    runlevel: 'ls /etc/runlevels/default | grep sp-daemon || echo none',
    on: 'sp-daemon',
    off: 'none',
    pidFile: '/run/sp-daemon.pid',
    broken: 'sp-bad',
    more: supervisedServices,
  },
];

/** What a suite does with the services of a host. */
function servicesOf(fleet: SuiteFleet, host: FleetHost, prepare: Init['prepare']) {
  let node: FleetNode;
  before(async function () {
    this.timeout(120_000);
    await prepare(host);
    node = await openFleetNode(host, fleet);
  });
  after(async () => {
    await node?.channel.close();
    await host.exec('umount /run/systemd; rm -f /run/initctl');
  });
  const plan = (identity: string, properties: JsonObject): Promise<Converged> =>
    converge(node, service, { identity, properties });
  return {
    plan,
    imported: (): Promise<readonly string[]> => importedOf(node, service),
    output: async (command: string): Promise<string> => (await host.exec(command)).stdout.trim(),
    codes: async (identity: string, properties: JsonObject): Promise<readonly string[]> =>
      (await plan(identity, properties)).problems.map(({ code }) => code),
    /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
    apply: async (identity: string, properties: JsonObject): Promise<readonly string[]> => {
      const result = await plan(identity, properties);
      expect(result.problems).to.deep.equal([]);
      expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
        result.titles.map(() => 'done'),
      );
      expect([result.remaining, result.predicted]).to.deep.equal([[], []]);
      expect((await plan(identity, properties)).titles).to.deep.equal([]);
      return result.titles;
    },
  };
}

for (const { title, prepare, name, process, runlevel, on, off, pidFile, broken, more } of inits) {
  fleetSuite(title, (fleet) => {
    const [host] = fleet.hosts as readonly [FleetHost];
    const services = servicesOf(fleet, host, prepare);
    const { apply, codes, imported, output, plan } = services;
    const running = (): Promise<string> => output(`pgrep ${process} >/dev/null && echo runs || echo stopped`);

    it('are stopped and switched off, and started and switched on again', async () => {
      expect(await apply(name, { running: true, enabled: true })).to.deep.equal([]);
      const down = [`disable ${name}.service`, `stop ${name}.service`];
      expect(await apply(name, { running: false, enabled: false })).to.deep.equal(down);
      expect([await output(runlevel), await running()]).to.deep.equal([off, 'stopped']);
      const up = [`enable ${name}.service`, `start ${name}.service`];
      expect(await apply(name, { running: true, enabled: true })).to.deep.equal(up);
      expect([await output(runlevel), await running()]).to.deep.equal([on, 'runs']);
    });

    it('are switched on without being started, and started without being switched on', async () => {
      await apply(name, { running: false, enabled: false });
      await apply(name, { enabled: true });
      expect(await running()).to.equal('stopped');
      await apply(name, { enabled: false });
      await apply(name, { running: true });
      expect(await output(runlevel)).to.equal(off);
    });

    it('are restarted when an input is newer than their process', async () => {
      const inputs = { running: true, restart_on: ['file:/etc/sp-input'] };
      await host.exec('touch /etc/sp-input');
      const pid = await output(`cat ${pidFile}`);
      expect(await apply(name, inputs)).to.deep.equal([`restart ${name}.service`]);
      expect(await output(`cat ${pidFile}`)).to.not.equal(pid);
    });

    it('are imported as they are, and a plan right after has nothing to do', async () => {
      await apply(name, { running: false, enabled: true });
      const lines = await imported();
      expect(lines).to.include(`${name} {"running":false,"enabled":true}`);
      expect(lines.filter((line) => !/^[\w.-]+ \{("running":\w+,)?"enabled":true\}$/.test(line))).to.deep.equal([]);
    });

    it('fail with the words of their script', async () => {
      const { outcomes } = await plan(broken, { running: true });
      expect(JSON.stringify(outcomes)).to.contain('cannot open the port').and.contain(`${broken} did not start`);
    });

    it('are neither masked nor reloaded, nor are they timers, nor are they there for a name that no script has', async () => {
      expect(await codes(name, { masked: true })).to.deep.equal(['SP657']);
      expect(await codes(name, { running: true, reload_on: ['file:/etc/sp-input'] })).to.include('SP657');
      expect(await codes(`${name}.timer`, { running: true })).to.deep.equal(['SP604']);
      expect(await codes('sp-nothing', { running: true })).to.deep.equal(['SP604']);
      expect(await apply('sp-nothing', { running: false, enabled: false })).to.deep.equal([]);
    });

    more?.(services);
  });
}

function supervisedServices({ apply, output, plan }: Services): void {
  it('are started anew when their supervisor is gone', async () => {
    await apply('sp-super', { running: true });
    await output('kill -s KILL "$(cat /run/supervise-sp-super.pid)"');
    const { edits } = await plan('sp-super', { running: true });
    const before = { kind: 'value', value: 'failed' };
    expect(edits).to.deep.equal([{ path: 'running', before, after: { kind: 'value', value: true } }]);
    expect(await output('rc-service sp-super status 2>&1')).to.contain('started');
  });

  it('are switched off in every runlevel that has them', async () => {
    await output('rc-update add sp-super boot');
    expect(await apply('sp-super', { enabled: true })).to.deep.equal([]);
    expect(await apply('sp-super', { enabled: false })).to.deep.equal(['disable sp-super.service']);
    expect(await output('ls /etc/runlevels/*/sp-super 2>/dev/null')).to.equal('');
  });

  it('fail when their program ends right after the start', async () => {
    const { outcomes } = await plan('sp-dies', { running: true });
    expect(JSON.stringify(outcomes)).to.contain('sp-dies ended right after its start');
  });
}
