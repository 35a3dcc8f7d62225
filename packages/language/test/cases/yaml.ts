import { type BadCase, playbook } from './case.ts';

/** Mistakes in the text of YAML files. */
export const yamlCases: readonly BadCase[] = [
  {
    name: 'a tab in the indentation',
    files: playbook('  - file: /a\n\tmode: "0644"\n'),
    expect: ['SP102 site.yaml:4:1'],
    says: ['tab'],
  },
  {
    name: 'a property less indented than its resource',
    files: playbook('  - file: /a\n   mode: "0644"\n'),
    expect: ['SP103 site.yaml:4:4'],
  },
  {
    name: 'a property more indented than its neighbours',
    files: playbook('  - file: /a\n      mode: "0644"\n'),
    expect: ['SP103 site.yaml:3:11'],
  },
  {
    name: 'a double quote that is not closed',
    files: playbook('  - file: "/a\n    mode: "0644"\n'),
    expect: ['SP104 site.yaml:3:11'],
    says: ['"'],
  },
  {
    name: 'a single quote that is not closed',
    files: { 'site.yaml': "name: 'web tier\nnodes: here\nresources: []\n" },
    expect: ['SP104 site.yaml:1:7'],
  },
  {
    name: 'a list in brackets that is not closed',
    files: { 'site.yaml': 'name: x\nnodes: [here\nresources: []\n' },
    expect: ['SP104 site.yaml:2:8'],
    says: [']'],
  },
  {
    name: 'a map in braces that is not closed',
    files: { 'site.yaml': 'name: x\nvars: { a: 1\nnodes: here\nresources: []\n' },
    expect: ['SP104 site.yaml:2:7'],
    says: ['}'],
  },
  {
    name: 'a key given twice',
    files: playbook('  - file: /a\n    owner: root\n    owner: app\n'),
    expect: ['SP105 site.yaml:5:5'],
    says: ['line 4'],
  },
  {
    name: 'the same key as a number and as a text',
    files: { 'site.yaml': 'nodes: here\nvars:\n  ports: { 80: a, "80": b }\nresources: []\n' },
    expect: ['SP105 site.yaml:3:19'],
  },
  {
    name: 'a secret of Ansible Vault',
    files: { 'site.yaml': 'nodes: here\nvars:\n  key: !vault |\n    $ANSIBLE_VAULT;1.1\nresources: []\n' },
    expect: ['SP106 site.yaml:3:8'],
    says: ['!vault', 'secret('],
  },
  {
    name: 'an alias without an anchor',
    files: { 'site.yaml': 'nodes: here\nvars: { a: *base }\nresources: []\n' },
    expect: ['SP107 site.yaml:2:12'],
    says: ['base'],
  },
  {
    name: 'a glob without quotes',
    files: { 'site.yaml': 'nodes: *web\nresources: []\n' },
    expect: ['SP107 site.yaml:1:8'],
    says: ['quotes'],
  },
  {
    name: 'braces of another tool',
    files: playbook('  - file: /a\n    owner: {{ user }}\n'),
    expect: ['SP115 site.yaml:4:12'],
    says: ['${{'],
  },
  {
    name: 'a non-breaking space in a key',
    files: playbook('  - file: /a\n    own\u00A0er: root\n'),
    expect: ['SP112 site.yaml:4:5'],
    says: ['U+00A0'],
  },
  {
    name: 'a non-breaking space behind a colon',
    files: { 'site.yaml': 'nodes:\u00A0here\nresources: []\n' },
    expect: ['SP112 site.yaml:1:7'],
    says: ['U+00A0', 'colon'],
  },
  {
    name: 'a zero-width space in a key',
    files: playbook('  - file: /a\n    owner\u200B: root\n'),
    expect: ['SP112 site.yaml:4:5'],
    says: ['owner'],
  },
  {
    name: 'a Cyrillic letter in a key',
    files: playbook('  - file: /a\n    \u043Ewner: root\n'),
    expect: ['SP112 site.yaml:4:5'],
    says: ['U+043E', 'owner'],
  },
  {
    name: 'a byte order mark in the middle of a file',
    files: { 'site.yaml': 'nodes: here\n\uFEFFresources: []\n' },
    expect: ['SP112 site.yaml:2:1'],
    says: ['U+FEFF'],
  },
  {
    name: 'a key of the object prototype',
    files: { 'site.yaml': 'nodes: here\nvars: { __proto__: { a: 1 } }\nresources: []\n' },
    expect: ['SP113 site.yaml:2:9'],
  },
  {
    name: 'a constructor key',
    files: playbook('  - file: /a\n    constructor: x\n'),
    expect: ['SP113 site.yaml:4:5'],
  },
  {
    name: 'a merge key',
    files: { 'site.yaml': 'nodes: here\nvars:\n  a: &a { x: 1 }\n  b: { <<: *a }\nresources: []\n' },
    expect: ['SP117 site.yaml:4:8'],
  },
  {
    name: 'a list as a key',
    files: { 'site.yaml': 'nodes: here\nvars: { [a]: 1 }\nresources: []\n' },
    expect: ['SP114 site.yaml:2:9'],
  },
  {
    name: 'a NUL byte',
    files: playbook('  - file: /a\n    owner: "ro\0ot"\n'),
    expect: ['SP119 site.yaml:4:15'],
  },
  {
    name: 'an ELF program',
    files: { 'site.yaml': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0) },
    expect: ['SP111 site.yaml:1:1'],
    says: ['ELF'],
  },
  {
    name: 'gzip data',
    files: { 'site.yaml': Uint8Array.of(0x1f, 0x8b, 8, 0) },
    expect: ['SP111 site.yaml:1:1'],
    says: ['gzip'],
  },
  {
    name: 'Latin-1 text',
    files: { 'site.yaml': Uint8Array.of(0x61, 0x3a, 0x20, 0xe4, 0x0a) },
    expect: ['SP119 site.yaml:1:1'],
  },
  {
    name: 'an INI inventory',
    files: { 'site.yaml': '[web]\nweb1 ansible_host=10.0.0.1\nweb2\n' },
    expect: ['SP116 site.yaml:1:1'],
  },
  {
    name: 'a TOML file',
    files: { 'site.yaml': 'title = "x"\n[section]\nkey = 1\n' },
    expect: ['SP116 site.yaml:1:1'],
  },
  { name: 'an empty file', files: { 'site.yaml': '' }, expect: ['SP118 site.yaml:1:1'] },
  { name: 'a file of comments', files: { 'site.yaml': '# nothing\n\n' }, expect: ['SP118 site.yaml:1:1'] },
  {
    name: 'lists nested 150 levels deep',
    files: { 'site.yaml': `nodes: here\nvars: { a: ${'['.repeat(150)}${']'.repeat(150)} }\nresources: []\n` },
    expect: ['SP109 site.yaml:2:110'],
  },
  {
    name: '100,000 brackets',
    files: { 'site.yaml': '['.repeat(100_000) },
    expect: ['SP109 site.yaml:1:101'],
  },
  {
    name: 'an expression in braces without quotes',
    files: playbook('  - service: { name: ${{ x }} }\n'),
    expect: ['SP115 site.yaml:3:22'],
    says: ['quotes'],
  },
  {
    name: 'a colon in an expression without quotes',
    files: playbook('  - file: /a\n    content: ${{ "a: b" }}\n'),
    expect: ['SP115 site.yaml:4:14'],
    says: ['quotes'],
  },
];
