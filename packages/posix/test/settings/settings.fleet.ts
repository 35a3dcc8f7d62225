import type { ResourceModule } from '@setpoint/model';
import { type FleetHost, provideDebianPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { hostname } from '../../src/modules/hostname/index.ts';
import { kernelModule } from '../../src/modules/kernel_module/index.ts';
import { limits } from '../../src/modules/limits/index.ts';
import { locale } from '../../src/modules/locale/index.ts';
import { sysctl } from '../../src/modules/sysctl/index.ts';
import { timezone } from '../../src/modules/timezone/index.ts';
import { type Converged, converge, type Declared } from '../support/converge.ts';
import { type FleetNode, openFleetNode } from '../support/fleet-node.ts';

fleetSuite('settings of the system of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const run = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (module: ResourceModule, declared: Declared): Promise<Converged> => converge(node, module, declared);

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(
    module: ResourceModule,
    identity: string,
    properties: Declared['properties'],
  ): Promise<Converged> {
    const result = await plan(module, { identity, properties });
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await plan(module, { identity, properties })).titles).to.deep.equal([]);
    return result;
  }

  describe('a setting of the kernel', () => {
    const ttl = 'net.ipv4.ip_default_ttl';
    const running = (): Promise<string> => run(`cat /proc/sys/net/ipv4/ip_default_ttl`);
    const settingFile = (): Promise<string> => run(`cat /etc/sysctl.d/${ttl}.conf 2>&1`);

    it('is set in the file and in the kernel, and is read at the next start', async () => {
      await apply(sysctl, ttl, { value: 77 });
      expect([await running(), await settingFile()]).to.deep.equal(['77', `${ttl} = 77`]);
      await run(`echo 64 >/proc/sys/net/ipv4/ip_default_ttl; sysctl -p /etc/sysctl.d/${ttl}.conf`);
      expect(await running()).to.equal('77');
    });

    it('is set again in the kernel alone when that has drifted', async () => {
      await run(`echo 64 >/proc/sys/net/ipv4/ip_default_ttl`);
      expect((await apply(sysctl, ttl, { value: 77 })).titles).to.deep.equal([`set ${ttl} to 77`]);
    });

    it('leaves the file as it was when the kernel does not take the value', async () => {
      const { outcomes } = await plan(sysctl, { identity: ttl, properties: { value: 'high' } });
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed', 'not-started']);
      expect([await running(), await settingFile()]).to.deep.equal(['77', `${ttl} = 77`]);
    });

    it('takes values of several words, and settings of a network device with a dot in its name', async () => {
      await apply(sysctl, 'net.ipv4.ping_group_range', { value: [1, 2000] });
      await run('ip link add veth0.5 type veth peer name veth1');
      await apply(sysctl, 'net/ipv4/conf/veth0.5/forwarding', { value: 1 });
      expect(await run('cat /proc/sys/net/ipv4/conf/veth0.5/forwarding')).to.equal('1');
      await run('ip link del veth0.5');
    });

    it('keeps a link to the file', async () => {
      await run('echo "# mine" >/srv/real.conf; ln -sf /srv/real.conf /etc/sysctl.d/50-linked.conf');
      await apply(sysctl, ttl, { value: 77, file: '/etc/sysctl.d/50-linked.conf' });
      expect(await run('readlink /etc/sysctl.d/50-linked.conf; cat /srv/real.conf')).to.equal(
        `/srv/real.conf\n# mine\n${ttl} = 77`,
      );
    });

    it('is written to the file alone, with a warning, where the kernel of a container is out of reach', async () => {
      const { problems, outcomes, edits } = await plan(sysctl, { identity: 'vm.swappiness', properties: { value: 1 } });
      expect(problems.map(({ code, severity }) => [code, severity])).to.deep.equal([['SP616', 'warning']]);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
      expect(edits.map(({ path }) => path)).to.deep.equal(['file']);
    });

    it('is taken out again', async () => {
      await apply(sysctl, ttl, { state: 'absent' });
      expect(await settingFile()).to.include('No such file');
    });
  });

  describe('the name of the host', () => {
    it('is changed in the file and in the system, and nowhere else', async () => {
      const hosts = await run('cat /etc/hosts; stat -c %z /etc/hosts');
      const old = await run('hostname');
      await apply(hostname, 'web1.example.com', { pretty: 'The "first"' });
      expect(await run('hostname; cat /etc/hostname; hostnamectl --pretty')).to.equal(
        'web1.example.com\nweb1.example.com\nThe "first"',
      );
      expect(await run('hostnamectl --static')).to.equal('web1.example.com');
      await run('hostname from-dhcp');
      expect((await apply(hostname, 'web1.example.com', {})).titles).to.deep.equal([
        'name the running system web1.example.com',
      ]);
      await apply(hostname, old, { pretty: '' });
      expect(await run('cat /etc/hosts; stat -c %z /etc/hosts')).to.equal(hosts);
    });
  });

  describe('the time zone', () => {
    const states: readonly (readonly [string, string])[] = [
      ['a link to another zone', 'ln -sfn /usr/share/zoneinfo/UTC /etc/localtime'],
      ['a link that leads nowhere', 'ln -sfn /nowhere /etc/localtime'],
      ['a copy', 'rm /etc/localtime; cp /usr/share/zoneinfo/UTC /etc/localtime'],
      ['nothing', 'rm /etc/localtime'],
    ];
    for (const [what, prepare] of states) {
      it(`is set over ${what}`, async () => {
        await run(`${prepare}; echo Etc/UTC >/etc/timezone`);
        await apply(timezone, 'America/New_York', {});
        expect(await run('readlink /etc/localtime; cat /etc/timezone; date +%Z | tr DS TT')).to.equal(
          '/usr/share/zoneinfo/America/New_York\nAmerica/New_York\nETT',
        );
      });
    }

    it('is refused in the plan when the node does not know it', async () => {
      const { problems, outcomes } = await plan(timezone, { identity: 'Europe/Atlantis', properties: {} });
      expect([problems.map(({ code }) => code), outcomes]).to.deep.equal([['SP618'], []]);
    });

    it('tells the clock of the hardware in a file that is missing or broken', async () => {
      await run('rm -f /etc/adjtime');
      await apply(timezone, 'UTC', { hardware_clock: 'local' });
      expect(await run('cat /etc/adjtime')).to.equal('0.0 0 0.0\n0\nLOCAL');
      await run('echo broken >/etc/adjtime');
      await apply(timezone, 'UTC', { hardware_clock: 'utc' });
      expect(await run('cat /etc/adjtime')).to.equal('0.0 0 0.0\n0\nUTC');
    });
  });

  describe('a module of the kernel', () => {
    it('is written to be loaded at each start, and not now where that is not wanted', async () => {
      const { problems, outcomes } = await plan(kernelModule, { identity: 'tun', properties: { live: false } });
      expect([problems, outcomes.map(({ status }) => status)]).to.deep.equal([[], ['done']]);
      expect(await run('cat /etc/modules-load.d/tun.conf')).to.equal('tun');
    });

    it('is found in the lists of the kernel, with a hyphen or without, and one that is built in is there', async () => {
      const list = '/lib/modules/$(uname -r)';
      await run(`mkdir -p ${list}/kernel; cd ${list} && : >kernel/sp-dash.ko && echo kernel/sp-dash.ko: >modules.dep`);
      await run(`cd ${list} && echo kernel/fs/sp_inside.ko >modules.builtin && depmod`);
      const codes = async (identity: string, properties: Declared['properties']): Promise<readonly string[]> =>
        (await plan(kernelModule, { identity, properties })).problems.map(
          ({ code, severity }) => `${code} ${severity}`,
        );
      // The host is a container, whose root may load nothing; what makes it one cannot be taken away.
      expect(await codes('sp-dash', {})).to.deep.equal(['SP617 warning']);
      expect(await run('cat /etc/modules-load.d/sp_dash.conf')).to.equal('sp_dash');
      expect(await codes('sp_dash', { live: false })).to.deep.equal([]);
      await apply(kernelModule, 'sp-inside', {});
      expect(await codes('sp-inside', { state: 'absent' })).to.deep.equal(['SP617 error']);
    });

    it('that no kernel has is refused', async () => {
      const { problems } = await plan(kernelModule, { identity: 'no_such_module', properties: {} });
      expect(problems.map(({ code }) => code)).to.deep.equal(['SP617']);
    });
  });

  describe('a locale', () => {
    before(async function () {
      this.timeout(120_000);
      await provideDebianPackages(host, ['locales']);
    });

    const listed = (): Promise<string> => run(`grep -E '^(# )?de_CH.UTF-8 ' /etc/locale.gen`);

    it('cannot be made before the package that brings its source is there', async () => {
      const { problems } = await plan(locale, { identity: 'de_CH.UTF-8', properties: {} });
      expect(problems.map(({ code }) => code)).to.deep.equal(['SP619']);
      await run('apt-get install -y -qq --no-install-recommends locales');
    });

    it('is made from its commented line, is the default, and is known however it is spelt', async () => {
      expect(await listed()).to.equal('# de_CH.UTF-8 UTF-8');
      await apply(locale, 'de_CH.UTF-8', { default: true, categories: ['LC_TIME'] });
      expect([await listed(), await run('LC_ALL=de_CH.utf8 locale -k d_fmt')]).to.deep.equal([
        'de_CH.UTF-8 UTF-8',
        'd_fmt="%d.%m.%Y"',
      ]);
      expect((await apply(locale, 'de_CH.utf8', {})).titles).to.deep.equal([]);
      expect(await run("grep -v '^#' /etc/default/locale")).to.equal('LANG=de_CH.UTF-8\nLC_TIME=de_CH.UTF-8');
    });

    it('of the administrator is found too, beside those of the package', async () => {
      await run(
        'mkdir -p /usr/local/share/i18n/locales; sed "s/de_CH/de_SP/" /usr/share/i18n/locales/de_CH >/usr/local/share/i18n/locales/de_SP',
      );
      await apply(locale, 'de_SP.UTF-8', {});
      expect(await run('locale -a | grep de_')).to.equal('de_CH.utf8\nde_SP.utf8');
      await apply(locale, 'de_SP.UTF-8', { state: 'absent' });
      await apply(locale, 'de_CH.UTF-8', { state: 'absent' });
      expect([await listed(), await run('locale -a | grep -c de_')]).to.deep.equal(['# de_CH.UTF-8 UTF-8', '0']);
    });
  });

  it('limits hold at the next login', async () => {
    await apply(limits, 'guest', { hard: { nofile: 321 }, soft: { nofile: 123 } });
    expect(await run('su - guest -c "ulimit -Sn; ulimit -Hn"')).to.equal('123\n321');
    await apply(limits, 'guest', { state: 'absent' });
  });

  it('are read by an account without rights, which is told what it may not do', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    try {
      const { problems, edits, outcomes } = await converge(guest, sysctl, {
        identity: 'net.ipv4.tcp_syncookies',
        properties: { value: 2 },
      });
      expect([problems, edits.map(({ path }) => path)]).to.deep.equal([[], ['file', 'live']]);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed', 'not-started']);
    } finally {
      await guest.channel.close();
    }
  });
});
