import type { Answer, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { mount } from '../../../src/modules/mount/index.ts';
import { holdsSettings, planSetting, type SettingRule, scriptOf } from '../../settings/plan-setting.ts';

const answer = (value: JsonObject): { readonly mount: Answer } => ({
  mount: { status: 'found', value: { mounted: null, isSame: false, target: 'directory', hasSource: true, ...value } },
});
const nothing = answer({});
const mounted = (options: readonly string[] = ['rw', 'relatime'], type = 'ext4') =>
  answer({ mounted: { type, source: '/dev/sdb1', options }, isSame: true });
const data = { source: '/dev/sdb1', type: 'ext4' };

const rules: readonly SettingRule[] = [
  {
    rule: 'does nothing when the line is there and it is mounted, whatever the spaces',
    properties: { ...data, options: 'noatime' },
    text: '/dev/sdb1\t/srv/data   ext4  noatime 0\t0\n',
    live: mounted(['rw', 'noatime']),
    edits: [],
  },
  {
    rule: 'takes missing last fields for zeros',
    properties: data,
    text: '/dev/sdb1 /srv/data ext4 defaults\n',
    live: mounted(),
    edits: [],
  },
  {
    rule: 'adds a line and mounts it',
    properties: { ...data, options: ['noatime', 'nofail'], pass: 2 },
    text: 'proc /proc proc defaults 0 0\n',
    live: nothing,
    edits: ['fstab text→text', 'mounted false→true'],
    after: 'proc /proc proc defaults 0 0\n/dev/sdb1 /srv/data ext4 noatime,nofail 0 2\n',
    titles: ['write /etc/fstab', 'mount /dev/sdb1 at /srv/data'],
  },
  {
    rule: 'ends a last line that is cut off before it adds one',
    properties: { ...data, state: 'present' },
    text: 'proc /proc proc',
    edits: ['fstab text→text'],
    after: 'proc /proc proc\n/dev/sdb1 /srv/data ext4 defaults 0 0\n',
    titles: ['write /etc/fstab', 'let systemd read /etc/fstab again'],
  },
  {
    rule: 'changes what differs in the line, keeps the rest of it with its comment, and adds no second line',
    properties: { ...data, options: 'ro', state: 'present' },
    text: '# /srv/data\n/dev/sdb1\t/srv/data\text4 rw  # the disk\nx /y z\n',
    edits: ['fstab text→text'],
    after: '# /srv/data\n/dev/sdb1\t/srv/data\text4 ro 0 0  # the disk\nx /y z\n',
  },
  {
    rule: 'keeps options that are not declared',
    properties: { ...data, pass: 1, state: 'present' },
    text: '/dev/sdb1 /srv/data/ ext4 nofail,noauto 0 2\n',
    edits: ['fstab text→text'],
    after: '/dev/sdb1 /srv/data/ ext4 nofail,noauto 0 1\n',
  },
  {
    rule: 'mounts again with the options of a changed line',
    properties: { ...data, options: 'ro' },
    text: '/dev/sdb1 /srv/data ext4 rw 0 0\n',
    live: mounted(['rw']),
    edits: ['fstab text→text', 'mounted_options ["rw"]→["ro"]'],
    after: '/dev/sdb1 /srv/data ext4 ro 0 0\n',
    titles: ['write /etc/fstab', 'mount /srv/data again with its options'],
  },
  {
    rule: 'mounts again for options that the kernel does not show, with the line',
    properties: { ...data, options: 'commit=30' },
    text: '/dev/sdb1 /srv/data ext4 commit=5 0 0\n',
    live: mounted(),
    edits: ['fstab text→text'],
    titles: ['write /etc/fstab', 'mount /srv/data again with its options'],
  },
  {
    rule: 'sees options that somebody changed by hand',
    properties: { ...data, options: 'ro,nosuid' },
    text: '/dev/sdb1 /srv/data ext4 ro,nosuid 0 0\n',
    live: mounted(['ro', 'relatime', 'rw']),
    edits: ['mounted_options ["ro","relatime","rw"]→["nosuid"]'],
    titles: ['mount /srv/data again with its options'],
  },
  {
    rule: 'knows sizes in any unit',
    identity: '/tmp/x',
    properties: { source: 'tmpfs', type: 'tmpfs', options: 'size=1m,mode=0700', state: 'ephemeral' },
    live: mounted(['rw', 'size=1024k', 'mode=700'], 'tmpfs'),
    edits: [],
  },
  {
    rule: 'mounts what is not to last, and leaves the table alone',
    properties: { ...data, state: 'ephemeral', options: 'ro' },
    live: nothing,
    edits: ['mounted false→true'],
    titles: ['mount /dev/sdb1 at /srv/data'],
  },
  {
    rule: 'unmounts, and leaves the table alone',
    properties: { state: 'unmounted' },
    live: mounted(),
    edits: ['mounted true→false'],
    titles: ['unmount /srv/data'],
  },
  {
    rule: 'takes all lines of the mount point out, and unmounts',
    properties: { state: 'absent' },
    text: '/dev/sdb1 /srv/data ext4\n/dev/sdc1 /srv/data2 ext4\n/dev/sdd1 /srv/data xfs\n',
    live: mounted(),
    edits: ['fstab text→text', 'mounted true→false'],
    after: '/dev/sdc1 /srv/data2 ext4\n',
    titles: ['write /etc/fstab', 'unmount /srv/data'],
  },
  {
    rule: 'needs nothing for what is absent',
    properties: { state: 'absent' },
    text: 'x /y z\n',
    live: nothing,
    edits: [],
  },
  {
    rule: 'writes spaces as the table has them, and finds them again',
    identity: '/srv/my data',
    properties: { source: '/dev/disk/by-label/a b', type: 'ext4', state: 'present' },
    text: '',
    edits: ['fstab text→text'],
    after: '/dev/disk/by-label/a\\040b /srv/my\\040data ext4 defaults 0 0\n',
  },
  {
    rule: 'tells two lines of swap space apart',
    identity: '/swap2',
    properties: { type: 'swap', options: 'pri=5' },
    text: '/swap1 none swap sw 0 0\n/swap2 swap swap sw 0 0\n',
    live: nothing,
    edits: ['fstab text→text', 'mounted false→true'],
    after: '/swap1 none swap sw 0 0\n/swap2 swap swap pri=5 0 0\n',
    titles: ['write /etc/fstab', 'use /swap2 as swap space'],
  },
  {
    rule: 'stops using swap space',
    identity: 'UUID=1-2',
    properties: { type: 'swap', state: 'absent' },
    text: 'UUID=1-2 none swap sw 0 0\n',
    live: answer({ mounted: { type: 'swap', source: '/dev/sdc', options: [] }, isSame: true }),
    edits: ['fstab text→text', 'mounted true→false'],
    after: '',
    titles: ['write /etc/fstab', 'stop using UUID=1-2 as swap space'],
  },
  {
    rule: 'waits for what cannot be known yet',
    properties: data,
    text: '/dev/sdb1 /srv/data ext4\n',
    live: { mount: { status: 'unknown', cause: { kind: 'after', address: 'command:x' } } },
    edits: ['mounted ?→true'],
    titles: ['mount /dev/sdb1 at /srv/data'],
  },
];

describe('a mount', () => {
  holdsSettings(mount, { identity: '/srv/data', name: 'fstab' }, rules);

  it('hides passwords of every line that it shows, and puts none into a script', () => {
    const { lines, operations } = planSetting(mount, {
      identity: '/mnt/s',
      properties: { source: '//nas/s', type: 'cifs', options: 'user=u,password=canary' },
      texts: { fstab: '//nas/t /mnt/t cifs pass=canary,ro 0 0\n' },
      answers: nothing,
    });
    assert.include(lines.join('\n'), '+//nas/s /mnt/s cifs user=u,password=(hidden) 0 0');
    assert.notInclude(lines.join('\n'), 'canary');
    assert.notInclude(scriptOf(operations, 'mount //nas/s at /mnt/s'), 'canary');
  });

  const troubles: readonly (readonly [string, JsonObject, { readonly mount: Answer }, string])[] = [
    ['another source', data, answer({ mounted: { type: 'ext4', source: '/dev/sdc1', options: [] } }), 'SP624 error'],
    [
      'another type of file system',
      { source: 'tmpfs', type: 'tmpfs' },
      answer({ mounted: { type: 'ext4', source: '/dev/sdc1', options: [] } }),
      'SP624 error',
    ],
    ['a file at the mount point', data, answer({ target: 'other' }), 'SP625 error'],
    ['a source that is not there yet', data, answer({ hasSource: false }), 'SP625 warning'],
  ];
  for (const [what, properties, live, expected] of troubles) {
    it(`tells of ${what}`, () => {
      const { problems } = planSetting(mount, { identity: '/srv/data', properties, answers: live });
      assert.deepEqual(
        problems.map(({ code, severity }) => `${code} ${severity}`),
        [expected],
      );
    });
  }

  it('takes the name of a file system without a source for what it is', () => {
    const { problems, edits } = planSetting(mount, {
      identity: '/srv/data',
      properties: { source: 'cache', type: 'tmpfs', state: 'ephemeral' },
      answers: answer({ mounted: { type: 'tmpfs', source: 'tmpfs', options: ['rw'] } }),
    });
    assert.deepEqual([problems, edits], [[], []]);
  });

  const invalid: readonly (readonly [string, string, JsonObject])[] = [
    ['no source', '/mnt', { type: 'ext4' }],
    ['no type', '/mnt', { source: '/dev/sda1' }],
    ['a mount point that is no path', 'data', data],
    ['a mount point for swap space', '/swap', { type: 'swap', source: '/dev/sda1' }],
    ['a line end', '/mnt/a\nb', data],
    ['an option with a space', '/mnt', { ...data, options: ['a b'] }],
    ['a password that everybody could see', '/mnt', { ...data, state: 'ephemeral', options: 'password=x' }],
  ];
  for (const [what, identity, properties] of invalid) {
    it(`takes ${what} for a mistake`, () => {
      assert.equal(mount.declare({ identity, properties }).kind, 'invalid');
    });
  }
});
