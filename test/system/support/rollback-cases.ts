import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../../packages/model/src/index.ts';
import { locale } from '../../../packages/posix/test/conformance/system.ts';

/** One change of a type, on top of what `prepare` made on the host; `look` prints what must come back. */
export type RollbackCase = {
  readonly resources: readonly JsonObject[];
  /** Shell programs. */
  readonly prepare?: string;
  readonly look?: string;
};

/** Nothing of these types can be undone: their pages say why. */
export const irreversibleTypes: readonly string[] = ['certificate', 'command', 'packages'];

/** What these work with is not on the hosts; suites of their own lead their changes back. */
export const triedElsewhere: readonly string[] = ['container'];

const copy = '/srv/rb-copy';
const asAuthor = 'git -c user.name=x -c user.email=x@example.com -C /srv/rb-origin';
const site = 'http://127.0.0.1:8912';
const newKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

/** Everything in /srv/rb is looked at by the suite itself: names, kinds, modes, owners and digests. */
export const rollbackCases: Readonly<Record<string, RollbackCase>> = {
  archive: {
    prepare: 'mkdir -p /srv/rb/app && printf old >/srv/rb/app/data && chmod 0600 /srv/rb/app/data',
    resources: [{ archive: '/srv/rb/app', source: 'app.tar' }],
  },
  block: {
    prepare: "printf 'first\\nlast' >/srv/rb/block",
    resources: [{ block: '/srv/rb/block', text: 'between\n' }],
  },
  cron: {
    prepare: "printf '# mine\\n1 1 * * * /bin/true\\n' | crontab -u games -",
    look: 'crontab -u games -l; ls /etc/cron.d',
    resources: [
      { cron: 'rb', user: 'games', schedule: '0 3 * * *', command: '/bin/false' },
      { cron: 'rb file', file: 'rb', schedule: '@daily', command: '/bin/false' },
    ],
  },
  download: {
    prepare: `mkdir -p /srv/rb-site && printf two >/srv/rb-site/two && printf one >/srv/rb/fetched && chmod 0604 /srv/rb/fetched
[ -e /usr/bin/wget ] || ln -s /bin/busybox /usr/bin/wget; busybox httpd -p 127.0.0.1:8912 -h /srv/rb-site`,
    resources: [
      {
        download: '/srv/rb/fetched',
        url: `${site}/two`,
        sha256: '3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3',
        mode: '0600',
      },
    ],
  },
  firewall: {
    look: 'nft list ruleset; ls /etc/nftables.d 2>/dev/null; cat /etc/nftables.conf 2>&1',
    resources: [{ firewall: 'inet rb', chains: [{ name: 'spare', rules: ['tcp dport 80 accept'] }] }],
  },
  tarball: {
    prepare:
      'mkdir -p /srv/rb-tree && echo one >/srv/rb-tree/a && printf old >/srv/rb/packed.tar.gz && chmod 0604 /srv/rb/packed.tar.gz',
    look: 'find /srv/rb-tree -type f',
    resources: [
      { file: '/srv/rb-tree/new', content: 'packed, too\n' },
      { tarball: '/srv/rb/packed.tar.gz', tree: '/srv/rb-tree', mode: '0600' },
    ],
  },
  git: {
    prepare: `git init -q -b main /srv/rb-origin && echo one >/srv/rb-origin/a && ${asAuthor} add a && ${asAuthor} commit -q -m one
git clone -q /srv/rb-origin ${copy} && echo two >/srv/rb-origin/a && ${asAuthor} commit -q -a -m two`,
    look: `git -C ${copy} rev-parse HEAD && git -C ${copy} branch --show-current && git -C ${copy} status --short && cat ${copy}/a`,
    resources: [{ git: copy, repo: '/srv/rb-origin', ref: 'main' }],
  },
  hostname: {
    look: 'cat /etc/hostname; uname -n; ls /etc/machine-info 2>&1',
    resources: [{ hostname: 'rolled-back', pretty: 'Rolled back' }],
  },
  ini: {
    prepare: "printf '[a]\\nx = 1\\n' >/srv/rb/ini",
    resources: [{ ini: '/srv/rb/ini', section: 'a', key: 'x', value: '2' }],
  },
  json: {
    prepare: 'printf \'{"a": 1}\' >/srv/rb/json',
    resources: [{ json: '/srv/rb/json', at: 'b.c', value: true }],
  },
  kernel_module: {
    look: 'ls /etc/modules-load.d /etc/modprobe.d',
    resources: [{ kernel_module: 'rb_module', live: false, parameters: { debug: 1 } }],
  },
  known_host: {
    prepare: "printf '# known\\n' >/srv/rb/known",
    resources: [{ known_host: '/srv/rb/known#git.example.com', keys: [newKey] }],
  },
  limits: {
    prepare: "printf '@games - core 0\\n' >/etc/security/limits.d/rb.conf",
    look: 'cat /etc/security/limits.d/rb.conf',
    resources: [{ limits: '@games', file: '/etc/security/limits.d/rb.conf', both: { core: 'unlimited', nproc: 64 } }],
  },
  line: {
    prepare: "printf 'a\\nb\\n' >/srv/rb/line",
    resources: [{ line: '/srv/rb/line', match: '^b$', text: 'c' }],
  },
  locale: {
    prepare: locale.prepare ?? '',
    look: 'cat /etc/locale.gen; cat /etc/default/locale 2>&1; ls -d /usr/lib/locale/*.utf8',
    resources: [{ locale: 'tt_RU.UTF-8', default: true }],
  },
  mount: {
    prepare: 'mkdir -p /srv/rb-mount',
    look: 'cat /etc/fstab; grep -c /srv/rb-mount /proc/mounts',
    resources: [{ mount: '/srv/rb-mount', source: 'tmpfs', type: 'tmpfs', options: 'size=1m' }],
  },
  replace: {
    prepare: "printf 'one two one\\n' >/srv/rb/replace",
    resources: [{ replace: '/srv/rb/replace', match: 'one', with: 'three' }],
  },
  repository: {
    prepare: 'mkdir -p /srv/rb-packages && cd /srv/rb-packages && : >Packages && echo Suite: rb >Release',
    look: 'ls /etc/apt/sources.list.d /etc/apt/keyrings 2>&1',
    resources: [{ repository: 'rb', uris: 'file:/srv/rb-packages', suites: './', trusted: true, refresh: false }],
  },
  sudoers: {
    look: "stat -c '%n %U %G %a' /etc/sudoers.d/*",
    resources: [{ sudoers: 'rb', rules: [{ user: 'daemon', commands: ['/bin/ls'] }] }],
  },
  sysctl: {
    look: 'ls /etc/sysctl.d; cat /proc/sys/net/ipv4/ip_default_ttl',
    resources: [{ sysctl: 'net.ipv4.ip_default_ttl', value: 61 }],
  },
  timezone: {
    look: 'readlink /etc/localtime; cat /etc/timezone; cat /etc/adjtime 2>&1',
    resources: [{ timezone: 'Asia/Tokyo', hardware_clock: 'local' }],
  },
  toml: {
    prepare: "printf 'a = 1 # one\\n' >/srv/rb/toml",
    resources: [{ toml: '/srv/rb/toml', at: 'a', value: 2 }],
  },
  unit: {
    prepare: `printf '[Service]\\nExecStart=/bin/sleep 1\\n' >/etc/systemd/system/sp-rb.service && systemctl daemon-reload`,
    look: 'cat /etc/systemd/system/sp-rb.service; ls /etc/systemd/system; systemctl show -p NeedDaemonReload sp-rb',
    resources: [
      { unit: 'sp-rb.service', Service: { ExecStart: '/bin/sleep 2' } },
      { unit: 'sp-rb.service#more', Service: { Nice: '5' } },
    ],
  },
  yaml: {
    prepare: "printf 'a: 1 # one\\n' >/srv/rb/yaml",
    resources: [{ yaml: '/srv/rb/yaml', at: 'b', value: [1, 2] }],
  },
};

/** Changes of types that need each other, and then those of all other types that can be undone. */
export const changedResources: readonly JsonObject[] = [
  { package: 'sp-web' },
  { package: 'sp-hello', version: '1.1' },
  { file: '/etc/sp-web/sp-web.conf', content: 'port=8085\nroot=/srv/sp-web\n' },
  { service: 'sp-web', running: true, enabled: true, restart_on: ['file:/etc/sp-web/sp-web.conf'] },
  { directory: '/etc/sp-rb/deep/er', parents: true },
  { file: '/etc/sp-rb/deep/er/made', content: 'made\n' },
  { file: '/srv/rb/changed', content: 'new\n', owner: 'root', mode: '0600' },
  { file: '/srv/rb/removed', state: 'absent' },
  { file: '/srv/rb/binary', content: 'text now\n' },
  { file: '/srv/rb/large', content: 'small now\n' },
  { file: '/srv/rb/mode', mode: '0400' },
  { directory: '/srv/rb/dir', owner: 'root', mode: '0755' },
  { directory: '/srv/rb/gone', state: 'absent' },
  { link: '/srv/rb/link', target: 'mode' },
  { link: '/srv/rb/oldlink', state: 'absent' },
  { group: 'rbgone', state: 'absent' },
  { group: 'rbteam', gid: 4399, members: ['daemon'], append: true },
  { user: 'rbuser', comment: 'After', shell: '/bin/bash', groups: ['rbteam'], expires: '2030-01-31' },
  { user: 'rbnew', uid: 4410 },
  { authorized_keys: 'rbnew', keys: [newKey] },
  { authorized_keys: 'rbuser', keys: [newKey] },
  { user: 'rbleft', state: 'absent' },
  { service: 'cron', running: false, enabled: false },
  ...Object.values(rollbackCases).flatMap((each) => each.resources),
];

/** Makes the archive that the case of archives unpacks. */
export function writeArchive(path: string): void {
  const directory = mkdtempSync(join(tmpdir(), 'setpoint-archive-'));
  mkdirSync(join(directory, 'new'));
  writeFileSync(join(directory, 'data'), 'new\n');
  writeFileSync(join(directory, 'new/file'), 'made\n');
  execFileSync('tar', ['-cf', path, '-C', directory, 'data', 'new']);
  rmSync(directory, { recursive: true });
}
