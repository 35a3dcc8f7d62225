import { createHash } from 'node:crypto';
import { type Account, type Offer, SimulatedHost } from '@setpoint/testkit';
import { publicKey } from './playbook.ts';
import type { Random } from './random.ts';

const archive: Readonly<Record<string, Offer>> = {
  nginx: {
    versions: ['1.2', '1.0'],
    files: { '/etc/nginx/nginx.conf': 'worker 1;\n', '/usr/bin/nginx': 'ELF' },
    units: ['nginx.service'],
    account: 'www-data',
  },
  redis: { versions: ['7.0', '1.0'], files: { '/etc/redis.conf': 'port 1\n' }, units: ['redis.service'] },
  tool: { versions: ['3.1', '1.0'], files: { '/usr/bin/tool': 'ELF' } },
};

/** A host as somebody may have left it: some of what playbooks declare is there, some differs, some is missing. */
export function generateHost(random: Random): SimulatedHost {
  const host = new SimulatedHost(archive);
  for (const name of random.some(['nginx', 'redis', 'tool'], random.below(4)))
    host.unpack(name, random.pick(['1.0', archive[name]?.versions[0] ?? '1.0']), random.chance(0.1));
  for (const name of random.some(['staff', 'ops', 'web'], random.below(4)))
    host.groups.set(name, { name, gid: 3000 + random.below(50) * 10 + name.length, members: [] });
  for (const name of random.some(['ann', 'bob', 'carl'], random.below(4))) addAccount(host, random, name);
  for (const path of random.some(['/srv/app', '/srv/app/conf', '/opt/tool', '/var/lib/data'], random.below(4)))
    host.files.makeAll(path);
  for (const path of random.some(['/etc/motd', '/srv/app/index', '/srv/note', '/opt/tool/run'], random.below(4)))
    host.files.put(path, {
      type: 'file',
      mode: random.pick(['0644', '0600']),
      content: Buffer.from(random.pick(['one line', 'other\n', ''])),
    });
  if (random.chance(0.5)) host.files.makeAll(random.chance(0.5) ? '/srv/old' : '/srv/old/of/a/tree');
  if (random.chance(0.3)) host.files.put('/srv/current', { type: 'link', target: random.pick(['/srv/app', '/old']) });
  for (const [name, unit] of host.units) host.units.set(name, { ...unit, isActive: random.chance(0.7) });
  return host;
}

function addAccount(host: SimulatedHost, random: Random, name: string): void {
  const gid = 1000 + random.below(100) * 3 + name.length;
  host.groups.set(name, { name, gid, members: [] });
  const account: Pick<Account, 'name' | 'uid' | 'gid' | 'home' | 'shell'> = {
    name,
    uid: 1000 + ['ann', 'bob', 'carl'].indexOf(name),
    gid,
    home: `/home/${name}`,
    shell: '/bin/sh',
  };
  host.addAccount({ ...account, password: random.pick(['!', '!$6$a$0123456789abcdef', '$6$a$0123456789abcdef']) });
  if (random.chance(0.3)) return;
  const own = { uid: account.uid, gid } as const;
  host.files.put(account.home, { type: 'directory', mode: '0700', ...own });
  if (random.chance(0.5)) return;
  host.files.put(`${account.home}/.ssh`, { type: 'directory', mode: random.pick(['0700', '0777']), ...own });
  const content = Buffer.from(`# kept\n${publicKey(1 + random.below(4))}\n`);
  host.files.put(`${account.home}/.ssh/authorized_keys`, { type: 'file', mode: '0600', content, ...own });
}

/** A digest of everything on a host, to tell that nothing was touched. */
export function digestOf(host: SimulatedHost): string {
  const files = host.files.below('/').map((path) => [path, host.files.find(path)]);
  const state = [files, [...host.accounts], [...host.groups], [...host.packages], [...host.units]];
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}
