import { createHash } from 'node:crypto';
import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { makeSignedRepository, makeSigningKey, type SigningKey } from '../../support/signed-repository.ts';

const directory = '/srv/signed';
const path = '/etc/apt/sources.list.d/ours.sources';
const list = '/etc/apt/sources.list.d/ours.list';
const keyPath = '/etc/apt/keyrings/ours.asc';
const source = { uris: `file:${directory}`, suites: './' };

fleetSuite('repositories of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let key: SigningKey;
  let otherKey: SigningKey;

  before(async () => {
    node = await openFleetNode(host, fleet);
    key = makeSigningKey();
    otherKey = makeSigningKey();
    const packages = [{ name: 'sp-ours', version: '1.0' }];
    await makeSignedRepository(host, { directory, packages, key });
  });
  after(async () => {
    key?.remove();
    otherKey?.remove();
    await node?.channel.close();
  });

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (properties: JsonObject, body?: string) =>
    converge(node, repository, { identity: 'ours', properties, ...(body === undefined ? {} : { body }) });
  const fingerprint = () => output('cd /etc/apt && find . -type f -o -type l | sort | xargs sha256sum | sha256sum');

  async function apply(properties: JsonObject, body?: string): Promise<Converged> {
    const result = await plan(properties, body);
    expect(result.problems.filter(({ severity }) => severity === 'error')).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await plan(properties, body)).titles).to.deep.equal([]);
    return result;
  }

  /** Why the first operation failed; nothing of apt's configuration may have changed. */
  async function refusal(properties: JsonObject, body?: string): Promise<string> {
    const before = await fingerprint();
    const { outcomes, titles } = await plan(properties, body);
    expect(titles[0]).to.equal('refresh the package lists of ours');
    expect(await fingerprint()).to.equal(before);
    const [first] = outcomes;
    return first?.status === 'failed' ? first.reason : `${first?.status}`;
  }

  it('has nothing to do for one that is not there and not wanted', async () => {
    expect((await apply({ state: 'absent' })).titles).to.deep.equal([]);
  });

  it('refuses one that cannot be trusted or reached, says why, and changes nothing', async () => {
    expect(await refusal(source)).to.match(/signed with a key that the node does not trust: [0-9A-F]{16}/);
    expect(await refusal(source, otherKey.publicKey)).to.match(/signed with a key that the node does not trust/);
    expect(await refusal({ ...source, uris: 'file:/srv/nowhere' })).to.contain('/srv/nowhere');
    await host.exec('mkdir -p /srv/unsigned && : >/srv/unsigned/Packages && echo "Suite: x" >/srv/unsigned/Release');
    expect(await refusal({ ...source, uris: 'file:/srv/unsigned' })).to.match(/is not signed/);
  });

  it('adds one with its key, and its packages can be installed without another refresh', async () => {
    expect((await apply(source, key.publicKey)).titles).to.deep.equal([
      'refresh the package lists of ours',
      ...((await output('ls -d /etc/apt/keyrings')) === '' ? ['create /etc/apt/keyrings'] : []),
      `write ${keyPath}`,
      `write ${path}`,
    ]);
    expect(await output(`cat ${path}`)).to.equal(
      `Types: deb\nURIs: file:${directory}\nSuites: ./\nSigned-By: ${keyPath}`,
    );
    expect(await output(`stat -c %a ${path} ${keyPath}`)).to.equal('644\n644');
    const { titles, outcomes } = await converge(node, packageModule, { identity: 'sp-ours', properties: {} });
    expect(titles).to.deep.equal(['install sp-ours']);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
  });

  it('keeps the key that works when the new one does not, and takes the same one in another form', async () => {
    expect(await refusal(source, otherKey.publicKey)).to.match(/does not trust/);
    expect(await output(`cat ${keyPath}`)).to.equal(key.publicKey.trim());
    const sha256 = createHash('sha256').update(key.binaryKey).digest('hex');
    node.bodies.put(sha256, { kind: 'bytes', bytes: key.binaryKey });
    const body = { sha256, sizeBytes: key.binaryKey.length };
    const declared = repository.declare({ identity: 'ours', properties: source, body });
    expect(declared.kind === 'declared' && JSON.stringify(declared.declared)).to.contain('/etc/apt/keyrings/ours.gpg');
  });

  it('is content with the same said in another order, and leaves the link that its file is', async () => {
    await host.exec(`printf '# ours\\nSigned-By: ${keyPath}\\nSuites: ./\\nURIs:\\n file:${directory}\\nTypes: deb\\n' >/srv/real.sources
rm ${path} && ln -s /srv/real.sources ${path} && apt-get update -qq`);
    expect((await apply(source, key.publicKey)).titles).to.deep.equal([]);
    const changed = { ...source, fields: { Languages: 'none' } };
    expect((await apply(changed, key.publicKey)).edits.map((edit) => edit.path)).to.deep.equal(['fields.Languages']);
    expect(await output(`readlink ${path}`)).to.equal('/srv/real.sources');
    expect((await plan({ state: 'absent' })).problems.map(({ code }) => code)).to.deep.equal(['SP603']);
    await host.exec(`rm ${path} && cp /srv/real.sources ${path}`);
  });

  it('recognises the same source in the one-line form, and puts itself in its place', async () => {
    await host.exec(`rm ${path}; echo 'deb [signed-by=${keyPath}] file:${directory}/ ./ # old' >${list}`);
    const { problems } = await plan({ ...source, signed_by: keyPath });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).to.deep.equal(['warning SP681']);
    const replaced = { ...source, signed_by: keyPath, replaces: [list] };
    await host.exec(`rm -f ${path}`);
    await apply(replaced);
    expect(await output('ls /etc/apt/sources.list.d')).to.equal('ours.sources\nsetpoint.list');
    await host.exec(`echo 'deb [trusted=yes] file:${directory} ./' >${list}`);
    const conflict = await plan({ ...source, signed_by: keyPath });
    expect(conflict.problems.map(({ severity, code }) => `${severity} ${code}`)).to.deep.equal(['error SP681']);
    await host.exec(`echo 'deb [trusted=yes] file:/srv/setpoint-repo ./' >>${list}`);
    expect((await plan(replaced)).problems.map(({ code }) => code)).to.deep.equal(['SP682']);
    await host.exec(`rm ${list}`);
  });

  it('removes its file and its key, unless another source needs the key', async () => {
    await apply(source, key.publicKey);
    await host.exec(`echo 'deb [signed-by=${keyPath}] file:/srv/other ./' >/etc/apt/sources.list.d/other.list`);
    expect((await apply({ state: 'absent' })).titles).to.deep.equal([`remove ${path}`]);
    await host.exec('rm /etc/apt/sources.list.d/other.list');
    expect((await apply({ state: 'absent' })).titles).to.deep.equal([`remove ${keyPath}`]);
    expect(await output('apt-cache policy sp-ours')).not.to.contain(directory);
  });
});
