import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { group } from '../../../src/modules/group/index.ts';
import { user } from '../../../src/modules/user/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

const hash = `$6$saltsaltsalt$${'aB./'.repeat(21)}xy`;

fleetSuite('accounts of a real host that are not as usual', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();

  function declare(identity: string, properties: JsonObject) {
    const { password } = properties;
    return { identity, properties, ...(typeof password === 'string' ? { body: password } : {}) };
  }

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject, module = user): Promise<Converged> {
    const result = await converge(node, module, declare(identity, properties));
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await converge(node, module, declare(identity, properties))).titles).to.deep.equal([]);
    return result;
  }

  describe('homes', () => {
    it('makes the directories above a home for everybody to pass, also where there were none', async () => {
      await apply('deep', { home: '/srv/people/of/deep' });
      expect(await output('stat -c "%U %a" /srv/people /srv/people/of')).to.equal('root 755\nroot 755');
      expect(await output('stat -c %U /srv/people/of/deep /srv/people/of/deep/.profile')).to.equal('deep\ndeep');
    });

    it('leaves what is above a home alone when it makes none', async () => {
      await apply('nohome', { home: '/srv/nowhere/nohome', create_home: false });
      expect(await output('ls -d /srv/nowhere')).to.equal('');
    });

    it('starts an empty home from /dev/null', async () => {
      await apply('bare', { skeleton: '/dev/null' });
      expect(await output('stat -c %U /home/bare; ls -A /home/bare')).to.equal('bare');
    });

    it("takes a home that a link leads to, and gives nobody else's files away", async () => {
      await host.exec(
        'mkdir -p /srv/real/linked && echo x >/srv/real/linked/of-root && ln -s /srv/real/linked /home/linked',
      );
      await apply('linked', {});
      expect(await output('stat -c %U /srv/real/linked/of-root; readlink /home/linked')).to.equal(
        'root\n/srv/real/linked',
      );
    });

    it('refuses a file in the place of a home and leaves no half-made account', async () => {
      await host.exec('echo x >/home/blocked');
      const { problems, outcomes } = await converge(node, user, declare('blocked', {}));
      expect(problems.map(({ code }) => code)).to.deep.equal(['SP603']);
      expect(outcomes).to.deep.equal([]);
      expect(await output('getent passwd blocked; cat /home/blocked')).to.equal('x');
    });

    it('gives a home the mode that login.defs says, made with the account or later', async () => {
      await host.exec(
        "sed -i '/^HOME_MODE/d; /^UMASK/d' /etc/login.defs; printf 'HOME_MODE 0710\\nUMASK 077\\n' >>/etc/login.defs",
      );
      await apply('moded', {});
      await apply('moded-later', { create_home: false });
      await apply('moded-later', { create_home: true });
      expect(await output('stat -c %a /home/moded /home/moded-later')).to.equal('710\n710');
    });

    it('never gives a linked file of the skeleton to the account', async () => {
      await host.exec('mkdir /etc/skel-link && ln -s /etc/shadow /etc/skel-link/trap');
      const before = await output('stat -c "%U %G %a" /etc/shadow');
      await apply('skelled', { skeleton: '/etc/skel-link' });
      expect(await output('stat -c "%U %G %a" /etc/shadow')).to.equal(before);
    });
  });

  describe('passwords and ageing', () => {
    it('takes 0 for a number of days, and -1 for none', async () => {
      const days = { password_min_days: 0, password_max_days: 0, password_warn_days: 0, password_inactive_days: 0 };
      await apply('aged', days);
      expect(await output("getent shadow aged | cut -d: -f4-7 | tr ':' ' '")).to.equal('0 0 0 0');
      await apply('aged', { password_max_days: -1, password_inactive_days: -1, password_warn_days: -1 });
      expect(await output("getent shadow aged | cut -d: -f4-7 | tr ':' ' '")).to.match(/^0\s*$/);
    });

    it('leaves ageing that is not declared as the node sets it', async () => {
      await apply('plain', {});
      expect(await output('getent shadow plain | cut -d: -f8')).to.equal('');
    });

    it('sets a password, a lock and an expiry of an account that has no entry in shadow', async () => {
      await host.exec("useradd -M shadowless && sed -i '/^shadowless:/d' /etc/shadow");
      await apply('shadowless', { shell: '/bin/sh' });
      await apply('shadowless', { password: hash, expires: '2031-01-01', locked: true });
      expect(await output('getent shadow shadowless | cut -d: -f2,8')).to.equal(`!${hash}:22280`);
    });
  });

  describe('numbers', () => {
    it('come from the declared range for new accounts and groups, and stay', async () => {
      await apply('ranged-group', { gid_min: 64000, gid_max: 64010 }, group);
      await apply('ranged', { uid_min: 63000, uid_max: 63010, group: 'ranged-group' });
      await apply('ranged-system', { uid_min: 380, uid_max: 385, system: true });
      expect(await output('id -u ranged; id -g ranged')).to.equal('63000\n64000');
      expect(await output('id -u ranged-system')).to.match(/^38[0-5]$/);
      await apply('ranged', { uid_min: 61000, uid_max: 61010 });
      expect(await output('id -u ranged')).to.equal('63000');
    });

    it('say in the plan which program a change would need that the node does not have', async () => {
      await host.exec('cd /usr/sbin && for tool in usermod useradd groupadd; do mv $tool hidden-$tool; done');
      try {
        const codes = async (properties: JsonObject, identity = 'ranged', module = user) =>
          (await converge(node, module, declare(identity, properties))).problems.map(({ code }) => code);
        expect(await codes({ shell: '/bin/dash' })).to.deep.equal(['SP658']);
        expect(await codes({ uid_min: 5000 }, 'never-made')).to.deep.equal(['SP658']);
        expect(await codes({ gid_min: 5000 }, 'never-made', group)).to.deep.equal(['SP658']);
        expect((await apply('ranged', { groups: ['audio'] })).titles).to.have.length(1);
      } finally {
        await host.exec('cd /usr/sbin && for tool in usermod useradd groupadd; do mv hidden-$tool $tool; done');
      }
    });
  });

  describe('groups', () => {
    it('knows further groups and the primary group by their numbers', async () => {
      await apply('numbered', { group: '100', groups: ['29'] });
      expect(await output('id -gn numbered; id -Gn numbered')).to.equal('users\nusers audio');
    });

    it('deletes a primary group only when it is forced to', async () => {
      await host.exec('groupadd crew && useradd -M -g crew sailor');
      const refused = await converge(node, group, declare('crew', { state: 'absent' }));
      expect(refused.problems.map(({ code }) => code)).to.deep.equal(['SP622']);
      await apply('crew', { state: 'absent', force: true }, group);
    });

    it('leaves no half-made account when a group disappears between the plan and the write', async () => {
      await host.exec('groupadd fleeting');
      const channel = {
        ...node.channel,
        execute: async (...wave: Parameters<typeof node.channel.execute>) => {
          await host.exec('groupdel -f fleeting');
          return node.channel.execute(...wave);
        },
      };
      const result = await converge(
        { ...node, channel },
        user,
        declare('early', { groups: ['fleeting'], password: hash }),
      );
      expect(result.outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
      expect(await output('getent passwd early; getent group early; ls -d /home/early')).to.equal('');
    });
  });

  describe('removal', () => {
    it('keeps home and mail unless told, and then deletes both', async () => {
      for (const [name, removeHome] of [
        ['kept', false],
        ['cleared', true],
      ] as const) {
        await apply(name, {});
        await host.exec(`mkdir -p /var/mail && touch /var/mail/${name} && chown ${name} /var/mail/${name}`);
        await apply(name, { state: 'absent', ...(removeHome ? { remove_home: true } : {}) });
      }
      expect(await output('ls -d /home/kept /var/mail/kept /home/cleared /var/mail/cleared')).to.equal(
        '/home/kept\n/var/mail/kept',
      );
    });

    it('is refused in the plan where userdel would delete the account and leave its home', async () => {
      await apply('astray', {});
      await host.exec('mv /home/astray /srv/astray && ln -s /srv/astray /home/astray');
      const gone = declare('astray', { state: 'absent', remove_home: true });
      expect((await converge(node, user, gone)).problems.map(({ code }) => code)).to.deep.equal(['SP603']);
      await host.exec('rm /home/astray && mv /srv/astray /home/astray && chown root /home/astray');
      expect((await converge(node, user, gone)).problems.map(({ code }) => code)).to.deep.equal(['SP603']);
      await apply('astray', { state: 'absent', remove_home: true, force: true });
      expect(await output('ls -d /home/astray')).to.equal('');
    });
  });

  it('is read and changed the same under a French locale', async () => {
    await host.exec(
      'printf "LANG=fr_FR.UTF-8\\nLC_ALL=fr_FR.UTF-8\\n" >/etc/default/locale; cp /etc/default/locale /etc/environment',
    );
    const french = await openFleetNode(host, fleet, { user: 'deploy', sudo: true });
    const declared = declare('francoise', { comment: 'Françoise Müller', groups: ['audio'], expires: '2030-01-31' });
    const first = await converge(french, user, declared);
    expect(first.outcomes.map(({ status }) => status)).to.deep.equal(['done']);
    expect(first.remaining).to.deep.equal([]);
    expect((await converge(node, user, declared)).edits).to.deep.equal([]);
    await french.channel.close();
  });
});
