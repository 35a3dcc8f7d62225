import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { expectFreshLists, expectSwap, expectUpgradeOfAll, importedOf } from '../../support/all-packages.ts';
import { converge, declareOrThrow } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { becomeOther, type OtherManager, otherManagerTimeoutMs } from '../../support/other-manager.ts';
import { packageActions, shownEdits } from '../../support/package-actions.ts';
import { makeRpmRepository, sampleRpms } from '../../support/rpm-repository.ts';

const locks = '/etc/dnf/plugins/versionlock.list';

/** With the places that dnf has elsewhere. */
const dnf: OtherManager = {
  tools: ['dnf', 'rpm', 'createrepo-c', 'dnf-plugins-core'],
  setUp: `mkdir -p /etc/rpm
echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros
rpm --initdb
rm -f /etc/dnf/plugins/local.conf
echo 40 >/etc/dnf/vars/releasever
mkdir -p /etc/yum.repos.d
printf '[local]\\nname=local\\nbaseurl=file:///srv/rpms\\ngpgcheck=0\\n' >/etc/yum.repos.d/local.repo`,
  osRelease: 'ID=fedora\nVERSION_ID=40',
};

/** A group with a package that no repository has, one that nobody sees, and an environment of both. */
const groups = `<comps>
<group><id>sp-web</id><name>SP Web Server</name><packagelist>
<packagereq type="mandatory">sp-set-a</packagereq><packagereq type="default">sp-mail</packagereq>
<packagereq type="optional">sp-dep</packagereq><packagereq type="mandatory">sp-nowhere</packagereq>
</packagelist></group>
<group><id>sp-base</id><name>SP Base</name><uservisible>false</uservisible><packagelist>
<packagereq type="mandatory">sp-set-b</packagereq>
</packagelist></group>
<environment><id>sp-server</id><name>SP Server</name>
<grouplist><groupid>sp-web</groupid><groupid>sp-base</groupid></grouplist></environment>
</comps>`;

fleetSuite('packages of a host that keeps them with dnf', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    this.timeout(otherManagerTimeoutMs);
    await becomeOther(host, dnf);
    await makeRpmRepository(host, { directory: '/srv/rpms', rpms: sampleRpms, groups });
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

  it('is asked what there is without writing anything', async () => {
    await host.exec('touch /tmp/mark; sleep 0.1');
    const declared = declareOrThrow(packageModule, { identity: 'sp-hello', properties: { state: 'latest' } });
    const queries = Object.values(packageModule.queries(declared)).map((query) => ({ query }));
    const result = await node.channel.ask(queries);
    const candidate = result.kind === 'answered' ? result.answers[1] : undefined;
    expect(candidate?.status === 'found' && candidate.value['versions']).to.deep.equal(['2.0-1', '1.1-1', '1.0-1']);
    expect(await output('find /var/log/dnf* /var/cache/dnf /etc /usr -newer /tmp/mark -type f')).to.equal('');
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

  it('chooses the highest version within bounds, also when only refreshed lists can tell', async () => {
    await apply('sp-hello', { version: '>1.0 <2.0' });
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.1-1.noarch');
    await apply('sp-hello', { state: 'absent' });
    await host.exec('dnf clean all');
    expect((await apply('sp-hello', { version: '>=1.0 <1.1' })).titles).to.deep.equal([
      'refresh the package lists',
      'install sp-hello >=1.0 <1.1',
    ]);
    expect(await output('rpm -q sp-hello')).to.equal('sp-hello-1.0-1.noarch');
  });

  it('holds a package by a version lock, and refuses to change it', async () => {
    expect((await apply('sp-hello', { hold: true })).titles).to.deep.equal(['hold sp-hello']);
    expect(await output(`grep -c '^sp-hello-' ${locks}`)).not.to.equal('0');
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

  it('installs a group or an environment by the packages that the plan names, and one that is missing', async () => {
    await host.exec('rpm -e sp-mail');
    const installed = await apply('@SP Web Server');
    expect([installed.titles, shownEdits(installed)]).to.deep.equal([
      ['install sp-mail, sp-set-a'],
      ['sp-mail - → 1.0-1', 'sp-set-a - → 1.0-1'],
    ]);
    expect((await plan('@^sp-server')).titles).to.deep.equal(['install sp-set-b']);
  });

  it('takes a pattern of names for all packages that match, also when only refreshed lists can tell', async () => {
    await host.exec('dnf clean all; rpm -e sp-set-b');
    const installed = await apply('sp-set-*');
    expect([installed.titles, shownEdits(installed)]).to.deep.equal([
      ['refresh the package lists', 'install sp-set-*'],
      ['packages those installed → ?'],
    ]);
    expect((await plan('sp-set-*', { state: 'absent' })).titles).to.deep.equal(['remove sp-set-a, sp-set-b']);
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
    expect(await failure('sp-hello', { version: '7.0' })).to.contain('sp-hello-7.0');
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

  it('adds a repository after its lists could be fetched, and takes it away', async () => {
    await host.exec('mkdir -p /srv/more && cp /srv/rpms/sp-mail-1.0.rpm /srv/more/ && createrepo_c -q /srv/more');
    const more = (properties: JsonObject) => converge(node, repository, { identity: 'more', properties });
    const nowhere = await more({ uris: 'file:///srv/nowhere', trusted: true });
    expect(nowhere.outcomes[0]).to.include({ status: 'failed' });
    expect(JSON.stringify(nowhere.outcomes[0])).to.contain("repo 'more'");
    expect(await output('ls /etc/yum.repos.d')).to.equal('local.repo');
    const added = await more({ uris: 'file:///srv/more', trusted: true, fields: { priority: 9 } });
    expect(added.outcomes.map(({ status }) => status)).to.deep.equal(['done', 'done']);
    expect([added.remaining, added.predicted]).to.deep.equal([[], []]);
    expect(await output('dnf -q -C repoquery --repo more --qf "%{name}"')).to.equal('sp-mail');
    const removed = await more({ state: 'absent' });
    expect(removed.titles).to.deep.equal(['remove /etc/yum.repos.d/more.repo']);
    expect(removed.remaining).to.deep.equal([]);
  });

  it('puts one provider in the place of another below what needs it, and removes nothing else', async () => {
    await expectSwap(host, node, 'dnf -y -q install');
    await host.exec('rpm -e sp-needs-post sp-post2 sp-dep sp-hello');
  });

  it('upgrades all packages with what they bring, replace and leave, as the plan names it', async () => {
    await apply('sp-hello', { version: '1.0' });
    const install = 'dnf -q makecache --refresh && dnf -q -y install sp-app-1.0 sp-old';
    await expectUpgradeOfAll(host, node, { directory: '/srv/rpms', install });
    await expectFreshLists(node);
  });

  it('is imported with what somebody asked for, and a plan right after has nothing to do', async () => {
    await apply('sp-mail', { hold: true });
    await host.exec('touch /tmp/mark; sleep 0.1');
    const lines = await importedOf(node, packageModule);
    expect(lines).to.include.members(['sp-Camel_case {}', 'sp-app {}', 'sp-mail {"hold":true}']);
    expect(lines.filter((line) => !/^sp-[\w-]+ \{.*\}$/.test(line) || /^sp-(?:base|new)/.test(line))).to.deep.equal([]);
    expect((await importedOf(node, repository)).filter((line) => !line.startsWith('#'))).to.deep.equal([
      'local {"uris":"file:///srv/rpms","trusted":true}',
    ]);
    expect(await output('find /var/log/dnf* /var/cache/dnf -newer /tmp/mark -type f')).to.equal('');
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    expect(await importedOf(guest, packageModule)).to.deep.equal([
      '# Not listed: cannot be told: only root can ask the package manager for it.',
    ]);
    await guest.channel.close();
  });

  it('refuses what only apt can do', async () => {
    const { problems } = await plan('sp-dep', {
      default_release: 'stable',
      start_services: false,
      config_files: 'replace',
    });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP683', 'SP683', 'SP683']);
  });
});
