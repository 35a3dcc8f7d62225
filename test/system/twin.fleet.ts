import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type FleetHost, fetchPackages, offerPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';
import { twinTasks } from './twin/index.ts';

fleetSuite('a host that Ansible set up, and its twin', (fleet) => {
  const [ansibleHost, ourHost] = fleet.hosts as readonly [FleetHost, FleetHost];
  let scratch: string | undefined;
  let project: Project | undefined;
  const untouched = new Map<string, string>();

  before(async function () {
    this.timeout(300_000);
    if (!isOnPath('ansible-playbook')) return this.skip();
    scratch = mkdtempSync(join(tmpdir(), 'setpoint-twin-'));
    project = projectFor([ansibleHost, ourHost]);
    await Promise.all([installPython(ansibleHost, scratch), prepare(ourHost)]);
    await prepare(ansibleHost);
    for (const { title, look } of twinTasks) untouched.set(title, (await ourHost.exec(look)).stdout);
  });
  after(() => {
    project?.remove();
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  });

  it('have the same done to them', async function () {
    this.timeout(300_000);
    const applied = await ours(['apply', '--yes']);
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    await ansible();
  });

  for (const { title, look } of twinTasks) {
    it(`end up alike: ${title}`, async () => {
      const [theirs, mine] = await Promise.all([ansibleHost, ourHost].map((host) => host.exec(look)));
      assert.notEqual(mine?.stdout, untouched.get(title), 'nothing was done');
      assert.equal(mine?.stdout, theirs?.stdout, `${mine?.stderr}${theirs?.stderr}`);
    });
  }

  it('need nothing more, either of them', async () => {
    const planned = await ours(['plan', '--detailed-exitcode']);
    assert.equal(planned.code, 0, planned.stdout);
  });

  function ours(args: readonly string[]): Promise<SetpointResult> {
    return runSetpoint([...args, '--limit', 'n2'], { cwd: project?.dir ?? '' });
  }

  /** Runs the tasks over ssh as everybody does; what Ansible says goes into the failure. */
  async function ansible(): Promise<void> {
    const env = { ...process.env, ANSIBLE_CONFIG: join(project?.dir ?? '', 'ansible.cfg'), LC_ALL: 'C.UTF-8' };
    const options = { cwd: project?.dir ?? '', env, maxBuffer: 64 * 1024 * 1024 };
    await promisify(execFile)('ansible-playbook', ['site.yml'], options).catch((error: { stdout: string }) =>
      assert.fail(error.stdout),
    );
  }

  function projectFor(hosts: readonly [FleetHost, FleetHost]): Project {
    const [theirs] = hosts;
    return createProject({
      'inventory.yaml': inventoryOf(hosts, fleet),
      'playbooks/site.yaml': playbookOf(
        twinTasks.map(({ setpoint }) => setpoint),
        { vars: { who: 'twin', list: ['a', 'b'] } },
      ),
      'playbooks/binary': 'a\u0000b\r\n',
      binary: 'a\u0000b\r\n',
      'playbooks/greeting.j2': greeting,
      'greeting.j2': greeting,
      'site.yml': [
        {
          hosts: 'all',
          gather_facts: false,
          vars: { who: 'twin', list: ['a', 'b'] },
          tasks: twinTasks.map(({ ansible: task }) => task),
        },
      ],
      inventory: `theirs ansible_host=${theirs.address}\n`,
      'ansible.cfg': `[defaults]
inventory = inventory
remote_user = root
private_key_file = ${fleet.privateKeyFile}
interpreter_python = /usr/bin/python3
nocows = true
[ssh_connection]
pipelining = true
ssh_args = -o ControlMaster=auto -o ControlPersist=5s -o UserKnownHostsFile=${fleet.knownHostsFile}
`,
    });
  }
});

const greeting = `Hello {{ who }}
{% for each in list %}
- {{ each | upper }}
{% endfor %}
end
`;

async function prepare(host: FleetHost): Promise<void> {
  const found = twinTasks.flatMap((task) => (task.found === undefined ? [] : [task.found]));
  const done = await host.exec(['set -e', 'mkdir -p /srv/twin', ...found].join('\n'));
  assert.equal(done.code, 0, done.stderr);
}

/** Ansible needs Python on its host. */
async function installPython(host: FleetHost, dir: string): Promise<void> {
  const packages = ['python3', 'python3-apt'];
  await fetchPackages(host, packages, dir);
  await offerPackages(host, dir);
  const done = await host.exec(`apt-get install -y -qq ${packages.join(' ')}`);
  assert.equal(done.code, 0, done.stderr);
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
