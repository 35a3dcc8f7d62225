import { assert } from 'chai';
import { brief, makeProject, type ProjectFiles, removeProjects } from './support/project.ts';

const base: ProjectFiles = {
  'inventory.yaml': 'nodes:\n  here: { local: {} }\n',
  'setpoint.yaml': 'secrets:\n  db: { env: DB }\n  key: { file: key.txt }\n',
  't.j2': 'user=app\npassword={{ pw }}\n',
};

async function compile(resource: string, more: ProjectFiles = {}) {
  const project = makeProject({
    ...base,
    'site.yaml': `nodes: here\nvars:\n  pw: \${{ secret('db') }}\n  conn: { host: h, password: "\${{ pw }}" }\nresources:\n  - ${resource}\n`,
    ...more,
  });
  const loaded = await project.load({ withoutSecrets: true, env: { DB: 'hunter2hunter2' } });
  const resources = loaded.plays[0]?.nodes[0]?.resources ?? [];
  return { loaded, resources, learned: project.learned };
}

/** What stays open of the one resource. */
async function openOf(resource: string) {
  const { loaded, resources } = await compile(resource);
  assert.deepEqual(brief(loaded), []);
  assert.lengthOf(resources, 1);
  return resources[0]?.withheld;
}

const needsDb = ['needs secret db'];

describe('a project that is loaded without secrets', () => {
  after(removeProjects);

  const open: readonly (readonly [string, string, readonly string[]])[] = [
    ['a content that is a secret', "file: /f\n    content: ${{ secret('db') }}", ['content']],
    ['a content with a secret in it', 'file: /f\n    content: a ${{ pw }} b', ['content']],
    ['a content made from a secret', 'file: /f\n    content: ${{ pw | upper }}', ['content']],
    ['a content that fails without the secret', "file: /f\n    content: ${{ pw.split(':')[1] }}", ['content']],
    ['a content chosen by a secret', "file: /f\n    content: ${{ 'a' if pw == 'b' else 'c' }}", ['content']],
    ['the secret member of a map', 'file: /f\n    content: ${{ conn.password }}', ['content']],
    ['a template that prints a secret', 'file: /f\n    template: t.j2', ['content']],
    [
      'a property whose value depends on a secret',
      "file: /f\n    owner: ${{ 'a' if pw == 'b' else 'c' }}\n    content: x",
      ['owner'],
    ],
    ['a condition about a map with a secret in it', "file: /f\n    content: x\n    when: ${{ conn.host == 'h' }}", []],
    ['a condition that depends on a secret', "file: /f\n    content: x\n    when: ${{ pw == 'a' }}", []],
  ];
  for (const [what, resource, properties] of open) {
    it(`leaves open ${what}`, async () => {
      assert.deepEqual(await openOf(resource), { why: needsDb, properties, isAsked: true });
    });
  }

  const known: readonly (readonly [string, string])[] = [
    ['a resource without a secret', 'file: /f\n    content: x'],
    ['the open member of a map beside the secret', 'file: /f\n    content: ${{ conn.host }}'],
  ];
  for (const [what, resource] of known) {
    it(`knows all of ${what}`, async () => assert.isUndefined(await openOf(resource)));
  }

  it('reads no secret, wherever it comes from', async () => {
    const { loaded, learned, resources } = await compile(
      "file: /f\n    content: ${{ secret('db') }} ${{ secret('key') }}",
    );
    // key.txt is not even there.
    assert.deepEqual(brief(loaded), []);
    assert.notInclude(JSON.stringify([resources, learned]), 'hunter2');
    assert.deepEqual(resources[0]?.withheld?.why, ['needs secret db', 'needs secret key']);
  });

  it('still names a secret that is not configured', async () => {
    assert.deepEqual(brief((await compile("file: /f\n    content: ${{ secret('nope') }}")).loaded), [
      'SP307 site.yaml:7:18',
    ]);
  });

  it('still refuses a secret where none may stand', async () => {
    assert.deepEqual(brief((await compile('file: /f\n    owner: ${{ pw }}\n    content: x')).loaded), [
      'SP312 site.yaml:7:12',
    ]);
  });

  it('says that the items of a loop are not known, and plans the rest', async () => {
    const { loaded, resources } = await compile(
      "file: /${{ item }}\n    content: x\n    for_each: ${{ pw.split(',') }}\n  - file: /known\n    content: x",
    );
    assert.deepEqual(brief(loaded), ['SP313 site.yaml:8:15']);
    assert.deepEqual(
      resources.map(({ address }) => address),
      ['file:/known'],
    );
  });

  it('knows the items of a loop that hold a secret beside other things', async () => {
    const { loaded, resources } = await compile(
      'file: /${{ item.name }}\n    content: ${{ item.pw }}\n    for_each: [{ name: a, pw: "${{ pw }}" }]',
    );
    assert.deepEqual(brief(loaded), []);
    assert.deepEqual(resources[0]?.address, 'file:/a');
    assert.deepEqual(resources[0]?.withheld?.properties, ['content']);
  });

  it('does not reach a node whose connection needs a secret, nor one behind it', async () => {
    const { loaded } = await compile('file: /f\n    content: x', {
      'inventory.yaml': 'nodes:\n  here: { local: { sudo: "${{ secret(\'db\') }}" } }\n  there: { local: {} }\n',
    });
    const [here, there] = loaded.nodes;
    assert.include(here?.connection.withheld, 'needs the secret `db`');
    assert.isUndefined(there?.connection.withheld);
  });

  it('marks the plan', async () => {
    assert.deepEqual((await compile('file: /f\n    content: x')).loaded.limits, ['--without-secrets']);
  });
});
