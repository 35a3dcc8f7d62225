import type { Answer, Channel, JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { user } from '../../../src/modules/user/index.ts';
import { type Converged, converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const hash = `$6$saltsaltsalt$${'aB./'.repeat(21)}xy`;
const otherHash = `$y$j9T$saltsalt$${'Z'.repeat(43)}`;

fleetSuite('accounts of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const passwordOf = (name: string) => output(`getent shadow ${name} | cut -d: -f2`);

  function declare(identity: string, properties: JsonObject) {
    const { password } = properties;
    return { identity, properties, ...(typeof password === 'string' ? { body: password } : {}) };
  }

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject): Promise<Converged> {
    const result = await converge(node, user, declare(identity, properties));
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, user, declare(identity, properties))).titles).to.deep.equal([]);
    return result;
  }

  it('makes an account with everything in one operation', async () => {
    const { titles } = await apply('alice', {
      uid: 4711,
      groups: ['adm', 'audio'],
      comment: "Alice O'Brien, $HOME `id`",
      shell: '/bin/bash',
      password: hash,
      expires: '2030-01-31',
      password_max_days: 90,
      password_min_days: 0,
    });
    expect(titles).to.deep.equal(['set up user alice']);
    expect(await output('getent passwd alice')).to.match(
      /^alice:x:4711:\d+:Alice O'Brien, \$HOME `id`:\/home\/alice:\/bin\/bash$/,
    );
    expect(await output('id -Gn alice | tr " " "\\n" | sort | xargs')).to.equal('adm alice audio');
    expect(await passwordOf('alice')).to.equal(hash);
    expect(await output('stat -c %U:%G /home/alice /home/alice/.bashrc')).to.equal('alice:alice\nalice:alice');
    expect(await output("getent shadow alice | cut -d: -f4-8 | tr ':' ' '")).to.equal('0 90 7  21945');
  });

  it('has exactly the declared groups, or at least them with append', async () => {
    await apply('alice', { groups: ['video'], append: true });
    expect(await output('id -Gn alice | tr " " "\\n" | sort | xargs')).to.equal('adm alice audio video');
    await apply('alice', { groups: ['video'] });
    expect(await output('id -Gn alice | tr " " "\\n" | sort | xargs')).to.equal('alice video');
    await apply('alice', { groups: [] });
  });

  it('is content with a primary group that is also listed among the further ones', async () => {
    await apply('alice', { group: 'users', groups: ['users', 'audio'] });
    await host.exec('gpasswd -a alice users');
    await apply('alice', { group: 'users', groups: ['audio'] });
    await apply('alice', { groups: ['users', 'audio'] });
  });

  it('locks and unlocks without losing the password', async () => {
    await apply('alice', { locked: true });
    expect(await passwordOf('alice')).to.equal(`!${hash}`);
    await apply('alice', { password: otherHash });
    expect(await passwordOf('alice'), 'a new password does not unlock').to.equal(`!${otherHash}`);
    await apply('alice', { locked: false });
    expect(await passwordOf('alice')).to.equal(otherHash);
    await apply('alice', { password: '*' });
    expect(await passwordOf('alice')).to.equal('*');
  });

  it('leaves a password that was chosen later when it is for new accounts only', async () => {
    await apply('alice', { password: hash });
    await apply('alice', { password: otherHash, update_password: 'on_create' });
    expect(await passwordOf('alice')).to.equal(hash);
    await host.exec('useradd -M halfmade');
    await apply('halfmade', { password: otherHash, update_password: 'on_create' });
    expect(await passwordOf('halfmade'), 'one that never had a password gets it').to.equal(otherHash);
  });

  it('takes an expiry away, and closes an account on the first day there was', async () => {
    await apply('alice', { expires: '1970-01-01' });
    expect(await output('getent shadow alice | cut -d: -f8')).to.equal('0');
    await apply('alice', { expires: 'never' });
    expect(await output('getent shadow alice | cut -d: -f8')).to.equal('');
  });

  it('moves a home with its files and changes the number with it', async () => {
    await host.exec('echo mine >/home/alice/note && chown alice /home/alice/note');
    await apply('alice', { home: '/srv/people/alice', move_home: true, uid: 4800 });
    expect(await output('cat /srv/people/alice/note; stat -c %u /srv/people/alice/note')).to.equal('mine\n4800');
    expect(await output('ls -d /home/alice')).to.equal('');
  });

  it('makes the home that an existing account lacks, as its skeleton says', async () => {
    await apply('agent', { system: true, home: '/var/lib/agent' });
    expect(await output('ls -d /var/lib/agent')).to.equal('');
    expect(Number(await output('id -u agent'))).to.be.lessThan(1000);
    await host.exec(
      'mkdir /etc/skel-agent && echo x >/etc/skel-agent/.agentrc && ln -s /etc/shadow /etc/skel-agent/link',
    );
    await apply('agent', { home: '/var/lib/agent', create_home: true, skeleton: '/etc/skel-agent' });
    expect(await output('stat -c %U:%G /var/lib/agent /var/lib/agent/.agentrc')).to.equal('agent:agent\nagent:agent');
    expect(await output('stat -c %U /etc/shadow'), 'a link in the skeleton leads to no foreign file').to.equal('root');
  });

  it('takes a group of the same name that is there already', async () => {
    await host.exec('groupadd -g 4999 team');
    await apply('team', {});
    expect(await output('id -g team')).to.equal('4999');
  });

  it('refuses a number that another account has', async () => {
    const { problems, outcomes } = await converge(node, user, declare('bob', { uid: 4800 }));
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP620']);
    expect(outcomes).to.deep.equal([]);
  });

  it('says which group is missing', async () => {
    const { problems } = await converge(node, user, declare('bob', { groups: ['no-such-group'] }));
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP604']);
  });

  it('is right on a node of which the plan did not know whether it has the account', async () => {
    await host.exec('useradd -M -s /bin/sh known');
    for (const name of ['known', 'unheard']) {
      let asked = 0;
      const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:web' } };
      const ask: Channel['ask'] = async (questions) => {
        asked += 1;
        const result = await node.channel.ask(questions);
        if (result.kind === 'failed' || asked > 1) return result;
        const answers = result.answers.map((answer, index) =>
          questions[index]?.query.kind === 'account' ? later : answer,
        );
        return { ...result, answers };
      };
      const properties = { shell: '/bin/bash', groups: ['audio'], password: hash, update_password: 'on_create' };
      const unsure = { ...node, channel: { ...node.channel, ask } };
      const { edits, outcomes, remaining } = await converge(unsure, user, declare(name, properties));
      expect(edits.every(({ before }) => before.kind === 'unknown')).to.equal(true);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['done']);
      expect(remaining).to.deep.equal([]);
    }
  });

  it('has a key pair made on the node, and leaves one that is there', async () => {
    const { edits } = await apply('keeper', { ssh_key: { comment: "keeper's own" } });
    expect(edits.at(-1)?.after).to.deep.equal({ kind: 'value', value: 'ed25519 in ~/.ssh/id_ed25519' });
    expect(await output('cd /home/keeper; stat -c "%a %U:%G" .ssh .ssh/id_ed25519 .ssh/id_ed25519.pub')).to.equal(
      '700 keeper:keeper\n600 keeper:keeper\n600 keeper:keeper',
    );
    const lock = 'ssh-keygen -y -P "" -f /home/keeper/.ssh/id_ed25519; cut -d" " -f3- /home/keeper/.ssh/id_ed25519.pub';
    const key = await output(lock);
    expect(key).to.match(/^ssh-ed25519 \S+ keeper's own\nkeeper's own$/);
    await apply('keeper', { ssh_key: { comment: 'another' } });
    expect(await output(lock)).to.equal(key);
  });

  it('makes no key through a link, and none in the home of somebody else', async () => {
    await host.exec(
      'ln -s /etc/sp-planted /home/keeper/.ssh/id_rsa; ln -s /root /home/keeper/mine; chown -h keeper /home/keeper/mine',
    );
    await apply('keeper', { ssh_key: { type: 'rsa' } });
    const { outcomes } = await converge(node, user, declare('keeper', { ssh_key: { path: 'mine/id_ed25519' } }));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
    expect(await output('ls /etc/sp-planted* /root/id_*')).to.equal('');
    await apply('keeper', { ssh_key: { type: 'ecdsa', bits: 384, path: '.config/keys/fetch' } });
    expect(await output('ssh-keygen -l -f /home/keeper/.config/keys/fetch')).to.match(/^384 .* keeper@\S+ \(ECDSA\)$/);
  });

  it('deletes an account with its home, and one that is gone needs nothing', async () => {
    await apply('alice', { state: 'absent', remove_home: true });
    expect(await output('getent passwd alice; ls -d /srv/people/alice')).to.equal('');
    await apply('alice', { state: 'absent', remove_home: true });
  });

  it('does not delete an account that is at work unless it is forced to', async () => {
    await host.exec('setsid setpriv --reuid=team --regid=team --clear-groups sleep 300 >/dev/null 2>&1 & echo');
    const refused = await converge(node, user, declare('team', { state: 'absent' }));
    expect(refused.outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
    await apply('team', { state: 'absent', force: true });
  });

  it('never shows a hash in the process list or in what it says', async () => {
    await host.exec(
      "setsid sh -c 'while :; do ps -eww -o args; done >/tmp/seen 2>/dev/null' >/dev/null 2>&1 & echo $! >/tmp/watcher",
    );
    const result = await apply('carol', { password: hash });
    await host.exec('kill -- "-$(cat /tmp/watcher)" || kill "$(cat /tmp/watcher)"');
    expect(await output('grep -c sshd /tmp/seen || true'), 'the watcher saw processes').to.not.equal('0');
    expect(await output('grep -c saltsaltsalt /tmp/seen || true')).to.equal('0');
    expect(JSON.stringify(result)).to.not.include('saltsaltsalt');
  });

  it('plans as an account without rights and says which properties it could not read', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    const declared = declare('carol', { password: hash, shell: '/bin/sh', locked: false });
    const result = await converge(guest, user, declared);
    const [forced] = await executeAll(guest.channel, await planOperations(guest, user, declared));
    await guest.channel.close();
    expect(result.edits.map(({ path, before }) => [path, before.kind])).to.deep.equal([
      ['password', 'unknown'],
      ['locked', 'unknown'],
    ]);
    expect(result.outcomes, 'a node is left alone of which something could not be read').to.deep.equal([]);
    expect(forced?.status).to.equal('failed');
  });
});
