import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { createProject, inventoryOf, type Project, sshTo } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f';

/** A host as somebody keeps it by hand: something of each type that can be enumerated, secrets among it. */
const prepare = `set -e
useradd -m -u 2001 -s /bin/bash -c 'Im Porter' -G games imp && echo 'imp:hunter2' | chpasswd
groupadd -g 2500 imps && usermod -aG imps,daemon imp
mkdir -m 0700 /home/imp/.ssh && echo '${key} imp' >/home/imp/.ssh/authorized_keys
chmod 0600 /home/imp/.ssh/authorized_keys && chown -R imp: /home/imp/.ssh
echo 'imp ALL=(root) NOPASSWD: /bin/true' >/etc/sudoers.d/imp && chmod 0440 /etc/sudoers.d/imp
printf 'vm.swappiness = 10\\n-net.ipv4.nope = 1\\n' >/etc/sysctl.d/30-imp.conf
printf '@imps soft nofile 4096\\n@imps hard nofile unlimited\\n* - core 0\\n' >/etc/security/limits.d/50-imp.conf
mkdir -p /etc/modules-load.d && echo dummy >/etc/modules-load.d/dummy.conf
printf 'tmpfs /mnt/imp tmpfs size=1m,noauto 0 0\\n//nas/x /mnt/x cifs noauto,password=hunter2 0 0\\n' >>/etc/fstab
mkdir -p /mnt/imp /srv/imp && chmod 0750 /srv/imp
printf '[Unit]\\nDescription=Imp\\n[Service]\\nExecStart=/bin/sleep 1000\\n[Install]\\nWantedBy=multi-user.target\\n' >/etc/systemd/system/imp.service
mkdir -p /etc/systemd/system/imp.service.d && printf '[Service]\\nNice=5\\n' >/etc/systemd/system/imp.service.d/nice.conf
systemctl daemon-reload && systemctl enable --now -q imp
printf '#Setpoint: nightly\\n0 3 * * * /bin/true 50\\\\%%\\n5 5 * * * /bin/false\\n' | crontab -
printf '#Ansible: other\\n@daily /bin/true\\n' | crontab -u imp -
printf '1 2 * * * root /bin/true\\n' >/etc/cron.d/loose
echo 'git.example.com,10.0.0.1 ${key}' >>/etc/ssh/ssh_known_hosts
echo '# \${{ no.expression }}' >>/etc/ssh/sshd_config
echo '# changed' >>/etc/default/cron
ln -s /etc/hostname /etc/imp-link
head -c 3000 /dev/zero | tr '\\0' a >/etc/profile.d/long.sh && printf 'a\\0b' >/etc/profile.d/binary.sh
printf 'a\\r\\n\\n  b: [\\n\\n\\n' >/etc/profile.d/odd.sh && printf ' \\n\\n' >/etc/profile.d/blank.sh
printf -- '-----BEGIN RSA PRIVATE KEY-----\\nhunter2\\n' >/etc/profile.d/key.sh
echo hunter2 >/etc/logrotate.d/private && chmod 0600 /etc/logrotate.d/private
`;

/** What is lost on the host and comes back from the playbook. */
const lose = `set -e
systemctl disable --now -q imp && rm -r /etc/systemd/system/imp.service*
crontab -r && crontab -u imp -r && userdel imp && groupdel imps && chown -R 2001:2001 /home/imp
rm /etc/sudoers.d/imp /etc/sysctl.d/30-imp.conf /etc/security/limits.d/50-imp.conf /etc/modules-load.d/dummy.conf
sed -i /mnt.imp/d /etc/fstab && rm /etc/profile.d/long.sh /etc/profile.d/binary.sh /etc/profile.d/odd.sh
sed -i /git.example/d /etc/ssh/ssh_known_hosts && rm /home/imp/.ssh/authorized_keys`;

/** Everything that was lost, as it stands there; the order of a group's members says nothing. */
const look = `cd /; for f in etc/sudoers.d/imp etc/sysctl.d/30-imp.conf etc/modules-load.d/dummy.conf etc/profile.d/* \\
  etc/systemd/system/imp.service etc/systemd/system/imp.service.d/nice.conf home/imp/.ssh/authorized_keys; do
  stat -c '%n %U %G %a' $f; sha256sum <$f; done 2>&1
sort etc/security/limits.d/50-imp.conf; grep mnt/imp etc/fstab; grep -c git.example etc/ssh/ssh_known_hosts
id imp | tr ',' '\\n' | sort; getent passwd imp; grep -A1 Setpoint /var/spool/cron/crontabs/root; systemctl is-active imp; systemctl is-enabled imp`;

fleetSuite('the import of a host that was kept by hand', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  const run = (...words: readonly string[]): Promise<SetpointResult> => runSetpoint(words, { cwd: project.dir });

  before(async () => {
    await host.exec(prepare);
    const inventory = inventoryOf([host], fleet);
    const guest = { guest: { ssh: sshTo(host, fleet, 'guest') } };
    project = createProject({ 'inventory.yaml': { nodes: { ...(inventory['nodes'] as object), ...guest } } });
  });
  after(() => project.remove());

  const out = 'playbooks/n1.yaml';
  const playbook = (): string => readFileSync(join(project.dir, out), 'utf8');

  it('gives a playbook whose plan is empty', async () => {
    const imported = await run('import', 'n1', '-o', out);
    assert.equal(imported.code, 0, imported.stderr);
    const plan = await run('plan', '--detailed-exitcode');
    assert.equal(plan.code, 0, `${plan.stderr}${plan.stdout}${playbook()}`);
    assert.match(plan.stdout, /^No changes: \d+ resources on 1 node are as declared\.\n$/);
    assert.equal(plan.stderr, '');
  });

  const declared = [
    'hostname: host1',
    'package: openssh-server',
    'sysctl: vm.swappiness',
    'limits: "@imps"',
    'group: imps',
    'user: imp',
    'authorized_keys: imp',
    'sudoers: imp',
    'known_host: git.example.com',
    'mount: /mnt/imp',
    'kernel_module: dummy',
    'cron: nightly',
    'cron: other of imp',
    'unit: imp.service',
    'unit: imp.service#nice',
    'file: /etc/cron.d/loose',
    'file: /etc/default/cron',
    'file: /etc/ssh/sshd_config',
    'source: files/n1/etc/profile.d/binary.sh',
    'source: files/n1/etc/profile.d/long.sh',
    'service: imp',
  ];
  it('declares what somebody made, and nothing that came with the system', () => {
    for (const line of declared) assert.include(playbook(), ` ${line}\n`);
    assert.notMatch(playbook(), /package: (?:dpkg|bash|libc6|coreutils)\n/);
  });

  it('says what it leaves out, and keeps secrets on the node', () => {
    for (const line of [
      '# user:imp: Its password hash is a secret and is not imported.',
      '# mount:/mnt/x: left out: its options hold a password, which stays on the node',
      '# file:/etc/profile.d/key.sh: left out: it holds a private key, which stays on the node',
      '# file:/etc/logrotate.d/private: left out: not everybody may read it, so it may hold secrets',
      '# cron: Jobs of the crontab of root without a name were left out: 1.',
    ])
      assert.include(playbook(), line);
    assert.notInclude(playbook(), 'hunter2');
    assert.notMatch(playbook(), /\$(?:6|y)\$/);
    assert.isFalse(existsSync(join(project.dir, 'playbooks/files/n1/etc/profile.d/key.sh')));
  });

  it('brings back what was lost since', async () => {
    const before = (await host.exec(look)).stdout;
    await host.exec(lose);
    assert.notEqual((await host.exec(look)).stdout, before);
    const applied = await run('apply', '--yes');
    assert.equal(applied.code, 0, `${applied.stderr}${applied.stdout}`);
    assert.equal((await host.exec(look)).stdout, before);
  });

  it('takes named objects, and tells of those that are not there', async () => {
    const only = ['directory:/srv/imp', 'link:/etc/imp-link', 'file:/etc/shadow', 'file:/nothing'];
    const { code, stdout } = await run('import', 'n1', ...only.flatMap((address) => ['--only', address]));
    assert.equal(code, 0);
    assert.equal(
      stdout,
      `# What n1 held when it was imported.
name: n1
nodes: n1
resources:
  - directory: /srv/imp
    owner: root
    group: root
    mode: "0750"
  # file:/etc/shadow: left out: it holds password hashes, which stay on the node
  # file:/nothing: left out: it is not there
  - link: /etc/imp-link
    target: /etc/hostname
    owner: root
    group: root
`,
    );
  });

  it('says as another account what that may not read', async () => {
    const { code, stdout } = await run('import', 'guest', '--types', 'user,sudoers,cron');
    assert.equal(code, 0);
    assert.include(stdout, '# user:imp: The ageing of its password could not be read.');
    assert.include(stdout, '# sudoers: /etc/sudoers.d/imp could not be read.');
    assert.match(stdout, /# cron: \/var\/spool\/cron\/crontabs\/\*: not readable:/);
  });
});
