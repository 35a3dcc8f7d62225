import { assert } from 'chai';
import { brief, makeProject, removeProjects } from '../support/project.ts';

const inventory = `nodes:
  web[1:8]: { local: {} }
  db1: { local: {} }
  db2: { local: {} }
groups:
  prod: { nodes: [web*, db*] }
  canary: { nodes: [web1] }
`;

async function load(policy: string) {
  const project = makeProject({
    'inventory.yaml': inventory,
    'setpoint.yaml': `policy:\n${policy}`,
    'site.yaml': 'nodes: web1\nresources:\n  - file: /f\n    content: x\n',
  });
  return project.load();
}

describe('the policy of a project', () => {
  after(removeProjects);

  it('is read with names, nodes and limits', async () => {
    const loaded = await load(
      `  require_allow:
    - { action: delete }
    - { type: file, hazard: data-loss, reason: ask first }
    - { address: "file:/etc/*", name: etc }
  protect:
    paths: [/etc//ssh/./**, /srv/]
    nodes: [db*, "prod & !canary & web*"]
  max_changed_nodes: 25%
`,
    );
    assert.deepEqual(brief(loaded), []);
    const { requireAllow, protectedPaths, protectedNodes, maxChangedNodes } = loaded.policy;
    assert.deepEqual(
      requireAllow.map(({ name }) => name),
      ['delete', 'file+data-loss', 'etc'],
    );
    assert.equal(requireAllow[1]?.reason, 'ask first');
    assert.deepEqual(
      protectedPaths.map(({ pattern }) => pattern),
      ['/etc/ssh/**', '/srv'],
    );
    assert.deepEqual([...(protectedNodes[0]?.nodes ?? [])], ['db1', 'db2']);
    assert.equal(protectedNodes[1]?.nodes.size, 7);
    assert.equal(maxChangedNodes?.most, 2);
    assert.equal(maxChangedNodes?.span.start.line, 9);
  });

  it('always lets one node be changed by a share', async () => {
    assert.equal((await load('  max_changed_nodes: 1%\n')).policy.maxChangedNodes?.most, 1);
  });

  it('may be empty', async () => {
    const loaded = await load('  require_allow:\n  protect:\n');
    assert.deepEqual(brief(loaded), []);
    assert.isUndefined(loaded.policy.maxChangedNodes);
  });

  const wrong: readonly (readonly [string, string, string])[] = [
    ['a key that is not there', '  protekt: {}\n', 'SP413 setpoint.yaml:2:3'],
    ['a rule without a condition', '  require_allow: [{ name: x }]\n', 'SP413 setpoint.yaml:2:19'],
    ['a type that is not there', '  require_allow: [{ type: fil }]\n', 'SP413 setpoint.yaml:2:19'],
    ['an action that is not there', '  require_allow: [{ action: remove }]\n', 'SP413 setpoint.yaml:2:29'],
    ['a hazard that is not there', '  require_allow: [{ hazard: dataloss }]\n', 'SP413 setpoint.yaml:2:29'],
    ['two rules of one name', '  require_allow: [{ type: file }, { type: file }]\n', 'SP413 setpoint.yaml:2:35'],
    [
      'a name that lifts something else',
      '  require_allow: [{ type: file, name: "node:x" }]\n',
      'SP413 setpoint.yaml:2:39',
    ],
    ['an empty pattern', '  require_allow: [{ address: "" }]\n', 'SP413 setpoint.yaml:2:30'],
    ['a path that is not absolute', '  protect: { paths: [etc/ssh] }\n', 'SP413 setpoint.yaml:2:22'],
    ['a path with ..', '  protect: { paths: [/etc/../root] }\n', 'SP413 setpoint.yaml:2:22'],
    ['a path in place of a list', '  protect: { paths: /etc }\n', 'SP413 setpoint.yaml:2:21'],
    ['a node that is not there', '  protect: { nodes: [dbx] }\n', 'SP403 setpoint.yaml:2:22'],
    ['a selector that is none', '  protect: { nodes: ["web1 &"] }\n', 'SP402 setpoint.yaml:2:22'],
    ['a limit of nothing', '  max_changed_nodes: 0\n', 'SP413 setpoint.yaml:2:22'],
    ['a limit beyond everything', '  max_changed_nodes: 200%\n', 'SP413 setpoint.yaml:2:22'],
  ];
  for (const [what, policy, expected] of wrong) {
    it(`is refused with ${what}`, async () => {
      const loaded = await load(policy);
      assert.include(brief(loaded), expected);
    });
  }
});
