import { type BadCase, playbook } from './case.ts';

/** Mistakes in plays, resources and their values. */
export const playbookCases: readonly BadCase[] = [
  {
    name: 'a typo in a resource type',
    files: playbook('  - fiel: /a\n'),
    expect: ['SP201 site.yaml:3:5'],
    says: ['file'],
  },
  { name: 'a resource without a type', files: playbook('  - owner: root\n'), expect: ['SP201 site.yaml:3:5'] },
  {
    name: 'two types in one resource',
    files: playbook('  - file: /a\n    service: nginx\n'),
    expect: ['SP202 site.yaml:4:5'],
    says: ['- service:'],
  },
  {
    name: 'a typo in a property',
    files: playbook('  - file: /a\n    onwer: root\n'),
    expect: ['SP203 site.yaml:4:5'],
    says: ['owner'],
  },
  {
    name: 'a typo in a key that any resource may bear',
    files: playbook('  - file: /a\n    whn: true\n'),
    expect: ['SP203 site.yaml:4:5'],
    says: ['`when`'],
  },
  {
    name: 'a whole text where a play should stand',
    files: { 'site.yaml': `${'root:x:0:0 '.repeat(100)}\n` },
    expect: ['SP208 site.yaml:1:1'],
    says: ['root:x:0:0 root:x:0:0 root:x:0:0 root:x:0:0 root:x:0:0 root…'],
  },
  {
    name: 'a typo in a required property',
    files: playbook('  - listener: a\n    prot: 80\n'),
    expect: ['SP203 site.yaml:4:5'],
    says: ['port'],
  },
  {
    name: 'a typo in a nested property',
    files: playbook('  - listener: a\n    port: 80\n    tls: { kye: x }\n'),
    expect: ['SP203 site.yaml:5:12'],
    says: ['`key`', '`tls`'],
  },
  {
    name: 'a missing required property',
    files: playbook('  - listener: a\n    user: x\n'),
    expect: ['SP206 site.yaml:4:5'],
    says: ['port'],
  },
  {
    name: 'a text where a number is expected',
    files: playbook('  - listener: a\n    port: "80"\n'),
    expect: ['SP204 site.yaml:4:11'],
    says: ['80 without quotes'],
  },
  {
    name: 'a number out of range',
    files: playbook('  - listener: a\n    port: 70000\n'),
    expect: ['SP205 site.yaml:4:11'],
    says: ['65535', '70000'],
  },
  {
    name: 'yes where a boolean is expected',
    files: playbook('  - service: a\n    enabled: yes\n'),
    expect: ['SP223 site.yaml:4:14'],
    says: ['true'],
  },
  {
    name: 'off where a boolean is expected',
    files: playbook('  - service: a\n    running: off\n'),
    expect: ['SP223 site.yaml:4:14'],
    says: ['false'],
  },
  {
    name: 'a version that loses its zero',
    files: playbook('  - package: a\n    version: 1.10\n'),
    expect: ['SP222 site.yaml:4:14'],
    says: ['1.10', '"1.10"', '1.1'],
  },
  {
    name: 'a user number that loses its zeros',
    files: playbook('  - listener: a\n    port: 1\n    user: 007\n'),
    expect: ['SP222 site.yaml:5:11'],
    says: ['007', '"007"'],
  },
  {
    name: 'a number in a list of texts',
    files: playbook('  - listener: a\n    port: 1\n    hosts: [a, 12]\n'),
    expect: ['SP222 site.yaml:5:16'],
    says: ['hosts[1]'],
  },
  {
    name: 'an empty list that must not be',
    files: playbook('  - listener: a\n    port: 1\n    hosts: []\n'),
    expect: ['SP205 site.yaml:5:12'],
    says: ['must not be empty'],
  },
  {
    name: 'a text of another form',
    files: playbook('  - listener: a\n    port: 1\n    name: UP\n'),
    expect: ['SP205 site.yaml:5:11'],
    says: ['Lower-case'],
  },
  {
    name: 'a value that is not among the allowed ones',
    files: playbook('  - package: a\n    state: presnt\n'),
    expect: ['SP205 site.yaml:4:12'],
    says: ['present'],
  },
  {
    name: 'a value that is not among the allowed ones of a union',
    files: playbook('  - file: /a\n    state: abssent\n'),
    expect: ['SP205 site.yaml:4:12'],
    says: ['absent'],
  },
  {
    name: 'a type without an identity',
    files: playbook('  - file:\n    owner: root\n'),
    expect: ['SP221 site.yaml:3:5'],
  },
  {
    name: 'a list of identities',
    files: playbook('  - package: [a, b]\n'),
    expect: ['SP221 site.yaml:3:14'],
    says: ['for_each'],
  },
  {
    name: 'a map as a resource list',
    files: { 'site.yaml': 'nodes: here\nresources:\n  file: /a\n' },
    expect: ['SP208 site.yaml:3:3'],
  },
  {
    name: 'a play as a list',
    files: { 'site.yaml': '- hosts: all\n  tasks: []\n' },
    expect: ['SP208 site.yaml:1:1'],
    says: ['---'],
  },
  { name: 'a play without nodes', files: { 'site.yaml': 'name: x\nresources: []\n' }, expect: ['SP208 site.yaml:1:1'] },
  { name: 'a play without resources', files: { 'site.yaml': 'nodes: here\n' }, expect: ['SP208 site.yaml:1:1'] },
  {
    name: 'a typo in a key of a play',
    files: { 'site.yaml': 'nodes: here\nresorces: []\nresources: []\n' },
    expect: ['SP207 site.yaml:2:1'],
    says: ['resources'],
  },
  {
    name: 'a typo in rollout',
    files: { 'site.yaml': 'nodes: here\nrollout: { canaray: 1, batch: 0% }\nresources: []\n' },
    expect: ['SP207 site.yaml:2:12', 'SP208 site.yaml:2:31'],
    says: ['canary'],
  },
  {
    name: 'the same resource twice',
    files: playbook('  - package: a\n  - package: a\n'),
    expect: ['SP209 site.yaml:4:5'],
    says: ['line 3'],
  },
  {
    name: 'the same resource with other properties',
    files: playbook('  - package: a\n  - package: a\n    state: absent\n'),
    expect: ['SP210 site.yaml:4:5'],
  },
  {
    name: 'a file and a directory at one path',
    files: playbook('  - directory: /a\n  - file: /a\n'),
    expect: ['SP210 site.yaml:4:5'],
    says: ['the path /a'],
  },
  {
    name: 'one file written in two ways',
    files: playbook('  - file: /a/b\n    owner: x\n  - file: /a//b\n    owner: y\n'),
    expect: ['SP210 site.yaml:5:5'],
  },
  {
    name: 'two plays that contradict each other',
    files: {
      'site.yaml':
        'nodes: here\nresources: [{ package: a }]\n---\nnodes: all\nresources: [{ package: a, state: absent }]\n',
    },
    expect: ['SP210 site.yaml:5:13'],
  },
  {
    name: 'a dangling after',
    files: playbook('  - package: nginx\n  - service: nginx\n    after: package:ngnix\n'),
    expect: ['SP211 site.yaml:5:12'],
    says: ['package:nginx'],
  },
  {
    name: 'a dangling reload_on',
    files: playbook('  - file: /a\n  - service: nginx\n    reload_on: [file:/b]\n'),
    expect: ['SP211 site.yaml:5:17'],
  },
  {
    name: 'a reference that is no address',
    files: playbook('  - service: nginx\n    reload_on: [nginx]\n'),
    expect: ['SP211 site.yaml:4:17'],
    says: ['type:identity'],
  },
  {
    name: 'a path that leaves the project',
    files: playbook('  - file: /a\n    source: ../../etc/shadow\n'),
    expect: ['SP212 site.yaml:4:13'],
  },
  {
    name: 'an absolute path outside of the project',
    files: playbook('  - file: /a\n    source: /etc/passwd\n'),
    expect: ['SP212 site.yaml:4:13'],
  },
  {
    name: 'a file that does not exist',
    files: playbook('  - file: /a\n    source: files/nope\n'),
    expect: ['SP801 site.yaml:4:13'],
    says: ['files/nope'],
  },
  {
    name: 'two sources of content',
    files: { ...playbook('  - file: /a\n    content: x\n    source: f\n'), f: 'x' },
    expect: ['SP219 site.yaml:5:5'],
  },
  {
    name: 'a declaration that the module refuses',
    files: playbook('  - file: etc/motd\n'),
    expect: ['SP220 site.yaml:3:11'],
    says: ['not absolute'],
  },
  {
    name: 'for_each over a text',
    files: playbook('  - package: ${{ item }}\n    for_each: abc\n'),
    expect: ['SP213 site.yaml:4:15'],
  },
  {
    name: 'a condition that is a text',
    files: playbook('  - package: a\n    when: "false"\n'),
    expect: ['SP214 site.yaml:4:11'],
  },
  {
    name: 'a condition that is yes',
    files: playbook('  - package: a\n    when: yes\n'),
    expect: ['SP223 site.yaml:4:11'],
  },
  {
    name: 'a condition that gives a number',
    files: playbook('  - package: a\n    when: ${{ 1 + 1 }}\n'),
    expect: ['SP214 site.yaml:4:11'],
    says: ['2'],
  },
  { name: 'a missing component', files: playbook('  - component: c.yaml\n'), expect: ['SP801 site.yaml:3:16'] },
  {
    name: 'a component outside of the project',
    files: playbook('  - component: ../c.yaml\n'),
    expect: ['SP212 site.yaml:3:16'],
  },
  {
    name: 'a component that includes itself',
    files: {
      ...playbook('  - component: c.yaml\n'),
      'c.yaml': 'resources:\n  - component: d.yaml\n',
      'd.yaml': 'resources:\n  - component: c.yaml\n',
    },
    expect: ['SP218 d.yaml:2:16'],
    says: ['c.yaml → d.yaml → c.yaml'],
  },
  {
    name: 'a missing component parameter',
    files: {
      ...playbook('  - component: c.yaml\n'),
      'c.yaml': 'parameters:\n  port: { type: integer }\nresources: []\n',
    },
    expect: ['SP215 site.yaml:3:16'],
    says: ['port'],
  },
  {
    name: 'a typo in a component parameter',
    files: {
      ...playbook('  - component: c.yaml\n    with: { prot: 80 }\n'),
      'c.yaml': 'parameters:\n  port: { type: integer }\nresources: []\n',
    },
    expect: ['SP216 site.yaml:4:13'],
    says: ['port'],
  },
  {
    name: 'a component parameter of the wrong type',
    files: {
      ...playbook('  - component: c.yaml\n    with: { port: "80" }\n'),
      'c.yaml': 'parameters:\n  port: { type: integer }\nresources: []\n',
    },
    expect: ['SP217 site.yaml:4:19'],
    says: ['a whole number'],
  },
  {
    name: 'a mistake inside a component, called twice',
    files: {
      ...playbook('  - component: c.yaml\n  - component: c.yaml\n'),
      'c.yaml': 'resources:\n  - package: a\n    versoin: "1"\n',
    },
    expect: ['SP203 c.yaml:3:5'],
  },
  {
    name: 'a playbook that does not exist',
    files: { 'sight.yaml': 'x: 1\n', 'ste.yaml': '' },
    expect: ['SP801'],
    says: ['ste.yaml'],
  },
  {
    name: 'a mistake in a resource whose condition does not hold',
    files: playbook('  - file: /a\n    when: false\n    onwer: root\n'),
    expect: ['SP203 site.yaml:5:5'],
  },
  {
    name: 'mistakes in three properties of one resource',
    files: playbook('  - file: etc/a\n    content: ${{ nope }}\n    owner: ${{ nobody }}\n    onwer: x\n'),
    expect: ['SP301 site.yaml:4:18', 'SP301 site.yaml:5:16', 'SP203 site.yaml:6:5'],
  },
  {
    name: 'a missing template and a wrong path',
    files: playbook('  - file: etc/a\n    template: t.j2\n'),
    expect: ['SP220 site.yaml:3:11', 'SP801 site.yaml:4:15'],
  },
  {
    name: 'several independent mistakes',
    files: playbook(
      '  - fiel: /a\n  - service: a\n    enabled: yes\n  - listener: b\n    prot: 80\n  - package: ${{ nope }}\n',
    ),
    expect: ['SP201 site.yaml:3:5', 'SP223 site.yaml:5:14', 'SP203 site.yaml:7:5', 'SP301 site.yaml:8:18'],
  },
  {
    name: 'a pattern that fits no file, with a typo in its directory',
    files: { ...playbook('  - bundle: a\n    parts: [shema/*.sql]\n'), 'schema/a.sql': 'a' },
    expect: ['SP225 site.yaml:4:13'],
    says: ['`shema/*.sql`', 'Did you mean `schema`?'],
  },
  {
    name: 'a pattern that fits no file, and what is there instead',
    files: {
      ...playbook('  - bundle: a\n    parts:\n      - schema/*.sq\n'),
      'schema/b.sql': 'b',
      'schema/a.sql': 'a',
    },
    expect: ['SP225 site.yaml:5:9'],
    says: ['In schema there are a.sql, b.sql.'],
  },
  {
    name: 'a pattern that fits only directories',
    files: { ...playbook('  - bundle: a\n    parts: ["*.d"]\n'), 'x.d/b.sql': 'b' },
    expect: ['SP225 site.yaml:4:13'],
  },
  {
    name: 'a listed file that does not exist',
    files: playbook('  - bundle: a\n    parts: [a.sql]\n'),
    expect: ['SP801 site.yaml:4:13'],
    says: ['a.sql does not exist'],
  },
  {
    name: 'patterns that lead out of the project',
    files: playbook('  - bundle: a\n    parts: ["../*.sql", /etc/host*, schema/../../x/*]\n'),
    expect: ['SP212 site.yaml:4:13', 'SP212 site.yaml:4:25', 'SP212 site.yaml:4:37'],
  },
  {
    name: 'listed files that are no text',
    files: {
      ...playbook('  - bundle: a\n    parts: [nul.sql, latin.sql]\n'),
      'nul.sql': 'a\0b',
      'latin.sql': new Uint8Array([0x6d, 0xfc, 0x6c, 0x6c]),
    },
    expect: ['SP226 site.yaml:4:13', 'SP226 site.yaml:4:22'],
    says: ['nul.sql holds NUL bytes'],
  },
];
