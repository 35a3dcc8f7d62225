import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { authorizedKeys } from '../../../src/modules/authorized_keys/index.ts';
import { user } from '../../../src/modules/user/index.ts';
import { type Converged, converge, takeBack } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';
import { madeKey } from './made-key.ts';

const alice = `ssh-ed25519 ${madeKey('alice')} alice@desk`;
const bob = `restrict,command="echo \\"a, b\\"" ssh-ed25519 ${madeKey('bob')} bob`;

fleetSuite('keys of accounts on a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    await converge(node, user, { identity: 'carol', properties: {} });
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject, on = node): Promise<Converged> {
    const result = await converge(on, authorizedKeys, { identity, properties });
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(on, authorizedKeys, { identity, properties })).titles).to.deep.equal([]);
    return result;
  }

  it('makes the directory and the file as sshd wants them', async () => {
    await apply('carol', { keys: [alice, bob] });
    expect(await output('stat -c "%U:%G %a" ~carol/.ssh ~carol/.ssh/authorized_keys')).to.equal(
      'carol:carol 700\ncarol:carol 600',
    );
    expect(await output('cat ~carol/.ssh/authorized_keys')).to.equal(`${alice}\n${bob}`);
    expect(await output('ls -A ~carol/.ssh')).to.equal('authorized_keys');
  });

  it('keeps comments, order and foreign keys, and removes them when exclusive', async () => {
    await host.exec(`printf '# mine\\n\\nssh-ed25519 ${madeKey('dave')} dave' >>~carol/.ssh/authorized_keys`);
    await apply('carol', { keys: [alice.replace('alice@desk', 'alice@home')] });
    const dave = `ssh-ed25519 ${madeKey('dave')} dave`;
    expect(await output('cat ~carol/.ssh/authorized_keys')).to.equal(
      [alice.replace('desk', 'home'), bob, '# mine', '', dave].join('\n'),
    );
    await apply('carol', { keys: [bob], exclusive: true });
    expect(await output('cat ~carol/.ssh/authorized_keys')).to.equal([bob, '# mine'].join('\n'));
    await apply('carol', { keys: [bob], state: 'absent' });
    expect(await output('cat ~carol/.ssh/authorized_keys')).to.equal('# mine');
  });

  it('gives back a directory of root and takes away what sshd forbids', async () => {
    await host.exec('chown root:root ~carol/.ssh; chmod 777 ~carol/.ssh ~carol/.ssh/authorized_keys');
    const { edits } = await apply('carol', { keys: [alice] });
    expect(edits.map(({ path }) => path)).to.deep.equal(['keys', 'directory_owner', 'directory_mode', 'mode']);
    expect(await output('stat -c "%U %a" ~carol/.ssh ~carol/.ssh/authorized_keys')).to.match(
      /^carol 7[05][05]\ncarol 600$/,
    );
    await host.exec('chmod 666 ~carol/.ssh/authorized_keys');
    await apply('carol', { keys: [alice] });
  });

  it('opens the account for the key, over ssh', async () => {
    const key = (await host.exec('cat /root/.ssh/authorized_keys')).stdout.trim();
    await apply('carol', { keys: [key] });
    const carol = await openFleetNode(host, fleet, { user: 'carol' });
    await apply('carol', { keys: [alice] }, carol);
    await carol.channel.close();
  });

  const traps = {
    'a linked file': 'ln -sf /etc/shadow authorized_keys',
    'a dangling link': 'ln -sf /root/new authorized_keys',
    'a pipe': 'mkfifo authorized_keys',
    'a linked directory': 'cd .. && rm -rf .ssh && ln -s /root/.ssh .ssh',
  };
  for (const [name, command] of Object.entries(traps)) {
    it(`refuses ${name} in the home and leaves what it leads to`, async () => {
      await host.exec(
        `rm -rf ~carol/.ssh; install -d -o carol -g carol -m 700 ~carol/.ssh; cd ~carol/.ssh && ${command}`,
      );
      const before = await output('cat /etc/shadow /root/.ssh/authorized_keys | sha256sum; ls /root');
      const result = await converge(node, authorizedKeys, { identity: 'carol', properties: { keys: [alice] } });
      expect(result.problems.map(({ code }) => code)).to.deep.equal(['SP623']);
      expect(JSON.stringify(result)).to.not.include('root:');
      expect(await output('cat /etc/shadow /root/.ssh/authorized_keys | sha256sum; ls /root')).to.equal(before);
    });
  }

  it('leads nowhere when the link is planted between the plan and the write', async () => {
    await host.exec('rm -rf ~carol/.ssh; install -d -o carol -g carol -m 700 ~carol/.ssh');
    const before = await output('sha256sum </root/.ssh/authorized_keys');
    const trapped = {
      ...node,
      channel: {
        ...node.channel,
        execute: async (...wave: Parameters<typeof node.channel.execute>) => {
          await host.exec('rm -rf ~carol/.ssh; ln -s /root/.ssh ~carol/.ssh');
          return node.channel.execute(...wave);
        },
      },
    };
    const { outcomes } = await converge(trapped, authorizedKeys, { identity: 'carol', properties: { keys: [alice] } });
    expect(outcomes.map(({ status }) => status)).to.not.include('done');
    expect(await output('sha256sum </root/.ssh/authorized_keys')).to.equal(before);
  });

  it('may stand in a file of root, which nobody else can change (K-07)', async () => {
    await host.exec('mkdir -p /etc/ssh/keys');
    const path = '/etc/ssh/keys/%u';
    await apply('carol', { path, keys: [alice, bob] });
    expect(await output('stat -c "%U:%G %a" /etc/ssh/keys/carol; cat /etc/ssh/keys/carol')).to.equal(
      `root:root 644\n${alice}\n${bob}`,
    );
    await host.exec('chown carol /etc/ssh/keys/carol; chmod 666 /etc/ssh/keys/carol');
    await apply('carol', { path, keys: [alice], exclusive: true });
    expect(await output('stat -c "%U %a" /etc/ssh/keys/carol; cat /etc/ssh/keys/carol')).to.equal(`root 644\n${alice}`);
    await host.exec('ln -sf /etc/shadow /etc/ssh/keys/carol');
    const declared = { identity: 'carol', properties: { path, keys: [bob] } };
    expect((await converge(node, authorizedKeys, declared)).problems.map(({ code }) => code)).to.deep.equal(['SP623']);
    await host.exec('rm /etc/ssh/keys/carol');
    expect((await takeBack(node, authorizedKeys, declared)).remaining).to.deep.equal([]);
    expect(await output('ls -A /etc/ssh/keys')).to.equal('');
    await host.exec('chmod 777 /etc/ssh/keys');
    expect((await converge(node, authorizedKeys, declared)).problems.map(({ code }) => code)).to.deep.equal(['SP623']);
  });

  it('says that the account or its home is missing', async () => {
    const declared = { properties: { keys: [alice] } };
    const nobody = await converge(node, authorizedKeys, { identity: 'no-such-account', ...declared });
    expect(nobody.problems[0]?.hint).to.include('user: no-such-account');
    await host.exec('useradd -M homeless');
    const homeless = await converge(node, authorizedKeys, { identity: 'homeless', ...declared });
    expect(homeless.problems[0]?.hint).to.include('create_home');
  });
});
