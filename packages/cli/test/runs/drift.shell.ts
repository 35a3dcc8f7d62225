import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { createLocalProject, type LocalProject } from '../rollback/local-project.ts';

const twoFiles = (one: string, two: string): string =>
  `  - file: DIR/one\n    content: ${one}\n  - file: DIR/two\n    content: ${two}\n`;

describe('drift, told by the journals', function () {
  this.timeout(60_000);
  let project: LocalProject;
  const at = (name: string): string => join(project.managed, name);

  beforeEach(async () => {
    project = createLocalProject();
    project.declare(twoFiles('a', 'b'));
    assert.equal((await project.run('apply', '--yes')).code, 0);
  });
  afterEach(() => project.remove());

  const movers = async (): Promise<readonly string[]> => {
    const { stdout } = await project.run('drift', '--json');
    const line = stdout.split('\n').find((each) => each.includes('"type":"drift"')) ?? '{}';
    const { plan } = JSON.parse(line) as {
      plan: { plays: { nodes: { changes: { address: string; edits: { path: string; movedBy?: string }[] }[] }[] }[] };
    };
    return plan.plays
      .flatMap((play) => play.nodes)
      .flatMap((node) => node.changes)
      .flatMap(({ address, edits }) =>
        edits.map(({ path, movedBy = '?' }) => `${address.split('/').at(-1)}.${path} ${movedBy}`),
      );
  };

  it('tells what the node changed', async () => {
    writeFileSync(at('one'), 'by hand');
    assert.deepEqual(await movers(), ['one.content node']);
    const { stdout } = await project.run('drift');
    assert.match(stdout, /because the node changed since the last apply: content/);
    assert.match(stdout, /1 changed on the node\./);
  });

  it('tells what the code changed', async () => {
    project.declare(twoFiles('new', 'b'));
    assert.deepEqual(await movers(), ['one.content code']);
  });

  it('tells both when both changed', async () => {
    writeFileSync(at('one'), 'by hand');
    project.declare(twoFiles('new', 'b'));
    assert.deepEqual(await movers(), ['one.content both']);
  });

  it('tells what was never applied', async () => {
    project.declare(`${twoFiles('a', 'b')}  - file: DIR/three\n    content: c\n`);
    assert.deepEqual(await movers(), ['three.content never-applied']);
  });

  it('tells a property that is declared for the first time from one that moved', async () => {
    project.declare('  - file: DIR/one\n    content: a\n    mode: "0600"\n');
    assert.deepEqual(await movers(), ['one.mode code']);
  });

  it('goes by the last apply that held, also where a later one did not touch the resource', async () => {
    project.declare('  - file: DIR/two\n    content: later\n');
    await project.run('apply', '--yes');
    writeFileSync(at('one'), 'by hand');
    project.declare(twoFiles('a', 'later'));
    assert.deepEqual(await movers(), ['one.content node']);
  });

  it('says the same after what was worked out of the journals is gone', async () => {
    writeFileSync(at('one'), 'by hand');
    const before = await movers();
    rmSync(join(project.dir, '.setpoint/state'), { recursive: true });
    assert.deepEqual(await movers(), before);
  });

  it('does not claim to know when the key of the project is another one', async () => {
    writeFileSync(at('one'), 'by hand');
    writeFileSync(join(project.dir, '.setpoint/key'), Buffer.alloc(32, 7));
    assert.deepEqual(await movers(), ['one.content untold']);
  });

  it('compares two runs, in what they declared and what came of it', async () => {
    project.declare(twoFiles('new', 'b'));
    await project.run('apply', '--yes');
    const [first = '', second = ''] = readdirSync(join(project.dir, '.setpoint/runs')).sort();
    const { stdout, code } = await project.run('runs', 'compare', first, second);
    assert.equal(code, 0);
    assert.match(stdout, /here +file:\S+one +content changed +the same/);
    assert.match(stdout, /here +file:\S+two +the same +done → none/);
  });

  it('lists, filters and prunes runs', async () => {
    const { stdout } = await project.run('runs', '--node', 'here', '--since', '1h');
    assert.match(stdout, /converged +1 +2 /);
    assert.equal((await project.run('runs', '--node', 'hree')).code, 1);
    assert.match((await project.run('runs', '--failed')).stdout, /No run fits/);
    assert.equal((await project.run('runs', 'compare', 'last')).code, 1);
    assert.equal((await project.run('runs', 'prune')).code, 1);
    await project.run('apply', '--yes');
    project.declare(twoFiles('new', 'b'));
    await project.run('apply', '--yes');
    const { stdout: pruned } = await project.run('runs', 'prune', '--keep', '1');
    assert.match(pruned, /1 run deleted \([\d.]+ kB\), 1 kept/);
    assert.equal(readdirSync(join(project.dir, '.setpoint/runs')).length, 1);
  });

  it('reads the journals of 200 runs fast enough to be no matter', async () => {
    const runs = join(project.dir, '.setpoint/runs');
    const [run = ''] = readdirSync(runs);
    const text = readFileSync(join(runs, run, 'journal.jsonl'), 'utf8');
    for (let index = 0; index < 200; index += 1) {
      const name = `20250101T${String(index).padStart(6, '0')}Z-aaaaaa`;
      mkdirSync(join(runs, name));
      writeFileSync(join(runs, name, 'journal.jsonl'), text);
    }
    await project.run('runs');
    const startedMs = performance.now();
    const { stdout } = await project.run('runs');
    assert.include(stdout, '201 runs take');
    assert.isBelow(performance.now() - startedMs, 1000);
  });
});
