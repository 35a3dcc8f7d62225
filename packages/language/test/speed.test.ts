import { assert } from 'chai';
import { brief, makeProject, removeProjects } from './support/project.ts';

/** Generous bounds for a busy machine; the plain figures are a third of them. */
describe('large input', () => {
  after(removeProjects);

  const inventory = 'nodes:\n  "n[1:1000]": {}\n';

  it('refuses an alias bomb at once', async () => {
    const levels = Array.from(
      { length: 20 },
      (_, index) => `  a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(',')}]\n`,
    );
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': `nodes: n1\nvars:\n  a0: &a0 [x, x]\n${levels.join('')}resources: []\n`,
    });
    const start = performance.now();
    assert.deepEqual(brief(await project.load()), ['SP108 site.yaml:8:12']);
    assert.isBelow(performance.now() - start, 1000);
  });

  it('reads a map of 50,000 keys', async () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `  key_${index}: ${index}\n`).join('');
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': `nodes: n1\nvars:\n${keys}resources: []\n`,
    });
    const start = performance.now();
    assert.deepEqual(brief(await project.load()), []);
    assert.isBelow(performance.now() - start, 8000);
  });

  it('tells one mistake on 1,000 nodes once, with their number', async () => {
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': 'nodes: all\nresources:\n  - file: /f\n    content: ${{ nope }}\n',
    });
    const loaded = await project.load();
    assert.deepEqual(brief(loaded), ['SP301 site.yaml:4:18']);
    assert.include(loaded.diagnostics[0]?.detail, '1000 nodes: n1, n2, n3 and 997 more');
  });

  it('gives at most 1,000 diagnostics per file', async () => {
    const wrong = Array.from({ length: 1500 }, (_, index) => `  - fiel: /f${index}\n`).join('');
    const project = makeProject({ 'inventory.yaml': inventory, 'site.yaml': `nodes: n1\nresources:\n${wrong}` });
    assert.lengthOf((await project.load()).diagnostics, 1000);
  });
});
