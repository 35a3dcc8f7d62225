import { assert } from 'chai';
import { type EditorSchemaName, editorSchemaNames, editorSchemas } from '../../src/schema/editor-schemas.ts';
import { schemaSources } from '../../src/schema/sources.ts';
import { editorJudge, type Judge } from './editor-judge.ts';

const judges = Object.fromEntries(
  editorSchemaNames.map((name) => [name, editorJudge(editorSchemas[name](schemaSources))]),
) as Record<EditorSchemaName, Judge>;

const motd = { file: '/etc/motd', content: 'Hello.\n' };

const play = (resource: object): object => ({ nodes: 'all', resources: [resource] });

const accepted: Readonly<Record<EditorSchemaName, readonly object[]>> = {
  playbook: [
    { nodes: 'web & eu, !web3', resources: [motd] },
    { nodes: ['web', 'db'], vars: null, resources: null, tags: 'base', sudo: 'root', name: 'x' },
    { nodes: 'all', rollout: { canary: 1, batch: '25%', max_failed: 2 }, resources: [] },
    play({ ...motd, when: '${{ x }}', for_each: { a: 1 }, as: 'thing', after: ['package:nginx'], sudo: false }),
    play({ file: '/etc/motd', group: 'adm', mode: 644, sensitive: ['content'] }),
    play({ group: 'adm' }),
    play({ component: 'components/site.yaml', with: { port: 8080 }, tags: ['a'] }),
  ],
  inventory: [
    { nodes: { 'web[1:3].example.com': {}, bare: null, here: { local: {} }, away: { ssh: null } } },
    { groups: { web: { nodes: ['web*'], ssh: { user: 'svc', jump: 'bastion', sudo: true }, vars: { port: 8080 } } } },
    { nodes: { a: { ssh: { password: "${{ secret('a') }}", port: '${{ port }}' } } } },
  ],
  setpoint: [
    { inventory: 'inventory.yaml', secrets: { a: { env: 'A' }, b: { file: 'secrets/b' } } },
    { defaults: { concurrency: 20 } },
  ],
  component: [
    { parameters: { port: { type: 'integer', default: 80 }, name: null }, resources: [motd] },
    { name: 'site', description: 'A site.', resources: [{ component: 'other.yaml' }] },
  ],
  profile: [
    { registers: {} },
    {
      name: 'pump',
      limits: { read_registers: 20 },
      registers: {
        speed: { ref: 40101, type: 'uint32', scale: 0.1, values: { off: 0 } },
        run: { table: 'coil', address: '0x10' },
      },
      holes: [{ table: 'holding', address: 7, count: 3 }],
      persist: { write: 'speed=1' },
    },
  ],
};

/** A mistake and the one error that it gives. */
const refused: readonly (readonly [EditorSchemaName, object, string])[] = [
  ['playbook', { resources: [] }, ' required nodes'],
  ['playbook', { nodes: 'all' }, ' required resources'],
  ['playbook', { node: 'all', nodes: 'all', resources: [] }, ' additionalProperties node'],
  ['playbook', { nodes: 'all', resources: {} }, '/resources type'],
  ['playbook', { nodes: 'all', rollout: { batch: '125%' }, resources: [] }, '/rollout/batch pattern'],
  ['playbook', { nodes: 'all', vars: { '1x': 1 }, resources: [] }, '/vars additionalProperties 1x'],
  ['playbook', play({ fiel: '/etc/motd', mode: '0644' }), '/resources/0 additionalProperties fiel'],
  ['playbook', play({ mode: '0644' }), '/resources/0 type'],
  ['playbook', play({}), '/resources/0 type'],
  ['playbook', play({ ...motd, mdoe: '0644' }), '/resources/0 additionalProperties mdoe'],
  ['playbook', play({ ...motd, state: 'presnt' }), '/resources/0/state anyOf'],
  ['playbook', play({ ...motd, backup: 'yes' }), '/resources/0/backup pattern'],
  ['playbook', play({ ...motd, when: 'enabled' }), '/resources/0/when pattern'],
  ['playbook', play({ ...motd, after: ['nginx'] }), '/resources/0/after/0 pattern'],
  ['playbook', play({ file: '', content: '' }), '/resources/0/file minLength'],
  ['playbook', play({ file: ['/a', '/b'] }), '/resources/0/file type'],
  ['playbook', play({ component: 'a.yaml', wiht: {} }), '/resources/0 additionalProperties wiht'],
  ['inventory', { nodes: { a: { shs: {} } } }, '/nodes/a additionalProperties shs'],
  ['inventory', { nodes: { a: { ssh: { prot: 22 } } } }, '/nodes/a/ssh additionalProperties prot'],
  ['inventory', { nodes: { a: { ssh: { port: 0 } } } }, '/nodes/a/ssh/port minimum'],
  ['inventory', { nodes: ['a'] }, '/nodes type'],
  ['setpoint', { secrets: { a: 'value' } }, '/secrets/a type'],
  ['setpoint', { defaults: { concurrency: 0 } }, '/defaults/concurrency minimum'],
  ['component', { parameters: { a: { type: 'int' } }, resources: [] }, '/parameters/a/type enum'],
  ['component', { resources: [{ ...motd, mdoe: 1 }] }, '/resources/0 additionalProperties mdoe'],
  ['profile', { name: 'pump' }, ' required registers'],
  ['profile', { registers: { a: { adress: 1 } } }, '/registers/a additionalProperties adress'],
  ['profile', { registers: { a: { type: 'unit16' } } }, '/registers/a/type anyOf'],
];

describe('the schemas for editors', () => {
  for (const name of editorSchemaNames) {
    it(`accept what a ${name} file may hold`, () => {
      for (const document of accepted[name]) {
        assert.deepEqual(judges[name](document), [], JSON.stringify(document));
      }
    });
  }

  for (const [name, document, error] of refused) {
    it(`give one error for ${JSON.stringify(document)}`, () => {
      assert.deepEqual(judges[name](document), [error]);
    });
  }
});
