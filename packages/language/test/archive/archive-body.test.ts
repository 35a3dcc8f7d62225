import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { LoadedProject } from '../../src/index.ts';
import { brief, makeProject, removeProjects, type TestProject } from '../support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n  there: { local: {} }\n';

function projectWith(name: string): TestProject {
  const site = `nodes: all\nresources:\n  - parcel: /srv/app\n    source: ${name}\n`;
  return makeProject({ 'inventory.yaml': inventory, 'plays/site.yaml': site, 'plays/a.txt': 'hello' });
}

const load = (project: TestProject) => project.load({ playbooks: ['plays/site.yaml'] });

function declaredOf(loaded: LoadedProject): readonly unknown[] {
  assert.deepEqual(loaded.diagnostics, []);
  return (loaded.plays[0]?.nodes ?? []).map((node) => node.resources[0]?.declared);
}

describe('an archive that a resource names', () => {
  after(removeProjects);

  it('is read once for all nodes, with its members', async () => {
    const project = projectWith('a.tar.gz');
    execFileSync('tar', ['-C', join(project.dir, 'plays'), '-czf', join(project.dir, 'plays/a.tar.gz'), 'a.txt']);
    const [here, there] = declaredOf(await load(project));
    assert.strictEqual(here, there);
    assert.containSubset(here, {
      body: { sizeBytes: 5, members: [{ path: 'a.txt', type: 'file', sizeBytes: 5, offset: 0 }] },
    });
  });

  it('is refused in its place when it is none', async () => {
    const project = projectWith('a.txt');
    assert.deepEqual(brief(await load(project)), ['SP636 plays/site.yaml:4:13']);
  });

  it('stays in the project', async () => {
    const project = projectWith('../../etc/app.tar');
    assert.deepEqual(brief(await load(project)), ['SP212 plays/site.yaml:4:13']);
  });

  it('lends its contents when they are asked for, as long as it is there', async () => {
    const project = projectWith('a.tar');
    execFileSync('tar', ['-C', join(project.dir, 'plays'), '-cf', join(project.dir, 'plays/a.tar'), 'a.txt']);
    const loaded = await load(project);
    const [declared] = declaredOf(loaded) as readonly { body: { sha256: string } }[];
    const source = project.bodies.get(declared?.body.sha256 ?? '');
    assert.equal(source?.kind === 'bytes' ? Buffer.from(source.bytes).toString() : '', 'hello');
    writeFileSync(join(project.dir, 'plays/a.tar'), 'gone');
  });
});
