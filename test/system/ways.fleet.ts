import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject } from '../../packages/model/src/index.ts';
import { createProject, type Project, playbookOf, sshTo } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const resources = [
  { directory: '${{ base }}/ways', mode: '0750' },
  { file: '${{ base }}/ways/file', content: 'one\n', mode: '0640' },
  { link: '${{ base }}/ways/link', target: 'file' },
  {
    command: 'count',
    run: 'wc -l <"${{ base }}/ways/file" >"${{ base }}/ways/count"',
    creates: '${{ base }}/ways/count',
  },
];

fleetSuite('one playbook reaches a host', (fleet) => {
  const [first, second, third] = fleet.hosts as readonly [FleetHost, FleetHost, FleetHost];
  let project: Project;

  async function reach(connection: JsonObject, base: string): Promise<readonly [SetpointResult, SetpointResult]> {
    project = createProject({
      'inventory.yaml': { nodes: { n: connection } },
      'playbooks/site.yaml': playbookOf(resources, { vars: { base } }),
    });
    const apply = () => runSetpoint(['apply', '--yes'], { cwd: project.dir });
    return [await apply(), await apply()];
  }
  afterEach(() => project.remove());

  function assertReached([made, again]: readonly [SetpointResult, SetpointResult], dir: string): void {
    assert.equal(made.code, 0, made.stdout + made.stderr);
    assert.equal(readFileSync(join(dir, 'ways/count'), 'utf8').trim(), '1');
    assert.equal(again.code, 0, again.stdout + again.stderr);
    assert.equal(project.journals().length, 1, 'the second apply had nothing to do');
  }

  it('over the built-in ssh client, through sudo', async () => {
    const ssh = { ...sshTo(first, fleet, 'deploy'), sudo: true };
    assertReached(await reach({ ssh }, '/srv'), join(first.rootDir, 'srv'));
    assert.equal((await first.exec('stat -c %U /srv/ways/file')).stdout, 'root\n');
  });

  it('over the installed ssh program', async () => {
    assertReached(await reach({ openssh: sshTo(second, fleet) }, '/srv'), join(second.rootDir, 'srv'));
  });

  it('over a program that carries its input and output', async () => {
    const exec = { command: ['chroot', third.rootDir] };
    assertReached(await reach({ exec }, '/srv'), join(third.rootDir, 'srv'));
  });

  it('on this very machine', async () => {
    const base = mkdtempSync(join(tmpdir(), 'setpoint-local-'));
    try {
      assertReached(await reach({ local: {} }, base), base);
    } finally {
      rmSync(base, { recursive: true, force: true });
    }
  });

  it('only with a sudo that asks for nothing', async () => {
    const [refused] = await reach({ ssh: { ...sshTo(first, fleet, 'nopass'), sudo: true } }, '/srv');
    assert.equal(refused.code, 1);
    assert.include(refused.stdout + refused.stderr, 'SP552');
  });
});
