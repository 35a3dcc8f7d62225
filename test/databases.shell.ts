import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, makeAuthority, startMariadb, startPostgres } from '@setpoint/testkit/databases';
import { assert, expect } from 'chai';
import { skipWithoutSshd, TestSshd } from '../packages/posix/test/transports/test-sshd.ts';
import { setpointProgram } from './setpoint-program.ts';

const root = join(import.meta.dirname, '..');

const password = 'gRz7-not-for-any-eye-Qm2';

/** Peer authentication for all but the superuser over the socket, passwords over loopback. */
const rules = [
  'local all postgres trust',
  'local all all peer',
  'host appdb refused all reject',
  'host otherdb all all reject',
  'host all all all scram-sha-256',
];

describe('databases of the inventory', function () {
  this.timeout(120_000);
  let folder: string;
  let sshd: TestSshd;
  let postgres: DatabaseServer;
  let mariadb: DatabaseServer;
  let caFile: string;

  before(async function () {
    skipWithoutSshd(this);
    folder = mkdtempSync(join(tmpdir(), 'setpoint-databases-'));
    chmodSync(folder, 0o755);
    const authority = await makeAuthority(folder);
    caFile = authority.caFile;
    sshd = await TestSshd.start();
    postgres = await startPostgres({
      hba: `${rules.join('\n')}\n`,
      settings: { ssl: 'on' },
      prepare: async (data) => void (await authority.issue(data, 'db.example', ['db.example'])),
    });
    await postgres.sql(`CREATE ROLE app LOGIN CREATEDB PASSWORD '${password}'; CREATE ROLE refused LOGIN;
      CREATE ROLE nobody LOGIN SUPERUSER; CREATE ROLE single LOGIN CONNECTION LIMIT 0 PASSWORD '${password}'`);
    await postgres.sql('CREATE DATABASE appdb OWNER app');
    mariadb = await startMariadb();
    await mariadb.sql(`CREATE USER app IDENTIFIED BY '${password}'; GRANT ALL ON *.* TO app`);
  });

  after(async () => {
    await sshd?.stop();
    await postgres?.stop();
    await mariadb?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const secret = `password: "\${{ secret('app') }}"`;
  const ssh = (): string =>
    `ssh: { host: 127.0.0.1, port: ${sshd.port}, user: root, identity_file: ${sshd.clientKey}, identities_only: true, known_hosts: ${sshd.writeKnownHosts()}, config: false }`;

  const project = (nodes: Readonly<Record<string, string>>, resources: string): string => {
    const dir = mkdtempSync(join(folder, 'project-'));
    const lines = Object.entries(nodes).map(([name, connection]) => `  ${name}: { ${connection} }\n`);
    writeFileSync(join(dir, 'inventory.yaml'), `nodes:\n${lines.join('')}groups:\n  databases: { nodes: [db-*] }\n`);
    writeFileSync(join(dir, 'setpoint.yaml'), 'secrets:\n  app: { env: APP_PASSWORD }\n');
    mkdirSync(join(dir, 'playbooks'));
    writeFileSync(join(dir, 'playbooks/site.yaml'), `nodes: databases\nresources:\n${resources}`);
    return dir;
  };

  it('are reached directly, and through a host that logs in once for all of them', async () => {
    const { socketDir, port } = postgres;
    // An apply locks the database of a node: nodes with the same one would keep each other out.
    for (const name of ['direct', 'tcp', 'socket', 'psql']) await postgres.createDatabase(name);
    for (const name of ['over_tcp', 'over_socket']) await mariadb.createDatabase(name);
    const dir = project(
      {
        host1: ssh(),
        'db-direct': `postgres: { port: ${port}, user: app, ${secret}, database: direct }`,
        'db-tcp': `postgres: { via: host1, port: ${port}, user: app, ${secret}, database: tcp }`,
        'db-socket': `postgres: { via: host1, socket: ${socketDir}, port: ${port}, user: postgres, database: socket }`,
        'db-psql': `postgres: { via: host1, socket: ${socketDir}, port: ${port}, database: psql, psql: { sudo_user: nobody } }`,
        'db-maria': `mariadb: { via: host1, port: ${mariadb.port}, user: app, ${secret}, database: over_tcp }`,
        'db-maria-socket': `mysql: { via: host1, socket: ${mariadb.socketPath}, user: app, ${secret}, database: over_socket }`,
      },
      '  - database: made for ${{ node.name }}\n',
    );
    const applied = await setpoint(['apply', '--yes', '-C', dir]);
    expect(applied.code, applied.text).to.equal(0);
    assert.match(applied.text, /6 of 6 nodes converged/);
    const made = await postgres.sql("SELECT datname FROM pg_database WHERE datname LIKE 'made for%' ORDER BY 1");
    expect(made.trim().split('\n')).to.deep.equal(
      ['direct', 'psql', 'socket', 'tcp'].map((name) => `made for db-${name}`),
    );
    assert.match(await mariadb.sql('SHOW DATABASES'), /made for db-maria\nmade for db-maria-socket\n/);
    expect(sshd.log.match(/Accepted publickey/g), 'logins').to.have.lengthOf(1);
    const again = await setpoint(['plan', '--detailed-exitcode', '-C', dir]);
    expect(again.code, again.text).to.equal(0);
    const limited = await setpoint(['plan', '--detailed-exitcode', '--limit', 'db-tcp', '-C', dir]);
    expect(limited.code, limited.text).to.equal(0);
    const facts = await setpoint(['facts', 'db-tcp', 'db-maria', '-C', dir]);
    assert.match(facts.text, /^product +postgres\n(.*\n)*account +app\n(.*\n)*may_create_databases +true$/m);
    assert.match(facts.text, /^product +mariadb$/m);
    const doctor = await setpoint(['doctor', 'db-psql', 'db-maria-socket', '-C', dir]);
    assert.match(doctor.text, /db-psql +answers +ok +PostgreSQL \d+\.\d+, as nobody, database psql, not encrypted/);
    assert.match(doctor.text, /db-maria-socket +answers +ok +MariaDB \d+\.\S+, as app@/);
    expectNoPassword(dir, applied, again, limited, facts, doctor);
  });

  it('take a schema through psql under another account', async () => {
    await postgres.createDatabase('by_psql');
    const dir = project(
      {
        host1: ssh(),
        'db-psql': `postgres: { via: host1, socket: ${postgres.socketDir}, port: ${postgres.port}, database: by_psql, psql: { sudo_user: nobody } }`,
      },
      '  - schema: app\n    raw: "CREATE SCHEMA app; CREATE TABLE app.notes (id int PRIMARY KEY, note text DEFAULT \':x \\\\ ;\')"\n',
    );
    const applied = await setpoint(['apply', '--yes', '-C', dir]);
    expect(applied.code, applied.text).to.equal(0);
    expect(
      (await postgres.sql('INSERT INTO app.notes VALUES (1); SELECT note FROM app.notes', 'by_psql')).trim(),
    ).to.equal(':x \\ ;');
    const again = await setpoint(['plan', '--detailed-exitcode', '-C', dir]);
    expect(again.code, again.text).to.equal(0);
  });

  type Case = { readonly settings: () => string; readonly says: readonly RegExp[] };
  const tcp = (more: string): string => `port: ${postgres.port}, database: appdb, ${more}`;
  const failures: Readonly<Record<string, Case>> = {
    'a wrong password': {
      settings: () => `postgres: { ${tcp('user: app, password: wrong-and-hidden')} }`,
      says: [/SP583/, /password authentication failed for user "app"/, /fix: correct the password of app/],
    },
    'a missing password': {
      settings: () => `postgres: { ${tcp('user: app')} }`,
      says: [/SP583/, /asks for a password and none is set/, /fix: give a password as a secret/],
    },
    'an account that no rule lets in': {
      settings: () => `postgres: { ${tcp('user: refused')} }`,
      says: [/SP584/, /pg_hba\.conf rejects connection/, /fix: add a line .* pg_hba\.conf/],
    },
    'a database that is not there': {
      settings: () => `postgres: { port: ${postgres.port}, user: app, ${secret}, database: nowhere }`,
      says: [/SP585/, /database "nowhere" does not exist/],
    },
    'an account that has used up its connections': {
      settings: () => `postgres: { ${tcp(`user: single, ${secret}`)} }`,
      says: [/SP589/, /too many connections for role "single"/],
    },
    'a port that nobody listens on': {
      settings: () => 'postgres: { port: 1, user: app }',
      says: [/SP581/, /ECONNREFUSED/, /fix: see whether the server runs and listens there/],
    },
    'a name that is nobody': {
      settings: () => 'postgres: { host: no-such-host.invalid, user: app }',
      says: [/SP581/, /no-such-host\.invalid/, /fix: correct the name under `host`/],
    },
    'a socket that is not there': {
      settings: () => 'postgres: { socket: /nowhere, user: app }',
      says: [/SP581/, /\/nowhere\/\.s\.PGSQL\.5432/, /fix: correct the path under `socket`/],
    },
    'a certificate signed by nobody known': {
      settings: () => `postgres: { ${tcp(`user: app, ${secret}, tls: verify-full`)} }`,
      says: [/SP587/, /certificate/, /fix: name the authority that signs it/],
    },
    'a certificate for another name': {
      settings: () => `postgres: { ${tcp(`user: app, ${secret}, tls: { ca: ${caFile} }`)} }`,
      says: [/SP588/, /127\.0\.0\.1/, /fix: .*server_name/],
    },
    'a file of certificates that is not there': {
      settings: () => `postgres: { ${tcp(`user: app, ${secret}, tls: { ca: nowhere.pem }`)} }`,
      says: [/SP595/, /nowhere\.pem cannot be read \(ENOENT\)/],
    },
    'a server without TLS': {
      settings: () => `mariadb: { port: ${mariadb.port}, user: app, ${secret}, tls: require }`,
      says: [/SP586/, /fix: switch TLS on at the server/],
    },
    'a wrong password for MariaDB': {
      settings: () => `mariadb: { port: ${mariadb.port}, user: app, password: wrong-and-hidden }`,
      says: [/SP583/, /Access denied for user 'app'/, /fix: correct the password of app/],
    },
    'a database that MariaDB does not have': {
      settings: () => `mysql: { port: ${mariadb.port}, user: app, ${secret}, database: nowhere }`,
      says: [/SP585/, /Unknown database 'nowhere'/],
    },
    'a host that the inventory does not have': {
      settings: () => `postgres: { via: elsewhere, user: app }`,
      says: [/SP420/, /`db-1` is reached through `elsewhere`/],
    },
    'a host that cannot be reached': {
      settings: () => `postgres: { via: host2, user: app }`,
      says: [/SP501/, /is reached through host2/],
    },
    'a port that nobody listens on behind a host': {
      settings: () => `postgres: { via: host1, port: 1, user: app }`,
      says: [/SP594/, /127\.0\.0\.1:1 through host1/, /fix: see whether host1 reaches 127\.0\.0\.1:1/],
    },
    'an account that sudo does not know': {
      settings: () => `postgres: { via: host1, psql: { sudo_user: no-such-account } }`,
      says: [/SP596/, /no-such-account/, /fix: let the login account run psql as no-such-account/],
    },
    'settings that do not go together': {
      settings: () => `postgres: { socket: /run, host: here, psql: {} }`,
      says: [/SP419/, /two ways to the server/, /`psql` needs a host/],
    },
  };
  for (const [what, { settings, says }] of Object.entries(failures)) {
    it(`are told with what to do about ${what}`, async () => {
      const nodes = { host1: ssh(), host2: 'ssh: { host: 127.0.0.1, port: 1, config: false }', 'db-1': settings() };
      const dir = project(nodes, '  - database: never_made\n');
      const planned = await setpoint(['plan', '-C', dir]);
      expect(planned.code, planned.text).to.equal(1);
      for (const pattern of says) assert.match(planned.text, pattern);
      expectNoPassword(dir, planned);
    });
  }

  type Ended = { readonly code: number | null; readonly text: string };

  function setpoint(words: readonly string[]): Promise<Ended> {
    const program = setpointProgram();
    const env = { PATH: process.env['PATH'], HOME: folder, APP_PASSWORD: password, ...program.env };
    const child = spawn(process.execPath, [...program.args, ...words], { cwd: root, env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        text += chunk;
      });
    }
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, text })));
  }

  /** Neither on the terminal nor in what a run writes. */
  function expectNoPassword(dir: string, ...ended: readonly Ended[]): void {
    const files = readdirSync(dir, { recursive: true }).map((name) => join(dir, String(name)));
    const written = files.filter((file) => statSync(file).isFile() && !file.endsWith('inventory.yaml'));
    const texts = [...ended.map(({ text }) => text), ...written.map((file) => readFileSync(file, 'latin1'))];
    for (const text of texts) for (const hidden of [password, 'wrong-and-hidden']) expect(text).not.to.include(hidden);
  }
});
