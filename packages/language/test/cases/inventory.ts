import type { BadCase } from './case.ts';

const play = 'nodes: all\nresources: []\n';

/** Mistakes in inventories, selectors and the configuration. */
export const inventoryCases: readonly BadCase[] = [
  {
    name: 'a selector that matches nothing',
    files: { 'site.yaml': 'nodes: web* & here\nresources: []\n' },
    expect: ['SP401 site.yaml:1:8'],
  },
  {
    name: 'a typo in a group',
    files: {
      'inventory.yaml': 'nodes: { web1: {} }\ngroups: { frontend: { nodes: [web1] } }\n',
      'site.yaml': 'nodes: frontnd\nresources: []\n',
    },
    expect: ['SP403 site.yaml:1:8'],
    says: ['frontend'],
  },
  {
    name: 'a parenthesis that is not closed',
    files: { 'site.yaml': 'nodes: (here\nresources: []\n' },
    expect: ['SP402 site.yaml:1:8'],
  },
  {
    name: 'a selector that ends too early',
    files: { 'site.yaml': 'nodes: here &\nresources: []\n' },
    expect: ['SP402 site.yaml:1:8'],
  },
  {
    name: 'a negated selector without quotes',
    files: { 'site.yaml': 'nodes: !here\nresources: []\n' },
    expect: ['SP106 site.yaml:1:8'],
    says: ['needs quotes'],
  },
  {
    name: 'a typo in a driver',
    files: { 'inventory.yaml': 'nodes:\n  a: { shs: { host: x } }\n', 'site.yaml': play },
    expect: ['SP404 inventory.yaml:2:8'],
    says: ['ssh'],
  },
  {
    name: 'two drivers for one node',
    files: { 'inventory.yaml': 'nodes:\n  a: { ssh: {}, local: {} }\n', 'site.yaml': play },
    expect: ['SP405 inventory.yaml:2:17'],
  },
  {
    name: 'a node declared twice by a range',
    files: { 'inventory.yaml': 'nodes:\n  a[1:3]: {}\n  a2: {}\n', 'site.yaml': play },
    expect: ['SP406 inventory.yaml:3:3'],
    says: ['a2', 'line 2'],
  },
  {
    name: 'a range that runs backwards',
    files: { 'inventory.yaml': 'nodes:\n  a[3:1]: {}\n  b: {}\n', 'site.yaml': play },
    expect: ['SP407 inventory.yaml:2:3'],
    says: ['backwards'],
  },
  {
    name: 'nodes as a list',
    files: { 'inventory.yaml': 'nodes: [a, b]\n', 'site.yaml': play },
    expect: ['SP408 inventory.yaml:1:8'],
    says: ['name: {}'],
  },
  {
    name: 'groups in a circle',
    files: {
      'inventory.yaml': 'nodes: { a: {} }\ngroups:\n  x: { groups: [y] }\n  y: { groups: [x], nodes: [a] }\n',
      'site.yaml': play,
    },
    expect: ['SP409 inventory.yaml:4:17'],
    says: ['`x` → `y` → `x`'],
  },
  {
    name: 'a group with the name of a node',
    files: { 'inventory.yaml': 'nodes: { a: {} }\ngroups:\n  a: { nodes: [a] }\n', 'site.yaml': play },
    expect: ['SP410 inventory.yaml:3:3'],
  },
  {
    name: 'a group with an unknown node',
    files: { 'inventory.yaml': 'nodes: { web1: {} }\ngroups:\n  web: { nodes: [wbe1] }\n', 'site.yaml': play },
    expect: ['SP403 inventory.yaml:3:18'],
    says: ['web1'],
  },
  {
    name: 'a typo in a setting of a driver',
    files: { 'inventory.yaml': 'nodes: { a: {} }\ngroups:\n  all: { ssh: { usr: x } }\n', 'site.yaml': play },
    expect: ['SP203 inventory.yaml:3:17'],
    says: ['user'],
  },
  {
    name: 'a missing setting of a driver',
    files: { 'inventory.yaml': 'nodes:\n  p: { modbus: { host: x } }\n', 'site.yaml': play },
    expect: ['SP206 inventory.yaml:2:3'],
    says: ['unit'],
  },
  {
    name: 'an undefined variable in a setting',
    files: { 'inventory.yaml': 'nodes:\n  p: { ssh: { user: "${{ acct }}" } }\n', 'site.yaml': play },
    expect: ['SP301 inventory.yaml:2:26'],
  },
  {
    name: 'two files that disagree',
    files: {
      'inventory.yaml': { text: '', mode: 0o644 },
      'inv/a.yaml': 'nodes: { a: {} }\ngroups: { web: { vars: { port: 1 } } }\n',
      'inv/b.yaml': 'groups: { web: { vars: { port: 2 } } }\n',
      'setpoint.yaml': 'inventory: inv\n',
      'site.yaml': play,
    },
    expect: ['SP412 inv/b.yaml:1:26'],
  },
  {
    name: 'an inventory that does not exist',
    files: { 'setpoint.yaml': 'inventory: inventry.yaml\n', 'site.yaml': play },
    expect: ['SP801 setpoint.yaml:1:12'],
    says: ['inventory.yaml'],
  },
  {
    name: 'a secret value in the configuration',
    files: { 'setpoint.yaml': 'secrets: { db: hunter2 }\n', 'site.yaml': play },
    expect: ['SP413 setpoint.yaml:1:16'],
    says: ['env'],
  },
  {
    name: 'a setting of runs that there is not',
    files: { 'setpoint.yaml': 'defaults: { concurency: 10 }\n', 'site.yaml': play },
    expect: ['SP413 setpoint.yaml:1:13'],
    says: ['concurrency'],
  },
  {
    name: 'a typo in the configuration',
    files: { 'setpoint.yaml': 'inventori: x\n', 'site.yaml': play },
    expect: ['SP413 setpoint.yaml:1:1'],
    says: ['inventory'],
  },
  {
    name: 'an inventory that is INI',
    files: { 'inventory.yaml': '[web]\nweb1\n', 'site.yaml': play },
    expect: ['SP116 inventory.yaml:1:1'],
  },
];
