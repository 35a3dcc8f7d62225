import { setTimeout as delay } from 'node:timers/promises';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject, RunSummary } from '../../packages/model/src/index.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { at, linesOf, runSetpoint, type SetpointResult, startSetpoint } from './support/setpoint.ts';

/** Lasts until it is let go; what it makes has a name of its own, because it may outlive its test. */
function heldCommand(makes: string): JsonObject {
  const run = `until [ -e /srv/go-${makes} ]; do sleep 0.1; done; touch /srv/${makes}`;
  return { command: 'wait', run, creates: `/srv/${makes}` };
}

async function letGo(makes: string, ...hosts: readonly FleetHost[]): Promise<void> {
  await Promise.all(hosts.map((host) => host.exec(`touch /srv/go-${makes}`)));
}

/** A lost host is given up within this time: the bound for a connection that went silent, and the plan before it. */
const giveUpMs = 60_000;

fleetSuite('an apply that is disturbed', (fleet) => {
  const hosts = fleet.hosts as readonly [FleetHost, FleetHost, FleetHost, FleetHost];
  let project: Project;

  function prepare(resources: readonly JsonObject[], of: readonly FleetHost[] = hosts.slice(0, 1)): Project {
    project = createProject({
      'inventory.yaml': inventoryOf(of, fleet),
      'playbooks/site.yaml': playbookOf(resources),
    });
    return project;
  }
  // What a disturbed apply left running on a host keeps the host's lock until it ends; the next test starts on free hosts.
  afterEach(async () => {
    project.remove();
    await Promise.all(hosts.map((host) => assertFreed(host, lockSilenceSeconds)));
  });
  const startApply = (...more: readonly string[]) =>
    startSetpoint(['apply', '--yes', '--json', ...more], { cwd: project.dir });

  it('names what is unknown on hosts that froze, lost their link or died, and finishes the others', async () => {
    prepare(
      [{ file: '/srv/first', content: '1\n' }, heldCommand('after-faults'), { file: '/srv/last', content: '2\n' }],
      hosts,
    );
    const running = startApply();
    const [frozen, cut, dead] = hosts;
    for (const name of ['n1', 'n2', 'n3', 'n4']) await running.says(startOf(name, 'command:wait'));
    await Promise.all([frozen.freeze(), cut.disconnect(), dead.kill()]);
    await letGo('after-faults', hosts[3]);
    const result = await running.ended;
    await Promise.all([frozen.thaw(), cut.reconnect(), dead.start()]);
    await letGo('after-faults', frozen, cut);
    assert.equal(result.code, 3, result.stdout.slice(-2000));
    assert.isBelow(result.durationMs, giveUpMs);
    const summary = summaryOf(result);
    assert.deepEqual(
      summary.map(({ node, status }) => `${node} ${status}`),
      ['n1 unknown', 'n2 unknown', 'n3 unknown', 'n4 converged'],
    );
    for (const { outcomes } of summary.slice(0, 3)) {
      assert.deepEqual(outcomes.slice(0, 2), ['done', 'unknown']);
      assert.notEqual(outcomes[2], 'done');
    }
  });

  it('waits on the first SIGINT for the package that is being installed, and starts nothing after it', async () => {
    prepare([{ package: 'sp-slow' }, { file: '/srv/after', content: 'x\n' }, { directory: '/srv/d' }]);
    const running = startApply();
    await running.says(startOf('n1', 'package:sp-slow'));
    running.child.kill('SIGINT');
    const result = await running.ended;
    assert.equal(result.code, 130);
    const [node] = summaryOf(result);
    assert.deepEqual(node?.outcomes, ['done', 'not-started', 'not-started']);
    assert.equal(node?.status, 'interrupted');
    const status = await hosts[0].exec(
      "dpkg-query -W -f '${db:Status-Status}' sp-slow; ls -d /srv/after /srv/d 2>/dev/null",
    );
    assert.equal(status.stdout, 'installed');
    const planned = project.journals()[0]?.find((entry) => entry.kind === 'run-started')?.plan.totals.operations;
    assert.equal(planned, node?.outcomes.length);
  });

  it('ends at once on the second SIGINT', async () => {
    prepare([heldCommand('after-second-signal')]);
    const running = startApply();
    await running.says(startOf('n1', 'command:wait'));
    running.child.kill('SIGINT');
    await running.says('no new operation is started');
    const secondMs = performance.now();
    running.child.kill('SIGINT');
    const result = await running.ended;
    assert.equal(result.code, 130);
    assert.isBelow(performance.now() - secondMs, 1000);
    await letGo('after-second-signal', hosts[0]);
    await assertFreed(hosts[0]);
  });

  it('leaves a journal that tells what may have happened, even when it is killed', async () => {
    prepare([
      { file: '/srv/before-kill', content: '1\n' },
      heldCommand('after-kill'),
      { file: '/srv/last', content: '2\n' },
    ]);
    const running = startApply();
    await running.says(startOf('n1', 'command:wait'));
    await until(() => (project.journals()[0] ?? []).some(({ kind }) => kind === 'operation-ended'));
    running.child.kill('SIGKILL');
    await running.ended;
    await letGo('after-kill', hosts[0]);
    const told = await runSetpoint(['runs', 'last', '--json'], { cwd: project.dir });
    assert.equal(told.code, 0, told.stderr);
    const outcomes = at(linesOf(told.stdout, 'run')[0], 'run', 'open', 0, 'outcomes') as readonly JsonObject[];
    assert.deepEqual(
      outcomes.map((outcome) => at(outcome, 'outcome', 'status')),
      ['done', 'unknown'],
      'the last file was of a later wave, which never left',
    );
    const text = await runSetpoint(['runs', 'last'], { cwd: project.dir });
    assert.match(text.stdout, /killed/);
    await assertFreed(hosts[0]);
  });

  it('keeps a second apply out of the project and off the host, and names itself to both', async () => {
    prepare([heldCommand('while-locked')]);
    const other = createProject({
      'inventory.yaml': inventoryOf(hosts.slice(0, 1), fleet),
      'playbooks/site.yaml': playbookOf([{ file: '/srv/other', content: 'x\n' }]),
    });
    const running = startApply();
    await running.says(startOf('n1', 'command:wait'));
    const [sameProject, sameHost] = await Promise.all(
      [project, other].map(({ dir }) => runSetpoint(['apply', '--yes'], { cwd: dir })),
    );
    await letGo('while-locked', hosts[0]);
    const first = await running.ended;
    other.remove();
    assert.equal(first.code, 0, first.stderr);
    const holder = `process ${running.child.pid}`;
    assert.equal(sameProject?.code, 1);
    assert.include(sameProject?.stderr, 'SP805');
    assert.include(sameProject?.stderr, holder);
    assert.equal(sameHost?.code, 1);
    assert.include(`${sameHost?.stdout}${sameHost?.stderr}`, 'SP555');
    assert.include(`${sameHost?.stdout}${sameHost?.stderr}`, holder);
  });

  it('waits visibly for another package manager', async () => {
    prepare([{ package: 'sp-tool01' }]);
    const other = hosts[0].exec(holdDpkgLock);
    await hosts[0].exec('timeout 10 sh -c "until [ -e /tmp/lock-is-held ]; do sleep 0.1; done"');
    const running = startApply();
    await running.says('"kind":"node-waiting"');
    await letGo('lock', hosts[0]);
    const result = await running.ended;
    assert.deepEqual(await other, { code: 0, stdout: '', stderr: '' });
    assert.equal(result.code, 0, result.stderr);
  });
});

/** The longest that a controller which vanished without a word may block a host. */
const lockSilenceSeconds = 70;

async function assertFreed(host: FleetHost, withinSeconds = 5): Promise<void> {
  const freed = await host.exec(`flock --wait ${withinSeconds} /run/setpoint.lock true`);
  assert.equal(freed.code, 0, `${host.name} is free within ${withinSeconds} seconds`);
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    assert.isBelow(performance.now(), deadline, 'it holds within twenty seconds');
    await delay(5);
  }
}

/** Holds the lock as apt does until it is let go; struct flock is that of Linux on 64 bits. */
const holdDpkgLock = `perl -e 'use Fcntl qw(:DEFAULT :flock); open(my $f, ">>", "/var/lib/dpkg/lock-frontend") or die;
my $l = pack("s s x4 q q i x4", F_WRLCK, 0, 0, 0, 0); fcntl($f, F_SETLK, $l) or die; open(my $t, ">", "/tmp/lock-is-held"); select(undef, undef, undef, 0.1) until -e "/srv/go-lock"'`;

/** The line by which `--json` says that an operation of a resource has started. */
function startOf(node: string, address: string): string {
  return `"kind":"operation-started","node":"${node}","address":"${address}"`;
}

type NodeSummary = { readonly node: string; readonly status: string; readonly outcomes: readonly string[] };

function summaryOf({ stdout }: SetpointResult): readonly NodeSummary[] {
  const summary = linesOf(stdout, 'summary')[0]?.['summary'] as unknown as RunSummary;
  return summary.nodes.map(({ node, status, outcomes }) => ({
    node,
    status,
    outcomes: outcomes.map(({ outcome }) => outcome.status),
  }));
}
