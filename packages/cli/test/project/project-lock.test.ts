import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { lockProject } from '../../src/project/project-lock.ts';

const holder = { who: 'ann', host: 'laptop', pid: 1, run: 'r1', since: '2026-01-01T00:00:00Z' };

describe('one apply per project directory', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-lock-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('is given to the first and tells the second who holds it', async () => {
    const first = await lockProject(dir, holder);
    const second = await lockProject(dir, { ...holder, who: 'bob' });
    expect(second).to.deep.equal({ kind: 'taken', by: holder });
    if (first.kind === 'held') first.release();
  });

  it('is free again after a release', async () => {
    const first = await lockProject(dir, holder);
    if (first.kind === 'held') first.release();
    const second = await lockProject(dir, holder);
    expect(second.kind).to.equal('held');
    if (second.kind === 'held') second.release();
  });

  it('is free again when its holder was killed', async () => {
    const module = new URL('../../src/project/project-lock.ts', import.meta.url).href;
    const script = `const { lockProject } = await import(${JSON.stringify(module)});
      const lock = await lockProject(process.argv[1], ${JSON.stringify(holder)});
      console.log(lock.kind); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--conditions=@setpoint/source', '--input-type=module', '-e', script, dir]);
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    expect(said.toString().trim()).to.equal('held');
    expect((await lockProject(dir, holder)).kind).to.equal('taken');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await lockProject(dir, holder);
    expect(after.kind).to.equal('held');
    if (after.kind === 'held') after.release();
  });

  it('does not keep other projects waiting', async () => {
    const other = mkdtempSync(join(tmpdir(), 'setpoint-lock-'));
    const first = await lockProject(dir, holder);
    const second = await lockProject(other, holder);
    expect(second.kind).to.equal('held');
    for (const lock of [first, second]) if (lock.kind === 'held') lock.release();
    rmSync(other, { recursive: true });
  });
});
