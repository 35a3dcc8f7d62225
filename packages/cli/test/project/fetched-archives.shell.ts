import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { createLocalProject, type LocalProject } from '../rollback/local-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('an archive that a playbook names by its URL', () => {
  let server: Server;
  let site = '';
  let project: LocalProject;
  let packed: Buffer;
  let requests = 0;

  before(async () => {
    server = createServer((_, response) => {
      requests += 1;
      response.end(packed);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app.tar.gz`;
  });
  after(() => server.close());
  beforeEach(() => {
    project = createLocalProject();
    writeFileSync(join(project.dir, 'text'), 'packed');
    packed = execFileSync('tar', ['-C', project.dir, '-cz', 'text']);
    requests = 0;
  });
  afterEach(() => project.remove());

  const caches = (): string => join(project.dir, 'caches');
  const run = (...words: readonly string[]) =>
    runCommand(words, project.dir, { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: caches() });
  const declare = (sha256 = createHash('sha256').update(packed).digest('hex')): void =>
    project.declare(`  - archive: DIR\n    url: ${site}\n    sha256: ${sha256}\n`);
  const archives = (): string => join(caches(), 'setpoint/archives');

  it('is fetched once, planned for file by file, and kept as long as it has its checksum', async () => {
    declare();
    const first = await run('plan');
    expect(first.stdout, first.stderr).to.match(/text/);
    expect(first.stderr).to.include('Fetching http://127.0.0.1');
    expect((await run('plan')).stderr).not.to.include('Fetching');
    expect([requests, readdirSync(archives()).length]).to.deep.equal([1, 1]);
    const [name = ''] = readdirSync(archives());
    writeFileSync(join(archives(), name), 'something else');
    expect((await run('plan')).stderr).to.include('SP636');
    expect((await run('plan')).stdout).to.match(/text/);
    expect(readFileSync(join(archives(), name)).equals(packed)).to.equal(true);
  });

  it('is unpacked from the cache when it is applied', async () => {
    declare();
    const applied = await run('apply', '--yes');
    expect(applied.code, applied.stderr).to.equal(0);
    expect(readFileSync(join(project.managed, 'text'), 'utf8')).to.equal('packed');
    expect((await run('plan', '--detailed-exitcode')).code).to.equal(0);
  });

  it('is not used when it is another one, or does not come', async () => {
    declare('0'.repeat(64));
    const { stderr, code } = await run('plan');
    expect([stderr.includes('what came has the sha256'), stderr.includes('SP636'), code]).to.deep.equal([
      true,
      true,
      1,
    ]);
    expect(readdirSync(archives())).to.deep.equal([]);
  });

  it('is not fetched by a command that reaches nobody, nor without secrets', async () => {
    declare();
    expect((await run('validate')).code).to.equal(0);
    const closed = await run('plan', '--without-secrets');
    expect([closed.stderr.includes('--without-secrets fetches nothing'), closed.code]).to.deep.equal([true, 1]);
    expect(requests).to.equal(0);
    await run('plan');
    const open = await run('plan', '--without-secrets');
    expect(open.stdout + open.stderr).not.to.include('SP636');
  });

  it('is not asked for while something else is wrong', async () => {
    declare();
    const text = readFileSync(join(project.dir, 'playbooks/site.yaml'), 'utf8');
    writeFileSync(join(project.dir, 'playbooks/site.yaml'), `${text}  - file: relative\n`);
    expect((await run('plan')).code).to.equal(1);
    expect(requests).to.equal(0);
  });
});
