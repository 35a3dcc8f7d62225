import { assert } from 'chai';
import { brief, makeProject, removeProjects } from '../support/project.ts';

const play = 'nodes: all\nresources:\n  - file: /f\n    content: ${{ a }}-${{ b }}-${{ c }}-${{ d }}\n';

describe('an inventory', () => {
  after(removeProjects);

  it('merges driver settings key by key: parent groups, groups, then the node', async () => {
    const loaded = await makeProject({
      'inventory.yaml': `nodes:
  n1: { ssh: { port: 2222 } }
  n2: {}
  p: { local: {} }
groups:
  all: { ssh: { user: everyone, port: 22, jump: gate } }
  site: { groups: [rack], ssh: { user: site } }
  rack: { nodes: [n1, n2], ssh: { user: rack } }
`,
      'site.yaml': 'nodes: all\nresources: []\n',
    }).load();
    assert.deepEqual(brief(loaded), []);
    assert.deepEqual(
      loaded.nodes.map(({ name, connection, groups }) => [name, connection, groups]),
      [
        ['n1', { driver: 'ssh', settings: { user: 'rack', port: 2222, jump: 'gate' } }, ['all', 'site', 'rack']],
        ['n2', { driver: 'ssh', settings: { user: 'rack', port: 22, jump: 'gate' } }, ['all', 'site', 'rack']],
        ['p', { driver: 'local', settings: {} }, ['all']],
      ],
    );
  });

  it('takes the driver of a group for nodes that name none', async () => {
    const loaded = await makeProject({
      'inventory.yaml': 'nodes: { pump: {} }\ngroups: { plcs: { nodes: [pump], modbus: { host: h, unit: 1 } } }\n',
      'site.yaml': 'nodes: all\nresources: []\n',
    }).load();
    assert.deepEqual(loaded.nodes[0]?.connection, { driver: 'modbus', settings: { host: 'h', unit: 1 } });
  });

  it('lets variables win in five levels', async () => {
    const project = makeProject({
      'inventory.yaml': `nodes:
  n: { local: {}, vars: { b: node, c: node, d: node } }
groups:
  inner: { nodes: [n], vars: { a: inner, b: inner, c: inner, d: inner } }
  outer: { children: [inner], vars: { a: outer, b: outer, c: outer, d: outer } }
`,
      'site.yaml': play.replace('nodes: all\n', 'nodes: all\nvars: { c: play, d: play }\n'),
    });
    const loaded = await project.load({ vars: [{ name: 'd', value: 'line' }] });
    assert.deepEqual(brief(loaded), []);
    const [resource] = loaded.plays[0]?.nodes[0]?.resources ?? [];
    assert.include(JSON.stringify(resource?.declared), 'inner-node-play-line');
    assert.deepEqual(
      resource?.origins['content']?.map(
        ({ level, name, value, span }) => `${level}: ${name} = ${value} (${span?.file}:${span?.start.line})`,
      ),
      [
        'group outer: a = outer (inventory.yaml:5)',
        'group inner: a = inner (inventory.yaml:4)',
        'group outer: b = outer (inventory.yaml:5)',
        'group inner: b = inner (inventory.yaml:4)',
        'node n: b = node (inventory.yaml:2)',
        'group outer: c = outer (inventory.yaml:5)',
        'group inner: c = inner (inventory.yaml:4)',
        'node n: c = node (inventory.yaml:2)',
        'play: c = play (site.yaml:2)',
        'group outer: d = outer (inventory.yaml:5)',
        'group inner: d = inner (inventory.yaml:4)',
        'node n: d = node (inventory.yaml:2)',
        'play: d = play (site.yaml:2)',
        '--var: d = line (--var d:1)',
        'property: content = "inner-node-play-line" (site.yaml:5)',
      ],
    );
  });

  it('merges the files of a directory', async () => {
    const loaded = await makeProject({
      'inv/a.yaml': 'nodes: { a: { local: {} } }\ngroups: { web: { nodes: [a, b], vars: { x: 1 } } }\n',
      'inv/b.json': '{ "nodes": { "b": { "local": {} } }, "groups": { "web": { "vars": { "x": 1, "y": 2 } } } }',
      'inv/README.md': '# not an inventory',
      'site.yaml': 'nodes: web\nresources: []\n',
    }).load({ inventory: 'inv' });
    assert.deepEqual(brief(loaded), []);
    assert.deepEqual(loaded.groups.get('web'), ['a', 'b']);
  });

  it('runs a program and reads what it prints', async () => {
    const project = makeProject({
      'inv.sh': { text: '#!/bin/sh\n', mode: 0o755 },
      'site.yaml': 'nodes: all\nresources: []\n',
    });
    const stdout = new TextEncoder().encode('{"nodes": {"x[1:2]": {"local": {}}}}');
    const loaded = await project.load({
      inventory: 'inv.sh',
      runInventoryCommand: async () => ({ kind: 'done', stdout }),
    });
    assert.deepEqual(
      loaded.nodes.map(({ name }) => name),
      ['x1', 'x2'],
    );
    const failed = await project.load({ inventory: 'inv.sh' });
    assert.deepEqual(brief(failed), ['SP411']);
    const broken = await project.load({
      inventory: 'inv.sh',
      runInventoryCommand: async () => ({ kind: 'done', stdout: new TextEncoder().encode('{"nodes": {') }),
    });
    assert.deepEqual(brief(broken), ['SP104 output of inv.sh:1:11']);
  });

  it('refuses a tag that nothing bears, and takes one of a play, a component or a resource that a condition leaves out', async () => {
    const project = makeProject({
      'inventory.yaml': 'nodes: { a: { local: {} } }\n',
      'c.yaml': 'resources:\n  - file: /c\n    content: c\n    tags: [inner]\n',
      'site.yaml':
        'nodes: a\ntags: [whole]\nresources:\n  - component: c.yaml\n    tags: [outer]\n    when: false\n  - file: /a\n    content: a\n    tags: [web]\n',
    });
    assert.deepEqual(brief(await project.load({ tags: ['whole', 'inner', 'outer', 'web'] })), []);
    const typo = await project.load({ tags: ['wbe', 'web'] });
    assert.deepEqual(brief(typo), ['SP416']);
    assert.include(typo.diagnostics[0]?.hint, '`web`');
  });

  it('leaves nodes outside of the limit alone, their secrets too', async () => {
    const project = makeProject({
      'inventory.yaml': 'nodes:\n  a: { ssh: { password: "${{ secret(\'a\') }}" } }\n  b: { local: {} }\n',
      'setpoint.yaml': 'secrets: { a: { env: A } }\n',
      'site.yaml': 'nodes: all\nresources: []\n',
    });
    const limited = await project.load({ limit: 'b' });
    assert.deepEqual(brief(limited), []);
    assert.deepEqual(limited.limits, ['--limit b']);
    assert.deepEqual(brief(await project.load()), ['SP308 inventory.yaml:2:30']);
    assert.deepEqual(brief(await project.load({ limit: 'c*' })), ['SP401']);
  });
});
