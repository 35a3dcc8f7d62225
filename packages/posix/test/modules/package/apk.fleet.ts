import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { file } from '../../../src/modules/file/index.ts';
import { packageModule } from '../../../src/modules/package/index.ts';
import { packages } from '../../../src/modules/packages/index.ts';
import { importedOf } from '../../support/all-packages.ts';
import { type Apk, apkPath, becomeAlpine, makeApkKey, makeApkRepository } from '../../support/apk-repository.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { expectDone, packageActions, shownEdits } from '../../support/package-actions.ts';

const key = makeApkKey('sp.rsa.pub');

const apks: readonly Apk[] = [
  { name: 'sp-hello', version: '1.0-r0' },
  { name: 'sp-hello', version: '1.1-r2', lines: ['provides = cmd:sp-hello=1.1-r2'] },
  { name: 'sp-hello', version: '2.0_rc1-r0' },
  { name: 'sp-hello', version: '2.0-r0', lines: ['provides = cmd:sp-hello=2.0-r0'] },
  { name: 'sp-dep', version: '1.0-r0', lines: ['depend = sp-hello>=1.1'] },
  { name: 'sp-mail', version: '1.0-r0', lines: ['provides = sp-mta', 'provides = so:libspmail.so.1=1.0'] },
  { name: 'sp-post', version: '1.0-r0', lines: ['provides = sp-mta'] },
  { name: 'sp-only', version: '1.0-r0', lines: ['provides = sp-virtual'] },
  { name: 'sp-foe', version: '1.0-r0', lines: ['depend = !sp-mail'] },
  { name: 'sp-conf', version: '1.0-r0', files: { 'etc/sp-conf': 'a=1\n' } },
  { name: 'sp-fail', version: '1.0-r0', postInstall: '[ -e /ok ]' },
];

fleetSuite('packages of a host that keeps them with apk', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    if (apkPath === undefined) return this.skip();
    this.timeout(60_000);
    await becomeAlpine(host, apkPath);
    await makeApkRepository(host, { directory: '/srv/apks', apks, key });
    await makeApkRepository(host, { directory: '/srv/edge', apks: [{ name: 'sp-hello', version: '3.0-r0' }], key });
    await makeApkRepository(host, { directory: '/srv/files', apks: [{ name: 'sp-file', version: '1.0-r0' }], key });
    writeFileSync(join(host.rootDir, 'etc/apk/keys', key.name), key.publicKey);
    writeFileSync(join(host.rootDir, 'etc/apk/repositories'), 'http://127.0.0.1:8099/apks\n@edge /srv/edge\n');
    await host.exec('busybox httpd -p 127.0.0.1:8099 -h /srv');
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const world = () => output('sort /etc/apk/world | paste -s -d " " -');
  const { plan, apply, failure, problems } = packageActions(() => node);

  it('fetches the lists and installs a version, which the world does not keep', async () => {
    expect((await apply('sp-hello', { version: '1.0' })).titles).to.deep.equal([
      'refresh the package lists',
      'install sp-hello=1.0',
    ]);
    expect(await output('apk info -v')).to.equal('sp-hello-1.0-r0');
    expect(await world()).to.equal('sp-hello');
  });

  it('goes up within a pattern, within bounds, to the latest, and back only when that is allowed', async () => {
    expect((await apply('sp-hello', { version: '1.*' })).titles).to.deep.equal([]);
    expect((await apply('sp-hello', { version: '>=1.1 <2' })).edits).to.deep.equal([
      { path: 'version', before: { kind: 'value', value: '1.0-r0' }, after: { kind: 'value', value: '1.1-r2' } },
    ]);
    expect((await apply('sp-hello', { state: 'latest' })).edits).to.deep.equal([
      { path: 'version', before: { kind: 'value', value: '1.1-r2' }, after: { kind: 'value', value: '2.0-r0' } },
    ]);
    expect((await problems('sp-hello', { version: '1.1-r2' })).map((each) => each.slice(0, 5))).to.deep.equal([
      'SP631',
    ]);
    await apply('sp-hello', { version: '1.1-r2', allow_downgrade: true });
    expect(await world()).to.equal('sp-hello');
  });

  it('holds a package by its version in the world, and refuses to change it', async () => {
    expect((await apply('sp-hello', { hold: true })).titles).to.deep.equal(['hold sp-hello']);
    expect(await world()).to.equal('sp-hello=1.1-r2');
    expect((await plan('sp-hello', { state: 'latest' })).problems.map(({ code }) => code)).to.deep.equal(['SP632']);
    await apply('sp-hello', { state: 'latest', allow_change_held: true });
    expect(await world()).to.equal('sp-hello=2.0-r0');
    await apply('sp-hello', { hold: false });
    expect(await world()).to.equal('sp-hello');
  });

  it('marks what only another package needs, and removes nothing that was not declared', async () => {
    await apply('sp-hello', { state: 'absent' });
    expect(await world()).to.equal('');
    await apply('sp-dep');
    expect((await apply('sp-hello')).titles).to.deep.equal(['mark as manually installed sp-hello']);
    expect(await world()).to.equal('sp-dep sp-hello');
    expect(await failure('sp-hello', { state: 'absent' })).to.equal(
      'packages that are not declared absent would be removed too: sp-dep-1.0-r0',
    );
    expect(await world()).to.equal('sp-dep sp-hello');
    await apply('sp-dep', { state: 'absent' });
    expect(await world()).to.equal('sp-hello');
  });

  it('takes what a package provides, and asks which where several do', async () => {
    expect((await apply('sp-virtual')).titles).to.deep.equal(['install sp-only']);
    expect((await apply('cmd:sp-hello')).titles).to.deep.equal([]);
    expect(await problems('sp-mta')).to.deep.equal([
      'SP604 sp-mta is not a package: sp-mail, sp-post provide it, and none of them is installed.',
    ]);
    await apply('so:libspmail.so.1');
    expect((await apply('sp-mta')).titles).to.deep.equal([]);
  });

  it('takes a package of a repository with a tag only where the tag is declared', async () => {
    expect((await apply('sp-hello', { state: 'latest' })).titles).to.deep.equal([]);
    await apply('sp-hello', { state: 'latest', default_release: 'edge' });
    expect(await output('apk info -v sp-hello | head -n 1; apk info -v | grep hello')).to.contain('sp-hello-3.0-r0');
    expect(await output('grep sp-hello /etc/apk/world')).to.equal('sp-hello@edge');
    expect((await apply('sp-hello', { state: 'latest' })).titles).to.deep.equal([]);
  });

  it('says what is not there and what does not go together', async () => {
    const before = await world();
    expect(await failure('sp-never')).to.equal('the repositories have no package sp-never');
    expect(await failure('sp-only', { version: '7.0-r0' })).to.equal(
      'the repositories have no version 7.0-r0 of sp-only, only: 1.0-r0',
    );
    expect(await failure('sp-only', { version: '7.0' })).to.equal(
      'the repositories have no version 7.0 of sp-only, only: 1.0-r0',
    );
    expect(await failure('sp-foe')).to.equal('sp-mail-1.0-r0 breaks sp-foe-1.0-r0[!sp-mail]');
    expect(await world()).to.equal(before);
  });

  it('leaves changed configuration when a package goes, and takes it when it is purged', async () => {
    const change = 'echo a=2 >/etc/sp-conf';
    await apply('sp-conf');
    await host.exec(change);
    await apply('sp-conf', { state: 'purged' });
    expect(await output('ls /etc/sp-conf 2>/dev/null')).to.equal('');
    await apply('sp-conf');
    await host.exec(change);
    await apply('sp-conf', { state: 'absent' });
    expect(await output('cat /etc/sp-conf')).to.equal('a=2');
    await apply('sp-conf');
    await host.exec(`${change}; mkdir -p /etc/profile.d; echo >/etc/profile.d/own.sh`);
    const lines = await importedOf(node, file);
    expect(lines.map((line) => line.split(' ')[0])).to.include.members(['/etc/sp-conf', '/etc/profile.d/own.sh']);
    await apply('sp-conf', { state: 'absent' });
  });

  it('takes a package out of a file, once, and only one that is signed with a key of the node', async () => {
    const file = `/srv/files/$(apk --print-arch)/sp-file-1.0-r0.apk`;
    const path = await output(`echo ${file}`);
    expect((await apply('sp-file', { file: path })).titles).to.deep.equal([`install sp-file from ${path}`]);
    expect(await output('grep sp-file /etc/apk/world')).to.equal('sp-file');
    await apply('sp-file', { state: 'absent' });
    await host.exec(`mv /etc/apk/keys/${key.name} /root`);
    expect(await failure('sp-file', { file: path })).to.match(
      /sp-file\.apk is signed with a key that the node does not trust$/,
    );
    await host.exec(`mv /root/${key.name} /etc/apk/keys`);
    expect((await problems('sp-never', { file: path }))[0]).to.contain('holds sp-file 1.0-r0, not sp-never');
  });

  it('repairs a package whose script failed, and minds no other one that is broken', async () => {
    expect(await failure('sp-fail')).to.contain('exited with error 1');
    await apply('sp-post');
    await host.exec('touch /ok');
    expect((await apply('sp-fail')).titles).to.deep.equal(['reinstall sp-fail']);
    await apply('sp-fail', { state: 'absent' });
  });

  it('leaves lines of the world that others wrote as they are', async () => {
    writeFileSync(join(host.rootDir, 'etc/apk/world'), '!sp-never\nsp-hello>=1.1\nsp-only~1\n');
    await apply('sp-dep');
    expect(await world()).to.equal('!sp-never sp-dep sp-hello>=1.1 sp-only~1');
    expect((await plan('sp-only', { state: 'absent' })).problems.map(({ code }) => code)).to.deep.equal(['SP632']);
    expect(await importedOf(node, packageModule)).to.deep.equal(['sp-dep {}', 'sp-hello {}', 'sp-only {"hold":true}']);
  });

  it('brings all packages up to date, also beside one that is broken, except what the world holds back', async () => {
    await host.exec(
      "printf 'sp-hello\\nsp-dep=1.0-r0\\nsp-fail\\n' >/etc/apk/world; rm -f /ok; apk add; apk add sp-hello=1.1-r2; sed -i 's/=1.1-r2//' /etc/apk/world",
    );
    const all = { identity: 'all', properties: { upgrade: 'safe', unneeded: 'removed' } };
    const result = await converge(node, packages, all);
    expect(result.titles).to.deep.equal(['upgrade 1 package']);
    expectDone(result);
    expect(shownEdits(result)).to.deep.equal(['sp-hello 1.1-r2 → 2.0-r0']);
    expect((await converge(node, packages, all)).titles).to.deep.equal([]);
    await apply('sp-fail', { state: 'absent' });
  });

  it('waits for the lock and says who holds it', async () => {
    await host.exec('(flock 9; sleep 2) 9>>/lib/apk/db/lock >/dev/null 2>&1 &');
    await apply('sp-post');
  });

  it('refuses what only others can do', async () => {
    const { problems: refused } = await plan('sp-mail', { install_recommends: true, start_services: false });
    expect(refused.map(({ code }) => code)).to.deep.equal(['SP683', 'SP683']);
  });
});
