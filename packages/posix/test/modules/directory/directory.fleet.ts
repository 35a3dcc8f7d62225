import type { JsonObject, ResourceModule } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { directory } from '../../../src/modules/directory/index.ts';
import { file } from '../../../src/modules/file/index.ts';
import { link } from '../../../src/modules/link/index.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('directories, files, links and commands of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(module: ResourceModule, identity: string, properties: JsonObject): Promise<readonly string[]> {
    const { content } = properties;
    const declared = { identity, properties, ...(typeof content === 'string' ? { body: content } : {}) };
    const result = await converge(node, module, declared);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
    expect({ remaining: result.remaining, predicted: result.predicted }).to.deep.equal({
      remaining: [],
      predicted: [],
    });
    expect((await converge(node, module, declared)).titles).to.deep.equal([]);
    return result.titles;
  }
  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();

  it('makes a directory with its parents, owner and mode', async () => {
    await apply(directory, '/srv/app/releases/1', { parents: true, owner: 'www-data', group: 'adm', mode: '2750' });
    expect(await output('stat -c "%U %G %a" /srv/app /srv/app/releases/1')).to.equal(
      'root root 755\nwww-data adm 2750',
    );
  });

  it('writes a file into it', async () => {
    await apply(file, '/srv/app/releases/1/app.conf', { content: 'port = 80\n', owner: 'www-data', mode: '0640' });
    expect(await output('cat /srv/app/releases/1/app.conf; stat -c "%U %G %a" /srv/app/releases/1/app.conf')).to.equal(
      'port = 80\nwww-data adm 640',
    );
  });

  it('points a link to it and elsewhere', async () => {
    await apply(link, '/srv/app/current', { target: 'releases/1' });
    await apply(link, '/srv/app/current', { target: '/srv/app/releases', owner: 'www-data' });
    expect(await output('stat -c "%N %U" /srv/app/current')).to.equal(
      "'/srv/app/current' -> '/srv/app/releases' www-data",
    );
  });

  it('runs a command until what it creates is there', async () => {
    const titles = await apply(command, 'build', {
      run: 'sort app.conf > sorted',
      creates: '/srv/app/releases/1/sorted',
      cwd: '/srv/app/releases/1',
    });
    expect(titles).to.deep.equal(['run build']);
  });

  it('holds the tree to one owner and removes it at last', async () => {
    await apply(directory, '/srv/app', { owner: 'root', group: 'root', mode: 'u=rwX,go=rX', recurse: true });
    expect(await output('find /srv/app -printf "%u %g %y %m\\n" | sort -u')).to.equal(
      'root root d 2755\nroot root d 755\nroot root f 644\nroot root l 777',
    );
    await apply(directory, '/srv/app', { state: 'absent', force: true });
    expect(await output('ls -d /srv/app 2>&1 || true')).to.include('No such file');
  });
});
