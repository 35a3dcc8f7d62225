import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import type { LoadedProject } from '../src/index.ts';
import { brief, makeProject, type ProjectFiles, removeProjects, type TestProject } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n  there: { local: {} }\n';

function projectWith(parts: string, files: ProjectFiles): TestProject {
  const site = `nodes: all\nresources:\n  - bundle: a\n    parts: ${parts}\n`;
  return makeProject({ 'inventory.yaml': inventory, 'plays/site.yaml': site, ...files });
}

const load = (project: TestProject) => project.load({ playbooks: ['plays/site.yaml'] });

function textsOf(loaded: LoadedProject): readonly string[] {
  assert.deepEqual(loaded.diagnostics, []);
  const { declared } = loaded.plays[0]?.nodes[0]?.resources[0] ?? { declared: null };
  return (declared as { texts: { path: string; text: string }[] }).texts.map(({ path, text }) => `${path}=${text}`);
}

describe('files that a resource lists', () => {
  after(removeProjects);

  it('are read in the order of the list, those of one pattern sorted, none twice', async () => {
    const project = projectWith('[z.sql, schema/*.sql, schema/b.sql, "tree/**/*.sql"]', {
      'plays/z.sql': 'z',
      'plays/schema/b.sql': 'b',
      'plays/schema/B.sql': 'B',
      'plays/schema/a.sql': 'a',
      'plays/schema/.hidden.sql': 'no',
      'plays/schema/a.txt': 'no',
      'plays/tree/t.sql': 't',
      'plays/tree/one/two/u.sql': 'u',
      'plays/tree/.git/v.sql': 'no',
    });
    assert.deepEqual(textsOf(await load(project)), [
      'plays/z.sql=z',
      'plays/schema/B.sql=B',
      'plays/schema/a.sql=a',
      'plays/schema/b.sql=b',
      'plays/tree/one/two/u.sql=u',
      'plays/tree/t.sql=t',
    ]);
  });

  it('may come from another directory of the project and from an expression', async () => {
    const project = projectWith(`["../\${{ 'sche' + 'ma' }}/*.sql"]`, { 'schema/a.sql': '\u{feff}a' });
    assert.deepEqual(textsOf(await load(project)), ['schema/a.sql=a']);
  });

  it('are declared once for all nodes, and anew when a file has changed', async () => {
    const project = projectWith('[a.sql]', { 'plays/a.sql': 'a' });
    const first = await load(project);
    const [here, there] = first.plays[0]?.nodes ?? [];
    assert.strictEqual(here?.resources[0]?.declared, there?.resources[0]?.declared);
    writeFileSync(join(project.dir, 'plays/a.sql'), 'b');
    assert.deepEqual(textsOf(await load(project)), ['plays/a.sql=b']);
  });

  it('are not read through links that leave the project, be it of a file or of a directory', async () => {
    const project = projectWith('["*.conf", "etc/*.conf", "**/passwd*"]', { 'plays/x/passwd': 'fine' });
    symlinkSync('/etc/hostname', join(project.dir, 'plays/link.conf'));
    symlinkSync('/etc', join(project.dir, 'plays/etc'));
    assert.deepEqual(brief(await load(project)), ['SP212 plays/site.yaml:4:13', 'SP225 plays/site.yaml:4:23']);
  });

  it('are found although directories lead in a circle', async () => {
    const project = projectWith('["**/a.sql"]', { 'plays/a.sql': 'a' });
    mkdirSync(join(project.dir, 'plays/deep'));
    symlinkSync('..', join(project.dir, 'plays/deep/back'));
    assert.deepEqual(textsOf(await load(project)), ['plays/a.sql=a']);
  });
});
