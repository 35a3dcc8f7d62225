import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectTree } from '@setpoint/model';
import { assert } from 'chai';
import { makeProject, type ProjectFiles, removeProjects, type TestProject } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n  there: { local: {} }\n';

function projectWith(properties: string, files: ProjectFiles): TestProject {
  const site = `nodes: all\nresources:\n  - directory: /srv/app\n    source: app\n${properties}`;
  return makeProject({ 'inventory.yaml': inventory, 'plays/site.yaml': site, ...files });
}

const load = (project: TestProject) => project.load({ playbooks: ['plays/site.yaml'] });

async function treeOf(project: TestProject): Promise<ProjectTree> {
  const loaded = await load(project);
  assert.deepEqual(loaded.diagnostics, []);
  const { declared } = loaded.plays[0]?.nodes[0]?.resources[0] ?? { declared: null };
  return (declared as unknown as { trees: { source: ProjectTree } }).trees.source;
}

const named = ({ entries }: ProjectTree): readonly string[] =>
  entries.map((entry) => `${entry.kind} ${entry.name}${entry.kind === 'link' ? ` -> ${entry.target}` : ''}`);

describe('a directory of the project that a resource names', () => {
  after(removeProjects);

  it('is read with everything in it: files, empty directories, hidden names, modes', async () => {
    const project = projectWith('', {
      'plays/app/run': { text: '#!/bin/sh\n', mode: 0o755 },
      'plays/app/conf/.hidden': 'h',
      'plays/app/conf/ü b.conf': new Uint8Array([0, 255]),
    });
    mkdirSync(join(project.dir, 'plays/app/empty/inner'), { recursive: true });
    const tree = await treeOf(project);
    assert.deepEqual(named(tree), [
      'directory conf',
      'file conf/.hidden',
      'file conf/ü b.conf',
      'directory empty',
      'directory empty/inner',
      'file run',
    ]);
    assert.equal(tree.path, 'plays/app');
    const [binary, run] = [tree.entries[2], tree.entries.at(-1)];
    assert.deepInclude(run, { mode: '0755' });
    assert.equal(binary?.kind === 'file' ? binary.body.sizeBytes : 0, 2);
    assert.isDefined(project.bodies.get(run?.kind === 'file' ? run.body.sha256 : ''));
  });

  it('leaves out what is excluded, by name or from the top', async () => {
    const project = projectWith('    exclude: ["*.swp", .git, /local, "cache/**/x"]\n', {
      'plays/app/a.swp': '',
      'plays/app/sub/b.swp': '',
      'plays/app/sub/.git/config': '',
      'plays/app/local/x': '',
      'plays/app/sub/local': '',
      'plays/app/cache/one/x': '',
    });
    assert.deepEqual(named(await treeOf(project)), [
      'directory cache',
      'directory cache/one',
      'directory sub',
      'file sub/local',
    ]);
  });

  const links: readonly (readonly [string, string])[] = [
    ['itself', 'link'],
    ['file', 'a.conf'],
    ['directory', 'conf'],
    ['missing', 'nowhere'],
    ['out', '../../../etc/hostname'],
    ['absolute', '/etc/hostname'],
  ];
  for (const [what, target] of links) {
    it(`keeps a link to ${what === 'out' ? 'what lies outside' : what} as it is written`, async () => {
      const project = projectWith('', { 'plays/app/conf/a.conf': 'a' });
      symlinkSync(target, join(project.dir, 'plays/app/link'));
      assert.include(named(await treeOf(project)), `link link -> ${target}`);
    });
  }

  it('follows links to files and directories of the project, where it is asked to', async () => {
    const project = projectWith('    links: follow\n', { 'plays/app/a.conf': 'a', 'common/s.conf': 's' });
    symlinkSync('a.conf', join(project.dir, 'plays/app/b.conf'));
    symlinkSync('../../common', join(project.dir, 'plays/app/more'));
    const tree = await treeOf(project);
    assert.deepEqual(named(tree), ['file a.conf', 'file b.conf', 'directory more', 'file more/s.conf']);
  });

  const refused: readonly (readonly [string, string, string, RegExp])[] = [
    ['a circle of links', 'follow', '..', /leads to \.\., which holds the link itself/],
    ['a link that leads nowhere', 'follow', 'nowhere', /leads to nowhere, which does not exist/],
    ['a link to itself', 'follow', 'link', /does not exist/],
    ['a link out of the project', 'follow', '/etc', /lies outside of the project/],
    ['any link', 'refuse', 'a.conf', /is a symbolic link to a\.conf/],
  ];
  for (const [what, policy, target, detail] of refused) {
    it(`refuses ${what} with \`links: ${policy}\``, async () => {
      const project = projectWith(`    links: ${policy}\n`, { 'plays/app/conf/a.conf': 'a' });
      symlinkSync(target, join(project.dir, 'plays/app/conf/link'));
      const { diagnostics } = await load(project);
      assert.deepEqual([...new Set(diagnostics.map(({ code }) => code))], ['SP609']);
      assert.match(diagnostics[0]?.detail ?? '', detail);
    });
  }

  it('refuses a file, and what is not there', async () => {
    for (const files of [{ 'plays/app': 'a file' }, {}]) {
      const { diagnostics } = await load(projectWith('', files));
      assert.match(diagnostics[0]?.detail ?? '', /^The directory plays\/app (is a file|does not exist)/);
    }
  });

  it('refuses a path out of the project', async () => {
    const project = makeProject({
      'inventory.yaml': inventory,
      'plays/site.yaml': 'nodes: all\nresources:\n  - directory: /srv/app\n    source: ../../etc\n',
    });
    assert.deepEqual([...new Set((await load(project)).diagnostics.map(({ code }) => code))], ['SP212']);
  });

  it('is declared once for all nodes, and anew when a file has changed', async () => {
    const project = projectWith('', { 'plays/app/a': 'a' });
    const first = await load(project);
    const [here, there] = first.plays[0]?.nodes ?? [];
    assert.strictEqual(here?.resources[0]?.declared, there?.resources[0]?.declared);
    writeFileSync(join(project.dir, 'plays/app/a'), 'b');
    const tree = await treeOf(project);
    assert.deepInclude(tree.entries[0], { name: 'a' });
    assert.equal(tree.entries[0]?.kind === 'file' ? tree.entries[0].body.text : '', 'b');
  });
});
