import type { TwinTask } from './twin-task.ts';

/** Of the word `secret`. */
const passwordHash =
  '$6$saltsalt$TVLlQcbpFVof5W3Yz4DTP6gRstiNuHwwTt6GLc1E5n0U0aDehy0S5knV8wiOQSpT0Y77vwPZN.Pq.H91p5hVO1';
const hostKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOq1V0x7m3Yb8Zc5nT2kRj9wQ4sLf6hGd1uEa0PiNvBt';

const account = (name: string): string =>
  `getent passwd ${name}; id -Gn ${name} | tr ' ' '\\n' | sort; getent shadow ${name} | cut -d: -f2,8; stat -c '%n %a %U %G' ~${name}; ls -A ~${name} | sort`;
const unit = (name: string): string => `systemctl is-active ${name}; systemctl is-enabled ${name}`;
const installed = (name: string): string =>
  `dpkg-query -W -f '\${Package} \${Version} \${db:Status-Abbrev}' ${name} 2>&1`;

const unitFile = (name: string): string =>
  `printf '[Service]\\nExecStart=/bin/sleep 1000\\n[Install]\\nWantedBy=multi-user.target\\n' >/etc/systemd/system/${name}.service; systemctl daemon-reload`;

/** Packages, accounts, units, and commands. */
export const runningTasks: readonly TwinTask[] = [
  {
    title: 'a package',
    ansible: { apt: { name: 'sp-dep' } },
    setpoint: { package: 'sp-dep' },
    look: `${installed('sp-dep')}; ${installed('sp-hello')}; apt-mark showmanual | grep ^sp-`,
  },
  {
    title: 'a package in a version',
    ansible: { apt: { name: 'sp-web=1.0' } },
    setpoint: { package: 'sp-web', version: '1.0' },
    look: installed('sp-web'),
  },
  {
    title: 'a package that goes',
    found: 'apt-get install -y -q sp-epoch',
    ansible: { apt: { name: 'sp-epoch', state: 'absent' } },
    setpoint: { package: 'sp-epoch', state: 'absent' },
    look: installed('sp-epoch'),
  },
  {
    title: 'a package that is purged',
    found: 'apt-get install -y -q sp-conffile',
    ansible: { apt: { name: 'sp-conffile', state: 'absent', purge: true } },
    setpoint: { package: 'sp-conffile', state: 'purged' },
    look: installed('sp-conffile'),
  },
  {
    title: 'a group with a number',
    ansible: { group: { name: 'twingroup', gid: 4711 } },
    setpoint: { group: 'twingroup', gid: 4711 },
    look: 'getent group twingroup',
  },
  {
    title: 'an account',
    ansible: {
      user: { name: 'twinuser', uid: 4801, comment: 'Twin User', shell: '/bin/bash', groups: ['games', 'audio'] },
    },
    setpoint: { user: 'twinuser', uid: 4801, comment: 'Twin User', shell: '/bin/bash', groups: ['games', 'audio'] },
    look: account('twinuser'),
  },
  {
    title: 'a system account without a home',
    ansible: { user: { name: 'twinsys', system: true, create_home: false, shell: '/usr/sbin/nologin' } },
    setpoint: { user: 'twinsys', system: true, create_home: false, shell: '/usr/sbin/nologin' },
    look: 'getent passwd twinsys | cut -d: -f1,2,5-; ls -d ~twinsys 2>&1',
  },
  {
    title: 'an account in one more group',
    found: 'useradd -m -u 4802 -s /bin/sh -G games twinmore',
    ansible: { user: { name: 'twinmore', groups: ['audio'], append: true } },
    setpoint: { user: 'twinmore', groups: ['audio'], append: true },
    look: account('twinmore'),
  },
  {
    title: 'an account that expires and has a password',
    found: 'useradd -m -u 4803 -s /bin/sh twinold',
    ansible: { user: { name: 'twinold', password: passwordHash, expires: 1893456000 } },
    setpoint: { user: 'twinold', password: passwordHash, expires: '2030-01-01' },
    look: account('twinold'),
  },
  {
    title: 'an account that goes with its home',
    found: 'useradd -m twingone',
    ansible: { user: { name: 'twingone', state: 'absent', remove: true } },
    setpoint: { user: 'twingone', state: 'absent', remove_home: true },
    look: 'getent passwd twingone; getent group twingone; ls -d /home/twingone 2>&1',
  },
  {
    title: 'a unit that runs and starts at boot',
    found: unitFile('twinrun'),
    ansible: { systemd: { name: 'twinrun', state: 'started', enabled: true } },
    setpoint: { service: 'twinrun', running: true, enabled: true },
    look: unit('twinrun'),
  },
  {
    title: 'a unit that stops and starts no more',
    found: `${unitFile('twinstop')}; systemctl enable -q --now twinstop`,
    ansible: { systemd: { name: 'twinstop', state: 'stopped', enabled: false } },
    setpoint: { service: 'twinstop', running: false, enabled: false },
    look: unit('twinstop'),
  },
  {
    title: 'a unit that nothing can start',
    found: `printf '[Service]\\nExecStart=/bin/sleep 1000\\n' >/lib/systemd/system/twinmask.service; systemctl daemon-reload`,
    ansible: { systemd: { name: 'twinmask', masked: true } },
    setpoint: { service: 'twinmask', masked: true },
    look: unit('twinmask'),
  },
  {
    title: 'a command that makes something',
    ansible: { command: { argv: ['cp', '/etc/hostname', '/srv/twin/copied'], creates: '/srv/twin/copied' } },
    setpoint: { command: 'copy', argv: ['cp', '/etc/hostname', '/srv/twin/copied'], creates: '/srv/twin/copied' },
    look: 'test -s /srv/twin/copied && stat -c "%a %U %G" /srv/twin/copied',
  },
  {
    title: 'a script in a directory, with its environment',
    found: 'mkdir -p /srv/twin/work',
    ansible: {
      shell: {
        cmd: 'echo "$GREETING from $PWD" >out; umask >>out',
        chdir: '/srv/twin/work',
        creates: '/srv/twin/work/out',
      },
      environment: { GREETING: 'a $b "c"' },
    },
    setpoint: {
      command: 'greet',
      run: 'echo "$GREETING from $PWD" >out; umask >>out',
      cwd: '/srv/twin/work',
      creates: '/srv/twin/work/out',
      env: { GREETING: 'a $b "c"' },
    },
    look: 'cat /srv/twin/work/out; stat -c "%a %U %G" /srv/twin/work/out',
  },
  {
    title: 'a job of cron',
    ansible: { cron: { name: 'twin', minute: '*/5', hour: '3', job: 'echo "50\\%" >/dev/null' } },
    setpoint: { cron: 'twin', minute: '*/5', hour: '3', command: 'echo "50\\%" >/dev/null' },
    look: 'crontab -l | grep -v "^#"; stat -c "%a %U %G" /var/spool/cron/crontabs/root',
  },
  {
    title: 'a job in a file of cron, for another account',
    ansible: { cron: { name: 'twin', cron_file: 'twin', user: 'daemon', special_time: 'daily', job: '/bin/true' } },
    setpoint: {
      cron: 'twin in a file',
      label: 'twin',
      file: 'twin',
      user: 'daemon',
      schedule: '@daily',
      command: '/bin/true',
    },
    look: 'grep -v "^#" /etc/cron.d/twin; stat -c "%a %U %G" /etc/cron.d/twin',
  },
  {
    title: 'the name of the host',
    ansible: { hostname: { name: 'twin-host', use: 'systemd' } },
    setpoint: { hostname: 'twin-host' },
    look: 'hostname; cat /etc/hostname; stat -c "%a %U %G" /etc/hostname',
  },
  {
    title: 'a key of another host',
    ansible: {
      known_hosts: { name: 'git.example.com', path: '/etc/ssh/ssh_known_hosts', key: `git.example.com ${hostKey}` },
    },
    setpoint: { known_host: 'git.example.com', keys: [hostKey] },
    look: 'cat /etc/ssh/ssh_known_hosts; stat -c "%a %U %G" /etc/ssh/ssh_known_hosts',
  },
];
