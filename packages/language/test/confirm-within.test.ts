import type { ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { testModules } from './support/modules.ts';
import { makeProject, removeProjects } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n';

/** Files can be brought back, packages cannot. */
const modules = new Map<string, ResourceModule>(
  [...testModules].map(([type, module]) => [
    type,
    type === 'file' ? { ...module, restore: () => ({ kind: 'irreversible', why: 'Never.' }) } : module,
  ]),
);

async function load(playbook: string, more: Readonly<Record<string, string>> = {}) {
  const loaded = await makeProject({ 'inventory.yaml': inventory, 'site.yaml': playbook, ...more }).load({ modules });
  const resources = loaded.plays.flatMap((play) => play.nodes.flatMap((node) => node.resources));
  const times = Object.fromEntries(resources.map(({ address, confirmWithinMs }) => [address, confirmWithinMs]));
  return { times, codes: loaded.diagnostics.map(({ code }) => code), details: loaded.diagnostics };
}

describe('confirm_within', () => {
  after(removeProjects);

  it('is not there unless it is written', async () => {
    const { times } = await load('nodes: all\nresources:\n  - file: /a\n    mode: "0644"\n');
    assert.deepEqual(times, { 'file:/a': undefined });
  });

  it('takes seconds, minutes and hours, and an expression', async () => {
    const texts = { '60s': 60_000, '5m': 300_000, '1h': 3_600_000, '${{ wait }}s': 20_000 };
    for (const [text, ms] of Object.entries(texts)) {
      const { times, codes } = await load(
        `nodes: all\nvars: { wait: 20 }\nresources:\n  - file: /a\n    confirm_within: ${text}\n`,
      );
      assert.deepEqual([times, codes], [{ 'file:/a': ms }, []], text);
    }
  });

  it('holds for a whole play or component, and `false` takes it from one resource', async () => {
    const { times, codes } = await load(
      'nodes: all\nconfirm_within: 60s\nresources:\n  - file: /a\n  - package: p\n    confirm_within: false\n  - component: c.yaml\n    confirm_within: 30s\n',
      { 'c.yaml': 'resources:\n  - file: /b\n' },
    );
    assert.deepEqual(codes, []);
    assert.deepEqual(times, { 'file:/a': 60_000, 'package:p': undefined, 'file:/b': 30_000 });
  });

  it('is what each node says of itself', async () => {
    const both = 'nodes:\n  a: { local: {}, vars: { wait: 20s } }\n  b: { local: {}, vars: { wait: 30s } }\n';
    const playbook = 'nodes: all\nconfirm_within: ${{ wait }}\nresources:\n  - component: c.yaml\n';
    const { plays } = await makeProject({
      'inventory.yaml': both,
      'site.yaml': playbook,
      'c.yaml': 'resources:\n  - file: /a\n',
    }).load({ modules });
    const times = plays.flatMap(({ nodes }) => nodes.map(({ resources }) => resources[0]?.confirmWithinMs));
    assert.deepEqual(times, [20_000, 30_000]);
  });

  it('refuses what is no time, or one too short or too long to keep', async () => {
    for (const text of ['60', '"60"', '9s', '2h', 'soon', 'true', '[60s]']) {
      const { codes } = await load(`nodes: all\nresources:\n  - file: /a\n    confirm_within: ${text}\n`);
      assert.deepEqual(codes, ['SP227'], text);
    }
  });

  it('refuses a resource that a node could not bring back, and says how to leave it out', async () => {
    const { codes, details } = await load('nodes: all\nconfirm_within: 60s\nresources:\n  - package: p\n');
    assert.deepEqual(codes, ['SP228']);
    assert.include(details[0]?.hint ?? '', 'confirm_within: false');
    assert.equal(details[0]?.related?.length, 1);
  });
});
