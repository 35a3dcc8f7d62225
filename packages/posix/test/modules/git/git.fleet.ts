import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { git } from '../../../src/modules/git/index.ts';
import { tarball } from '../../../src/modules/tarball/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('working copies of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let deploy: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    deploy = await openFleetNode(host, fleet, { user: 'deploy' });
    await output(`rm -rf /srv/copies && mkdir -p /srv/copies && chown deploy: /srv/copies && su deploy -c '
set -e
cd /srv/copies
git init -q --bare -b main source.git
git clone -q source.git work 2>/dev/null
cd work
git config user.name x; git config user.email x@example.com
echo one >text; git add text; git commit -q -m one; git tag v1; git push -q --all; git push -q --tags
ssh-keygen -q -t ed25519 -N "" -f /srv/copies/key
cat /srv/copies/key.pub >>~/.ssh/authorized_keys
rm -f ~/.ssh/known_hosts'`);
  });
  after(async () => {
    await output(
      `rm -rf /srv/copies; sed -i '/deploy@/d' /home/deploy/.ssh/authorized_keys; rm -f /home/deploy/.ssh/known_hosts`,
    );
    await node.channel.close();
    await deploy.channel.close();
  });

  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();
  const run = (properties: JsonObject, as = deploy): Promise<Converged> =>
    converge(as, git, {
      identity: '/srv/copies/app',
      properties: { repo: 'ssh://deploy@127.0.0.1/srv/copies/source.git', ...properties },
    });

  it('come over SSH with a key, and learn the key of the server only when they may, and only at apply', async () => {
    const key = { key_file: '/srv/copies/key' };
    const unknownHost = await run(key);
    expect(JSON.stringify(unknownHost.edits)).to.match(
      /did not answer: .*(host key is known|Host key verification failed)/,
    );
    expect(unknownHost.outcomes.map(({ status }) => status)).not.to.include('done');
    expect(await output('ls /home/deploy/.ssh/known_hosts /srv/copies/app 2>/dev/null')).to.equal('');
    const accepted = { ...key, accept_host_key: true, ref: 'v1' };
    const { edits, outcomes, remaining, predicted } = await run(accepted);
    expect(edits.map(({ path }) => path)).to.deep.equal(['commit']);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
    expect([remaining, predicted]).to.deep.equal([[], []]);
    expect(await output('cat /srv/copies/app/text; grep -c . /home/deploy/.ssh/known_hosts')).to.equal('one\n1');
    expect((await run({ ...key, ref: 'v1' })).edits).to.deep.equal([]);
  });

  it('are packed as of a commit by the account that they belong to, and by nobody else', async () => {
    const packed = { identity: '/srv/copies/text.tar.gz', properties: { tree: '/srv/copies/app', commit: 'v1' } };
    const { edits, outcomes, remaining, predicted } = await converge(deploy, tarball, packed);
    const commit = await output("su deploy -c 'git -C /srv/copies/work rev-parse v1'");
    expect(edits[0]).to.deep.include({ path: 'commit', after: { kind: 'value', value: commit } });
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
    expect([remaining, predicted]).to.deep.equal([[], []]);
    expect(await output('tar -xzOf /srv/copies/text.tar.gz text')).to.equal('one');
    const { problems } = await converge(node, tarball, packed);
    expect(problems.map(({ code, hint }) => [code, hint])).to.deep.equal([
      ['SP640', 'add `sudo: deploy` to the resource'],
    ]);
  });

  it('refuse a server whose key has changed, also where new ones are accepted', async () => {
    await output(
      `su deploy -c 'ssh-keygen -q -t ed25519 -N "" -f /srv/copies/other; printf "127.0.0.1 %s\\n" "$(cut -d " " -f 1,2 /srv/copies/other.pub)" >~/.ssh/known_hosts'`,
    );
    const { edits } = await run({ key_file: '/srv/copies/key', accept_host_key: true, ref: 'v1' });
    expect(edits.map(({ path, before }) => [path, before.kind])).to.deep.equal([['ref', 'unknown']]);
  });

  it('are told of root which belong to an account, and belong to the one that makes them', async () => {
    expect(await output('stat -c %U /srv/copies/app/text')).to.equal('deploy');
    const { problems } = await run({ repo: '/srv/copies/source.git' }, node);
    expect(problems.map(({ code, hint }) => [code, hint])).to.deep.equal([
      ['SP640', 'add `sudo: deploy` to the resource'],
    ]);
  });
});
