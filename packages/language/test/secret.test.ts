import { assert } from 'chai';
import { brief, makeProject, type ProjectFiles, removeProjects } from './support/project.ts';

const base: ProjectFiles = {
  'inventory.yaml': 'nodes:\n  here: { local: {} }\n',
  'setpoint.yaml': 'secrets:\n  db: { env: DB }\n  key: { file: key.txt }\n',
  'key.txt': { text: 'line1\nline2\n', mode: 0o600 },
};

const env = { DB: 'hunter2hunter2' };

async function compile(content: string, more: ProjectFiles = {}) {
  const project = makeProject({
    ...base,
    'site.yaml': `nodes: here\nvars:\n  pw: \${{ secret('db') }}\n  conn: { host: h, password: "\${{ pw }}" }\nresources:\n  - file: /f\n    ${content}\n`,
    ...more,
  });
  const loaded = await project.load({ env });
  assert.deepEqual(loaded.diagnostics, []);
  const [resource] = loaded.plays[0]?.nodes[0]?.resources ?? [];
  assert.exists(resource);
  return { resource, learned: project.learned };
}

const cases: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['a text without secrets', 'content: plain', {}],
  ['a secret alone', "content: ${{ secret('db') }}", { content: 'spans' }],
  ['a secret inside a text', 'content: user=x password=${{ pw }}', { content: 'spans' }],
  ['a secret through two variables', 'content: ${{ conn.password }}', { content: 'spans' }],
  ['the member of a map beside the secret', 'content: ${{ conn.host }}', {}],
  ['a joined text', 'content: ${{ "a:" ~ pw }}'.replace(/: (\$.*)/, ": '$1'"), { content: 'spans' }],
  ['a transformed secret', 'content: ${{ pw | upper }}', { content: 'whole' }],
  ['the length of a secret', 'content: n${{ pw | length }}', { content: 'whole' }],
  ['a template that prints it', 'template: t.j2', { template: 'spans', content: 'spans' }],
  ['a property declared sensitive', 'owner: bob\n    sensitive: [owner]', { owner: 'whole' }],
  ['a resource declared sensitive', 'owner: bob\n    sensitive: true', { owner: 'whole' }],
];

describe('secrets', () => {
  after(removeProjects);

  for (const [name, content, taint] of cases) {
    it(`follow the value: ${name}`, async () => {
      const { resource } = await compile(content, { 't.j2': 'password {{ pw }}\n' });
      assert.deepEqual(resource.taint, taint);
    });
  }

  for (const name of ['source', 'fragments']) {
    it(`do not stand in paths of ${name}`, async () => {
      const value = name === 'source' ? '${{ pw }}' : '["${{ pw }}"]';
      const project = makeProject({
        ...base,
        'site.yaml': `nodes: here\nvars: { pw: "\${{ secret('db') }}" }\nresources:\n  - file: /f\n    ${name}: ${value}\n`,
      });
      const loaded = await project.load({ env });
      assert.match(brief(loaded).join(), /^SP220 site\.yaml:5:\d+$/);
    });
  }

  it('are told to the redactor, and so is what is made of them', async () => {
    const { learned } = await compile('content: ${{ pw | upper }}');
    assert.sameMembers([...new Set(learned)], ['hunter2hunter2', 'HUNTER2HUNTER2']);
  });

  it('are used with their real value', async () => {
    const { resource } = await compile("content: ${{ secret('key') }}");
    assert.nestedPropertyVal(resource.declared, 'body.text', 'line1\nline2');
  });

  it('never stand in the chain that explains a value', async () => {
    const { resource } = await compile('content: a ${{ pw }}');
    const text = JSON.stringify(resource.origins);
    assert.notInclude(text, 'hunter2');
    assert.include(text, "${{ secret('db') }}");
    assert.include(text, '(sensitive)');
  });

  it('never stand in a diagnostic', async () => {
    const wrong = [
      'mode: ${{ pw + 1 }}',
      'backup: ${{ pw }}',
      'state: ${{ pw }}',
      'content: ${{ pw.nope }}',
      'content: ${{ pw | int }}',
      'content: ${{ [pw] }}',
      'template: ${{ pw }}',
      'when: ${{ pw }}',
      'for_each: ${{ pw }}',
      'after: ${{ pw }}',
      'template: t.j2',
      'sudo: ${{ [pw] }}',
    ];
    for (const line of wrong) {
      const loaded = await makeProject({
        ...base,
        't.j2': '{{ pw + 1 }}',
        'site.yaml': `nodes: here\nvars: { pw: "\${{ secret('db') }}" }\nresources:\n  - file: /\${{ 1 }}\n    ${line}\n`,
      }).load({ env });
      assert.isNotEmpty(loaded.diagnostics, line);
      assert.notInclude(JSON.stringify(loaded.diagnostics), 'hunter2', line);
    }
  });

  it('are not allowed as the name of something', async () => {
    const loaded = await makeProject({
      ...base,
      'site.yaml': "nodes: here\nresources:\n  - package: ${{ secret('db') }}\n",
    }).load({ env });
    assert.deepEqual(brief(loaded), ['SP221 site.yaml:3:14']);
    assert.notInclude(JSON.stringify(loaded.diagnostics), 'hunter2');
  });

  it('are not read when nothing asks for them', async () => {
    const loaded = await makeProject({ ...base, 'site.yaml': 'nodes: here\nresources: []\n' }).load();
    assert.deepEqual(loaded.diagnostics, []);
  });
});
