import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import { repository } from '../../../src/modules/repository/index.ts';
import { converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { becomeOther, type OtherManager, otherManagerTimeoutMs } from '../../support/other-manager.ts';
import { makeRpmRepository } from '../../support/rpm-repository.ts';

const zypper: OtherManager = {
  tools: ['zypper', 'rpm', 'createrepo-c'],
  setUp: `mkdir -p /etc/rpm /etc/zypp/repos.d
echo '%_dbpath /var/lib/rpm' >/etc/rpm/macros
rpm --initdb
printf '[other]\\nname=other\\nbaseurl=file:///srv/other\\ngpgcheck=0\\nenabled=1\\n' >/etc/zypp/repos.d/other.repo`,
  osRelease: 'ID="opensuse-leap"\nID_LIKE="suse opensuse"',
};
/** Signs the repository of the host with a key of its own; another key signs nothing. A zypper without any package cannot read keys. */
const signing = `set -eu
export GNUPGHOME=/root/signing
mkdir -m 0700 $GNUPGHOME
for name in ours stranger; do
  gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-gen-key "$name@example.com" ed25519 sign never
  gpg --armor --export "$name@example.com" >/srv/$name.asc
done
gpg --batch --quiet -u ours@example.com --armor --detach-sign /srv/ours/repodata/repomd.xml
cp /srv/ours.asc /srv/ours/repodata/repomd.xml.key
gpgconf --kill all
cp -R /srv/other /srv/unsigned
zypper --non-interactive --quiet refresh
zypper --non-interactive --quiet install sp-other`;
const path = '/etc/zypp/repos.d/ours.repo';
const keyPath = '/etc/pki/rpm-gpg/RPM-GPG-KEY-ours';
const source = { manager: 'zypper', uris: 'file:///srv/ours' };

fleetSuite('repositories of a host that keeps its packages with zypper', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;
  let key: string;
  let stranger: string;

  before(async function () {
    this.timeout(otherManagerTimeoutMs);
    await becomeOther(host, zypper);
    await makeRpmRepository(host, { directory: '/srv/ours', rpms: [{ name: 'sp-ours', version: '1.0' }] });
    await makeRpmRepository(host, { directory: '/srv/other', rpms: [{ name: 'sp-other', version: '1.0' }] });
    const { code, stdout, stderr } = await host.exec(signing);
    if (code !== 0) throw new Error(stdout + stderr);
    key = `${await output('cat /srv/ours.asc')}\n`;
    stranger = `${await output('cat /srv/stranger.asc')}\n`;
    node = await openFleetNode(host, fleet);
  });
  after(() => node?.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const plan = (properties: JsonObject, body?: string) =>
    converge(node, repository, { identity: 'ours', properties, ...(body === undefined ? {} : { body }) });

  async function apply(properties: JsonObject, body?: string): Promise<readonly string[]> {
    const { outcomes, problems, titles, edits, remaining, predicted } = await plan(properties, body);
    expect(problems).to.deep.equal([]);
    expect(outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      titles.map(() => 'done'),
    );
    expect([remaining, predicted]).to.deep.equal([[], []]);
    expect((await plan(properties, body)).titles).to.deep.equal([]);
    return edits.map((edit) => edit.path);
  }

  /** Why it was refused; no file, no key of rpm and no list of another repository may have changed. */
  async function refusal(properties: JsonObject, body?: string): Promise<string> {
    const fingerprint = () =>
      output('cat /etc/zypp/repos.d/*; ls /etc/pki/rpm-gpg; rpm -qa "gpg-pubkey*"; ls -d /var/cache/zypp/raw/other');
    const before = await fingerprint();
    const { outcomes, problems } = await plan(properties, body);
    expect(problems).to.deep.equal([]);
    expect(await fingerprint()).to.equal(before);
    const [first] = outcomes;
    return first?.status === 'failed' ? first.reason : `${first?.status}`;
  }

  it('refuses one that cannot be trusted or reached, says why, and changes nothing', async () => {
    const distrusted = /repository ours is signed with a key that the node does not trust: [0-9A-F]{40}$/;
    expect(await refusal(source)).to.match(distrusted);
    expect(await refusal(source, stranger)).to.match(distrusted);
    expect(await refusal({ ...source, uris: 'file:///srv/unsigned' })).to.match(/ours is not signed$/);
    expect(await refusal({ ...source, uris: 'file:///srv/nowhere' })).to.contain('/srv/nowhere');
  });

  it('adds one with its key, and its packages can be installed without another refresh', async () => {
    await apply({ ...source, fields: { autorefresh: true, priority: 90 } }, key);
    expect(await output(`cat ${path}`)).to.equal(
      `[ours]\nname=ours\nbaseurl=file:///srv/ours\ngpgcheck=1\ngpgkey=file://${keyPath}\nautorefresh=1\npriority=90`,
    );
    expect(await output('ls /var/cache/zypp/solv')).to.equal('@System\nother\nours');
    const { titles, remaining } = await converge(node, packageModule, { identity: 'sp-ours', properties: {} });
    expect(titles).to.deep.equal(['install sp-ours']);
    expect(remaining).to.deep.equal([]);
  });

  it('takes what zypper writes itself for what it is, and changes what is declared', async () => {
    await host.exec('zypper --non-interactive modifyrepo --no-refresh --priority 99 --keep-packages ours');
    await host.exec('zypper --non-interactive modifyrepo --no-keep-packages ours');
    expect((await plan(source, key)).titles).to.deep.equal([]);
    expect(await apply({ ...source, enabled: false }, key)).to.deep.equal(['enabled']);
    expect(await output('zypper --no-refresh repos | grep ours')).to.match(/\| No +\|/);
  });

  it('refuses one whose name stands in another file', async () => {
    await host.exec('printf "[ours]\\nbaseurl=file:///srv/twin\\n" >/etc/zypp/repos.d/twin.repo');
    const { problems } = await plan(source, key);
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).to.deep.equal(['error SP681']);
    await host.exec('rm /etc/zypp/repos.d/twin.repo');
  });

  it('takes its file and its key away, and leaves the others', async () => {
    await apply({ state: 'absent' });
    expect(await output('ls /etc/zypp/repos.d /etc/pki/rpm-gpg')).to.equal(
      '/etc/pki/rpm-gpg:\n\n/etc/zypp/repos.d:\nother.repo',
    );
  });
});
