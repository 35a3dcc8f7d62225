import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredResource } from '@setpoint/model';
import { assert } from 'chai';
import { brief, makeProject, type ProjectFiles, removeProjects } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n  there: { local: {} }\n';

async function resources(files: ProjectFiles): Promise<readonly DeclaredResource[]> {
  const loaded = await makeProject({ 'inventory.yaml': inventory, ...files }).load();
  assert.deepEqual(loaded.diagnostics, []);
  return loaded.plays.flatMap((play) =>
    play.nodes.filter(({ node }) => node.name === 'here').flatMap((node) => node.resources),
  );
}

async function addresses(files: ProjectFiles): Promise<readonly string[]> {
  return (await resources(files)).map(({ address }) => address);
}

describe('a playbook', () => {
  after(removeProjects);

  it('declares nothing for an empty list', async () => {
    assert.deepEqual(await addresses({ 'site.yaml': 'nodes: all\nresources: []\n' }), []);
  });

  it('takes a mode by its source text, however it is written', async () => {
    const modes = ['0644', '0o644', "'0644'", '"0644"', 'u=rw,go=r'];
    for (const mode of modes) {
      const [file] = await resources({ 'site.yaml': `nodes: all\nresources:\n  - file: /f\n    mode: ${mode}\n` });
      assert.propertyVal(file?.declared, 'mode', mode.replaceAll(/["']/g, ''));
    }
  });

  it('takes a mode by the text of the variable that it comes from, wherever that is defined', async () => {
    const inVariable: readonly (readonly [string, string, string])[] = [
      ['m: 0o644', 'mode: ${{ m }}', '0o644'],
      ['m: 0644', 'mode: ${{ m }}', '0644'],
      ['m: 644', 'mode: ${{ m }}', '644'],
      ['m: "0o644"', 'mode: ${{ m }}', '0o644'],
      ['m: ${{ n.o }}, n: { o: 0o600 }', 'mode: ${{ m }}', '0o600'],
      ['m: { of: { files: 0o640 } }', 'mode: ${{ m.of.files }}', '0o640'],
      ['m: [{ mode: 0o640 }]', 'mode: ${{ item.mode }}\n    for_each: ${{ m }}', '0o640'],
      ['m: { a: 0o640 }', 'mode: ${{ item }}\n    for_each: ${{ m }}', '0o640'],
      ['m: 0o640', 'mode: ${{ item }}\n    for_each: ["${{ m }}"]', '0o640'],
      ['m: 600', 'mode: ${{ m + 40 }}', '640'],
    ];
    for (const [variable, mode, expected] of inVariable) {
      const play = `nodes: all\nvars: { ${variable.replace(/\$\{\{.*?\}\}/, '"$&"')} }\nresources:\n  - file: /f\n    ${mode}\n`;
      const [file] = await resources({ 'site.yaml': play });
      assert.propertyVal(file?.declared, 'mode', expected, play);
    }
  });

  it('reads CRLF, a byte order mark at the start, JSON and an anchor used 150 times', async () => {
    assert.deepEqual(await addresses({ 'site.yaml': '\uFEFFnodes: all\r\nresources:\r\n  - package: a\r\n' }), [
      'package:a',
    ]);
    assert.deepEqual(await addresses({ 'site.yaml': '{"nodes": "all", "resources": [{"package": "a"}]}' }), [
      'package:a',
    ]);
    const uses = Array.from(
      { length: 150 },
      (_, index) => `  - listener: l${index}\n    port: 1\n    hosts: *h\n`,
    ).join('');
    assert.lengthOf(await addresses({ 'site.yaml': `nodes: all\nvars: { h: &h [a] }\nresources:\n${uses}` }), 150);
  });

  it('keeps the type of an expression that stands alone', async () => {
    const [listener] = await resources({
      'site.yaml':
        'nodes: all\nvars: { p: 80, hosts: [a, b] }\nresources:\n  - listener: l\n    port: ${{ p + 1 }}\n    hosts: ${{ hosts }}\n    user: u${{ p }}\n',
    });
    assert.deepInclude(listener?.declared, { port: 81, hosts: ['a', 'b'], user: 'u80' });
  });

  it('evaluates once: what comes out is never evaluated again', async () => {
    const [file] = await resources({
      'site.yaml':
        "nodes: all\nvars: { a: '$${{ 1 + 1 }} {{ 3 }}' }\nresources:\n  - file: /f\n    content: ${{ a }}!\n",
    });
    assert.nestedPropertyVal(file?.declared, 'body.text', '${{ 1 + 1 }} {{ 3 }}!');
  });

  it('does not run code of the controller', async () => {
    const loaded = await makeProject({
      'inventory.yaml': inventory,
      'site.yaml':
        'nodes: here\nvars: { s: a }\nresources:\n  - package: ${{ s.constructor.constructor("return process")() }}\n',
    }).load();
    assert.match(brief(loaded)[0] ?? '', /^SP30[136] site\.yaml:4/);
  });

  it('repeats a resource for a list and for a map', async () => {
    assert.deepEqual(
      await addresses({
        'site.yaml': `nodes: here
vars: { users: { ann: 1, bob: 2 } }
resources:
  - package: \${{ item }}
    for_each: [a, b]
  - listener: \${{ user_key }}
    port: \${{ user }}
    for_each: \${{ users }}
    as: user
`,
      }),
      ['package:a', 'package:b', 'listener:ann', 'listener:bob'],
    );
  });

  it('leaves out what its condition denies, and does not miss what refers to it', async () => {
    assert.deepEqual(
      await addresses({
        'site.yaml': `nodes: here
resources:
  - package: a
    when: \${{ node.name == 'there' }}
  - service: s
    after: package:a
  - package: \${{ nope }}
    when: false
`,
      }),
      ['service:s'],
    );
  });

  it('knows the node, its groups and the nodes of all groups', async () => {
    const [file] = await resources({
      'inventory.yaml': `${inventory}groups: { g: { nodes: [here, there] } }\n`,
      'site.yaml':
        'nodes: here\nresources:\n  - file: /f\n    content: ${{ node.name }} ${{ node.groups | join("+") }} ${{ groups.g | join("+") }}\n'.replace(
          /content: (.*)/,
          "content: '$1'",
        ),
    });
    assert.nestedPropertyVal(file?.declared, 'body.text', 'here g here+there');
  });

  it('acts as another account where sudo says so, innermost first', async () => {
    const found = await resources({
      'site.yaml': `nodes: here
sudo: true
resources:
  - package: a
  - package: b
    sudo: false
  - package: c
    sudo: postgres
`,
    });
    assert.deepEqual(
      found.map(({ runAs }) => runAs),
      ['root', false, 'postgres'],
    );
  });

  it('limits a run to tags without losing references', async () => {
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': 'nodes: here\nresources:\n  - package: a\n  - service: s\n    tags: [web]\n    after: package:a\n',
    });
    const loaded = await project.load({ tags: ['web'] });
    assert.deepEqual(loaded.diagnostics, []);
    assert.deepEqual(
      loaded.plays[0]?.nodes[0]?.resources.map(({ address, after }) => [address, after]),
      [['service:s', []]],
    );
    assert.deepEqual(loaded.limits, ['--tags web']);
  });

  it('refers to resources by any way to write their address', async () => {
    const found = await resources({
      'site.yaml':
        'nodes: here\nresources:\n  - file: /a//b\n  - service: s\n    reload_on: [file:/a//b]\n    after: file:/a/b\n',
    });
    assert.deepEqual(found[1]?.after, ['file:/a/b']);
  });

  it('lets a second play declare the same again', async () => {
    const text = 'nodes: here\nresources: [{ package: a }]\n';
    assert.deepEqual(await addresses({ 'site.yaml': `${text}---\n${text}` }), ['package:a', 'package:a']);
  });
});

describe('a component', () => {
  after(removeProjects);

  const app = `description: one application
parameters:
  name: { type: string, required: true }
  port: { type: integer, default: 8080 }
resources:
  - file: /etc/\${{ name }}.conf
    template: app.j2
  - component: inner.yaml
    with: { name: "\${{ name }}-inner" }
    when: \${{ port == 8080 }}
`;
  const files: ProjectFiles = {
    'parts/app.yaml': app,
    'parts/inner.yaml': 'parameters: { name: {} }\nresources:\n  - package: ${{ name }}\n',
    'parts/app.j2': '{{ name }}:{{ port }}\n',
  };

  it('brings its resources with its arguments and its own directory', async () => {
    const found = await resources({
      ...files,
      'site.yaml':
        'nodes: here\nresources:\n  - component: parts/app.yaml\n    with: { name: shop }\n    tags: [shop]\n    sudo: true\n',
    });
    assert.deepEqual(
      found.map(({ address }) => address),
      ['file:/etc/shop.conf', 'package:shop-inner'],
    );
    assert.nestedPropertyVal(found[0]?.declared, 'body.text', 'shop:8080\n');
    assert.deepEqual(
      found.map(({ tags, runAs }) => [tags, runAs]),
      [
        [['shop'], 'root'],
        [['shop'], 'root'],
      ],
    );
  });

  it('lets variables win over its defaults and arguments over variables', async () => {
    const found = await resources({
      ...files,
      'site.yaml':
        'nodes: here\nvars: { port: 9 }\nresources:\n  - component: parts/app.yaml\n    with: { name: a }\n  - component: parts/app.yaml\n    with: { name: b, port: 1 }\n',
    });
    assert.deepEqual(
      found.map(({ declared }) => (declared as { body: { text: string } }).body.text),
      ['a:9\n', 'b:1\n'],
    );
  });
});

describe('content', () => {
  after(removeProjects);

  it('comes from a text, a file or a template, and lands in the body store', async () => {
    const binary = Uint8Array.of(0, 1, 2, 255);
    const project = makeProject({
      'inventory.yaml': inventory,
      'plays/site.yaml':
        'nodes: here\nresources:\n  - file: /a\n    content: hé\n  - file: /b\n    source: files/b.bin\n  - file: /c\n    template: c.yaml.j2\n',
      'plays/files/b.bin': binary,
      'plays/c.yaml.j2': 'a: {{ node.name }}\n{% if true %}\nb: "{{ "<&>" }}"\n{% endif %}\n{% include "i.html" %}',
      'plays/i.html': '<b>{{ node.name }}</b>\n',
    });
    const loaded = await project.load({ playbooks: ['plays/site.yaml'] });
    assert.deepEqual(loaded.diagnostics, []);
    const bodies = (loaded.plays[0]?.nodes[0]?.resources ?? []).map(
      ({ declared }) => (declared as { body: { sha256: string; sizeBytes: number; text?: string } }).body,
    );
    assert.deepEqual(
      bodies.map(({ sizeBytes, text }) => [sizeBytes, text]),
      [
        [3, 'hé'],
        [4, undefined],
        [29, 'a: here\nb: "<&>"\n<b>here</b>\n'],
      ],
    );
    assert.equal(bodies[1]?.sha256, createHash('sha256').update(binary).digest('hex'));
    assert.deepEqual(project.bodies.get(bodies[1]?.sha256 ?? ''), {
      kind: 'file',
      path: join(project.dir, 'plays/files/b.bin'),
    });
    assert.equal(project.bodies.get(bodies[0]?.sha256 ?? '')?.kind, 'bytes');
  });

  it('is not read through a link that leaves the project', async () => {
    const project = makeProject({
      'inventory.yaml': inventory,
      'site.yaml': 'nodes: here\nresources:\n  - file: /a\n    source: link\n',
    });
    symlinkSync('/etc/hostname', join(project.dir, 'link'));
    assert.deepEqual(brief(await project.load()), ['SP212 site.yaml:4:13']);
  });
});
