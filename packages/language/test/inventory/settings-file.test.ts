import { assert } from 'chai';
import { brief, makeProject, type ProjectFiles, removeProjects } from '../support/project.ts';

const inventory = `nodes:
  pump1: { modbus: { host: 10.0.0.1, unit: 1, profile: profiles/pump.yaml } }
  pump2: { modbus: { host: 10.0.0.2, unit: 1, profile: profiles/pump.yaml } }
  fan: { modbus: { host: 10.0.0.3, unit: 1, profile: profiles/fan.yaml } }
  web: {}
`;

const profiles = {
  'profiles/pump.yaml': 'names:\n  speed: { scale: 0.10 }\n',
  'profiles/fan.yaml': 'names:\n  speed: { scale: 1 }\n',
};

const site = 'nodes: all & !web\nresources:\n  - point: speed\n    value: 7\n';

function project(files: ProjectFiles) {
  return makeProject({ 'inventory.yaml': inventory, 'site.yaml': site, ...profiles, ...files });
}

describe('a file that a setting of a node names', () => {
  after(removeProjects);

  it('is loaded with the inventory, once for all nodes that name it, and judges the resources of each node', async () => {
    const loaded = await project({}).load();
    assert.deepEqual(brief(loaded), []);
    const declared = loaded.plays[0]?.nodes.map(({ resources }) => resources[0]?.declared);
    assert.deepEqual(declared, [
      { value: 7, point: { scale: '0.10' } },
      { value: 7, point: { scale: '0.10' } },
      { value: 7, point: { scale: '1' } },
    ]);
    const [first, second, third] = loaded.nodes.map(({ connection }) => connection.files?.['profile']);
    assert.strictEqual(first, second);
    assert.notStrictEqual(first, third);
    assert.isUndefined(loaded.nodes[3]?.connection.files);
  });

  const wrong: readonly (readonly [string, ProjectFiles, readonly string[]])[] = [
    ['is not there', { 'inventory.yaml': inventory.replace('fan.yaml', 'fn.yaml') }, ['SP801 inventory.yaml:4:54']],
    [
      'lies outside of the project',
      { 'inventory.yaml': inventory.replace('profiles/fan', '../fan') },
      ['SP212 inventory.yaml:4:54'],
    ],
    ['is no YAML', { 'profiles/fan.yaml': 'names: [' }, ['SP104 profiles/fan.yaml:1:8']],
    ['is no map', { 'profiles/fan.yaml': '- speed\n' }, ['SP417 profiles/fan.yaml:1:1']],
    ['holds two documents', { 'profiles/fan.yaml': 'names: {}\n---\nnames: {}\n' }, ['SP417 profiles/fan.yaml:3:1']],
    ['has an unknown key', { 'profiles/fan.yaml': 'nmes: {}\n' }, ['SP203 profiles/fan.yaml:1:1']],
    [
      'has a wrong type',
      { 'profiles/fan.yaml': 'names:\n  speed:\n    like: [a]\n' },
      ['SP204 profiles/fan.yaml:3:11'],
    ],
    [
      'makes no sense',
      { 'profiles/fan.yaml': 'names:\n  speed:\n    like: spede\n' },
      ['SP418 profiles/fan.yaml:3:11'],
    ],
  ];
  for (const [what, files, expected] of wrong) {
    it(`is told by place when it ${what}`, async () => {
      const loaded = await project(files).load();
      assert.deepEqual(brief(loaded), expected);
    });
  }
});

describe('a map with free keys in such a file', () => {
  after(removeProjects);

  it('gets suggestions for the properties of its members', async () => {
    const files = { 'profiles/fan.yaml': 'names:\n  speed: { scal: 1 }\n' };
    const { diagnostics } = await project(files).load({ playbooks: [] });
    assert.deepEqual(
      diagnostics.map(({ code, hint }) => ({ code, hint })),
      [{ code: 'SP203', hint: 'Did you mean `scale`?' }],
    );
  });
});

describe('settings that make no sense together', () => {
  after(removeProjects);

  it('are told at the setting, or at the node where it is about all of them', async () => {
    const nodes = `nodes:
  pump1: { modbus: { unit: 0 } }
groups:
  pumps: { nodes: pump1, modbus: { host: nowhere } }
`;
    const loaded = await project({ 'inventory.yaml': nodes }).load({ playbooks: [] });
    assert.deepEqual(brief(loaded), ['SP419 inventory.yaml:2:3', 'SP419 inventory.yaml:4:36']);
    assert.include(loaded.diagnostics[0], { detail: 'Nobody is asked.', hint: 'Give a unit.', node: 'pump1' });
  });
});

describe('a resource whose channel a node does not speak', () => {
  after(removeProjects);

  it('is refused by name, and so is the other way round', async () => {
    const all = 'nodes: all\nresources:\n  - point: speed\n  - file: /etc/motd\n    content: x\n';
    const loaded = await project({ 'site.yaml': all }).load();
    assert.deepEqual(brief(loaded), ['SP224 site.yaml:3:12', 'SP224 site.yaml:4:11']);
    assert.include(
      loaded.diagnostics[0]?.detail,
      'needs a node that is reached by modbus, but this one is reached by ssh',
    );
  });
});
