import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { user } from '../../../src/modules/user/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

export const hash = `$6$saltsalt$${'a'.repeat(86)}`;
export const otherHash = `$6$saltsalt$${'b'.repeat(86)}`;
export const declare = (properties: JsonObject) => {
  const { password } = properties;
  return declareOrThrow(user, {
    identity: 'alice',
    properties,
    ...(typeof password === 'string' ? { body: password } : {}),
  });
};
/** The digest of the hash, as the node would tell it. */
const sha256Of = (password: string): string =>
  (declare({ password }) as { readonly password: { readonly sha256: string } }).password.sha256;

export const found = (value: JsonObject): Answer => ({ status: 'found', value });
export const absent: Answer = { status: 'absent' };
export const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:web' } };
export const denied: Answer = { status: 'unknown', cause: { kind: 'denied', what: '/etc/shadow' } };
export const directory = found({ type: 'directory', mode: '0755', uid: 1000, gid: 1000 });
export const groupOf = (name: string, gid: number, members: readonly string[] = []): Answer =>
  found({ name, gid, members, local: true });
export const shadow = (more: JsonObject = {}): Answer =>
  found({
    locked: false,
    password: 'set',
    sha256: sha256Of(hash),
    expiresDay: -1,
    minDays: 0,
    maxDays: 99999,
    warnDays: 7,
    inactiveDays: -1,
    ...more,
  });

export const account: JsonObject = {
  name: 'alice',
  uid: 1000,
  gid: 1000,
  comment: 'Alice',
  home: '/home/alice',
  shell: '/bin/sh',
  local: true,
};
export const present: Answers = {
  account: found(account),
  membership: found({
    primary: 'alice',
    groups: [
      { name: 'audio', gid: 29 },
      { name: 'web', gid: 1500 },
    ],
  }),
  shadow: shadow(),
  home: directory,
  homeTarget: directory,
  'group alice': groupOf('alice', 1000),
  'group web': groupOf('web', 1500, ['alice']),
  'group audio': groupOf('audio', 29, ['alice']),
  'group sudo': groupOf('sudo', 27),
  'group 29': groupOf('audio', 29, ['alice']),
};
export const missing: Answers = {
  account: absent,
  membership: found({ primary: null, groups: [] }),
  shadow: absent,
  home: absent,
  homeTarget: absent,
  'group alice': absent,
  'group web': groupOf('web', 1500),
};

export type Case = {
  readonly rule: string;
  readonly declared: JsonObject;
  readonly answers: Answers;
  /** Path, before and after of each edit, as text. */
  readonly edits: readonly string[];
  /** Parts of the script, without the quotes of the shell. */
  readonly script?: readonly string[];
  readonly without?: readonly string[];
  readonly hazards?: readonly string[];
};

export const cases: readonly Case[] = [
  {
    rule: 'does nothing when everything is as declared',
    declared: {
      uid: 1000,
      group: 'alice',
      groups: ['web', 'audio'],
      comment: 'Alice',
      home: '/home/alice/',
      create_home: true,
      shell: '/bin/sh',
      password: hash,
      locked: false,
      expires: 'never',
      password_warn_days: 7,
    },
    answers: { ...present, uidHolder: found(account) },
    edits: [],
  },
  { rule: 'does nothing when nothing but its existence is declared', declared: {}, answers: present, edits: [] },
  {
    rule: 'does nothing for an absent account that is absent',
    declared: { state: 'absent' },
    answers: missing,
    edits: [],
  },
  {
    rule: 'makes an account with its home in one operation',
    declared: { groups: ['web'], comment: 'It is me' },
    answers: missing,
    edits: [
      'state absent→present',
      'groups -→["web"]',
      'comment -→It is me',
      'home -→/home/alice',
      'create_home -→true',
    ],
    script: [
      'useradd -G web -c It is me -d /home/alice -m -U -- alice',
      'SHELL= adduser -D -g It is me -h /home/alice',
    ],
  },
  {
    rule: 'makes a system account without a home',
    declared: { system: true, home: '/var/lib/a', shell: '/usr/sbin/nologin', group: '1500' },
    answers: { ...missing, 'group 1500': groupOf('web', 1500) },
    edits: ['state absent→present', 'group -→1500', 'home -→/var/lib/a', 'shell -→/usr/sbin/nologin'],
    script: ['useradd -r -d /var/lib/a -M -s /usr/sbin/nologin -g 1500 -- alice'],
  },
  {
    rule: 'makes an account with a number of the declared range',
    declared: { uid_min: 3000, uid_max: 3999 },
    answers: missing,
    edits: ['state absent→present', 'uid_min -→3000', 'uid_max -→3999', 'home -→/home/alice', 'create_home -→true'],
    script: ['useradd -K UID_MIN=3000 -K UID_MAX=3999 -d /home/alice -m -U -- alice', 'the node has no useradd'],
    without: ['adduser'],
  },
  {
    rule: 'makes a system account with a number of the declared range',
    declared: { uid_max: 499, system: true },
    answers: missing,
    edits: ['state absent→present', 'uid_max -→499', 'home -→/home/alice'],
    script: ['useradd -r -K SYS_UID_MAX=499 -d'],
  },
  {
    rule: 'leaves the number of an account that is there, whatever the range',
    declared: { uid_min: 3000, uid_max: 3999 },
    answers: present,
    edits: [],
  },
  {
    rule: 'changes several properties with one usermod',
    declared: { uid: 1001, shell: '/bin/bash', home: '/srv/alice', move_home: true, comment: '', locked: true },
    answers: { ...present, uidHolder: absent, home: absent, homeTarget: absent },
    edits: [
      'uid 1000→1001',
      'comment Alice→',
      'home /home/alice→/srv/alice',
      'shell /bin/sh→/bin/bash',
      'locked false→true',
    ],
    script: ['mkdir -p -- /srv', 'usermod -u 1001 -c  -d /srv/alice -m -s /bin/bash -L -- alice'],
    hazards: ['privilege'],
  },
  {
    rule: 'leaves groups that are not declared, and tells what that takes away',
    declared: { groups: ['web'] },
    answers: present,
    edits: ['groups ["audio","web"]→["web"]'],
    script: ['usermod -G web -- alice'],
    hazards: ['privilege'],
  },
  {
    rule: 'joins groups and keeps the others with append, and warns of groups that can become root',
    declared: { groups: ['sudo', 'web'], append: true },
    answers: present,
    edits: ['groups ["audio","web"]→["audio","sudo","web"]'],
    script: ['usermod -a -G sudo -- alice'],
    hazards: ['privilege'],
  },
  { rule: 'knows groups by their numbers', declared: { groups: ['29', 'web'] }, answers: present, edits: [] },
  {
    rule: 'does not mind the primary group among the further groups',
    declared: { group: 'alice', groups: ['alice', 'audio', 'web'] },
    answers: present,
    edits: [],
  },
  {
    rule: 'does not mind that the group file lists the primary group too',
    declared: { groups: ['audio', 'web'] },
    answers: {
      ...present,
      membership: found({ primary: 'alice', groups: ['alice', 'audio', 'web'].map((name) => ({ name, gid: 1 })) }),
    },
    edits: [],
  },
  {
    rule: 'writes a new password over standard input',
    declared: { password: otherHash },
    answers: present,
    edits: ['password secret→secret'],
    script: ['printf %s:%s%s\\n alice  "$hash" | chpasswd -e'],
    without: ['usermod', otherHash],
  },
  {
    rule: 'keeps the lock when the password changes',
    declared: { password: otherHash },
    answers: { ...present, shadow: shadow({ locked: true }) },
    edits: ['password secret→secret'],
    script: ['alice ! "$hash" | chpasswd -e'],
  },
  {
    rule: 'sets the password of new accounts only, when told so',
    declared: { password: otherHash, update_password: 'on_create' },
    answers: present,
    edits: [],
  },
  {
    rule: 'sets it also for an account whose making was cut off',
    declared: { password: otherHash, update_password: 'on_create' },
    answers: { ...present, shadow: shadow({ locked: true, password: 'never', sha256: null }) },
    edits: ['password -→secret'],
    script: ['chpasswd -e'],
  },
  {
    rule: 'takes "!" and "*" for the same: no password',
    declared: { password: '!' },
    answers: { ...present, shadow: shadow({ password: 'disabled', sha256: null }) },
    edits: [],
  },
  {
    rule: 'has nothing to unlock where there is no password',
    declared: { locked: false },
    answers: { ...present, shadow: shadow({ locked: true, password: 'never', sha256: null }) },
    edits: [],
  },
  {
    rule: 'changes ageing with one chage; 0 is a day and -1 takes it away',
    declared: { expires: '1970-01-01', password_max_days: -1, password_inactive_days: 0 },
    answers: present,
    edits: ['expires never→1970-01-01', 'password_max_days 99999→-1', 'password_inactive_days -1→0'],
    script: ['chage -E 0 -M -1 -I 0 -- alice'],
  },
  {
    rule: 'says of what stands in shadow alone that it may not be read',
    declared: { password: hash, shell: '/bin/sh', expires: 'never' },
    answers: { ...present, shadow: denied },
    edits: ['expires ?→never', 'password ?→secret'],
  },
  {
    rule: 'makes the home that an existing account lacks, when told to',
    declared: { create_home: true },
    answers: { ...present, home: absent, homeTarget: absent },
    edits: ['create_home false→true'],
    script: ['chown -R -h -- "$(id -u alice):$(id -g alice)" /home/alice'],
  },
  {
    rule: 'may have to make a home that a package before it may bring',
    declared: { create_home: true },
    answers: { ...present, home: later, homeTarget: later },
    edits: ['create_home ?→true'],
    script: ['if [ ! -d /home/alice ]; then'],
  },
  {
    rule: 'is right whichever way it turns out when a package may bring the account',
    declared: { shell: '/bin/bash', groups: ['web'], password: hash, update_password: 'on_create' },
    answers: { ...present, account: later },
    edits: [
      'state ?→present',
      'groups ?→["web"]',
      'home ?→/home/alice',
      'create_home ?→true',
      'shell ?→/bin/bash',
      'password ?→secret',
    ],
    script: [
      'if grep -q ^alice: /etc/passwd; then',
      'usermod -G web -s /bin/bash -- alice',
      'useradd -G web -d /home/alice -m -s /bin/bash',
      'if grep -q ^alice:!*: /etc/shadow; then printf',
    ],
    hazards: ['privilege'],
  },
  {
    rule: 'deletes an account and tells what is lost',
    declared: { state: 'absent', remove_home: true, force: true },
    answers: { ...present, primaryUsers: found({ users: ['alice'] }) },
    edits: ['state present→absent'],
    script: ['userdel -r -f -- alice', 'deluser --remove-home alice'],
    hazards: ['data-loss', 'data-loss', 'connectivity', 'privilege', 'service-interruption'],
  },
  {
    rule: 'joins an account of a directory to a group of the node',
    declared: { groups: ['web'], append: true },
    answers: {
      ...present,
      account: found({ ...account, local: false }),
      membership: found({ primary: null, groups: [] }),
    },
    edits: ['groups []→["web"]'],
    script: ['gpasswd -a alice web'],
    without: ['usermod'],
  },
  {
    rule: 'lets an account run its own units without a login',
    declared: { linger: true },
    answers: { ...present, linger: absent, logind: found({ path: '/usr/bin/loginctl' }) },
    edits: ['linger false→true'],
    script: ['loginctl enable-linger alice', ': >/var/lib/systemd/linger/alice'],
  },
  {
    rule: 'ends that again, also where no logind runs',
    declared: { linger: false },
    answers: { ...present, linger: found({ type: 'file' }) },
    edits: ['linger true→false'],
    script: ['loginctl disable-linger alice', 'rm -f -- /var/lib/systemd/linger/alice'],
  },
  {
    rule: 'does not ask a new account to stop what it never began',
    declared: { linger: false },
    answers: { ...missing, linger: absent },
    edits: ['state absent→present', 'home -→/home/alice', 'create_home -→true'],
    without: ['linger'],
  },
  {
    rule: 'makes a key of the account as the account, and none where one is',
    declared: { ssh_key: { type: 'rsa', bits: 3072, comment: "it's me" } },
    answers: { ...present, sshKey: found({ isThere: false }), keygen: found({ path: '/usr/bin/ssh-keygen' }) },
    edits: ['ssh_key -→rsa in ~/.ssh/id_rsa'],
    script: ['sp_find_user alice', '-t rsa -b 3072', 'ssh-keygen'],
  },
  {
    rule: 'leaves a key that is there, whatever it is',
    declared: { ssh_key: { type: 'ecdsa', path: '.ssh/deploy' } },
    answers: { ...present, sshKey: found({ isThere: true }) },
    edits: [],
  },
  {
    rule: 'makes a key with the account',
    declared: { ssh_key: {} },
    answers: { ...missing, sshKey: absent, keygen: later },
    edits: [
      'state absent→present',
      'home -→/home/alice',
      'create_home -→true',
      'ssh_key -→ed25519 in ~/.ssh/id_ed25519',
    ],
    script: ['-t ed25519'],
  },
];
