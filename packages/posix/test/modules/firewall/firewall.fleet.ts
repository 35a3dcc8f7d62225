import type { JsonObject } from '@setpoint/model';
import { plansOfImport } from '@setpoint/testkit';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { firewall } from '../../../src/modules/firewall/index.ts';
import { type Converged, converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const identity = 'inet sp-test';
const file = '/etc/nftables.d/inet-sp-test.nft';
/** What keeps this conversation, whatever the policy says. */
const wayIn = ['ct state established,related accept', 'tcp dport 22 accept'];
const input = (rules: readonly string[], policy = 'drop') => ({
  chains: [{ name: 'input', hook: 'input', policy, rules: [...wayIn, ...rules] }],
});

fleetSuite('tables of nftables on a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    await host.exec(
      "nft 'table inet foreign { chain c { tcp dport 9 drop; }; }'; cp -a /etc/nftables.conf /root/nft.bak",
    );
    node = await openFleetNode(host, fleet);
  });
  after(async () => {
    await host.exec(
      'nft delete table inet foreign; nft delete table inet sp-test; mv /root/nft.bak /etc/nftables.conf',
    );
    await node.channel.close();
  });

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(properties: JsonObject, body?: string): Promise<Converged> {
    const declared = { identity, properties, ...(body === undefined ? {} : { body }) };
    const result = await converge(node, firewall, declared);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, firewall, declared)).titles).to.deep.equal([]);
    return result;
  }
  const plan = (properties: JsonObject, body?: string) =>
    planOperations(node, firewall, { identity, properties, ...(body === undefined ? {} : { body }) });

  it('is in force, in its file, and loaded when the node starts', async () => {
    const { edits } = await apply(input(['tcp dport { 443, 80 } counter accept', 'udp dport 1000-1010 reject']));
    expect(edits.map(({ path }) => path)).to.deep.equal(['rules', 'file', 'at_start']);
    expect(await output('nft list table inet sp-test')).to.include('tcp dport { 80, 443 } counter packets');
    await host.exec('nft delete table inet sp-test && nft -f /etc/nftables.conf');
    expect((await plan(input(['tcp dport { 443, 80 } counter accept', 'udp dport 1000-1010 reject']))).length).to.equal(
      0,
    );
    expect(await output('nft list tables')).to.include('inet sp-test');
    await host.exec("nft 'table inet foreign { chain c { tcp dport 9 drop; }; }'");
  });

  it('is imported as a declaration that a plan leaves as it is', async () => {
    const { importing } = firewall;
    if (importing?.kind !== 'importable') throw new Error('a firewall can be imported');
    const plans = await plansOfImport(node.channel, { module: firewall, importing }, identity);
    expect(plans, plans.join()).to.include('');
  });

  it('changes the rules in one step, and leaves other tables and counters of the file alone', async () => {
    const { titles } = await apply(input(['tcp dport 8080 counter accept']));
    expect(titles).to.deep.equal([`write ${file}`, 'load the table inet sp-test']);
    expect(await output('nft list table inet foreign')).to.include('tcp dport 9 drop');
    expect(await output('nft list table inet sp-test')).to.not.include('443');
  });

  it('finds what somebody changed by hand, and puts it right', async () => {
    await host.exec('nft add rule inet sp-test input tcp dport 23 accept');
    const { titles, edits } = await apply(input(['tcp dport 8080 counter accept']));
    expect(titles).to.deep.equal(['load the table inet sp-test']);
    expect(JSON.stringify(edits)).to.include(String.raw`-\t\ttcp dport 23 accept`);
  });

  it('has sets, maps and networks, and what packets count or put into a set is no change (FW-04)', async () => {
    const body = `set banned { type ipv4_addr; flags interval; elements = { 10.9.0.0/16, 10.10.0.1 } }
set seen { type ipv4_addr; flags dynamic,timeout; timeout 1m; }
counter hits { }
map ports { type inet_service : verdict; elements = { 5001 : accept, 5000 : drop } }
chain input {
  type filter hook input priority filter; policy accept; # not the end }
  ip saddr @banned drop comment "never }"
  tcp dport vmap @ports
  tcp dport 1-65535 counter name hits counter
}
`;
    await apply({}, body);
    await host.exec('nft add element inet sp-test seen { 10.1.1.1 }');
    expect(await output('nft list counter inet sp-test hits')).to.match(/packets [1-9]/);
    expect(await plan({}, body)).to.deep.equal([]);
    await host.exec('nft delete element inet sp-test banned { 10.10.0.1 }');
    expect((await plan({}, body)).length).to.equal(1);
    await apply({}, body.replace('timeout 1m; }', 'timeout 1m; elements = { 10.2.2.2 } }'));
    expect(await output('nft list set inet sp-test seen')).to.include('10.2.2.2');
  });

  it('refuses in the plan what the node does not take', async () => {
    const declared = { identity, properties: input(['tcp dprt 80 accept']) };
    const { problems } = await converge(node, firewall, declared);
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP687']);
    expect(problems[0]?.detail).to.include('dprt');
  });

  it('warns of rules that would cut the way in, also behind sudo', async () => {
    const deploy = await openFleetNode(host, fleet, { user: 'deploy', sudo: true });
    const hazards = async (chains: readonly JsonObject[]) =>
      (await planOperations(deploy, firewall, { identity, properties: { chains } })).flatMap((operation) =>
        operation.hazards.map(({ message }) => message),
      );
    const closed = { name: 'input', hook: 'input', policy: 'drop', rules: ['ct state established accept'] };
    expect((await hazards([closed])).join()).to.match(/let nothing in from \S+ to port 22/);
    expect((await hazards([{ ...closed, rules: ['iifname "eth*" accept'] }])).join()).to.include('may cut');
    expect(await hazards(input([]).chains)).to.deep.equal([]);
    await deploy.channel.close();
  });

  it('is refused when the rules moved after the plan', async () => {
    await apply(input([]));
    const operations = await plan(input(['tcp dport 81 accept']));
    await host.exec('nft add rule inet sp-test input tcp dport 24 accept');
    const outcomes = await executeAll(node.channel, operations);
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['done', 'refused']);
    await apply(input(['tcp dport 81 accept']));
  });

  it('knows a table of its file again where no network can be made to try it in', async () => {
    await host.exec('mv /usr/bin/unshare /usr/bin/unshare.away');
    expect(await plan(input(['tcp dport 81 accept']))).to.deep.equal([]);
    expect((await plan(input(['tcp dport 82 accept']))).map(({ title }) => title)).to.deep.equal([
      `write ${file}`,
      'load the table inet sp-test',
    ]);
    await host.exec('mv /usr/bin/unshare.away /usr/bin/unshare');
  });

  it('says to an account that may not look that it may not', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest', sudo: false });
    const { edits } = await converge(guest, firewall, { identity, properties: input([]) });
    await guest.channel.close();
    expect(edits[0]?.before).to.have.nested.property('cause.kind', 'denied');
  });

  it('goes, with its file and the line that loads it, and other tables stay', async () => {
    await apply({ state: 'absent' });
    expect(await output(`ls ${file} 2>/dev/null; grep sp-test /etc/nftables.conf; nft list tables`)).to.equal(
      'table inet filter\ntable inet foreign',
    );
    expect(await output('cmp /etc/nftables.conf /root/nft.bak && echo same')).to.equal('same');
  });
});
