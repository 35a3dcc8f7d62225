import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { certificate } from '../../../src/modules/certificate/index.ts';
import { type Converged, converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const dir = '/srv/certificates';
const path = `${dir}/www.pem`;
const key = `${dir}/www.key`;
const names = ['www.example.com', '*.example.com', '10.0.0.1', 'fe80::1'];

fleetSuite('certificates of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    await host.exec(`mkdir -p ${dir}`);
    node = await openFleetNode(host, fleet);
  });
  after(async () => {
    await host.exec(`rm -rf ${dir}`);
    await node.channel.close();
  });

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(properties: JsonObject, identity = path): Promise<Converged> {
    const result = await converge(node, certificate, { identity, properties });
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, certificate, { identity, properties })).titles).to.deep.equal([]);
    return result;
  }
  const changed = async (properties: JsonObject): Promise<readonly string[]> =>
    (await apply(properties)).edits.map((edit) => edit.path);
  const keyNow = (): Promise<string> => output(`sha256sum <${key}`);

  it('are made with a key that nobody else may read', async () => {
    await apply({ key, names, organization: 'Exämple, Inc.', country: 'DE' });
    expect(await output(`stat -c '%U %a' ${key} ${path}; ls -A ${dir}`)).to.equal(
      'root 600\nroot 644\nwww.key\nwww.pem',
    );
    const shown = await output(`openssl x509 -in ${path} -noout -text`);
    expect(shown).to.include('DNS:*.example.com').and.to.include('CN = www.example.com').and.to.include('CA:FALSE');
  });

  it('keep their key when anything else changes, and say what does', async () => {
    const before = await keyNow();
    expect(await changed({ key, names: ['www.example.com'], country: 'DE' })).to.deep.equal(['subject', 'names']);
    expect(await changed({ key, names: ['www.example.com'], usages: ['server'] })).to.deep.equal(['subject', 'usages']);
    expect(await changed({ key, names: ['www.example.com'], usages: ['server'], days: 30 })).to.deep.equal([]);
    expect(await keyNow()).to.equal(before);
  });

  it('hold the identifiers of keys that are declared, and keep what nothing is said of (X-02)', async () => {
    const shown = async (): Promise<number> =>
      Number(await output(`openssl x509 -in ${path} -noout -text | grep -c 'Key Identifier:'`));
    const declared = { key, names: ['www.example.com'] };
    await apply(declared);
    expect(await shown()).to.equal(1);
    const both = { ...declared, subject_key_id: true, authority_key_id: true };
    expect(await changed(both)).to.deep.equal(['authority_key_id']);
    expect(await shown()).to.equal(2);
    expect(await changed({ ...both, authority_key_id: false })).to.deep.equal(['authority_key_id']);
    expect(await shown()).to.equal(1);
    expect(await changed({ ...declared, subject_key_id: false })).to.deep.equal(['subject_key_id']);
    expect(await shown()).to.equal(0);
    expect(await changed(declared)).to.deep.equal([]);
  });

  it('are renewed within the time before they expire, and not before', async () => {
    await apply({ key, names: ['short.example.com'], days: 20, renew_before: '5d' });
    expect(await changed({ key, names: ['short.example.com'], days: 21, renew_before: '19d' })).to.deep.equal([]);
    expect(await changed({ key, names: ['short.example.com'], days: 21, renew_before: '20d' })).to.deep.equal([
      'expires',
    ]);
  });

  for (const type of ['ed448', 'ecdsa-521', 'ed25519', 'rsa-2048']) {
    it(`get a new key of the type ${type}`, async () => {
      const before = await output(`sha256sum <${key}; sha256sum <${path}`);
      const { edits } = await apply({ key, key_type: type, names, renew_before: '1d', backup: true });
      const kept = edits.flatMap(({ path: property, after }) =>
        property.startsWith('backup') && after.kind === 'value' && typeof after.value === 'string' ? [after.value] : [],
      );
      expect(edits.map((edit) => edit.path)).to.include('key');
      expect(await keyNow()).to.not.equal(before.split('\n')[0]);
      expect(kept.map((file) => file.replace(/[0-9a-f]{12}/, 'DIGEST'))).to.deep.equal([
        `${path}.DIGEST.bak`,
        `${key}.DIGEST.bak`,
      ]);
      const [certificateKept, keyKept] = kept;
      expect(await output(`sha256sum <${keyKept}; sha256sum <${certificateKept}`)).to.equal(before);
      expect(
        await output(`stat -c '%U %a' ${keyKept} ${certificateKept}; rm ${kept.join(' ')}; ls -A ${dir}`),
      ).to.equal('root 600\nroot 644\nwww.key\nwww.pem');
    });
  }

  it('give the key the declared owner and mode, and take back what changed', async () => {
    const declared = { key, key_type: 'rsa-2048', names, renew_before: '1d', key_group: 'games', key_mode: '0640' };
    const { titles } = await apply(declared);
    expect(titles).to.deep.equal([`set owner root, group games, mode 0640 of ${key}`]);
    await host.exec(`chmod 644 ${key}`);
    expect(await changed(declared)).to.deep.equal(['key_mode']);
  });

  it('fit the key that somebody put there', async () => {
    await host.exec(`openssl genpkey -algorithm ED25519 -out ${key}`);
    const before = await keyNow();
    expect(await changed({ key, key_type: 'ed25519', names, renew_before: '1d' })).to.include('key');
    expect(await keyNow()).to.equal(before);
  });

  it('refuse a key that is broken or asks for a passphrase, unless it may be replaced', async () => {
    await host.exec(`openssl genpkey -algorithm RSA -aes256 -pass pass:x -out ${key} 2>/dev/null`);
    const { problems } = await converge(node, certificate, { identity: path, properties: { key, names } });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP688']);
    await apply({ key, names, replace_key: true });
  });

  it('are signed by an authority of the node, with their chain, and again when it is made anew', async () => {
    const ca = { certificate: `${dir}/ca.pem`, key: `${dir}/ca.key` };
    await apply({ key: ca.key, common_name: 'Our CA', authority: true, days: 3650 }, ca.certificate);
    const declared = { key, names, ca_certificate: ca.certificate, ca_key: ca.key, chain: `${dir}/chain.pem` };
    expect(await changed(declared)).to.deep.equal(['signed_by', 'chain']);
    expect(await output(`openssl verify -CAfile ${ca.certificate} ${path}; grep -c BEGIN ${dir}/chain.pem`)).to.equal(
      `${path}: OK\n2`,
    );
    await apply(
      { key: ca.key, key_type: 'ed25519', common_name: 'Our CA', authority: true, days: 3650 },
      ca.certificate,
    );
    expect(await changed(declared)).to.include('signed_by');
    expect(await output(`openssl verify -CAfile ${ca.certificate} ${path}`)).to.equal(`${path}: OK`);
  });

  it('have keys with a passphrase, also of an authority, and one that was open gets it (X-01)', async () => {
    const phrase = 'größe "$x" `y`';
    const locked = { key, names, key_passphrase_file: `${dir}/pass` };
    const missing = await converge(node, certificate, { identity: path, properties: locked });
    expect(missing.problems.map(({ code }) => code)).to.deep.equal(['SP604']);
    await host.exec(`cat >${dir}/pass <<'END'\n${phrase}\nEND`);
    const half = await output(`openssl pkey -in ${key} -pubout`);
    const { edits } = await apply(locked);
    expect(edits[0]?.before).to.deep.equal({ kind: 'value', value: 'ecdsa-256, without its passphrase' });
    expect(await output(`head -n 1 ${key}; openssl pkey -in ${key} -passin file:${dir}/pass -pubout`)).to.equal(
      `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${half}`,
    );
    await apply({ ...locked, key_type: 'rsa-2048' });
    await apply({ ...locked, key_type: 'rsa-2048', common_name: 'Locked CA', authority: true });
    const leaf = { key: `${dir}/leaf.key`, names, ca_certificate: path, ca_key: key };
    await apply({ ...leaf, ca_key_passphrase_file: `${dir}/pass` }, `${dir}/leaf.pem`);
    expect(await output(`openssl verify -CAfile ${path} ${dir}/leaf.pem`)).to.equal(`${dir}/leaf.pem: OK`);
    await host.exec(`echo other >${dir}/wrong`);
    const wrong = { ...locked, key_passphrase_file: `${dir}/wrong` };
    const { problems } = await converge(node, certificate, { identity: path, properties: wrong });
    expect(problems.map(({ code, detail }) => `${code} ${detail}`).join()).to.match(/^SP688 .*not that of .*wrong/);
    const badAuthority = { ...leaf, names: ['other'], ca_key_passphrase_file: `${dir}/wrong` };
    const { outcomes } = await converge(node, certificate, { identity: `${dir}/leaf.pem`, properties: badAuthority });
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
    expect(await output(`openssl verify -CAfile ${path} ${dir}/leaf.pem`), 'the old one').to.equal(
      `${dir}/leaf.pem: OK`,
    );
    await host.exec(`rm ${key}`);
    await apply({ key, names });
  });

  it('are requested of an authority elsewhere, and again when what is asked for changes (X-02)', async () => {
    const asked = { state: 'requested', key: `${dir}/csr.key`, names, organization: 'Exämple', usages: ['server'] };
    const request = `${dir}/www.csr`;
    await apply(asked, request);
    const said = await output(`openssl req -in ${request} -noout -text -verify 2>&1; stat -c %a ${dir}/csr.key`);
    expect(said)
      .to.match(/verify OK/)
      .and.to.include('DNS:*.example.com')
      .and.to.match(/600$/);
    const before = await output(`sha256sum <${dir}/csr.key`);
    const { edits } = await apply({ ...asked, names: ['other.example.com'], usages: ['client', 'server'] }, request);
    expect(edits.map((edit) => edit.path)).to.deep.equal(['subject', 'names', 'usages']);
    expect(await output(`sha256sum <${dir}/csr.key`)).to.equal(before);
    await host.exec(`openssl genpkey -algorithm ED25519 -out ${dir}/csr.key`);
    const other = { ...asked, key_type: 'ed25519', names: ['other.example.com'] };
    expect((await apply(other, request)).edits.map((edit) => edit.path)).to.deep.equal(['key', 'usages']);
    await apply({ state: 'absent' }, request);
  });

  it('never show the key', async () => {
    const secret = await output(`sed -n 2p ${key}`);
    const result = await converge(node, certificate, {
      identity: path,
      properties: { key, names: ['other.example.com'] },
    });
    expect(secret).to.have.length.above(20);
    expect(JSON.stringify(result)).to.not.include(secret);
  });

  it('are refused when somebody changed the certificate after the plan, and say where nothing can be made', async () => {
    const operations = await planOperations(node, certificate, { identity: path, properties: { key, names } });
    await host.exec(`echo '# touched' >>${path}`);
    const outcomes = await executeAll(node.channel, operations);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['refused']);
    const nowhere = await converge(node, certificate, { identity: '/srv/none/a.pem', properties: { key, names } });
    expect(nowhere.problems[0]?.hint).to.include('directory: /srv/none');
  });

  it('go, and leave the key', async () => {
    await apply({ state: 'absent' });
    await apply({ state: 'absent' });
    expect(await output(`ls ${dir}`))
      .to.include('www.key')
      .and.to.not.include('www.pem');
  });
});
