import type { JsonObject, ResourceModule } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { directory } from '../../../src/modules/directory/index.ts';
import { file } from '../../../src/modules/file/index.ts';
import { link } from '../../../src/modules/link/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('files of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let guest: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    guest = await openFleetNode(host, fleet, { user: 'guest' });
    await output('rm -rf /srv/files && mkdir -p /srv/files && cd /srv/files && install -d -o guest guest');
  });
  after(async () => {
    await node.channel.close();
    await guest.channel.close();
  });

  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();
  const declaring = (name: string, properties: JsonObject) => ({
    identity: name.startsWith('/') ? name : `/srv/files/${name}`,
    properties,
    ...(typeof properties['content'] === 'string' ? { body: properties['content'] } : {}),
  });
  const run = (name: string, properties: JsonObject, as = node): Promise<Converged> =>
    converge(as, file, declaring(name, properties));

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do and touches nothing. */
  async function apply(name: string, properties: JsonObject, module: ResourceModule = file): Promise<Converged> {
    const declared = declaring(name, properties);
    const result = await converge(node, module, declared);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    const times = `stat -c '%i %y %z' '${declared.identity}' 2>&1 || :`;
    const before = await output(times);
    expect((await converge(node, module, declared)).titles).to.deep.equal([]);
    expect(await output(times)).to.equal(before);
    return result;
  }
  const codes = ({ problems }: Converged): readonly string[] => problems.map(({ code }) => code);

  it('makes no file when its content is not declared, and an empty one when it is declared empty', async () => {
    expect(codes(await run('none', { mode: '0600' }))).to.deep.equal(['SP604']);
    expect(await output('ls -A /srv/files')).to.equal('guest');
    await apply('empty', { content: '', mode: '0600' });
    expect(await output('stat -c "%s %a" /srv/files/empty')).to.equal('0 600');
  });

  it('names an account or a group that is not there, and takes numbers that have no name', async () => {
    expect(codes(await run('owned', { content: 'x', owner: 'nosuch', group: 'nosuch' }))).to.deep.equal([
      'SP604',
      'SP604',
    ]);
    await apply('owned', { content: 'x', owner: '54321', group: '54321' });
    await apply('owned', { content: 'x', owner: '54321', group: 'adm', mode: '4755' });
    await apply('owned', { content: 'x', owner: '54321', group: 'adm', mode: 'u=rw,g=r,o=' });
    expect(await output('stat -c "%u %G %a" /srv/files/owned')).to.equal('54321 adm 640');
  });

  it('keeps the inode when only the mode differs, and the time changes with the content alone', async () => {
    await apply('inode', { content: 'one\r\ntwo\r\n', mode: '0644' });
    await output('touch -d 2001-01-01 /srv/files/inode; ln /srv/files/inode /srv/files/other-name');
    const before = await output('stat -c %i /srv/files/inode');
    await apply('inode', { content: 'one\r\ntwo\r\n', mode: '0600' });
    expect(await output('stat -c "%i %.4y" /srv/files/inode')).to.equal(`${before} 2001`);
    await apply('inode', { content: 'one\r\ntwo\r\nthree\r\n', mode: '0600' });
    expect(await output('stat -c %.4y /srv/files/inode')).to.not.equal('2001');
    expect(await output('wc -c </srv/files/other-name')).to.equal('10');
  });

  it('gives a file that it only creates its content once, and its mode always', async () => {
    await apply('seed', { content: 'first', mode: '0600', create_only: true });
    await output('echo grown >/srv/files/seed; chmod 644 /srv/files/seed');
    await apply('seed', { content: 'second', mode: '0600', create_only: true });
    expect(await output('cat /srv/files/seed; stat -c %a /srv/files/seed')).to.equal('grown\n600');
  });

  it('has an error of its own for everything else that stands at the path', async () => {
    await output('cd /srv/files; mkdir directory; mkfifo pipe; ln -s empty alias');
    for (const name of ['directory', 'pipe', 'alias', '/dev/null', 'empty/below']) {
      expect(codes(await run(name, { content: 'x' })), name).to.deep.equal(['SP603']);
      if (name !== 'empty/below') expect(codes(await run(name, { state: 'absent' })), name).to.deep.equal(['SP603']);
    }
    expect(codes(await run('no/such/file', { content: 'x' }))).to.deep.equal(['SP604']);
    await apply('no/such/file', { state: 'absent' });
  });

  it('writes and changes what a relative link leads to, and leaves the link as it is', async () => {
    await apply('alias', { content: 'through', mode: '0604', follow: true });
    await apply('alias', { mode: '0640', owner: 'daemon', follow: true });
    expect(await output('cd /srv/files; readlink alias; cat empty; stat -c " %a %U" empty; stat -c %U alias')).to.equal(
      'empty\nthrough 640 daemon\nroot',
    );
  });

  it('keeps ACL and attributes, the group of a setgid directory, and a backup as it was', async () => {
    await output('cd /srv/files; install -d -m 2775 -g adm shared; chown daemon:adm empty; chmod 606 empty');
    await apply('shared/new', { content: 'x' });
    expect(await output('stat -c "%G" /srv/files/shared/new')).to.equal('adm');
    const more = 'cd /srv/files; getfacl -c empty; getfattr -d -m user.origin empty';
    await output('cd /srv/files; setfacl -m u:guest:r empty; setfattr -n user.origin -v kept empty');
    const before = await output(more);
    expect(before).to.include('user:guest:r--').and.include('user.origin="kept"');
    await apply('empty', { content: 'newer', backup: true });
    expect(await output(more)).to.equal(before);
    expect(await output('cd /srv/files; stat -c "%U %G %a" empty empty.*.bak; cat empty.*.bak')).to.equal(
      'daemon adm 646\ndaemon adm 646\nthrough',
    );
  });

  it('says of a mount point that it cannot be replaced, and writes into it when told to', async () => {
    await output('cd /srv/files; echo old >point; echo old >behind; mount --bind behind point');
    const [refused] = (await run('point', { content: 'new\n' })).outcomes;
    expect(refused).to.have.property('output').that.includes('busy');
    expect(
      await output('cat /srv/files/point; umount /srv/files/point; mount --bind /srv/files/behind /srv/files/point'),
    ).to.equal('old');
    await apply('point', { content: 'new\n', in_place: true });
    expect(await output('cat /srv/files/behind; umount /srv/files/point')).to.equal('new');
  });

  it('says what the file system refuses, and leaves the old file', async () => {
    await output('cd /srv/files; mkdir small; mount -t tmpfs -o size=64k tmpfs small; echo old >small/file');
    const [full] = (await run('small/file', { content: 'x'.repeat(200_000) })).outcomes;
    expect(full).to.have.property('output').that.includes('No space left on device');
    await output('mount -o remount,ro /srv/files/small');
    for (const properties of [{ content: 'new' }, { mode: '0600' }, { state: 'absent' }]) {
      const [refused] = (await run('small/file', properties)).outcomes;
      expect(refused).to.have.property('output').that.includes('Read-only file system');
    }
    expect(await output('cd /srv/files; cat small/file; ls -A small; umount small')).to.equal('old\nfile');
  });

  it('is immutable or only grows when declared so, and is changed by declarations all the same', async () => {
    const letters = (): Promise<string> => output('cd /srv/files; lsattr fixed | cut -d " " -f 1 | tr -cd ia');
    await apply('fixed', { content: 'one', immutable: true, mode: '0640' });
    expect(await letters()).to.equal('i');
    expect(await output('echo x >/srv/files/fixed; rm -f /srv/files/fixed; cat /srv/files/fixed')).to.equal('one');
    await apply('fixed', { content: 'two', immutable: true, mode: '0600' });
    await apply('fixed', { content: 'two', immutable: true, mode: '0640' });
    expect(await output('cat /srv/files/fixed; stat -c " %a" /srv/files/fixed')).to.equal('two 640');
    await apply('fixed', { content: 'two', append_only: true });
    expect(await letters()).to.equal('ia');
    const [refused] = (await run('fixed', { content: 'three' })).outcomes;
    expect(refused).to.have.property('output').that.includes('Operation not permitted');
    expect(
      (await run('fixed', { content: 'two', immutable: true }, guest)).edits.map(({ before }) => before.kind),
    ).to.deep.equal(['unknown', 'unknown']);
    await apply('fixed', { immutable: false });
    expect(await letters()).to.equal('a');
    await apply('fixed', { state: 'absent', append_only: false, immutable: false });
  });

  it('has no attribute where the file system has none, or others could put another file in its place', async () => {
    await output('cd /srv/files; mkdir sysfs; mount -t sysfs sysfs sysfs; install -o guest /dev/null guest/own');
    expect(codes(await run('sysfs/kernel/mm/x', { content: 'x', immutable: true }))).to.include('SP614');
    await output('cd /srv/files; umount sysfs; rmdir sysfs');
    const [outcome] = (await run('guest/own', { immutable: true })).outcomes;
    expect(outcome).to.deep.include({ status: 'refused' });
    expect(await output('rm /srv/files/guest/own; ls -A /srv/files/guest')).to.equal('');
  });

  // Contexts are kept by the file system, whether the kernel goes by them or not.
  it('is labelled where the node keeps labels, by type or by the whole context', async () => {
    const label = (name: string): Promise<string> => output(`stat -c %C '/srv/files/${name}' 2>/dev/null`);
    await apply('label', { content: 'x', selinux: 'etc_t' });
    expect(await label('label')).to.equal('?');
    await output('setfattr -n security.selinux -v system_u:object_r:root_t:s0 /');
    try {
      await output('cd /srv/files; setfattr -n security.selinux -v system_u:object_r:var_t:s0 label');
      const { edits } = await apply('label', { content: 'x', selinux: 'etc_t' });
      expect(edits).to.deep.equal([
        { path: 'selinux', before: { kind: 'value', value: 'var_t' }, after: { kind: 'value', value: 'etc_t' } },
      ]);
      await apply('label', { content: 'another', mode: '0600' });
      expect(await label('label')).to.equal('system_u:object_r:etc_t:s0');
      await apply('fresh label', { content: 'x', selinux: 'system_u:object_r:etc_t:s0:c1,c2' });
      expect(await label('fresh label')).to.equal('system_u:object_r:etc_t:s0:c1,c2');
      await apply('labelled', { selinux: 'system_u:object_r:usr_t:s0', mode: '0750' }, directory);
      await apply('labelled', { selinux: 'var_t', mode: '0750' }, directory);
      expect(await label('labelled')).to.equal('system_u:object_r:var_t:s0');
    } finally {
      await output('setfattr -x security.selinux /');
    }
  });

  it('carries a large file and shows its digest alone', async function () {
    this.timeout(180_000);
    const { edits } = await apply('large', { content: '0123456789abcdef'.repeat((104 * 1024 * 1024) / 16) });
    expect(edits[0]?.hunks).to.equal(undefined);
    const removed = await apply('large', { state: 'absent' });
    expect(removed.edits[0]?.hunks).to.equal(undefined);
  });

  it('tells an account without rights what it may not do, and leaves nothing behind', async () => {
    const unread = await run('/etc/shadow', { content: 'x', mode: '0600' }, guest);
    expect(unread.edits.map(({ path, before }) => `${path}: ${before.kind}`)).to.deep.equal([
      'content: unknown',
      'mode: value',
    ]);
    const cases: readonly (readonly [string, JsonObject, string])[] = [
      ['guest/given', { content: 'x', owner: 'root' }, 'Operation not permitted'],
      ['/etc/hostname', { mode: '0600' }, 'Operation not permitted'],
      ['/etc/new-file', { content: 'x' }, 'Permission denied'],
      ['/etc/hostname', { state: 'absent' }, 'Permission denied'],
    ];
    for (const [name, properties, why] of cases) {
      const [outcome] = (await run(name, properties, guest)).outcomes;
      expect(outcome?.status, name).to.equal('failed');
      expect(outcome, name).to.have.property('output').that.includes(why);
      expect(outcome, name).to.have.property('reason').that.includes('set `sudo: true`');
    }
    expect(await output('ls -A /srv/files/guest; ls /etc/new-file 2>/dev/null; stat -c %a /etc/hostname')).to.equal(
      '644',
    );
  });

  it('works through the links that the system has on its paths', async () => {
    await apply('/var/run/setpoint-test', { mode: '0750', owner: 'daemon' }, directory);
    await apply('/var/run/setpoint-test/file', { content: 'x', mode: '0600' });
    await apply('/var/run/setpoint-test/file', { content: 'x', mode: '0640' });
    await apply('/var/run/setpoint-test/link', { target: 'file' }, link);
    await apply('/var/run/setpoint-test/link', { target: 'elsewhere', owner: 'daemon' }, link);
    await apply('/lib/setpoint-test.conf', { content: 'x' });
    expect(await output('stat -c "%U %a" /run/setpoint-test; ls -A /run/setpoint-test')).to.equal(
      'daemon 750\nfile\nlink',
    );
    await apply('/lib/setpoint-test.conf', { state: 'absent' });
    await apply('/var/run/setpoint-test/link', { state: 'absent' }, link);
    await apply('/var/run/setpoint-test', { state: 'absent', force: true }, directory);
    expect(await output('ls -d /run/setpoint-test /usr/lib/setpoint-test.conf 2>/dev/null || :')).to.equal('');
  });
});
