/** A host with 300 resources of 20 types, as data for the playbook and for the script that is written by hand. */
export type MixedWorkload = {
  readonly resources: readonly object[];
  /** Reads the same facts with the node's own tools and compares nothing. */
  readonly script: string;
};

const root = '/srv/mixed';
const key = (index: number): string =>
  `ssh-ed25519 ${Buffer.concat([Buffer.from('0000000b7373682d6564323535313900000020', 'hex'), Buffer.alloc(32, index)]).toString('base64')}`;

const directories = numbers(20).map((number) => `${root}/dir-${number}`);
const files = numbers(100).map((number, index) => `${directories[index % directories.length]}/part-${number}.conf`);
const links = numbers(10).map((number) => `${root}/link-${number}`);
const packages = numbers(20).map((number) => `sp-tool${number}`);
const users = numbers(10).map((number) => `mixed-${number}`);
const groups = numbers(10).map((number) => `mixed-group-${number}`);
const edited = numbers(20).map((number) => `${root}/edited-${number}`);
const units = numbers(10).map((number) => `mixed-${number}.service`);
const jobs = numbers(10);
const settings = ['rp_filter', 'accept_redirects', 'send_redirects', 'log_martians', 'secure_redirects'].map(
  (name) => `net.ipv4.conf.all.${name}`,
);
const sudoers = numbers(5).map((number) => `mixed-${number}`);
const knownHosts = numbers(10).map((number) => `host-${number}.example.com`);
const commands = numbers(10).map((number) => `${root}/made-${number}`);
const timezone = 'Europe/Zurich';

/** Everything that the host is declared to have. */
export const mixedWorkload: MixedWorkload = { resources: resources(), script: script() };

function resources(): readonly object[] {
  const owned = { owner: 'root', group: 'root' };
  return [
    ...packages.map((name) => ({ package: name })),
    ...groups.map((name, index) => ({ group: name, gid: 6100 + index })),
    ...users.map((name, index) => ({ user: name, uid: 6200 + index, comment: `Mixed ${index}`, shell: '/bin/sh' })),
    ...users.map((name, index) => ({ authorized_keys: name, keys: [key(index)] })),
    ...directories.map((path) => ({ directory: path, parents: true, ...owned, mode: '0755' })),
    ...files.map((path) => ({ file: path, content: `${path}\n`.repeat(20), ...owned, mode: '0644' })),
    ...links.map((path) => ({ link: path, target: root })),
    ...edited.flatMap((path) => [
      { line: `${path}#port`, match: '^Port', text: 'Port 22', create: true },
      { block: `${path}#hosts`, text: 'one\ntwo\n', create: true, after: [`line:${path}#port`] },
    ]),
    ...units.map((unit) => ({ unit, Service: { ExecStart: '/bin/sleep infinity' } })),
    ...units.slice(0, 8).map((unit) => ({ service: unit, running: true })),
    ...jobs.map((number) => ({ cron: `job ${number}`, schedule: '0 3 * * *', command: `/bin/true ${number}` })),
    ...settings.map((name) => ({ sysctl: name, value: 0 })),
    ...sudoers.map((name) => ({ sudoers: name, rules: [{ user: users[0], commands: ['/bin/true'] }] })),
    ...knownHosts.map((name, index) => ({ known_host: name, keys: [key(index)] })),
    ...commands.map((path, index) => ({ command: `step ${index}`, run: `touch ${path}`, creates: path })),
    ...numbers(10).map((number) => ({
      ini: `${root}/settings.ini#${number}`,
      section: number,
      key: 'a',
      value: 1,
      create: true,
    })),
    ...numbers(10).map((number) => ({
      json: `${root}/settings.json#${number}`,
      at: `k${number}`,
      value: 1,
      create: true,
    })),
    { timezone },
    { hostname: 'host1', live: false },
  ];
}

function script(): string {
  const texts = [...files, ...edited, `${root}/settings.ini`, `${root}/settings.json`].join(' ');
  const unitFiles = units.map((unit) => `/etc/systemd/system/${unit}`).join(' ');
  const paths = [...directories, ...links, ...commands, ...sudoers.map((name) => `/etc/sudoers.d/${name}`)].join(' ');
  const homes = users.map((name) => `/home/${name}/.ssh/authorized_keys`).join(' ');
  const read = [...edited, `${root}/settings.ini`, `${root}/settings.json`].join(' ');
  return `LC_ALL=C; export LC_ALL
stat -c '%f|%s|%u|%g|%U|%G|%i|%y|%n' -- ${paths} ${texts} ${unitFiles} ${homes} /etc/localtime
sha256sum -- ${texts} ${unitFiles} /etc/sudoers.d/mixed-*
cat -- ${read} ${homes} /etc/ssh/ssh_known_hosts /etc/hostname /etc/sysctl.d/net.ipv4.conf.all.*
crontab -l
sysctl ${settings.join(' ')}
dpkg-query -W -f '\${Package} \${Version} \${db:Status-Abbrev}\\n' ${packages.join(' ')}
systemctl show -p Id,LoadState,ActiveState,SubState,UnitFileState,ActiveEnterTimestamp ${units.join(' ')}
getent passwd ${users.join(' ')}
getent group ${groups.join(' ')}
`;
}

function numbers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
}
