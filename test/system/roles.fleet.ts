import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FleetHost, fetchPackages, offerPackages } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

/** An example that does what a role does: the Debian packages that it installs, and what the host then says. */
type Role = {
  readonly name: string;
  readonly packages: readonly string[];
  readonly proofs: readonly { readonly title: string; readonly command: string; readonly says: RegExp }[];
};

const overTls = (host: string): string =>
  `printf 'GET / HTTP/1.0\\r\\nHost: ${host}\\r\\n\\r\\n' | openssl s_client -quiet -connect 127.0.0.1:443 -servername ${host} -CAfile /etc/nginx/tls/${host}.crt -verify_return_error 2>&1`;

const roles: readonly Role[] = [
  {
    name: 'hardened-base',
    packages: [],
    proofs: [
      {
        title: 'lets only some groups log in',
        command: 'sshd -T | grep -i ^allowgroups',
        says: /^allowgroups operators$/m,
      },
      { title: 'refuses passwords', command: 'sshd -T', says: /^passwordauthentication no$/m },
      {
        title: 'has the settings of the kernel',
        command: 'sysctl -n net.ipv4.conf.all.accept_redirects',
        says: /^0$/m,
      },
      { title: 'lets operators become root', command: 'sudo -l -U alice', says: /\(ALL\) NOPASSWD: ALL/ },
      {
        title: 'loads no module that nobody needs',
        command: 'cat /etc/modprobe.d/unused.conf',
        says: /^install sctp/m,
      },
      { title: 'gives new accounts a closed home', command: 'grep ^UMASK /etc/login.defs', says: /^UMASK\t\t027$/m },
    ],
  },
  {
    name: 'postgresql-backups',
    packages: ['postgresql-15'],
    proofs: [
      {
        title: 'answers with the settings that were declared',
        command: "sudo -u postgres psql -AtXc 'SHOW max_connections'",
        says: /^50$/m,
      },
      {
        title: 'asks the application for its password',
        command: "psql -h 127.0.0.1 -U orders -w orders -c 'SELECT 1' 2>&1",
        says: /no password supplied/,
      },
      {
        title: 'dumps every database, readable',
        command: `systemctl start backup-postgresql && cd /var/backups/postgresql && stat -c '%a %U' orders-*.dump && pg_restore --list orders-*.dump`,
        says: /^600 postgres\n[^]*dbname: orders/,
      },
      {
        title: 'does so every night',
        command: 'systemctl is-enabled backup-postgresql.timer && systemctl is-active backup-postgresql.timer',
        says: /^enabled\nactive$/m,
      },
    ],
  },
  {
    name: 'virtual-hosts',
    packages: ['nginx-light', 'openssl'],
    proofs: [
      {
        title: 'serves a site over TLS',
        command: overTls('shop.example.com'),
        says: /200 OK[^]*Shop, served by web1\./,
      },
      { title: 'tells sites apart', command: overTls('blog.example.com'), says: /200 OK[^]*Blog, served by web1\./ },
      {
        title: 'leads to TLS',
        command: "printf 'GET / HTTP/1.0\\r\\nHost: shop.example.com\\r\\n\\r\\n' | busybox nc 127.0.0.1 80",
        says: /301 Moved[^]*Location: https:\/\/shop\.example\.com\//,
      },
      { title: 'keeps keys to itself', command: 'stat -c %a%U /etc/nginx/tls/*.key', says: /^600root\n600root$/m },
    ],
  },
];

for (const { name, packages, proofs } of roles) {
  fleetSuite(`the example ${name} on a bare host`, (fleet) => {
    const [host] = fleet.hosts as readonly [FleetHost];
    let base: string | undefined;
    let dir: string;
    const command = (...words: readonly string[]): Promise<SetpointResult> =>
      runSetpoint([...words, '-C', dir, join(dir, 'playbook.yaml')], { cwd: dir });

    before(async function () {
      this.timeout(300_000);
      base = mkdtempSync(join(tmpdir(), 'setpoint-role-'));
      dir = join(base, name);
      cpSync(join(import.meta.dirname, '../../examples', name), dir, { recursive: true });
      const inventory = join(dir, 'inventory.yaml');
      const place = `host: ${host.address}, identity_file: ${fleet.privateKeyFile}, known_hosts: ${fleet.knownHostsFile}, config: false`;
      writeFileSync(inventory, readFileSync(inventory, 'utf8').replace(/host: 192\.0\.2\.\d+/, place));
      if (packages.length === 0) return;
      await fetchPackages(host, packages, join(base, 'packages'));
      await offerPackages(host, join(base, 'packages'));
    });
    after(() => {
      if (base !== undefined) rmSync(base, { recursive: true, force: true });
    });

    it('is planned without an error, applied, and needs nothing more', async function () {
      this.timeout(300_000);
      const planned = await command('plan');
      assert.equal(planned.code, 0, planned.stdout + planned.stderr);
      const applied = await command('apply', '--yes');
      assert.equal(applied.code, 0, applied.stdout + applied.stderr);
      const again = await command('plan', '--detailed-exitcode');
      assert.equal(again.code, 0, again.stdout + again.stderr);
    });

    for (const { title, command: asked, says } of proofs) {
      it(title, async () => {
        const { stdout, stderr } = await host.exec(asked);
        assert.match(stdout, says, stderr);
      });
    }
  });
}
