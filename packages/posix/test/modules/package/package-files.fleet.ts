import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { makeHostRepository } from '../../support/host-repository.ts';
import { packageActions } from '../../support/package-actions.ts';

fleetSuite('packages that come from a file', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    await makeHostRepository(host, {
      directory: '/srv/built',
      packages: [
        { name: 'sp-local', version: '1.0', fields: ['Depends: sp-hello'] },
        { name: 'sp-local', version: '1:0.5-2', fields: ['Depends: sp-hello'] },
        { name: 'sp-lonely', version: '1.0', fields: ['Depends: sp-never-published'] },
        { name: 'sp-other', version: '1.0' },
      ],
    });
    await host.exec('rm /etc/apt/sources.list.d/srv-built.list; apt-get update');
  });
  after(() => node.channel.close());

  const { plan, apply, failure, problems } = packageActions(() => node);
  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const versionOf = (name: string) => output(`dpkg-query -W -f '\${db:Status-Abbrev}\${Version}' ${name}`);
  const built = (name: string) => readFileSync(join(host.rootDir, 'srv/built', name));

  it('installs a file of the project with what it needs from the repositories, once', async () => {
    const first = { source: 'files/sp-local_1.0_all.deb' };
    expect((await apply('sp-local', first, built('sp-local_1.0_all.deb'))).titles).to.deep.equal([
      'install sp-local from files/sp-local_1.0_all.deb',
    ]);
    expect(await output('apt-mark showmanual sp-local sp-hello')).to.equal('sp-local');
    const next = { source: 'files/sp-local_1%3a0.5-2_all.deb' };
    expect((await apply('sp-local', next, built('sp-local_1%3a0.5-2_all.deb'))).titles).to.deep.equal([
      'upgrade sp-local from files/sp-local_1%3a0.5-2_all.deb',
    ]);
    expect(await versionOf('sp-local')).to.equal('ii 1:0.5-2');
    expect((await problems('sp-local', first, built('sp-local_1.0_all.deb')))[0]).to.match(/^SP631 /);
    expect(await output('ls -d /tmp/tmp.* 2>/dev/null')).to.equal('');
  });

  it('takes a file of the node by its absolute path, whatever its name is', async () => {
    await host.exec("mkdir '/srv/a b'; cp /srv/built/sp-local_1.0_all.deb '/srv/a b/x'");
    const older = { file: '/srv/a b/x', allow_downgrade: true };
    expect((await apply('sp-local', older)).titles).to.deep.equal(['downgrade sp-local from /srv/a b/x']);
    expect(await versionOf('sp-local')).to.equal('ii 1.0');
    await host.exec("cp /srv/built/sp-local_1%3a0.5-2_all.deb '/srv/a b/x'");
    expect((await apply('sp-local', { file: '/srv/a b/x' })).edits).to.deep.equal([
      { path: 'version', before: { kind: 'value', value: '1.0' }, after: { kind: 'value', value: '1:0.5-2' } },
    ]);
  });

  it('says before anything is changed that a file of the node is missing, is no package, or is another one', async () => {
    await host.exec('echo nonsense >/srv/broken.deb');
    expect(await problems('sp-other', { file: '/srv/nothing.deb' })).to.deep.equal([
      'SP642 There is no file /srv/nothing.deb on the node.',
    ]);
    expect(await problems('sp-other', { file: '/srv/broken.deb' })).to.deep.equal([
      'SP642 apt cannot read /srv/broken.deb as a package.',
    ]);
    expect(await problems('sp-web', { file: '/srv/built/sp-other_1.0_all.deb' })).to.deep.equal([
      'SP642 /srv/built/sp-other_1.0_all.deb holds sp-other 1.0, not sp-web.',
    ]);
    expect(
      await problems('sp-other', { source: 'files/sp-other-1.0-1.noarch.rpm' }, built('sp-other_1.0_all.deb')),
    ).to.deep.equal([
      'SP642 files/sp-other-1.0-1.noarch.rpm is a package for dnf and zypper, and the node keeps its packages with apt.',
    ]);
  });

  it('installs nothing of a file of the project that is damaged, is another package, or needs what there is not', async () => {
    const source = 'files/sp-other_1.0_all.deb';
    expect(await failure('sp-other', { source }, Buffer.from('nonsense'))).to.equal(
      `apt cannot read ${source} as a package`,
    );
    expect(await failure('sp-other', { source }, built('sp-other_1.0_all.deb').subarray(0, 500))).to.match(
      /archive|cannot read/,
    );
    expect(await failure('sp-other', { source }, built('sp-local_1.0_all.deb'))).to.equal(
      `${source} holds sp-local 1.0, not sp-other 1.0`,
    );
    expect(await failure('sp-other', { source, version: '7' }, built('sp-other_1.0_all.deb'))).to.equal(
      `${source} holds sp-other 1.0, not sp-other 7`,
    );
    expect(
      await failure('sp-lonely', { source: 'a/sp-lonely_1.0_all.deb' }, built('sp-lonely_1.0_all.deb')),
    ).to.contain('Depends: sp-never-published');
    expect(await output('dpkg -l sp-other sp-lonely | grep -c ^i')).to.equal('0');
  });

  it('is only asked what a file holds', async () => {
    await host.exec('touch /tmp/before; sleep 0.05');
    await plan('sp-local', { file: '/srv/a b/x' });
    expect(await output('find /tmp /var /etc /srv -newer /tmp/before -type f')).to.equal('');
  });
});
