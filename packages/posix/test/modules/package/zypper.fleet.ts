import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { expectFreshLists, expectSwap, expectUpgradeOfAll, importedOf } from '../../support/all-packages.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { becomeOther, type OtherManager, otherManagerTimeoutMs } from '../../support/other-manager.ts';
import { packageActions, shownEdits } from '../../support/package-actions.ts';
import { makeRpmRepository, sampleRpms } from '../../support/rpm-repository.ts';

const zypper: OtherManager = {
  tools: ['zypper', 'rpm', 'createrepo-c'],
  setUp: `mkdir -p /etc/rpm /etc/zypp/repos.d
echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros
rpm --initdb
printf '[local]\\nname=local\\nbaseurl=file:///srv/rpms\\ngpgcheck=0\\nenabled=1\\n' >/etc/zypp/repos.d/local.repo`,
  osRelease: 'ID="opensuse-leap"\nID_LIKE="suse opensuse"',
};

fleetSuite('packages of a host that keeps them with zypper', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    this.timeout(otherManagerTimeoutMs);
    await becomeOther(host, zypper);
    await makeRpmRepository(host, { directory: '/srv/rpms', rpms: sampleRpms });
    await makeRpmRepository(host, {
      directory: '/srv/local',
      rpms: ['1.0', '2.0'].map((version) => ({ name: 'sp-local', version })),
    });
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const { plan, apply, failure, problems } = packageActions(() => node);

  it('fetches the lists and installs, whatever other manager is there too', async () => {
    expect((await apply('sp-hello', { version: '1.0' })).titles).to.deep.equal([
      'refresh the package lists',
      'install sp-hello=1.0',
    ]);
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.0-1.noarch');
    expect((await apply('sp-hello')).titles).to.deep.equal([]);
  });

  it('goes up within a pattern, to the latest, and back only when that is allowed', async () => {
    expect((await apply('sp-hello', { version: '1.1*' })).titles).to.deep.equal(['upgrade sp-hello=1.1*']);
    expect((await apply('sp-hello', { state: 'latest' })).edits).to.deep.equal([
      { path: 'version', before: { kind: 'value', value: '1.1-1' }, after: { kind: 'value', value: '2.0-1' } },
    ]);
    expect((await plan('sp-hello', { version: '1.0' })).problems.map(({ code }) => code)).to.deep.equal(['SP631']);
    await apply('sp-hello', { version: '1.0-1', allow_downgrade: true });
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.0-1.noarch');
  });

  it('holds a package by a lock, and refuses to change it', async () => {
    expect((await apply('sp-hello', { hold: true })).titles).to.deep.equal(['hold sp-hello']);
    expect(await output('grep -c sp-hello /etc/zypp/locks')).to.equal('1');
    expect((await plan('sp-hello', { version: '2.0' })).problems.map(({ code }) => code)).to.deep.equal(['SP632']);
    await apply('sp-hello', { hold: false });
  });

  it('takes names as they are there, and names that a package provides', async () => {
    await apply('sp-Camel_case');
    await apply('sp-mta');
    expect((await apply('sp-mta')).titles).to.deep.equal([]);
  });

  it('takes the path of a file and what rpm knows of a package, and asks which where several provide it', async () => {
    const installed = await apply('/usr/bin/sp-edit');
    expect([installed.titles, shownEdits(installed)]).to.deep.equal([
      ['install sp-editor'],
      ['state - → present', 'provider - → sp-editor'],
    ]);
    expect((await plan('perl(SP::Edit)')).titles).to.deep.equal([]);
    expect(await problems('sp-post')).to.deep.equal([
      'SP604 sp-post is not a package: sp-post1, sp-post2 provide it, and none of them is installed.',
    ]);
  });

  it('installs a pattern by the package that holds it', async () => {
    expect((await apply('pattern:sp_web')).titles).to.deep.equal(['install sp-patterns']);
    expect(await output('rpm -q sp-set-a')).to.equal('sp-set-a-1.0-1.noarch');
    expect((await problems('@sp_web'))[0]).to.contain('SP683');
  });

  it('takes a pattern of names for all packages that match', async () => {
    const installed = await apply('sp-set-*');
    expect([installed.titles, shownEdits(installed)]).to.deep.equal([['install sp-set-b'], ['sp-set-b - → 1.0-1']]);
    await host.exec('rpm -e sp-patterns');
    expect((await plan('sp-set-*', { state: 'absent' })).titles).to.deep.equal(['remove sp-set-a, sp-set-b']);
  });

  it('chooses the highest version within bounds, also when only refreshed lists can tell', async () => {
    await apply('sp-hello', { version: '>1.0 <2.0' });
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.1-1.noarch');
    await apply('sp-hello', { state: 'absent' });
    await host.exec('rm -rf /var/cache/zypp/*');
    expect((await apply('sp-hello', { version: '>=1.0 <1.1' })).titles).to.deep.equal([
      'refresh the package lists',
      'install sp-hello >=1.0 <1.1',
    ]);
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.0-1.noarch');
  });

  it('installs a file of the project or of the node', async () => {
    const rpm = readFileSync(join(host.rootDir, 'srv/local/sp-local-1.0.rpm'));
    const source = 'files/sp-local-1.0-1.noarch.rpm';
    expect((await apply('sp-local', { source }, rpm)).titles).to.deep.equal([`install sp-local from ${source}`]);
    await apply('sp-local', { file: '/srv/local/sp-local-2.0.rpm' });
    expect(await output('rpm -q sp-local')).to.equal('sp-local-2.0-1.noarch');
    await apply('sp-local', { source, allow_downgrade: true }, rpm);
    expect(await failure('sp-other', { source: 'files/sp-other-1.0-1.noarch.rpm' }, rpm)).to.equal(
      'files/sp-other-1.0-1.noarch.rpm holds sp-local 1.0-1, not sp-other 1.0-1',
    );
    await apply('sp-local', { state: 'absent' });
  });

  it('says what is not there', async () => {
    expect(await failure('sp-never')).to.equal('the repositories have no package sp-never');
    expect(await failure('sp-hello', { version: '7.0' })).to.contain('sp-hello');
  });

  it('removes, but nothing that was not declared', async () => {
    await apply('sp-dep');
    expect(await failure('sp-hello', { state: 'absent' })).to.equal(
      'packages that are not declared absent would be removed too: sp-dep-1.0-1.noarch',
    );
    await apply('sp-dep', { state: 'absent' });
    await apply('sp-hello', { state: 'purged' });
    expect(await output('rpm -qa "sp-hello"')).to.equal('');
  });

  it('puts one provider in the place of another below what needs it, and removes nothing else', async () => {
    await expectSwap(host, node, 'zypper --non-interactive --quiet install');
    await host.exec('rpm -e sp-needs-post sp-post2 sp-dep sp-hello');
  });

  it('upgrades all packages with what they bring, replace and leave, as the plan names it', async () => {
    await apply('sp-hello', { version: '1.0' });
    const install =
      'zypper --non-interactive --quiet refresh && zypper --non-interactive --quiet install sp-app=1.0 sp-old';
    await expectUpgradeOfAll(host, node, { directory: '/srv/rpms', install });
    await expectFreshLists(node);
  });

  it('is imported with what somebody asked for, and a plan right after has nothing to do', async () => {
    await apply('sp-mail', { hold: true });
    const lines = await importedOf(node, packageModule);
    expect(lines).to.include.members(['sp-Camel_case {}', 'sp-app {}', 'sp-mail {"hold":true}']);
    expect(lines.filter((line) => !/^sp-[\w-]+ \{.*\}$/.test(line) || /^sp-(?:base|new)/.test(line))).to.deep.equal([]);
    expect((await importedOf(node, repository)).filter((line) => !line.startsWith('#'))).to.deep.equal([
      'local {"manager":"zypper","uris":"file:///srv/rpms","trusted":true}',
    ]);
  });

  it('refuses what only apt can do', async () => {
    const { problems } = await plan('sp-dep', { default_release: 'stable', start_services: false });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP683', 'SP683']);
  });
});
