import type { JsonObject } from '@setpoint/model';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { expect } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { type Converged, converge, executeAll, planOperations } from '../../support/converge.ts';
import { type FleetNode, openFleetNode } from '../../support/fleet-node.ts';

fleetSuite('commands on a real host', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let node: FleetNode;

  before(async () => {
    node = await openFleetNode(host, fleet);
    await output('rm -rf /srv/commands && mkdir -p /srv/commands');
  });
  after(() => node.channel.close());

  const output = async (script: string): Promise<string> => (await host.exec(script)).stdout.trim();
  const run = (properties: JsonObject, stdin?: string): Promise<Converged> =>
    converge(node, command, {
      identity: 'the command',
      properties: { cwd: '/srv/commands', ...properties },
      ...(stdin === undefined ? {} : { body: stdin }),
    });

  it('are run until what they create is there, by name and by pattern', async () => {
    const creating = { run: 'date >made-1.txt', creates: '/srv/commands/made-*.txt' };
    const first = await run(creating);
    expect(first.edits).to.deep.equal([
      { path: 'run', before: { kind: 'absent' }, after: { kind: 'value', value: 'date >made-1.txt' } },
    ]);
    expect(first).to.deep.include({ remaining: [], predicted: [] });
    expect((await run(creating)).edits).to.deep.equal([]);
    const removing = { argv: ['rm', 'made-1.txt'], removes: ['/srv/commands/made-1.txt', '/srv/commands/made-*'] };
    expect(await run(removing)).to.deep.include({ remaining: [], predicted: [] });
    expect((await run(removing)).edits).to.deep.equal([]);
  });

  it('do not run when somebody else has done their work between plan and apply', async () => {
    for (const guard of [{ creates: '/srv/commands/raced' }, { removes: '/srv/commands/gone' }]) {
      await output('cd /srv/commands; rm -f raced; touch gone');
      const declared = { identity: 'the command', properties: { run: 'touch /srv/commands/ran', ...guard } };
      const operations = await planOperations(node, command, declared);
      await output('cd /srv/commands; ln -s nowhere raced; rm gone');
      const [outcome] = await executeAll(node.channel, operations);
      expect(outcome)
        .to.have.property('output')
        .that.matches(/^not needed: /);
    }
    expect(await output('ls /srv/commands/ran 2>/dev/null || :')).to.equal('');
  });

  it('may leave a child behind, which goes on and holds nothing up', async () => {
    const started = performance.now();
    const { outcomes } = await run({ run: 'sleep 20 & echo $! >child; echo started', always: true });
    expect(outcomes[0]).to.include({ status: 'done', output: 'started' });
    expect(performance.now() - started).to.be.lessThan(10_000);
    expect(
      await output('kill -0 "$(cat /srv/commands/child)" && kill "$(cat /srv/commands/child)" && echo ran'),
    ).to.equal('ran');
  });

  it('are ended with their children at the deadline', async () => {
    const { outcomes } = await run({
      run: 'trap "" TERM; setsid true; sleep 61 & echo $! >child; wait; sleep 61',
      timeout_seconds: 1,
      always: true,
    });
    expect(outcomes[0]).to.include({ reason: 'the deadline of 1 s passed and it was ended' });
    expect(await output('kill -0 "$(cat /srv/commands/child)" 2>/dev/null || echo ended')).to.equal('ended');
  });

  it('are scripts with blanks in their path, without a first line that names the shell, in any language', async () => {
    await output(
      `cd /srv/commands; printf 'printf "%%s|" "$0" "$@"\\n' >"my größe.sh"; chmod 755 "my größe.sh"; ln -s "$PWD/my größe.sh" /usr/local/bin/`,
    );
    for (const program of ['/srv/commands/my größe.sh', './my größe.sh', 'my größe.sh']) {
      const { outcomes } = await run({ argv: [program, 'a b', 'größe', ''], always: true });
      expect(outcomes[0], program)
        .to.have.property('output')
        .that.matches(/my größe\.sh\|a b\|größe\|\|$/);
    }
  });

  it('may print without end and in no known encoding', async () => {
    const { outcomes } = await run({
      run: `head -c 30000000 /dev/zero | tr '\\0' x; printf 'gr\\366\\337e\\n\\377\\000end\\n'; exit 9`,
      always: true,
    });
    expect(outcomes[0]).to.include({ status: 'failed', exitCode: 9 });
    expect(outcomes[0]).to.have.property('reason').that.matches(/end$/);
    expect(outcomes[0]).to.have.property('output').with.length.lessThan(9000);
  });

  it('read a standard input as it is, and none when none is declared', async () => {
    expect((await run({ run: 'od -An -c', always: true }, 'a\r\n$HOME')).outcomes[0]).to.have.property(
      'output',
      'a  \\r  \\n   $   H   O   M   E',
    );
    expect((await run({ run: 'wc -c', always: true })).outcomes[0]).to.have.property('output', '0');
  });

  it('take the declared exit codes for success and no other', async () => {
    const codes = { success_codes: [0, 2], always: true };
    const statuses = await Promise.all([0, 2, 3].map((code) => run({ run: `exit ${code}`, ...codes })));
    expect(statuses.map(({ outcomes }) => outcomes[0]?.status)).to.deep.equal(['done', 'done', 'failed']);
  });
});
