import { setTimeout as delay } from 'node:timers/promises';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject, RunSummary } from '../../packages/model/src/index.ts';
import { createProject, type Project, sshTo } from './support/project.ts';
import { at, linesOf, runSetpoint, type SetpointResult, startSetpoint } from './support/setpoint.ts';

const withinMs = 10_000;
const startOfWait = '"kind":"operation-started","node":"n1","address":"command:wait"';

/** One way to lock oneself out, and how one sees from inside that the node is as it was. */
type Lockout = { readonly name: string; readonly resources: readonly JsonObject[]; readonly isBack: string };

const sshdPart = '/etc/ssh/sshd_config.d/10-lockout.conf';

/** Each of them holds for new connections at once; `deploy` becomes root by sudo. */
const lockouts: readonly Lockout[] = [
  {
    name: 'a packet filter that drops everything',
    resources: [
      {
        file: '/etc/nftables.conf',
        content:
          'flush ruleset\ntable inet lockout {\n chain in {\n  type filter hook input priority 0; policy drop;\n }\n}\n',
      },
      { service: 'nftables', running: true, reload_on: ['file:/etc/nftables.conf'] },
    ],
    isBack: '! nft list ruleset | grep -q drop && ! systemctl is-active -q nftables',
  },
  {
    name: 'an sshd that lets in nobody, on another port',
    resources: [
      { file: sshdPart, content: 'Port 2022\nAllowUsers nobody\n' },
      { service: 'ssh', reload_on: [`file:${sshdPart}`] },
    ],
    isBack: `[ ! -e ${sshdPart} ] && ss -ltn | grep -q ':22 ' && ! ss -ltn | grep -q ':2022 '`,
  },
  {
    name: 'a sudo that obeys nobody',
    resources: [{ file: '/etc/sudoers.d/deploy', content: '# nothing\n', mode: '0440' }],
    isBack: 'sudo -u deploy sudo -n true',
  },
  {
    name: 'the account of the connection',
    resources: [{ user: 'deploy', state: 'absent', force: true }],
    isBack: '[ "$(id -u deploy)" = 1001 ]',
  },
];

fleetSuite('changes that must be confirmed', (fleet) => {
  let project: Project;
  const hosts = (): readonly FleetHost[] => lockouts.map((_, index) => fleet.hosts[index] as FleetHost);
  const summaryOf = ({ stdout }: SetpointResult): RunSummary => at(linesOf(stdout, 'summary')[0], 'summary') as never;

  function prepare(plays: readonly JsonObject[], of: readonly FleetHost[]): void {
    const nodes = of.map((host, index) => [
      `n${index + 1}`,
      { ssh: { ...sshTo(host, fleet, 'deploy'), sudo: true, connect_timeout: 3 } },
    ]);
    project = createProject({
      'inventory.yaml': { nodes: Object.fromEntries(nodes) },
      'playbooks/site.yaml': plays.map((play) => JSON.stringify(play)).join('\n---\n'),
    });
  }
  afterEach(() => project.remove());

  async function assertNothingLeft(host: FleetHost): Promise<void> {
    const { stdout } = await host.exec(
      "ls -d /run/setpoint 2>/dev/null; systemctl list-units --all --no-legend 'setpoint-*'; ls /run/systemd/transient 2>/dev/null | grep setpoint",
    );
    assert.equal(stdout, '');
  }

  it('stay when a new connection gets through, and nothing is left on the node', async () => {
    const [host] = hosts() as [FleetHost];
    const resources = [
      { file: sshdPart, content: 'MaxAuthTries 4\nClientAliveInterval 60\n', confirm_within: '30s' },
      { service: 'ssh', reload_on: [`file:${sshdPart}`] },
    ];
    prepare([{ name: 'good', nodes: 'n1', resources }], [host]);
    const planned = await runSetpoint(['plan'], { cwd: project.dir });
    assert.equal(planned.stdout.match(/undone by the node unless confirmed within 30 s/g)?.length, 2, planned.stdout);
    const applied = await runSetpoint(['apply', '--yes'], { cwd: project.dir });
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    assert.include(applied.stderr, 'n1: confirmed by a new connection');
    await assertNothingLeft(host);
    const again = await runSetpoint(['plan', '--detailed-exitcode'], { cwd: project.dir });
    assert.equal(again.code, 0, again.stdout);
    await host.exec(`rm ${sshdPart}; systemctl reload ssh`);
  });

  it('are undone by the node alone when they cut off every way in, and the run says so', async () => {
    // All nodes stand in one play, so that they are locked out side by side.
    const joined = lockouts.flatMap(({ resources }, index) =>
      resources.map((resource) => ({ when: `\${{ node.name == "n${index + 1}" }}`, ...resource })),
    );
    prepare([{ name: 'lockouts', nodes: 'all', confirm_within: `${withinMs / 1000}s`, resources: joined }], hosts());
    const result = await runSetpoint(['apply', '--yes', '--json'], { cwd: project.dir });
    assert.equal(result.code, 1, result.stdout.slice(-3000) + result.stderr);
    for (const [index, { name, isBack }] of lockouts.entries()) {
      const run = summaryOf(result).nodes[index];
      assert.equal(run?.status, 'failed', name);
      assert.deepEqual(
        run?.diagnostics.map(({ code }) => code),
        ['SP708'],
        `${name}: ${JSON.stringify(run?.diagnostics)}`,
      );
      assert.include(run?.diagnostics[0]?.detail ?? '', 'No new connection got through', name);
      assert.isEmpty(
        run?.outcomes.filter(({ outcome }) => outcome.status !== 'failed'),
        name,
      );
      const host = hosts()[index] as FleetHost;
      const seen = await host.exec(isBack);
      assert.equal(seen.code, 0, `${name}: ${seen.stdout}${seen.stderr}`);
      await assertNothingLeft(host);
    }
    const again = await runSetpoint(['plan', '--json'], { cwd: project.dir });
    assert.equal(again.code, 0, `nobody gets in any more: ${again.stdout.slice(-2000)}`);
  });

  it('are undone by the node when the run is killed', async () => {
    const [host] = hosts() as [FleetHost];
    const wait = { command: 'wait', run: 'until [ -e /srv/go ]; do sleep 0.1; done', creates: '/srv/go' };
    const resources = [
      { file: '/srv/guarded', content: 'new\n', confirm_within: `${withinMs / 1000}s` },
      { ...wait, after: ['file:/srv/guarded'] },
      {
        file: '/srv/guarded2',
        content: 'new\n',
        confirm_within: `${withinMs / 1000}s`,
        after: ['file:/srv/guarded', 'command:wait'],
      },
    ];
    prepare([{ name: 'killed', nodes: 'n1', resources }], [host]);
    await host.exec('echo old >/srv/guarded');
    const running = startSetpoint(['apply', '--yes', '--json'], { cwd: project.dir });
    await running.says(startOfWait);
    running.child.kill('SIGKILL');
    await running.ended;
    await host.exec('touch /srv/go');
    for (let left = 100; left > 0 && (await host.exec('cat /srv/guarded')).stdout !== 'old\n'; left -= 1)
      await delay(200);
    const seen = await host.exec('cat /srv/guarded; ls /srv; journalctl -q -u "setpoint-confirm-*" -o cat --no-pager');
    assert.match(seen.stdout, /^old\n/);
    assert.notInclude(seen.stdout, 'guarded2');
    assert.include(seen.stdout, 'was not confirmed within 10 s');
  });

  it('are undone at once on SIGINT', async () => {
    const [host] = hosts() as [FleetHost];
    const resources = [
      { file: '/srv/guarded', content: 'new\n', confirm_within: '1h' },
      { command: 'wait', run: 'until [ -e /srv/go ]; do sleep 0.1; done', after: ['file:/srv/guarded'], always: true },
      { file: '/srv/guarded2', content: 'x\n', confirm_within: '1h', after: ['file:/srv/guarded', 'command:wait'] },
    ];
    prepare([{ name: 'interrupted', nodes: 'n1', resources }], [host]);
    await host.exec('echo old >/srv/guarded; rm -f /srv/go');
    const running = startSetpoint(['apply', '--yes', '--json'], { cwd: project.dir });
    await running.says(startOfWait);
    running.child.kill('SIGINT');
    await host.exec('touch /srv/go');
    const result = await running.ended;
    assert.equal(result.code, 130, result.stdout);
    assert.include(JSON.stringify(summaryOf(result)), 'The run was interrupted.');
    assert.equal((await host.exec('cat /srv/guarded')).stdout, 'old\n');
    await assertNothingLeft(host);
  });
});
