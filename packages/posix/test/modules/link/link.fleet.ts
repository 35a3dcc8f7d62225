import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { link } from '../../../src/modules/link/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('links of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let guest: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    guest = await openFleetNode(host, fleet, { user: 'guest' });
    await output('rm -rf /srv/links && mkdir -p /srv/links/one /srv/links/two && echo one >/srv/links/one/file');
  });
  after(async () => {
    await node.channel.close();
    await guest.channel.close();
  });

  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();
  const run = (name: string, properties: JsonObject, as = node): Promise<Converged> =>
    converge(as, link, { identity: `/srv/links/${name}`, properties });

  /** Applies, and expects that it converged as predicted and that a second apply touches nothing. */
  async function apply(name: string, properties: JsonObject): Promise<Converged> {
    const result = await run(name, properties);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
    expect(result).to.deep.include({ remaining: [], predicted: [] });
    const times = 'stat -c "%n %i %y %z" /srv/links /srv/links/*';
    const before = await output(times);
    expect((await run(name, properties)).titles).to.deep.equal([]);
    expect(await output(times)).to.equal(before);
    return result;
  }
  const codes = ({ problems }: Converged): readonly string[] => problems.map(({ code }) => code);

  it('lead where they are declared to, counted from their own directory, whether that is there or not', async () => {
    await apply('current', { target: 'one' });
    expect(await output('cd / && cat /srv/links/current/file')).to.equal('one');
    const { edits } = await apply('current', { target: '/srv/links/two' });
    expect(edits).to.deep.equal([
      {
        path: 'target',
        before: { kind: 'value', value: 'one' },
        after: { kind: 'value', value: '/srv/links/two' },
      },
    ]);
    await apply('current', { target: '../nowhere', owner: 'daemon', group: 'adm' });
    expect(await output('stat -c "%N %U %G" /srv/links/current; ls -A /srv/links/one /srv/links/two')).to.equal(
      "'/srv/links/current' -> '../nowhere' daemon adm\n/srv/links/one:\nfile\n\n/srv/links/two:",
    );
  });

  it('replace a file or an empty directory when forced, and nothing else', async () => {
    await output('cd /srv/links; echo x >plain; mkdir empty; mkfifo pipe');
    for (const name of ['plain', 'empty', 'one', 'pipe']) {
      expect(codes(await run(name, { target: 'two' })), name).to.deep.equal(['SP603']);
      expect(codes(await run(name, { state: 'absent' })), name).to.deep.equal(['SP603']);
    }
    for (const name of ['plain', 'empty']) await apply(name, { target: 'two', force: true });
    for (const name of ['one', 'pipe']) {
      expect(codes(await run(name, { target: 'two', force: true })), name).to.deep.equal(['SP603']);
    }
    expect(await output('cat /srv/links/one/file')).to.equal('one');
  });

  it('are another name of a file when they are hard, and stay it whichever name is changed', async () => {
    const inodes = (): Promise<string> => output('cd /srv/links; stat -c %i one/file hard | sort -u | wc -l');
    await apply('hard', { target: 'one/file', hard: true });
    expect(await inodes()).to.equal('1');
    await output('cd /srv/links; touch hard; chmod 600 one/file; echo two >>hard');
    expect((await run('hard', { target: '/srv/links/one/file', hard: true })).titles).to.deep.equal([]);
    await output('cd /srv/links; cp one/file new; mv new one/file');
    expect(codes(await run('hard', { target: 'one/file', hard: true }))).to.deep.equal(['SP603']);
    await apply('hard', { target: 'one/file', hard: true, force: true });
    expect(await inodes()).to.equal('1');
    await output('cd /srv/links; ln -sfn one/file hard');
    await apply('hard', { target: 'one/file', hard: true });
    expect(await inodes()).to.equal('1');
    await output('rm /srv/links/hard');
  });

  it('are hard only to a regular file that is there, on the same file system', async () => {
    await output('cd /srv/links; ln -s one/file soft; mkdir -p away; mount -t tmpfs tmpfs away; echo x >away/file');
    const cases = { 'one/nothing': 'SP604', one: 'SP603', pipe: 'SP603', soft: 'SP603' };
    for (const [target, code] of Object.entries(cases)) {
      expect(codes(await run('hard', { target, hard: true })), target).to.deep.equal([code]);
    }
    const [outcome] = (await run('hard', { target: 'away/file', hard: true })).outcomes;
    expect(outcome)
      .to.have.property('output')
      .that.matches(/cross-device link/i);
    expect(await output('cd /srv/links; umount away; rmdir away; rm soft; ls -A')).to.equal(
      'current\nempty\none\npipe\nplain\ntwo',
    );
  });

  it('go away alone, and stay away', async () => {
    await apply('plain', { state: 'absent' });
    await apply('plain', { state: 'absent' });
    await apply('no/such/link', { state: 'absent' });
    expect(await output('ls -d /srv/links/two /srv/links/plain 2>/dev/null')).to.equal('/srv/links/two');
  });

  it('are not changed by an account without rights, which is told so', async () => {
    for (const properties of [{ target: 'one' }, { state: 'absent' }, { target: 'two', owner: 'guest' }]) {
      const [outcome] = (await run('empty', properties, guest)).outcomes;
      expect(outcome?.status).to.equal('failed');
      expect(outcome)
        .to.have.property('output')
        .that.matches(/Permission denied|Operation not permitted/);
    }
    expect(await output('readlink /srv/links/empty; ls -A /srv/links')).to.equal('two\ncurrent\nempty\none\npipe\ntwo');
  });
});
