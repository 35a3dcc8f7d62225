import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { packageActions, shownEdits } from '../../support/package-actions.ts';

fleetSuite('packages of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const versionOf = (name: string) => output(`dpkg-query -W -f '\${db:Status-Abbrev}\${Version}' ${name}`);
  const { plan, apply, failure } = packageActions(() => node);

  it('has nothing to do for a package that is not there and not wanted', async () => {
    expect((await apply('sp-hello', { state: 'absent' })).titles).to.deep.equal([]);
  });

  it('is not misled by programs with the names of other package managers', async () => {
    const fakes =
      '/usr/local/bin/zypper /usr/local/bin/rpm /usr/local/bin/dnf /usr/local/bin/pacman /usr/local/bin/apk';
    await host.exec(
      `for f in ${fakes}; do printf '#!/bin/sh\nexit 1\n' >$f; chmod +x $f; done; mkdir /etc/yum.repos.d`,
    );
    expect((await apply('sp-tool29')).titles).to.deep.equal(['install sp-tool29']);
    expect(await versionOf('sp-tool29')).to.equal('ii 1.0');
    await host.exec(`rm -r ${fakes} /etc/yum.repos.d`);
  });

  it('installs a version, goes up within a pattern, and to the latest', async () => {
    expect((await apply('sp-hello', { version: '1.0' })).titles).to.deep.equal(['install sp-hello=1.0']);
    expect((await apply('sp-hello')).titles).to.deep.equal([]);
    expect((await apply('sp-hello', { version: '1.1*' })).titles).to.deep.equal(['upgrade sp-hello=1.1*']);
    expect(await versionOf('sp-hello')).to.equal('ii 1.1');
    expect((await apply('sp-hello', { state: 'latest' })).edits).to.deep.equal([
      { path: 'version', before: { kind: 'value', value: '1.1' }, after: { kind: 'value', value: '2.0' } },
    ]);
    expect(await versionOf('sp-hello')).to.equal('ii 2.0');
  });

  it('goes back to an older version only when that is allowed', async () => {
    const { problems } = await plan('sp-hello', { version: '1.0' });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP631']);
    const { titles } = await apply('sp-hello', { version: '1.0', allow_downgrade: true });
    expect(titles).to.deep.equal(['downgrade sp-hello=1.0']);
  });

  it('holds a package, refuses to change it, changes it when allowed and keeps the hold', async () => {
    expect((await apply('sp-hello', { hold: true })).titles).to.deep.equal(['hold sp-hello']);
    const { problems } = await plan('sp-hello', { version: '1.1' });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP632']);
    await apply('sp-hello', { version: '1.1', allow_change_held: true });
    expect(await versionOf('sp-hello')).to.equal('hi 1.1');
    await apply('sp-hello', { hold: false });
    expect(await versionOf('sp-hello')).to.equal('ii 1.1');
  });

  it('lists the versions there are when the declared one is missing, after refreshing the lists', async () => {
    const { titles, outcomes } = await plan('sp-hello', { version: '3.0' });
    expect(titles).to.deep.equal(['refresh the package lists', 'upgrade sp-hello=3.0']);
    expect(outcomes[1]).to.include({
      status: 'failed',
      reason: 'the package lists have no version 3.0 of sp-hello, only: 2.0 1.1 1.0',
    });
    expect(await failure('sp-hello', { version: '7.*' })).to.equal(
      'the package lists have no version 7.* of sp-hello, only: 2.0 1.1 1.0',
    );
    expect(await failure('sp-never')).to.equal('the package lists have no package sp-never');
  });

  it('chooses the highest version within bounds, also when only refreshed lists can tell', async () => {
    expect((await apply('sp-hello', { version: '>=1.0 <2.0' })).titles).to.deep.equal([]);
    expect((await apply('sp-hello', { version: '>1.1' })).titles).to.deep.equal(['upgrade sp-hello >1.1']);
    expect((await plan('sp-hello', { version: '<2.0' })).problems.map(({ code }) => code)).to.deep.equal(['SP631']);
    await apply('sp-hello', { version: '<2.0', allow_downgrade: true });
    expect(await versionOf('sp-hello')).to.equal('ii 1.1');
    await apply('sp-hello', { state: 'purged' });
    await host.exec('rm -rf /var/lib/apt/lists/*; rm -f /var/cache/apt/*.bin');
    await apply('sp-hello', { version: '>=1.0 <2.0' });
    expect(await versionOf('sp-hello')).to.equal('ii 1.1');
    expect(await failure('sp-hello', { version: '>7' })).to.equal(
      'the package lists have no version >7 of sp-hello, only: 2.0 1.1 1.0',
    );
  });

  it('upgrades what is installed and leaves out what is not, when it is told to', async () => {
    expect((await apply('sp-tool21', { state: 'latest', only_upgrade: true })).titles).to.deep.equal([]);
    await apply('sp-hello', { version: '1.0', allow_downgrade: true });
    expect((await apply('sp-hello', { version: '1.1', only_upgrade: true })).titles).to.deep.equal([
      'upgrade sp-hello=1.1',
    ]);
  });

  it('plans on a host without package lists, and refreshes them first', async () => {
    await host.exec('rm -rf /var/lib/apt/lists/*; rm -f /var/cache/apt/*.bin');
    const { titles, edits } = await apply('sp-epoch');
    expect(titles).to.deep.equal(['refresh the package lists', 'install sp-epoch']);
    expect(edits[1]?.after).to.deep.equal({
      kind: 'unknown',
      cause: { kind: 'unavailable', what: 'known after refreshing the package lists' },
    });
    expect(await versionOf('sp-epoch')).to.equal('ii 1:0.9~rc1-2+b1');
  });

  it('refreshes lists that are older than their sources', async () => {
    await host.exec('touch /etc/apt/sources.list.d/setpoint.list');
    expect((await apply('sp-tool05')).titles).to.deep.equal(['refresh the package lists', 'install sp-tool05']);
  });

  it('accepts what an installed package provides, and asks which one when there are several', async () => {
    const { problems } = await plan('sp-mta');
    expect(problems.map(({ detail }) => detail)).to.deep.equal([
      'sp-mta is not a package: sp-mail-a, sp-mail-b provide it, and none of them is installed.',
    ]);
    await apply('sp-mail-b');
    expect((await apply('sp-mta')).titles).to.deep.equal([]);
    const removal = await plan('sp-mta', { state: 'absent' });
    expect(removal.problems.map(({ code }) => code)).to.deep.equal(['SP603']);
  });

  it('never removes what was not declared absent', async () => {
    await apply('sp-needs-mail');
    expect(await failure('sp-mail-b', { state: 'absent' })).to.equal(
      'packages that are not declared would be installed in its place: sp-mail-a',
    );
    expect(await failure('sp-mail-b', { state: 'purged' })).to.match(/would be installed in its place: sp-mail-a$/);
    await apply('sp-dep');
    expect(await failure('sp-hello', { state: 'absent' })).to.equal(
      'packages that are not declared absent would be removed too: sp-dep',
    );
    expect(await failure('sp-conflict')).to.match(
      /^packages that are not declared absent would be removed:.* sp-hello/,
    );
    expect(await versionOf('sp-hello')).to.equal('ii 1.1');
  });

  it('fuses what stands side by side into one transaction that swaps a provider under its dependant', async () => {
    const operations = (
      [
        ['sp-mail-b', { state: 'absent' }],
        ['sp-mail-a', {}],
        ['sp-tool03', {}],
        ['sp-hello', { version: '2.0' }],
      ] as const
    ).map(([identity, properties]) => planned(identity, properties));
    const merged = packageModule.merge?.((await Promise.all(operations)).flat());
    expect(merged?.title).to.equal('remove sp-mail-b; install sp-mail-a, sp-tool03; upgrade sp-hello=2.0');
    const [outcome] = merged === undefined ? [] : await node.channel.execute([{ operation: merged, needs: [] }], {});
    expect(outcome?.status, JSON.stringify(outcome)).to.equal('done');
    for (const name of ['sp-mail-a', 'sp-tool03', 'sp-hello', 'sp-needs-mail']) {
      expect(await versionOf(name), name).to.match(/^ii /);
    }
    expect(await output('grep -c "^Start-Date" /var/log/apt/history.log')).to.not.equal('0');
  });

  it('keeps an edited configuration file, replaces it when told to, and purges all of it', async () => {
    await apply('sp-conffile', { version: '1.0' });
    await host.exec('echo edited >/etc/sp-conffile.conf');
    await apply('sp-conffile', { state: 'latest' });
    expect(await output('cat /etc/sp-conffile.conf')).to.equal('edited');
    await apply('sp-conffile', { version: '1.0', allow_downgrade: true });
    await apply('sp-conffile', { state: 'latest', config_files: 'replace' });
    expect(await output('cat /etc/sp-conffile.conf.dpkg-old; grep -c edited /etc/sp-conffile.conf')).to.equal(
      'edited\n0',
    );
    await host.exec('echo edited >/etc/sp-conffile.conf');
    await apply('sp-conffile', { state: 'absent' });
    expect(await output('cat /etc/sp-conffile.conf')).to.equal('edited');
    expect((await apply('sp-conffile', { state: 'purged' })).titles).to.deep.equal(['purge sp-conffile']);
    expect(await output('ls /etc/sp-conffile.conf')).to.equal('');
  });

  it('marks what was installed automatically, so that autoremove does not take it', async () => {
    await apply('sp-tool06');
    await host.exec('apt-mark auto sp-tool06');
    expect((await apply('sp-tool06')).titles).to.deep.equal(['mark as manually installed sp-tool06']);
    expect(await output('apt-mark showmanual sp-tool06')).to.equal('sp-tool06');
  });

  it('takes a pattern of names for all packages that match, also when only refreshed lists can tell', async () => {
    await host.exec('apt-get install -y -q sp-tool11 && apt-mark auto sp-tool11; rm -rf /var/lib/apt/lists/*');
    const installed = await apply('sp-tool1?');
    expect([installed.titles, shownEdits(installed)]).to.deep.equal([
      ['refresh the package lists', 'install sp-tool1?'],
      ['packages those installed → ?'],
    ]);
    await host.exec('apt-get purge -y -q sp-tool10; apt-mark auto sp-tool11');
    expect(shownEdits(await apply('sp-tool1?'))).to.deep.equal(['sp-tool10 - → 1.0', 'sp-tool11 manual false → true']);
    expect((await plan('sp-tool1?', { state: 'purged' })).edits).to.have.lengthOf(10);
    expect((await plan('sp-never*', { state: 'absent' })).titles).to.deep.equal([]);
    expect((await plan('@sp-tool')).problems.map(({ code }) => code)).to.deep.equal(['SP683']);
  });

  it('leaves recommended packages out when told to', async () => {
    await apply('sp-recommends', { install_recommends: false });
    expect(await versionOf('sp-tool01')).to.not.match(/^i/);
  });

  it('keeps services from starting when told to, and takes the block away', async () => {
    await apply('sp-web-auto', { start_services: false });
    expect(await output('systemctl is-active sp-web-auto; ls /usr/sbin/policy-rc.d')).to.equal('inactive');
    await apply('sp-web-auto', { state: 'purged' });
    await apply('sp-web-auto');
    expect(await output('systemctl is-active sp-web-auto')).to.equal('active');
  });

  it('names a package that cannot be configured, and what dpkg was doing when it was interrupted', async () => {
    expect(await failure('sp-broken')).to.match(/^package sp-broken \(--configure\): .*post-installation script/);
    const { edits, titles } = await plan('sp-broken');
    expect(edits[0]).to.deep.include({ path: 'state', before: { kind: 'value', value: 'half-configured' } });
    expect(titles).to.deep.equal(['complete the installation of sp-broken']);
    await host.exec('dpkg --purge --force-all sp-broken');
    await host.exec('touch /var/lib/dpkg/updates/0001');
    const { problems } = await plan('sp-tool07');
    expect(problems.map(({ code, hint }) => [code, hint])).to.deep.equal([['SP630', 'dpkg --configure -a']]);
    await host.exec('rm /var/lib/dpkg/updates/0001');
  });

  it('spares debconf where it lacks apt-utils, and tells every hook that can do something', async () => {
    const hook = '/etc/apt/apt.conf.d/99told';
    const install = async (name: string): Promise<string> => {
      const { outcomes } = await apply(name);
      return JSON.stringify(outcomes);
    };
    expect(await install('sp-tool09'))
      .to.contain('Setting up sp-tool09')
      .and.not.contain('apt-utils');
    await host.exec(`echo 'DPkg::Pre-Install-Pkgs {"cat >>/root/told";};' >${hook}`);
    expect(await install('sp-tool10')).to.contain('apt-utils');
    expect(await output('cat /root/told')).to.contain('sp-tool10');
    await host.exec(`rm ${hook}`);
    await host.exec("printf '#!/bin/sh\necho asked\n' >/usr/bin/apt-extracttemplates");
    await host.exec('chmod 0755 /usr/bin/apt-extracttemplates');
    expect(await install('sp-tool11')).to.not.contain('apt-utils');
    expect(await output('ls -d /var/cache/debconf/tmp.ci')).to.equal('/var/cache/debconf/tmp.ci');
    await host.exec('rm /usr/bin/apt-extracttemplates');
  });

  it('waits for the lock of another package manager and says who holds it', async () => {
    const [operation] = await planned('sp-tool08', {});
    expect(operation).to.not.equal(undefined);
    if (operation === undefined) return;
    const waits: string[] = [];
    const other = host.exec('apt-get install -y -q sp-slow');
    await host.exec('for n in 1 2 3 4 5 6 7 8 9; do pgrep -x dpkg >/dev/null && break; sleep 0.2; done');
    const [outcome] = await node.channel.execute([{ operation, needs: [] }], {
      onWaiting: (_, message) => waits.push(message),
    });
    await other;
    expect(outcome?.status, JSON.stringify(outcome)).to.equal('done');
    expect(waits[0], waits[0]).to.match(
      /^process \d+ \(apt-get install -y -q sp-slow\) holds \/var\/lib\/dpkg\/lock-frontend$/,
    );
    expect((await apply('sp-tool08')).titles).to.deep.equal([]);
  });

  async function planned(identity: string, properties: JsonObject) {
    const state = declareOrThrow(packageModule, { identity, properties });
    const queries = Object.entries(packageModule.queries(state));
    const result = await node.channel.ask(queries.map(([, query]) => ({ query })));
    if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
    const answers = Object.fromEntries(
      queries.map(([name], index) => [name, result.answers[index] ?? { status: 'absent' as const }]),
    );
    const { observed } = packageModule.observe(state, answers);
    return packageModule.operations(state, packageModule.diff(state, observed), observed).operations;
  }
});
