import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Body } from '@setpoint/model';
import { assert } from 'chai';
import { brief, makeProject, type ProjectFiles, removeProjects } from './support/project.ts';

const inventory = 'nodes:\n  here: { local: {} }\n';

function projectWith(properties: string, files: ProjectFiles) {
  const site = `nodes: here\nvars: { answer: 42 }\nresources:\n  - file: /a\n    ${properties}\n`;
  return makeProject({ 'inventory.yaml': inventory, 'site.yaml': site, ...files });
}

/** What the one resource of a project declares, and what is wrong with it. */
async function declare(properties: string, files: ProjectFiles, prepare?: (directory: string) => void) {
  const project = projectWith(properties, files);
  prepare?.(project.dir);
  const loaded = await project.load();
  const { declared } = loaded.plays[0]?.nodes[0]?.resources[0] ?? { declared: {} };
  return { problems: brief(loaded), ...(declared as { body?: Body; bodyMode?: string }) };
}

type Case = { readonly title: string; readonly properties: string; readonly files: ProjectFiles };

describe('content in another encoding than UTF-8', () => {
  after(removeProjects);

  const bytes = (...numbers: readonly number[]) => createHash('sha256').update(Uint8Array.from(numbers)).digest('hex');
  const sound: readonly (Case & { readonly sha256: string; readonly text: string })[] = [
    {
      title: 'T-03 is that of a template',
      properties: 'template: a.j2\n    encoding: windows-1252',
      files: { 'a.j2': '{{ answer }} €\r\nü' },
      sha256: bytes(0x34, 0x32, 0x20, 0x80, 0x0d, 0x0a, 0xfc),
      text: '42 €\r\nü',
    },
    {
      title: 'or of a text, of two bytes for each character',
      properties: 'content: "ü😀"\n    encoding: utf-16le',
      files: {},
      sha256: bytes(0xfc, 0x00, 0x3d, 0xd8, 0x00, 0xde),
      text: 'ü😀',
    },
    {
      title: 'or of fragments',
      properties: 'fragments: ["*.txt"]\n    encoding: koi8-r',
      files: { 'a.txt': 'Привет' },
      sha256: bytes(0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4),
      text: 'Привет',
    },
  ];
  for (const { title, properties, files, sha256, text } of sound) {
    it(title, async () => {
      const { problems, body } = await declare(properties, files);
      assert.deepEqual([problems, body?.sha256, body?.text, body?.encoded?.text], [[], sha256, undefined, text]);
    });
  }

  it('T-03 has no character that the encoding has not got', async () => {
    const project = projectWith('template: a.j2\n    encoding: windows-1252', { 'a.j2': 'ü\n{{ answer }}\n→\n' });
    const [problem] = (await project.load()).diagnostics;
    assert.deepInclude(problem, {
      code: 'SP229',
      detail: '`→` (U+2192) in line 3 of what `template` gives cannot be written in windows-1252.',
    });
  });
});

describe('content of fragments', () => {
  after(removeProjects);

  const sound: readonly (Case & { readonly text: string })[] = [
    {
      title: 'is in the order of the list, that of a pattern sorted, no file twice',
      properties: 'fragments: [parts/last.conf, "parts/*.conf"]',
      files: {
        'parts/b.conf': 'b\n',
        'parts/B.conf': 'B\n',
        'parts/a.conf': 'a\n',
        'parts/last.conf': 'last\n',
        'parts/x.txt': 'no',
      },
      text: 'last\nB\na\nb\n',
    },
    {
      title: 'begins a line with each fragment, and ends as the last one does',
      properties: 'fragments: ["*.conf"]',
      files: { 'a.conf': 'a', 'b.conf': '', 'c.conf': '\u{feff}c\r\n', 'd.conf': 'd' },
      text: 'a\nc\r\nd',
    },
    {
      title: 'has the separator between fragments and not behind the last one',
      properties: 'fragments: ["*.conf"]\n    separator: "# ---"',
      files: { 'a.conf': 'a\n', 'b.conf': 'b' },
      text: 'a\n# ---\nb',
    },
    {
      title: 'may be of one file alone, and named by an expression',
      properties: `fragments: ["\${{ 'a' ~ '.conf' }}"]\n    separator: x`,
      files: { 'a.conf': '{{ not.evaluated }}' },
      text: '{{ not.evaluated }}',
    },
  ];
  for (const { title, properties, files, text } of sound) {
    it(title, async () => {
      const { problems, body } = await declare(properties, files);
      assert.deepEqual([problems, body?.text], [[], text]);
    });
  }

  const faulty: readonly (Case & { readonly problems: readonly string[] })[] = [
    {
      title: 'needs a file that fits',
      properties: 'fragments: ["*.conf"]',
      files: {},
      problems: ['SP225 site.yaml:5:17'],
    },
    {
      title: 'is text',
      properties: 'fragments: ["*.conf"]',
      files: { 'a.conf': Uint8Array.of(255) },
      problems: ['SP226 site.yaml:5:17'],
    },
    {
      title: 'does not leave the project',
      properties: 'fragments: [../a.conf]',
      files: {},
      problems: ['SP212 site.yaml:5:17'],
    },
    {
      title: 'stands alone',
      properties: 'fragments: [a.conf]\n    content: b',
      files: { 'a.conf': 'a' },
      problems: ['SP219 site.yaml:6:5'],
    },
  ];
  for (const { title, properties, files, problems } of faulty) {
    it(title, async () => assert.deepEqual((await declare(properties, files)).problems, problems));
  }
});

describe('content of a file of the project', () => {
  after(removeProjects);

  it('comes with the mode of that file', async () => {
    const files = { run: { text: 'x', mode: 0o600 } };
    assert.equal((await declare('source: run', files)).bodyMode, '0600');
    const changed = await declare('source: run', files, (directory) => chmodSync(join(directory, 'run'), 0o4750));
    assert.equal(changed.bodyMode, '4750');
  });
});

describe('content of what is no file', () => {
  after(removeProjects);

  it('is refused before anything is read of it', async () => {
    const makePipe = (directory: string): void => {
      execFileSync('mkfifo', [join(directory, 'pipe')]);
      symlinkSync('/dev/zero', join(directory, 'device'));
      mkdirSync(join(directory, 'dir'));
    };
    const problems = {
      'source: pipe': 'SP801',
      'source: device': 'SP212',
      'template: pipe': 'SP801',
      'source: dir': 'SP801',
      'source: ""': 'SP801',
    };
    for (const [properties, code] of Object.entries(problems)) {
      const found = await declare(properties, {}, makePipe);
      assert.deepEqual(found.problems, [`${code} site.yaml:5:${properties.startsWith('t') ? 15 : 13}`], properties);
    }
  });
});

describe('content of a template', () => {
  after(removeProjects);

  const cases = [
    [
      'keeps the line ends of the template',
      '{% if true %}\r\na: {{ answer }}\r\n{% endif %}\r\nb\r\n',
      'a: 42\r\nb\r\n',
    ],
    [
      'leaves alone what stands between the tags of raw',
      '{% raw %}{{ x }} {%{% endraw %} {{ answer }}\n',
      '{{ x }} {% 42\n',
    ],
    [
      'T-01 does not evaluate a branch that is not taken',
      '{% if answer == 42 or nowhere %}a{% else %}{{ nowhere.x }}{% endif %}!\n',
      'a!\n',
    ],
    [
      'T-05 is not evaluated again',
      '{% set x = "{{ answer }}" %}{{ x }} {{ "${{ answer }}" }}\n',
      '{{ answer }} ${{ answer }}\n',
    ],
  ] as const;
  it('comes from files with any name', async () => {
    const files = { "ü $x 'q' {{ answer }}.j2": '{{ answer }}' };
    const { problems, body } = await declare(`template: "ü $x 'q' {{ answer }}.j2"`, files);
    assert.deepEqual([problems, body?.text], [[], '42']);
  });

  it('T-04 sees the variables of its place in what it includes and imports', async () => {
    const files = {
      'a.j2':
        '{% from "lib/m.j2" import twice %}{% for i in [1, 2] %}{% include "lib/b.j2" %}{% endfor %}{{ twice(answer) }}',
      'lib/b.j2': '{{ i }}:{{ answer }} {% include "lib/c.j2" %}',
      'lib/c.j2': '[{{ i }}] ',
      'lib/m.j2': '{% macro twice(x) %}{{ x * 2 }}{% endmacro %}',
    };
    const { problems, body } = await declare('template: a.j2', files);
    assert.deepEqual([problems, body?.text], [[], '1:42 [1] 2:42 [2] 84']);
  });

  for (const [title, template, text] of cases) {
    it(title, async () => {
      const { problems, body } = await declare('template: a.j2', { 'a.j2': template });
      assert.deepEqual([problems, body?.text], [[], text]);
    });
  }
});

describe('a file that Ansible Vault has encrypted', () => {
  after(removeProjects);

  const vaulted = '$ANSIBLE_VAULT;1.1;AES256\n6162\n';
  const cases: readonly Case[] = [
    { title: 'a source', properties: 'source: secret', files: { secret: vaulted } },
    { title: 'a large source', properties: 'source: secret', files: { secret: vaulted.padEnd(300_000, '61\n') } },
    { title: 'a template', properties: 'template: secret', files: { secret: vaulted } },
    {
      title: 'an included template',
      properties: 'template: a',
      files: { a: '{% include "secret" %}', secret: vaulted },
    },
    { title: 'a fragment', properties: 'fragments: [secret]', files: { secret: vaulted } },
  ];
  for (const { title, properties, files } of cases) {
    it(`reaches no node as ${title}`, async () => {
      assert.deepEqual(
        (await declare(properties, files)).problems.map((problem) => problem.split(' ')[0]),
        ['SP613'],
      );
    });
  }

  it('reaches no node with a directory, unless it is excluded', async () => {
    const load = (properties: string) =>
      makeProject({
        'inventory.yaml': inventory,
        'site.yaml': `nodes: here\nresources:\n  - directory: /a\n    source: dir\n${properties}`,
        'dir/secret': vaulted,
      }).load();
    assert.deepEqual(brief(await load('')), ['SP613 site.yaml:4:13']);
    assert.deepEqual(brief(await load('    exclude: [secret]\n')), []);
  });
});
