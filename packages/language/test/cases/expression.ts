import { type BadCase, playbook } from './case.ts';

/** Mistakes in expressions, templates and secrets. */
export const expressionCases: readonly BadCase[] = [
  {
    name: 'a typo in a variable',
    files: {
      'site.yaml':
        'nodes: here\nvars: { http_port: 80 }\nresources:\n  - file: /a\n    content: port ${{ htp_port }}\n',
    },
    expect: ['SP301 site.yaml:5:23'],
    says: ['htp_port', 'http_port'],
  },
  {
    name: 'an undefined variable in a calculation',
    files: playbook('  - listener: a\n    port: ${{ base + 1 }}\n'),
    expect: ['SP301 site.yaml:4:15'],
    says: ['base'],
  },
  {
    name: 'a typo in a member',
    files: {
      'site.yaml': 'nodes: here\nvars: { db: { host: x } }\nresources:\n  - file: /a\n    content: ${{ db.hots }}\n',
    },
    expect: ['SP301 site.yaml:5:21'],
    says: ['hots', 'db.host'],
  },
  {
    name: 'an undefined value inside a list',
    files: {
      'site.yaml':
        'nodes: here\nvars: { db: { host: x } }\nresources:\n  - listener: a\n    port: 1\n    hosts: ${{ [db.host, db.nope] }}\n',
    },
    expect: ['SP301 site.yaml:6:16'],
  },
  {
    name: 'a broken expression',
    files: playbook('  - file: /a\n    content: ${{ 1 + }}\n'),
    expect: ['SP302 site.yaml:4:20'],
  },
  {
    name: 'an expression that is not closed',
    files: playbook('  - file: /a\n    content: ${{ a\n'),
    expect: ['SP302 site.yaml:4:14'],
  },
  {
    name: 'a sum of text and number',
    files: playbook("  - file: /a\n    content: ${{ 'a' - 1 }}\n"),
    expect: ['SP303 site.yaml:4:18'],
  },
  {
    name: 'a typo in a filter',
    files: playbook("  - file: /a\n    content: ${{ 'a' | uper }}\n"),
    expect: ['SP306 site.yaml:4:24'],
    says: ['upper'],
  },
  {
    name: 'an unknown function',
    files: playbook("  - file: /a\n    content: ${{ lookup('x') }}\n"),
    expect: ['SP306 site.yaml:4:18'],
    says: ['lookup'],
  },
  {
    name: 'variables in a circle',
    files: {
      'site.yaml':
        'nodes: here\nvars:\n  a: ${{ b }}\n  b: x${{ c }}\n  c: ${{ a }}\nresources:\n  - file: /a\n    content: ${{ a }}\n',
    },
    expect: ['SP304 site.yaml:3:6'],
    says: ['`a` → `b` → `c` → `a`'],
  },
  {
    name: 'a list inside a text',
    files: { 'site.yaml': 'nodes: here\nvars: { l: [1, 2] }\nresources:\n  - file: /a\n    content: all ${{ l }}\n' },
    expect: ['SP310 site.yaml:5:14'],
    says: ['join'],
  },
  {
    name: 'a loop that would never end',
    files: {
      ...playbook('  - file: /a\n    template: t.j2\n'),
      't.j2': '{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}\n',
    },
    expect: ['SP305 t.j2:1:1'],
  },
  {
    name: 'an undefined variable in a template, at its line',
    files: { ...playbook('  - file: /a\n    template: t.j2\n'), 't.j2': 'a\nb {{ nope }}\n' },
    expect: ['SP301 t.j2:2:6'],
    says: ['nope'],
  },
  {
    name: 'an undefined variable in an included template',
    files: {
      ...playbook('  - file: /a\n    template: t.j2\n'),
      't.j2': 'a\n{% include "i.j2" %}\n',
      'i.j2': 'x\n\n{{ nope }}\n',
    },
    expect: ['SP301 i.j2:3:4'],
    says: ['nope'],
  },
  {
    name: 'a broken tag in a template',
    files: { ...playbook('  - file: /a\n    template: t.j2\n'), 't.j2': 'a\n{% if %}\n{% endif %}\n' },
    expect: ['SP302 t.j2:2:7'],
  },
  {
    name: 'an include that does not exist',
    files: { ...playbook('  - file: /a\n    template: t.j2\n'), 't.j2': 'a\n{% include "nope.j2" %}\n' },
    expect: ['SP801 t.j2:2:12'],
  },
  {
    name: 'an include that leaves the project',
    files: { ...playbook('  - file: /a\n    template: t.j2\n'), 't.j2': '{% include "../../etc/passwd" %}\n' },
    expect: ['SP212 t.j2:1:12'],
  },
  {
    name: 'a template that does not exist',
    files: playbook('  - file: /a\n    template: t.j2\n'),
    expect: ['SP801 site.yaml:4:15'],
  },
  {
    name: 'a secret that is not configured',
    files: {
      ...playbook("  - file: /a\n    content: ${{ secret('orders') }}\n"),
      'setpoint.yaml': 'secrets: { order: { env: X } }\n',
    },
    expect: ['SP307 site.yaml:4:18'],
    says: ['orders', 'Did you mean `order`'],
  },
  {
    name: 'a secret in a property that becomes an argument of a tool',
    files: {
      ...playbook("  - file: /a\n    content: ''\n    owner: ${{ secret('orders') | lower }}\n"),
      'setpoint.yaml': 'secrets: { orders: { file: key } }\n',
      key: { text: 'Abcdefgh', mode: 0o600 },
    },
    expect: ['SP312 site.yaml:5:12'],
    says: ['process list', 'content of a file'],
  },
  {
    name: 'a secret whose variable is not set',
    files: {
      ...playbook("  - file: /a\n    content: x${{ secret('orders') }}\n"),
      'setpoint.yaml': 'secrets: { orders: { env: ORDERS } }\n',
    },
    expect: ['SP308 site.yaml:4:19'],
    says: ['ORDERS', 'not set'],
  },
  {
    name: 'a secret file that others can read',
    files: {
      ...playbook("  - file: /a\n    content: ${{ secret('key') }}\n"),
      'setpoint.yaml': 'secrets: { key: { file: key.txt } }\n',
      'key.txt': { text: 'hunter2\n', mode: 0o644 },
    },
    expect: ['SP309 site.yaml:4:18'],
    says: ['chmod 600 key.txt'],
  },
  {
    name: 'a result that looks like an expression is not evaluated again',
    files: {
      'site.yaml':
        "nodes: here\nvars: { a: '$${{ nope }}' }\nresources:\n  - listener: x\n    port: 1\n    name: ${{ a }}\n",
    },
    expect: ['SP205 site.yaml:6:11'],
  },
];
