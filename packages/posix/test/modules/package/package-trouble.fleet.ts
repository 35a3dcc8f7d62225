import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import type { RunAction } from '../../../src/operations/action.ts';
import { converge, declareOrThrow } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { makeHostRepository } from '../../support/host-repository.ts';
import { packageActions } from '../../support/package-actions.ts';

fleetSuite('packages of a host in trouble', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    await host.exec('dpkg --add-architecture i386');
    await makeHostRepository(host, {
      directory: '/srv/more',
      packages: [
        { name: 'sp-only-mail', fields: ['Provides: sp-only-mta'] },
        { name: 'sp-foreign', architecture: 'i386' },
        { name: 'sp-same', architecture: 'i386', fields: ['Multi-Arch: same'] },
        { name: 'sp-same', architecture: 'amd64', fields: ['Multi-Arch: same'] },
        { name: 'sp-protected', fields: ['Protected: yes'] },
        { name: 'sp-lib', version: '1.0' },
        { name: 'sp-lib', version: '2.0' },
        { name: 'sp-app', version: '1.0', fields: ['Depends: sp-lib (>= 1.0)'] },
        { name: 'sp-app', version: '2.0', fields: ['Depends: sp-lib (>= 2.0)'] },
        { name: 'sp-gone' },
        { name: 'sp-corrupt' },
        { name: 'sp-asks', postinst: 'read -r answer || echo nobody answers' },
        { name: 'sp-killed', postinst: 'kill -9 $PPID; sleep 1' },
      ],
    });
    await makeHostRepository(host, {
      directory: '/srv/backports',
      release: ['Suite: sp-backports', 'NotAutomatic: yes', 'ButAutomaticUpgrades: yes'],
      packages: [{ name: 'sp-lib', version: '3.0~bpo1' }],
    });
    await host.exec('rm /srv/more/sp-gone*; echo x >>/srv/more/sp-corrupt_1.0_all.deb; apt-get update');
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const { plan, failure, problems, ...actions } = packageActions(() => node);

  /** The titles of what was done to reach the declared state. */
  const apply = async (identity: string, properties: JsonObject = {}) =>
    (await actions.apply(identity, properties)).titles;

  /** Puts a package into a state in which a power cut may leave it. */
  const damage = (name: string, status: string) =>
    host.exec(
      `apt-get install -y ${name} || :; sed -i '/^Package: ${name}$/,/^$/s/^Status: .*/Status: ${status}/' /var/lib/dpkg/status`,
    );

  it('writes nothing on the host to plan, whatever state the cache of apt is in', async () => {
    const states = [
      'apt-cache policy sp-lib',
      'touch /var/lib/dpkg/status',
      'rm /var/lib/apt/lists/*backports*',
      'rm /var/cache/apt/*.bin',
    ];
    const latest = { identity: 'sp-lib', properties: { state: 'latest' } };
    for (const state of states) {
      await host.exec(`${state} >/dev/null; touch /tmp/before; sleep 0.05`);
      const queries = Object.values(packageModule.queries(declareOrThrow(packageModule, latest)));
      const result = await node.channel.ask(queries.map((query) => ({ query })));
      expect(JSON.stringify(result), state).to.contain('"candidate":"2.0"');
      expect(await output('find /var/cache /var/lib /etc -newer /tmp/before'), state).to.equal('');
    }
    await host.exec('apt-get update');
  });

  it('suggests the name that was meant', async () => {
    const { reasons } = await work('sp-helo');
    expect(reasons).to.deep.equal(['the package lists of the node do not have sp-helo; did you mean sp-hello?']);
    expect((await work('cron:ppc64el')).reasons[0]).to.contain('cron:ppc64el; they have cron:');
    expect((await work('zzz-nothing')).reasons).to.deep.equal([
      'the package lists of the node do not have zzz-nothing',
    ]);
  });

  async function work(identity: string, properties: JsonObject = {}) {
    const state = declareOrThrow(packageModule, { identity, properties });
    const queries = Object.entries(packageModule.queries(state));
    const result = await node.channel.ask(queries.map(([, query]) => ({ query })));
    if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
    const answers = Object.fromEntries(
      queries.map(([name], index) => [name, result.answers[index] ?? { status: 'absent' as const }]),
    );
    const { observed } = packageModule.observe(state, answers);
    return packageModule.operations(state, packageModule.diff(state, observed), observed);
  }

  it('names the package that a virtual name comes to, and installs it', async () => {
    const { edits } = await plan('sp-only-mta');
    expect(edits[1]).to.deep.include({ path: 'provider', after: { kind: 'value', value: 'sp-only-mail' } });
    expect(await output("dpkg-query -W -f '${db:Status-Status}' sp-only-mail")).to.equal('installed');
    expect(await apply('sp-only-mta')).to.deep.equal([]);
  });

  it('keeps the architectures of a package apart', async () => {
    expect((await problems('sp-foreign'))[0]).to.match(/^SP604 .* sp-foreign for i386 only/);
    expect(await apply('sp-foreign:i386')).to.deep.equal(['install sp-foreign:i386']);
    expect(await apply('sp-same:i386')).to.deep.equal(['install sp-same:i386']);
    expect(await apply('sp-same')).to.deep.equal(['install sp-same']);
    expect(await apply('sp-same:i386', { state: 'absent' })).to.deep.equal(['remove sp-same:i386']);
    expect(await apply('sp-same:amd64', { hold: true })).to.deep.equal(['hold sp-same:amd64']);
    await apply('sp-same', { hold: false });
  });

  it('finds a package for all architectures under the architecture of the host', async () => {
    expect(await apply('sp-hello:amd64', { version: '1.0', hold: true })).to.deep.equal(['install sp-hello:amd64=1.0']);
    expect(await apply('sp-hello', { hold: false })).to.deep.equal(['release the hold of sp-hello']);
    expect((await plan('sp-hello:i386')).edits.map(({ path }) => path)).to.contain('state');
  });

  it('refuses to remove what the system cannot do without', async () => {
    await apply('sp-protected');
    for (const [name, state] of [
      ['dash', 'absent'],
      ['sp-protected', 'purged'],
    ] as const) {
      expect((await problems(name, { state }))[0], name).to.match(new RegExp(`^SP634 ${name} is essential`));
    }
    expect(await apply('dash')).to.deep.equal([]);
  });

  it('does not change another package that is on hold', async () => {
    await apply('sp-lib', { version: '1.0', hold: true });
    await apply('sp-app', { version: '1.0' });
    expect(await failure('sp-app', { state: 'latest' })).to.match(/sp-lib|[Hh]eld packages/);
    expect(await output("dpkg-query -W -f '${Version} ' sp-app sp-lib")).to.equal('1.0 1.0');
    await apply('sp-lib', { hold: false });
    expect(await apply('sp-app', { state: 'latest' })).to.deep.equal(['upgrade sp-app']);
  });

  it('follows pins and a preferred release', async () => {
    expect(await apply('sp-lib', { state: 'latest' })).to.deep.equal([]);
    expect(await apply('sp-lib', { state: 'latest', default_release: 'sp-backports' })).to.deep.equal([
      'upgrade sp-lib',
    ]);
    expect(await output("dpkg-query -W -f '${Version}' sp-lib")).to.equal('3.0~bpo1');
    await apply('sp-lib', { version: '2.0', allow_downgrade: true });
    await host.exec(
      "printf 'Package: sp-lib\\nPin: release a=sp-backports\\nPin-Priority: 600\\n' >/etc/apt/preferences.d/sp",
    );
    expect(await apply('sp-lib', { state: 'latest' })).to.deep.equal(['upgrade sp-lib']);
    expect(await failure('sp-tool09', { default_release: 'sp-nowhere' })).to.contain("'sp-nowhere' is invalid");
  });

  it('says what apt could not do in one line', async () => {
    expect(await failure('sp-unmet')).to.equal('sp-unmet : Depends: sp-never-published but it is not installable');
    expect(await failure('sp-gone')).to.match(
      /^could not fetch file:\/srv\/more\/\.\/sp-gone_1\.0_all\.deb: File not found/,
    );
    expect(await failure('sp-corrupt')).to.match(/^could not fetch .*sp-corrupt_1\.0_all\.deb: Hash Sum mismatch/);
    expect(await output('dpkg --audit')).to.equal('');
  });

  it('never waits for an answer of a maintainer script', async () => {
    await apply('sp-asks');
  });

  it('mends what a power cut left behind', async () => {
    await damage('sp-tool11', 'install reinstreq half-installed');
    expect(await apply('sp-tool11')).to.deep.equal(['reinstall sp-tool11']);
    await damage('sp-tool12', 'install ok unpacked');
    expect(await apply('sp-tool12')).to.deep.equal(['complete the installation of sp-tool12']);
    await damage('sp-tool13', 'install reinstreq half-installed');
    expect(await apply('sp-tool13', { state: 'absent' })).to.deep.equal(['remove sp-tool13']);
    await damage('sp-tool14', 'install reinstreq half-installed');
    expect(await apply('sp-tool14', { state: 'purged' })).to.deep.equal(['purge sp-tool14']);
    expect(await output('dpkg --audit')).to.equal('');
  });

  it('tells a dpkg that was killed at its work', async () => {
    expect(await failure('sp-killed')).to.match(/dpkg exited unexpectedly/);
    expect((await problems('sp-killed'))[0]).to.match(/^SP630 /);
    await host.exec('dpkg --configure -a; dpkg --purge --force-all sp-killed');
  });

  it('leaves things as they were when the disk is full', async () => {
    await host.exec('mkdir /usr/share/sp-big; mount -t tmpfs -o size=200k none /usr/share/sp-big');
    expect(await failure('sp-big')).to.contain('No space left on device');
    expect(await output('dpkg --audit; ls /usr/share/sp-big')).to.equal('');
    await host.exec('umount /usr/share/sp-big');
    expect(await apply('sp-big')).to.deep.equal(['install sp-big']);
  });

  it('restores a policy-rc.d that was there, and clears one that a killed run left', async () => {
    const policy = '/usr/sbin/policy-rc.d';
    await host.exec(`printf '#!/bin/sh\\nexit 101\\n# mine\\n' >${policy}; chmod 0755 ${policy}`);
    await apply('sp-web-auto', { start_services: false });
    expect(await output(`cat ${policy}; ls ${policy}*`)).to.equal(`#!/bin/sh\nexit 101\n# mine\n${policy}`);
    await apply('sp-web-auto', { state: 'purged' });
    await host.exec(
      `printf '#!/bin/sh\\n# made by Setpoint for the time of a package change\\nexit 101\\n' >${policy}`,
    );
    await apply('sp-tool15');
    expect(await output(`ls ${policy}*`)).to.equal('');
  });

  it('tells an account without rights that it needs them', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    const reasons: string[] = [];
    for (const [identity, properties] of [
      ['sp-tool16', {}],
      ['dash', { hold: true }],
      ['sp-big', { state: 'absent' }],
    ] as const) {
      const { outcomes, problems: found } = await converge(guest, packageModule, { identity, properties });
      expect(found).to.deep.equal([]);
      reasons.push(...outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.reason : outcome.status)));
    }
    await guest.channel.close();
    const reason = "only root can change packages, and this is guest: set 'sudo: true' for the node or the resource";
    expect(reasons).to.deep.equal([reason, reason, reason]);
  });

  it('gives up on a lock at its deadline, names the holder and leaves the lock', async () => {
    const { operations } = await work('sp-tool17');
    const [operation] = operations;
    if (operation === undefined) throw new Error('nothing to do');
    const script = (operation.action as RunAction).script.replace('sp_patience=300', 'sp_patience=2');
    const holder = host.exec('apt-get install -y -q sp-slow');
    await host.exec('for n in 1 2 3 4 5 6 7 8 9; do pgrep -x dpkg >/dev/null && break; sleep 0.2; done');
    const step = { operation: { ...operation, action: { ...operation.action, script } }, needs: [] };
    const [outcome] = await node.channel.execute([step], {});
    expect(outcome).to.deep.include({ status: 'failed' });
    expect(JSON.stringify(outcome)).to.match(/gave up after 2 s: process \d+ \(apt-get install -y -q sp-slow\) holds/);
    expect(await output('ls /var/lib/dpkg/lock-frontend')).to.equal('/var/lib/dpkg/lock-frontend');
    expect((await holder).code).to.equal(0);
    expect(await apply('sp-tool17')).to.deep.equal(['install sp-tool17']);
  });

  it('counts the age of the lists alike in every time zone', async () => {
    for (const zone of ['Asia/Kathmandu', 'America/St_Johns']) {
      await host.exec(`ln -sf /usr/share/zoneinfo/${zone} /etc/localtime; apt-get update`);
      expect(await apply('sp-big', { state: 'latest', cache_valid_time: 600 }), zone).to.deep.equal([]);
      await host.exec(
        "find /var/lib/apt -exec touch -d '11 minutes ago' {} +; touch -d '1 hour ago' /etc/apt/sources.list.d",
      );
      await host.exec("touch -d '1 hour ago' /etc/apt/sources.list.d/*");
      const { reasons } = await work('sp-tool19', { cache_valid_time: 600 });
      expect(reasons, zone).to.deep.equal(['the package lists are older than 600 s']);
    }
  });

  describe('when a package source is bad', () => {
    const sources: readonly (readonly [string, string, RegExp])[] = [
      [
        'cannot be reached',
        'http://127.0.0.1:9/debian',
        /^could not fetch http:.*: Could not connect to 127\.0\.0\.1:9/,
      ],
      ['has no address', 'http://nowhere.invalid/debian', /^could not fetch http:.*: .*resolv.* 'nowhere\.invalid'/],
      ['has nothing', 'file:/srv/nothing', /^could not fetch file:\/srv\/nothing\/\.\/Packages: File not found/],
    ];
    for (const [what, uri, reason] of sources) {
      it(`says that a source ${what}`, async () => {
        await host.exec(`echo 'deb [trusted=yes] ${uri} ./' >/etc/apt/sources.list.d/bad.list`);
        expect(await failure('sp-tool18')).to.match(reason);
      });
    }

    it('names the line that is malformed', async () => {
      await host.exec("echo 'deb nonsense' >/etc/apt/sources.list.d/bad.list");
      expect(await failure('sp-tool18')).to.match(/^Malformed entry 1 in list file .*bad\.list/);
    });

    it('refuses a source whose Release file has expired', async () => {
      await host.exec('rm /etc/apt/sources.list.d/bad.list');
      const release = ['Date: Thu, 01 Jan 2026 00:00:00 UTC', 'Valid-Until: Fri, 02 Jan 2026 00:00:00 UTC'];
      await makeHostRepository(host, { directory: '/srv/expired', release, packages: [{ name: 'sp-expired' }] });
      expect(await failure('sp-expired')).to.match(/^Release file for file:\/srv\/expired\/\.\/Release is expired/);
      await host.exec('rm /etc/apt/sources.list.d/srv-expired.list');
    });

    it('refuses a source that nobody signed, and installs nothing from it', async () => {
      await makeHostRepository(host, {
        directory: '/srv/unsigned',
        trusted: false,
        packages: [{ name: 'sp-unsigned' }],
      });
      expect(await failure('sp-unsigned')).to.match(
        /^The repository 'file:\/srv\/unsigned \.\/ Release' is not signed/,
      );
      await host.exec('apt-get update --allow-insecure-repositories');
      expect(await failure('sp-unsigned')).to.match(/^There were unauthenticated packages/);
      await host.exec('rm /etc/apt/sources.list.d/srv-unsigned.list; apt-get update');
    });
  });
});
