import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { block } from '../../../src/modules/block/index.ts';
import { file } from '../../../src/modules/file/index.ts';
import { ini } from '../../../src/modules/ini/index.ts';
import { packageModule } from '../../../src/modules/package/index.ts';
import { packages } from '../../../src/modules/packages/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { expectFreshLists, importedOf } from '../../support/all-packages.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { becomeOther, type OtherManager, otherManagerTimeoutMs } from '../../support/other-manager.ts';
import { expectDone, packageActions, shownEdits } from '../../support/package-actions.ts';

/** A shell function that makes a package by hand. */
const makePackage = `make() { # name version further-lines
  rm -rf /tmp/made; mkdir /tmp/made; cd /tmp/made
  printf 'pkgname = %s\\npkgver = %s-1\\npkgdesc = Test\\nurl = x\\nbuilddate = 1700000000\\npackager = x\\nsize = 1\\narch = any\\n' "$1" "$2" >.PKGINFO
  printf '%b' "$3" >>.PKGINFO
  mkdir -p usr/share etc/profile.d && echo "$1 $2" >usr/share/$1 && echo "$1" >etc/profile.d/$1.sh
  bsdtar -czf .MTREE --format=mtree --options='!all,use-set,type,uid,gid,mode,time,size,md5,sha256,link' .PKGINFO usr etc
  bsdtar -cf - .PKGINFO .MTREE usr etc | zstd -q >/srv/arch/$1-$2-1-any.pkg.tar.zst
  cd /srv/arch
}`;

/** With a repository of packages that are made by hand. */
const pacman: OtherManager = {
  tools: ['pacman-package-manager', 'makepkg', 'libarchive-tools', 'zstd'],
  osRelease: 'ID=manjaro\nID_LIKE="arch"',
  setUp: `mkdir -p /srv/arch /var/lib/pacman/sync /var/lib/pacman/local
cd /srv/arch
${makePackage}
make sp-hello 1.0 'backup = etc/profile.d/sp-hello.sh\\n'
make sp-dep 1.0 'depend = sp-hello\\n'
make sp-mail 1.0 'provides = sp-mta\\n'
make sp-old 1.0 ''
make sp-base 1.0 ''
make sp-lib 1.0 'depend = sp-base\\n'
make sp-app 1.0 'depend = sp-lib\\n'
make sp-post1 1.0 'provides = sp-post\\n'
make sp-post2 1.0 'provides = sp-post=2\\n'
make sp-set-a 1.0 'group = sp-web\\n'
make sp-set-b 1.0 'group = sp-web\\n'
repo-add -q extra.db.tar.gz *.zst
printf '[options]\\nArchitecture = auto\\nSigLevel = Never\\nLocalFileSigLevel = Never\\n[extra]\\nServer = file:///srv/arch\\n' >/etc/pacman.conf`,
};

/** A new version that needs another package and takes the place of a third one. */
const newerApp = `cd /srv/arch
${makePackage}
make sp-new 1.0 ''
make sp-app 2.0 'depend = sp-new\\nconflict = sp-old\\nreplaces = sp-old\\n'
repo-remove -q extra.db.tar.gz sp-old
repo-add -q extra.db.tar.gz sp-new-1.0* sp-app-2.0*
pacman -Syy`;

fleetSuite('packages of a host that keeps them with pacman', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    this.timeout(otherManagerTimeoutMs);
    await becomeOther(host, pacman);
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const { plan, apply, failure, problems } = packageActions(() => node);

  it('fetches the lists and installs with what is needed, and marks what was needed only', async () => {
    expect((await apply('sp-dep')).titles).to.deep.equal(['refresh the package lists', 'install sp-dep']);
    expect(await output('pacman -Q')).to.equal('sp-dep 1.0-1\nsp-hello 1.0-1');
    expect((await apply('sp-hello')).titles).to.deep.equal(['mark as manually installed sp-hello']);
  });

  it('goes up to the latest', async () => {
    await host.exec(
      `cd /srv/arch && rm -rf /tmp/made && mkdir /tmp/made && cd /tmp/made && bsdtar -xf /srv/arch/sp-hello-1.0-1-any.pkg.tar.zst && sed -i 's/1.0-1/1.1-1/' .PKGINFO && bsdtar -cf - .PKGINFO .MTREE usr etc | zstd -q >/srv/arch/sp-hello-1.1-1-any.pkg.tar.zst && cd /srv/arch && repo-add -q extra.db.tar.gz sp-hello-1.1-1-any.pkg.tar.zst && pacman -Syy`,
    );
    expect((await apply('sp-hello', { state: 'latest' })).titles).to.deep.equal(['upgrade sp-hello']);
    expect(await output('pacman -Q sp-hello')).to.equal('sp-hello 1.1-1');
  });

  it('upgrades all packages and removes those that nothing needs, as the plan names them', async () => {
    await host.exec(
      'cd /srv/arch && repo-remove -q extra.db.tar.gz sp-hello && repo-add -q extra.db.tar.gz sp-hello-1.0-1-any.pkg.tar.zst && pacman -Syy && pacman -S --noconfirm sp-hello && repo-add -q extra.db.tar.gz sp-hello-1.1-1-any.pkg.tar.zst && pacman -Syy',
    );
    const all = (properties: JsonObject) => converge(node, packages, { identity: 'all', properties });
    const upgraded = await all({ upgrade: 'full' });
    expectDone(upgraded);
    expect(shownEdits(upgraded)).to.deep.equal(['sp-hello 1.0-1 → 1.1-1']);
    await host.exec('pacman -S --noconfirm sp-mail && pacman -D --asdeps sp-mail');
    const removed = await all({ upgrade: 'full', unneeded: 'removed' });
    expectDone(removed);
    expect(shownEdits(removed)).to.deep.equal(['sp-mail 1.0-1 → -']);
    await expectFreshLists(node);
  });

  it('names what an upgrade brings and replaces, and removes what it leaves with all that only this needs', async () => {
    await host.exec('pacman -S --noconfirm sp-app sp-old');
    await host.exec(newerApp);
    const all = { identity: 'all', properties: { upgrade: 'full', unneeded: 'removed' } };
    const result = await converge(node, packages, all);
    expectDone(result);
    expect(shownEdits(result)).to.deep.equal(['sp-app 1.0-1 → 2.0-1', 'sp-new - → 1.0-1', 'sp-old 1.0-1 → -']);
    expect((await converge(node, packages, all)).titles).to.deep.equal([]);
    expect(await output('pacman -Qq')).to.equal('sp-app\nsp-dep\nsp-hello\nsp-new');
    await host.exec('pacman -S --noconfirm sp-lib && pacman -D --asdeps sp-lib');
    const unneeded = await converge(node, packages, { identity: 'all', properties: { unneeded: 'removed' } });
    expectDone(unneeded);
    expect(shownEdits(unneeded)).to.deep.equal(['sp-base 1.0-1 → -', 'sp-lib 1.0-1 → -']);
  });

  it('is imported with what somebody asked for, and a plan right after has nothing to do', async () => {
    await host.exec("sed -i 's/^Architecture/IgnorePkg = sp-app\\n&/' /etc/pacman.conf");
    const lines = await importedOf(node, packageModule);
    expect(lines).to.include.members(['sp-app {"hold":true}', 'sp-dep {}']);
    expect(lines.filter((line) => line.startsWith('sp-new') || !line.endsWith('}'))).to.deep.equal([]);
    await host.exec(
      'sed -i /IgnorePkg/d /etc/pacman.conf; echo changed >/etc/profile.d/sp-hello.sh; echo >/etc/profile.d/own.sh',
    );
    const files = (await importedOf(node, file)).filter((line) => line.startsWith('/etc/profile.d/'));
    expect(files.map((line) => line.split(' ')[0])).to.deep.equal([
      '/etc/profile.d/sp-hello.sh',
      '/etc/profile.d/own.sh',
    ]);
  });

  it('removes, but nothing that was not declared, and takes what a package provides', async () => {
    expect(await failure('sp-hello', { state: 'absent' })).to.contain('sp-dep');
    await apply('sp-dep', { state: 'absent' });
    await apply('sp-hello', { state: 'absent' });
    expect((await apply('sp-mail')).titles).to.deep.equal(['install sp-mail']);
    expect((await apply('sp-mta')).titles).to.deep.equal([]);
  });

  it('asks which package is meant where several provide it', async () => {
    expect(await problems('sp-post')).to.deep.equal([
      'SP604 sp-post is not a package: sp-post1, sp-post2 provide it, and none of them is installed.',
    ]);
    expect((await problems('/usr/bin/sp-mail'))[0]).to.contain(
      'SP604 Only dnf and zypper find a package by what it holds',
    );
  });

  it('installs a group by the packages that the plan names, and one that is missing', async () => {
    expect(await problems('sp-web')).to.deep.equal(['SP604 sp-web is a group of packages, not a package.']);
    await host.exec('rm /var/lib/pacman/sync/*');
    expect(await failure('sp-web')).to.equal('sp-web is a group of packages, not a package: declare @sp-web');
    expect(shownEdits(await apply('@sp-web'))).to.deep.equal(['sp-set-a - → 1.0-1', 'sp-set-b - → 1.0-1']);
    await host.exec('pacman -R --noconfirm sp-set-a');
    expect((await apply('@sp-web')).titles).to.deep.equal(['install sp-set-a']);
    expect((await apply('@sp-web', { state: 'absent' })).titles).to.deep.equal(['remove sp-set-a, sp-set-b']);
    expect(await failure('@sp-never')).to.equal('the repositories have no packages for @sp-never');
  });

  it('takes a pattern of names for all packages that match', async () => {
    expect((await apply('sp-set-*')).titles).to.deep.equal(['install sp-set-a, sp-set-b']);
    expect((await plan('sp-set-*', { state: 'purged' })).titles).to.deep.equal(['purge sp-set-a, sp-set-b']);
    expect((await plan('sp-never*', { state: 'absent' })).titles).to.deep.equal([]);
  });

  it('installs a file of the project or of the node', async () => {
    const file = 'sp-mail-1.0-1-any.pkg.tar.zst';
    const bytes = readFileSync(join(host.rootDir, 'srv/arch', file));
    await apply('sp-mail', { state: 'absent' });
    await apply('sp-mail', { source: `files/${file}` }, bytes);
    await apply('sp-mail', { state: 'absent' });
    expect((await apply('sp-mail', { file: `/srv/arch/${file}` })).titles).to.deep.equal([
      `install sp-mail from /srv/arch/${file}`,
    ]);
    expect((await problems('sp-other', { file: `/srv/arch/${file}` }))[0]).to.contain('holds sp-mail 1.0-1');
  });

  it('takes the sections of its configuration from blocks, and keys that stand alone', async () => {
    const text =
      '[custom]\nSigLevel = Optional TrustAll\nServer = file:///srv/arch/b\nServer = https://example.com/$repo\n';
    for (const [module, identity, properties] of [
      [block, '/etc/pacman.conf#custom', { text, check: 'pacman-conf --repo custom' }],
      [ini, '/etc/pacman.conf', { section: 'options', key: 'Color' }],
    ] as const) {
      const { outcomes, remaining } = await converge(node, module, { identity, properties });
      expect([outcomes.map(({ status }) => status), remaining]).to.deep.equal([['done'], []]);
    }
    expect(await output('pacman-conf Color; pacman-conf --repo custom Server')).to.equal(
      'Color\nfile:///srv/arch/b\nhttps://example.com/custom',
    );
    const custom = { identity: 'custom', properties: { uris: 'https://example.com', trusted: true } };
    const { problems: refused } = await converge(node, repository, custom);
    expect(refused.map(({ code, hint }) => `${code} ${hint}`)).to.deep.equal([
      'SP680 declare its section with `block: /etc/pacman.conf#NAME`',
    ]);
    expect(await failure('sp-never')).to.match(/^failed retrieving file 'custom.db'/);
    await host.exec("sed -i '/^# BEGIN/,/^# END/d' /etc/pacman.conf");
  });

  it('says what is not there, and what it cannot do', async () => {
    expect(await failure('sp-never')).to.equal('the repositories have no package sp-never');
    const { problems } = await plan('sp-hello', { version: '1.0', hold: true });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP683', 'SP683']);
  });

  it('waits for the lock and says so', async () => {
    await host.exec('touch /var/lib/pacman/db.lck; (sleep 2; rm /var/lib/pacman/db.lck) >/dev/null 2>&1 &');
    await apply('sp-hello');
  });
});
