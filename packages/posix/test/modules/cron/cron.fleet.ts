import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { cron } from '../../../src/modules/cron/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('jobs of a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
  });
  after(() => node.channel.close());

  const output = async (command: string): Promise<string> => (await host.exec(command)).stdout;
  const nightly = { schedule: '0 3 * * *', command: '/usr/bin/true' };

  /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
  async function apply(identity: string, properties: JsonObject, as = node): Promise<readonly string[]> {
    const result = await converge(as, cron, { identity, properties });
    expect(result.problems).to.deep.equal([]);
    expect(result.outcomes.map((outcome) => ('reason' in outcome ? outcome.reason : outcome.status))).to.deep.equal(
      result.titles.map(() => 'done'),
    );
    expect([result.remaining, result.predicted]).to.deep.equal([[], []]);
    expect((await converge(as, cron, { identity, properties })).titles).to.deep.equal([]);
    return result.titles;
  }

  it('adds to the crontab of an account and takes away what it added, byte for byte', async () => {
    const before = '# caf\xe9\nPATH=/bin\n\n*/5 *  * * *\techo "50\\%"\n';
    const base64 = Buffer.from(before, 'latin1').toString('base64');
    await host.exec(`echo ${base64} | base64 -d | crontab -u deploy -`);
    expect(Buffer.from(await output('crontab -u deploy -l | base64'), 'base64').toString('latin1')).to.equal(before);
    await apply('nächtlich "1"', { ...nightly, user: 'deploy', command: `date +\\%F 'ü' >/dev/null` });
    const table = await output('crontab -u deploy -l');
    expect(table).to.contain(`#Setpoint: nächtlich "1"\n0 3 * * * date +\\%F 'ü' >/dev/null\n`);
    await apply('nächtlich "1"', { user: 'deploy', state: 'absent' });
    expect(Buffer.from(await output('crontab -u deploy -l | base64'), 'base64').toString('latin1')).to.equal(before);
  });

  it('makes the first table of an account, and removes it with its last job', async () => {
    await apply('backup', { ...nightly, user: 'guest' });
    await apply('backup', { schedule: '@daily', command: 'x', user: 'guest', disabled: true });
    expect(await output('stat -c "%a %U %G" /var/spool/cron/crontabs/guest')).to.equal('600 guest crontab\n');
    await apply('backup', { user: 'guest', state: 'absent' });
    expect(await output('ls /var/spool/cron/crontabs')).to.not.contain('guest');
  });

  it('manages the crontab of the account that it acts as, and says of another that it may not', async () => {
    const guest = await openFleetNode(host, fleet, { user: 'guest' });
    await apply('own', { ...nightly, user: 'guest' }, guest);
    const { edits, problems } = await converge(guest, cron, { identity: 'own', properties: nightly }).catch(() => ({
      edits: [],
      problems: [],
    }));
    expect(problems).to.deep.equal([]);
    expect(edits[0]?.before).to.deep.equal({ kind: 'unknown', cause: { kind: 'denied', what: 'the crontab of root' } });
    await guest.channel.close();
  });

  it('keeps a file of the system, and removes it with its last line', async () => {
    await apply('renew', { ...nightly, file: 'sp-renew', user: 'deploy' });
    await apply('MAILTO', { value: 'ops@example.com', file: 'sp-renew' });
    expect(await output('cat /etc/cron.d/sp-renew; stat -c "%a %U" /etc/cron.d/sp-renew')).to.equal(
      'MAILTO=ops@example.com\n#Setpoint: renew\n0 3 * * * deploy /usr/bin/true\n644 root\n',
    );
    await apply('renew', { state: 'absent', file: 'sp-renew' });
    const titles = await apply('MAILTO', { value: '', state: 'absent', file: 'sp-renew' });
    expect(titles).to.deep.equal(['remove /etc/cron.d/sp-renew, which holds nothing else']);
    expect(await output('ls /etc/cron.d')).to.not.contain('sp-renew');
  });

  it('refuses to write a table that somebody changed since the plan', async () => {
    await apply('first', nightly);
    const operations = await planOperations(node, cron, { identity: 'second', properties: nightly });
    await host.exec('(crontab -l; echo "@daily /usr/bin/other") | crontab -');
    const [outcome] = await executeAll(node.channel, operations);
    expect(outcome).to.deep.equal({
      status: 'refused',
      reason: 'the crontab of root is another one than the plan found',
    });
    await apply('second', nightly);
    expect(await output('crontab -l')).to.contain('/usr/bin/other');
  });

  it('says what crontab says of lines that it does not take', async () => {
    await host.exec('printf "61 * * * * x\\n" >/var/spool/cron/crontabs/root');
    const { outcomes } = await converge(node, cron, { identity: 'second', properties: nightly });
    expect(outcomes[0]).to.include({ status: 'failed' });
    expect(JSON.stringify(outcomes[0])).to.contain('bad minute');
    await host.exec('crontab -r');
  });

  it('does the same with the crontab of busybox', async () => {
    await host.exec('mv /usr/bin/crontab /usr/bin/crontab.real; ln -s busybox /usr/bin/crontab');
    await apply('backup', { ...nightly, user: 'nopass' });
    expect(await output('cat /var/spool/cron/crontabs/nopass')).to.equal(
      '#Setpoint: backup\n0 3 * * * /usr/bin/true\n',
    );
    await apply('backup', { user: 'nopass', state: 'absent' });
    await host.exec('mv /usr/bin/crontab.real /usr/bin/crontab');
  });

  it('has nothing to say of a node without cron but that it is missing', async () => {
    await host.exec('mv /usr/bin/crontab /usr/bin/crontab.real');
    const { problems } = await converge(node, cron, { identity: 'backup', properties: nightly });
    expect(problems.map(({ code }) => code)).to.deep.equal(['SP656']);
    await host.exec('mv /usr/bin/crontab.real /usr/bin/crontab');
  });
});
