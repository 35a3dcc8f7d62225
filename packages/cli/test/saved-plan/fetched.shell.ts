import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { createLocalProject, type LocalProject } from '../rollback/local-project.ts';
import { runCommand } from '../support/run-command.ts';

describe('a saved plan of what the controller fetches', () => {
  let server: Server;
  let project: LocalProject;
  let packed: Buffer;

  before(async () => {
    server = createServer((_, response) => response.end(packed));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());
  beforeEach(() => {
    project = createLocalProject();
    writeFileSync(join(project.dir, 'text'), 'packed');
    packed = execFileSync('tar', ['-C', project.dir, '-cz', 'text']);
  });
  afterEach(() => project.remove());

  const run = async (...words: readonly string[]): Promise<string> => {
    const env = { PATH: process.env['PATH'] ?? '', XDG_CACHE_HOME: join(project.dir, 'caches') };
    const { code, stdout, stderr } = await runCommand(words, project.dir, env);
    assert.equal(code, 0, `${stdout}${stderr}`);
    return stdout;
  };

  it('is applied as it was shown, also where the cache is gone by then', async () => {
    const sha256 = createHash('sha256').update(packed).digest('hex');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/app`;
    const from = `    url: ${url}\n    sha256: ${sha256}\n`;
    project.declare(`  - archive: DIR/app\n${from}  - download: DIR/app.tar.gz\n${from}    through: controller\n`);
    expect(await run('plan', '--out', 'saved.plan')).to.match(/download/);
    rmSync(join(project.dir, 'caches'), { recursive: true });
    mkdirSync(join(project.dir, 'caches'));
    await run('apply', 'saved.plan', '--yes');
    expect(readFileSync(join(project.managed, 'app/text'), 'utf8')).to.equal('packed');
    expect(readFileSync(join(project.managed, 'app.tar.gz')).equals(packed)).to.equal(true);
    await run('rollback', 'last', '--yes');
    expect(execFileSync('ls', ['-A', project.managed], { encoding: 'utf8' })).to.equal('');
  });
});
