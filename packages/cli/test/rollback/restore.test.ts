import type { Json, JsonObject, Observed, Restoration } from '@setpoint/model';
import { assert } from 'chai';
import { modules } from '../../src/project/open-project.ts';

/** A change as the journal tells it, and what has to come of its way back. */
type Case = {
  readonly title: string;
  readonly address: string;
  readonly properties: JsonObject;
  readonly before: Observed<Json>;
  readonly edited: readonly string[];
  /** Members of the declaration that leads back, or a part of the reason why there is none. */
  readonly back: JsonObject | RegExp;
  readonly lacks?: RegExp;
  /** Members of the declaration that is handled after that. */
  readonly also?: JsonObject;
};

const absent = { kind: 'absent' } as const;
const present = (state: JsonObject): Observed<Json> => ({ kind: 'present', state });
const owned = { owner: 'daemon', uid: 1, group: 'games', gid: 60, mode: '0640' };
const shadow = {
  locked: false,
  password: 'set',
  expiresDay: -1,
  minDays: 0,
  maxDays: 99_999,
  warnDays: 7,
  inactiveDays: -1,
};
const account = {
  uid: 1001,
  gid: 1001,
  group: 'alice',
  groups: [{ name: 'games', gid: 60 }],
  comment: 'Alice',
  home: '/home/alice',
  shell: '/bin/sh',
  local: true,
  hasHome: true,
  shadow,
};
const unit = {
  id: 'cron.service',
  loadState: 'loaded',
  activeState: 'active',
  subState: 'running',
  fileState: 'enabled',
};
const installed = { installed: { version: '1.0', manual: true }, incomplete: null, held: false };

const cases: readonly Case[] = [
  {
    title: 'a file whose mode alone was changed gets its mode back and keeps its content',
    address: 'file:/f',
    properties: { mode: '0600' },
    before: present({ ...owned, sizeBytes: 1, modified: '', sha256: 'aa' }),
    edited: ['mode'],
    back: { state: 'present', body: null, ownership: { owner: null, group: null, mode: '0640' } },
  },
  {
    title: 'a file that was made and is immutable goes',
    address: 'file:/f',
    properties: { mode: '0640', immutable: true },
    before: absent,
    edited: ['mode', 'immutable'],
    back: { state: 'absent', flags: { immutable: false, appendOnly: false } },
  },
  {
    title: 'a file that only grew does so again, with the old mode',
    address: 'file:/f',
    properties: { mode: '0600', append_only: false },
    before: present({
      ...owned,
      sizeBytes: 3,
      modified: '',
      flags: { immutable: false, appendOnly: true },
    }),
    edited: ['mode', 'append_only'],
    back: {
      state: 'present',
      flags: { immutable: false, appendOnly: true },
      ownership: { owner: null, group: null, mode: '0640' },
    },
  },
  {
    title: 'a file gets the label back that it had',
    address: 'file:/f',
    properties: { selinux: 'etc_t' },
    before: present({ ...owned, sizeBytes: 3, modified: '', context: 'system_u:object_r:var_t:s0' }),
    edited: ['selinux'],
    back: { state: 'present', selinux: 'system_u:object_r:var_t:s0' },
  },
  {
    title: 'a directory gets the label back that it had, and nothing else',
    address: 'directory:/d',
    properties: { selinux: 'etc_t' },
    before: present({ ...owned, context: 'system_u:object_r:var_t:s0' }),
    edited: ['selinux'],
    back: { selinux: 'system_u:object_r:var_t:s0', ownership: { owner: null, group: null, mode: null } },
  },
  {
    title: 'a file whose content was not kept does not come back',
    address: 'file:/f',
    properties: { state: 'absent' },
    before: present({ ...owned, sizeBytes: 20_000_000, modified: '', sha256: 'aa' }),
    edited: ['state'],
    back: /larger than 10 MiB/,
  },
  {
    title: 'a directory that was made goes, and does not take along what others put into it',
    address: 'directory:/d',
    properties: {},
    before: absent,
    edited: ['state'],
    back: { state: 'absent', force: false },
  },
  {
    title: 'a directory that was deleted comes back empty, which is said',
    address: 'directory:/d',
    properties: { state: 'absent', force: true },
    before: present({ ...owned, tree: { groups: [{ count: 2, names: ['x'] }], mounts: [], isWhole: true } }),
    edited: ['state'],
    back: { state: 'present', ownership: { owner: 'daemon', group: 'games', mode: '0640' } },
    lacks: /What \/d held/,
  },
  {
    title: 'a link leads again where it led',
    address: 'link:/l',
    properties: { target: 'new' },
    before: present({ ...owned, type: 'link', target: 'old', sizeBytes: 3, modified: '' }),
    edited: ['target'],
    back: { state: 'present', target: 'old', ownership: { owner: null, group: null, mode: null } },
  },
  {
    title: 'a link that replaced a file leaves the file lost',
    address: 'link:/l',
    properties: { target: 'new', force: true },
    before: present({ ...owned, type: 'file', target: null, sizeBytes: 3, modified: '' }),
    edited: ['type', 'target'],
    back: /The file that the link at \/l replaced was not kept/,
  },
  {
    title: 'a hard link that was made goes as a name of that file',
    address: 'link:/l',
    properties: { target: 'file', hard: true },
    before: absent,
    edited: ['target'],
    back: { state: 'absent', target: 'file', hard: true },
  },
  {
    title: 'a symbolic link comes back in the place of a hard one',
    address: 'link:/l',
    properties: { target: 'file', hard: true },
    before: present({ ...owned, type: 'link', target: 'old', sizeBytes: 3, modified: '' }),
    edited: ['type', 'target'],
    back: { state: 'present', target: 'old', force: true },
  },
  {
    title: 'an account that was made goes with the home that was made for it',
    address: 'user:alice',
    properties: {},
    before: { kind: 'absent', remains: { home: false } },
    edited: ['state'],
    back: { state: 'absent', removeHome: true },
  },
  {
    title: 'an account that was made over an older home leaves that home alone',
    address: 'user:alice',
    properties: {},
    before: { kind: 'absent', remains: { home: true } },
    edited: ['state'],
    back: { state: 'absent', removeHome: false },
  },
  {
    title: 'an account gets back what was changed of it and nothing else',
    address: 'user:alice',
    properties: { shell: '/bin/bash', comment: 'Alice' },
    before: present(account),
    edited: ['shell'],
    back: { shell: '/bin/sh', comment: null, groups: null, locked: null },
  },
  {
    title: 'an account that was deleted comes back without its password, which is said',
    address: 'user:alice',
    properties: { state: 'absent' },
    before: present(account),
    edited: ['state'],
    back: { state: 'present', uid: 1001, group: null, groups: ['games'], home: '/home/alice', createHome: false },
    lacks: /password of alice does not come back/,
  },
  {
    title: 'a password that was changed is not kept',
    address: 'user:alice',
    properties: {},
    before: present(account),
    edited: ['password'],
    back: /former password of alice/,
  },
  {
    title: 'a group gets its number and exactly its members back',
    address: 'group:team',
    properties: { gid: 5000, members: ['bob'] },
    before: present({ gid: 4000, members: ['alice'] }),
    edited: ['gid', 'members'],
    back: { gid: 4000, members: ['alice'], append: false },
  },
  {
    title: 'a service that was stopped runs again, and what was not touched is left',
    address: 'service:cron',
    properties: { running: false },
    before: present(unit),
    edited: ['running'],
    back: { running: true, enabled: null, masked: null },
  },
  {
    title: 'a mask goes first, because it may stand where the unit file is to come back',
    address: 'service:cron',
    properties: { running: false, masked: true },
    before: present({ ...unit, fileState: 'enabled' }),
    edited: ['masked', 'running'],
    back: { masked: false, running: null, enabled: null },
    also: { masked: false, running: true, enabled: true },
  },
  {
    title: 'of a unit that was not there, only what the run did is taken back',
    address: 'service:cron',
    properties: { masked: true },
    before: absent,
    edited: ['masked'],
    back: { masked: false, running: null, enabled: null },
  },
  {
    title: 'a restart cannot be taken back',
    address: 'service:cron',
    properties: { running: true, restart_on: ['file:/f'] },
    before: present(unit),
    edited: ['restart_on'],
    back: /restart or a reload of cron\.service cannot be taken back/,
  },
  {
    title: 'a package that was upgraded goes back to its version',
    address: 'package:tool',
    properties: { version: '2.0' },
    before: present(installed),
    edited: ['version'],
    back: { state: 'present', version: '1.0' },
  },
  {
    title: 'a package that was not there goes with its configuration',
    address: 'package:tool',
    properties: {},
    before: present({ ...installed, installed: null }),
    edited: ['state'],
    back: { state: 'purged', version: null },
    lacks: /autoremove/,
  },
  {
    title: 'a package of which configuration was left leaves that again',
    address: 'package:tool',
    properties: {},
    before: present({ ...installed, installed: null, incomplete: 'config-files' }),
    edited: ['state'],
    back: { state: 'absent' },
    lacks: /autoremove/,
  },
  {
    title: 'a register gets its words back',
    address: 'register:speed',
    properties: { table: 'holding', address: 107, value: 1450, tolerance: 5 },
    before: present({ words: [1200], value: 1200, text: '1200', isUncommitted: false }),
    edited: ['value', 'value.raw'],
    back: { value: 1200, tolerance: null },
  },
  {
    title: 'an act on a device stays done',
    address: 'register:reset',
    properties: { table: 'holding', address: 1, value: 1, write: 'once', always: true },
    before: absent,
    edited: ['run'],
    back: /An act cannot be taken back/,
  },
  {
    title: 'keys that were not there go again',
    address: 'authorized_keys:alice',
    properties: { keys: [] },
    before: present({
      uid: 1001,
      home: '/home/alice',
      hasHome: true,
      directory: { type: 'absent' },
      file: { type: 'absent' },
      text: '',
    }),
    edited: ['keys'],
    back: { exact: { text: null, mode: null, directoryMode: null } },
  },
];

describe('the way back from a change', () => {
  for (const { title, address, properties, before, edited, back, lacks, also } of cases) {
    it(title, () => {
      const restored = restore({ address, properties, before, edited });
      if (back instanceof RegExp) {
        assert.match(restored.kind === 'irreversible' ? restored.why : 'it can be undone', back);
        return;
      }
      if (restored.kind === 'irreversible') assert.fail(restored.why);
      assert.deepInclude(restored.declared as JsonObject, back);
      assert.match((restored.lacks ?? []).join(' '), lacks ?? /^$/);
      if (also !== undefined) assert.deepInclude(restored.also?.[0]?.declared as JsonObject, also);
    });
  }
});

function restore({
  address,
  properties,
  before,
  edited,
}: Pick<Case, 'address' | 'properties' | 'before' | 'edited'>): Restoration {
  const [type = '', identity = ''] = address.split(':');
  const module = modules.get(type);
  const declaration = module?.declare({ identity, properties });
  if (module?.restore === undefined || declaration?.kind !== 'declared')
    return assert.fail(`${address} cannot be declared`);
  return module.restore({ declared: declaration.declared, before, edited, kept: () => undefined });
}
