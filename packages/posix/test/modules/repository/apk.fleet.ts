import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { importedOf } from '../../support/all-packages.ts';
import { apkPath, becomeAlpine, makeApkKey, makeApkRepository } from '../../support/apk-repository.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const key = makeApkKey('ours@example.com-5f.rsa.pub');
const keyed = { manager: 'apk', key_name: key.name };

fleetSuite('repositories of a host that keeps its packages with apk', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async function () {
    if (apkPath === undefined) return this.skip();
    await becomeAlpine(host, apkPath);
    await makeApkRepository(host, { directory: '/srv/ours', apks: [{ name: 'sp-ours', version: '1.0-r0' }], key });
    writeFileSync(join(host.rootDir, 'etc/apk/repositories'), '# nothing\n');
    await host.exec('busybox httpd -p 127.0.0.1:8098 -h /srv');
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (properties: JsonObject, body?: string) =>
    converge(node, repository, { identity: 'ours', properties, ...(body === undefined ? {} : { body }) });

  /** Why it was refused; nothing of the configuration may have changed. */
  async function refusal(properties: JsonObject, body?: string): Promise<string> {
    const fingerprint = () => output('cd /etc/apk && find . -type f | sort | xargs sha256sum | sha256sum');
    const before = await fingerprint();
    const { outcomes, problems } = await plan(properties, body);
    expect(problems).to.deep.equal([]);
    expect(await fingerprint()).to.equal(before);
    const [first] = outcomes;
    return first?.status === 'failed' ? first.reason : `${first?.status}`;
  }

  for (const uris of ['http://127.0.0.1:8098/ours', '/srv/ours']) {
    it(`changes nothing when the key is not the one, with ${uris}`, async () => {
      expect(await refusal({ manager: 'apk', uris })).to.match(
        /ours.* is signed with a key that the node does not trust$/,
      );
      const other = makeApkKey(key.name);
      expect(await refusal({ ...keyed, uris }, other.publicKey)).to.match(/does not trust$/);
    });

    it(`changes nothing when there is nothing at ${uris}/nowhere`, async () => {
      expect(await refusal({ ...keyed, uris: `${uris}/nowhere` }, key.publicKey)).to.contain('/nowhere');
    });

    it(`brings its lists, its key and its file, and takes them away, with ${uris}`, async () => {
      const properties = { ...keyed, uris, tag: 'ours' };
      const { outcomes, remaining, predicted } = await plan(properties, key.publicKey);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(outcomes.map(() => 'done'));
      expect([remaining, predicted]).to.deep.equal([[], []]);
      expect((await plan(properties, key.publicKey)).titles).to.deep.equal([]);
      expect(await output('cat /etc/apk/repositories.d/ours.list')).to.equal(`@ours ${uris}`);
      expect((await importedOf(node, repository)).filter((line) => !line.startsWith('#'))).to.deep.equal([
        `ours {"manager":"apk","uris":"${uris}","tag":"ours"}`,
      ]);
      const installed = await converge(node, packageModule, {
        identity: 'sp-ours',
        properties: { default_release: 'ours' },
      });
      expect(installed.titles).to.deep.equal(['install sp-ours']);
      expect(installed.remaining).to.deep.equal([]);
      const gone = { identity: 'sp-ours', properties: { state: 'absent' } };
      expect((await converge(node, packageModule, gone)).remaining).to.deep.equal([]);
      expect((await plan({ state: 'absent' })).remaining).to.deep.equal([]);
      expect(await output('ls /etc/apk/repositories.d; cat /etc/apk/repositories')).to.equal('# nothing');
      await host.exec(`rm /etc/apk/keys/${key.name}`);
    });
  }
});
