import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { sudoers } from '../../../src/modules/sudoers/index.ts';
import { type Converged, converge } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('files of sudoers on a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout.trim();
  const declare = (properties: JsonObject, body?: string) =>
    converge(node, sudoers, { identity: 'ops', properties, ...(body === undefined ? {} : { body }) });

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(properties: JsonObject, body?: string): Promise<Converged> {
    const result = await declare(properties, body);
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect(result.remaining).to.deep.equal([]);
    expect(result.predicted).to.deep.equal([]);
    expect((await declare(properties, body)).titles).to.deep.equal([]);
    return result;
  }
  const guestMay = async (command: string): Promise<boolean> =>
    (await host.exec(`runuser -u guest -- sudo -n ${command}`)).code === 0;

  it('lets an account run what is declared and nothing else', async () => {
    await apply({
      rules: [{ user: 'guest', nopasswd: true, commands: ['/usr/bin/printf a\\,b:c\\=%s x', '/bin/true'] }],
    });
    expect(await output('stat -c "%U:%G %a" /etc/sudoers.d/ops')).to.equal('root:root 440');
    expect([await guestMay('/bin/true'), await guestMay('/bin/cat /etc/shadow')]).to.deep.equal([true, false]);
    expect(await output('ls -A /etc/sudoers.d | grep setpoint; visudo -c >/dev/null && echo fine')).to.equal('fine');
  });

  const wrong = {
    'a file that sudo does not understand': 'guest ALL=(root NOPASSWD: ALL\n',
    'a name that another file has too': 'User_Alias DEPLOYERS = guest\n',
  };
  for (const [what, body] of Object.entries(wrong)) {
    it(`refuses ${what} before it is there`, async () => {
      await host.exec(
        "printf 'User_Alias DEPLOYERS = deploy\\n' >/etc/sudoers.d/other; chmod 440 /etc/sudoers.d/other",
      );
      const before = await output('sha256sum </etc/sudoers.d/ops');
      const { outcomes } = await declare({}, body);
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['failed']);
      expect(JSON.stringify(outcomes)).to.include('/etc/sudoers.d/ops:1');
      expect(await output('sha256sum </etc/sudoers.d/ops')).to.equal(before);
      expect(await guestMay('/bin/true')).to.equal(true);
      await host.exec('rm /etc/sudoers.d/other');
    });
  }

  it('is not kept back by another file that is wrong', async () => {
    await host.exec("printf 'nonsense(\\n' >/etc/sudoers.d/broken");
    await apply({}, 'guest ALL=(root) NOPASSWD: /bin/true\n');
    await host.exec('rm /etc/sudoers.d/broken');
  });

  it('says all that rules can say in words that visudo reads (SU-03)', async () => {
    await apply({
      defaults: [
        '!requiretty',
        ':guest timestamp_timeout=5',
        ':%games !lecture',
        '!/bin/true !log_allowed',
        '>root umask=027',
      ],
      rules: [
        {
          user: 'guest',
          hosts: ['ALL'],
          run_as: 'games:games',
          nopasswd: true,
          noexec: true,
          setenv: true,
          commands: ['/bin/true'],
        },
        { group: 'domain users', run_as: 'ALL', commands: ['ALL', '!/usr/bin/su'] },
        { user: '#65533', commands: ['sudoedit /etc/hosts', '/bin/ls \\* *'] },
      ],
    });
    expect([await guestMay('-u games A=b /bin/true'), await guestMay('/bin/true')]).to.deep.equal([true, false]);
  });

  it('is a file of another directory that sudo reads (SU-04)', async () => {
    await host.exec('mkdir -m 750 /etc/sudoers.more; printf "@includedir /etc/sudoers.more\\n" >/etc/sudoers.d/more');
    const more = (properties: JsonObject) => converge(node, sudoers, { identity: '/etc/sudoers.more/ops', properties });
    await more({ rules: [{ user: 'guest', nopasswd: true, commands: ['/bin/ls'] }] });
    expect(await guestMay('/bin/ls /')).to.equal(true);
    for (const count of [1, 0]) expect((await more({ state: 'absent' })).titles).to.have.length(count);
    expect(await guestMay('/bin/ls /')).to.equal(false);
    await host.exec('rm -r /etc/sudoers.d/more /etc/sudoers.more');
  });

  it('takes foreign owners and modes back, and the file away, twice', async () => {
    await apply({}, 'guest ALL=(root) NOPASSWD: /bin/true\n');
    await host.exec('chmod 644 /etc/sudoers.d/ops; chgrp games /etc/sudoers.d/ops');
    const { edits } = await apply({}, 'guest ALL=(root) NOPASSWD: /bin/true\n');
    expect(edits.map(({ path }) => path)).to.deep.equal(['group', 'mode']);
    await apply({ state: 'absent' });
    await apply({ state: 'absent' });
    expect(await guestMay('/bin/true')).to.equal(false);
  });

  it('says that visudo is missing, and writes without it when told so', async () => {
    await host.exec('mv /usr/sbin/visudo /usr/sbin/visudo.away');
    const { problems } = await declare({ rules: [{ user: 'guest', commands: ['ALL'] }] });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP686']);
    await apply({ rules: [{ user: 'guest', commands: ['/bin/true'] }], validate: false });
    await host.exec('mv /usr/sbin/visudo.away /usr/sbin/visudo');
  });
});
