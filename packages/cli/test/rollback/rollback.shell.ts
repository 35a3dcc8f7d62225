import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { createLocalProject, type LocalProject } from './local-project.ts';

describe('going back to before a run', function () {
  this.timeout(60_000);
  let project: LocalProject;
  const at = (name: string): string => join(project.managed, name);
  const apply = async (): Promise<void> => {
    const { code, stdout, stderr } = await project.run('apply', '--yes');
    assert.equal(code, 0, stdout + stderr);
  };

  beforeEach(() => {
    project = createLocalProject();
  });
  afterEach(() => project.remove());

  it('brings back what was replaced and deleted, and takes away what was made', async () => {
    writeFileSync(at('changed'), 'old\n', { mode: 0o640 });
    writeFileSync(at('deleted'), 'gone\n', { mode: 0o600 });
    project.declare(`  - file: DIR/changed
    content: "new\\n"
    mode: "0600"
  - file: DIR/deleted
    state: absent
  - directory: DIR/a/b
    parents: true
  - file: DIR/a/b/made
    content: x
`);
    await apply();
    assert.isTrue(existsSync(at('a/b/made')));
    const back = await project.run('rollback', 'last', '--yes');
    assert.equal(back.code, 0, back.stdout + back.stderr);
    assert.deepEqual(readdirSync(project.managed).sort(), ['changed', 'deleted']);
    assert.equal(readFileSync(at('changed'), 'utf8'), 'old\n');
    assert.equal(statSync(at('changed')).mode & 0o777, 0o640);
    assert.equal(readFileSync(at('deleted'), 'utf8'), 'gone\n');
    assert.equal(statSync(at('deleted')).mode & 0o777, 0o600);
  });

  it('brings back a file of which parts were changed', async () => {
    const old = '[a]\nk = 1\n# end';
    writeFileSync(at('app.ini'), old);
    project.declare(`  - ini: DIR/app.ini
    section: a
    key: k
    value: 2
  - line: DIR/app.ini#more
    text: more
`);
    await apply();
    assert.equal(readFileSync(at('app.ini'), 'utf8'), '[a]\nk = 2\n# end\nmore\n');
    const back = await project.run('rollback', 'last', '--yes');
    assert.equal(back.code, 0, back.stdout + back.stderr);
    assert.equal(readFileSync(at('app.ini'), 'utf8'), old);
  });

  it('keeps content that the plan had no need to read, readable by its owner only', async () => {
    const large = 'x'.repeat(3_000_000);
    writeFileSync(at('large'), large);
    project.declare('  - file: DIR/large\n    content: small\n');
    await apply();
    const runs = join(project.dir, '.setpoint/runs');
    const [run = ''] = readdirSync(runs);
    const [kept = ''] = readdirSync(join(runs, run, 'content'));
    assert.equal(statSync(join(runs, run, 'content', kept)).mode & 0o777, 0o600);
    await project.run('rollback', 'last', '--yes');
    assert.equal(readFileSync(at('large'), 'utf8'), large);
  });

  it('names what cannot be undone before it asks any node, and undoes the rest', async () => {
    project.declare(
      '  - command: note\n    run: touch DIR/noted\n    creates: DIR/noted\n  - file: DIR/made\n    content: x\n',
    );
    await apply();
    const { stdout, stderr } = await project.run('rollback', 'last', '--plan-only');
    assert.match(stderr, /^What cannot be undone:\n {2}here command:note: Cannot be undone/);
    assert.match(stdout, /file:\S+made[^]*1 to delete/);
  });

  it('says that content which held a secret does not come back, and keeps it nowhere', async () => {
    writeFileSync(
      join(project.dir, 'setpoint.yaml'),
      'inventory: inventory.yaml\nsecrets:\n  token: { file: token }\n',
    );
    writeFileSync(join(project.dir, 'token'), 'canary-one-two', { mode: 0o600 });
    writeFileSync(at('secret'), 'token=canary-of-yesterday\n');
    project.declare('  - file: DIR/secret\n    content: "token=${{ secret(\'token\') }}"\n    mode: "0600"\n');
    await apply();
    const kept = readdirSync(join(project.dir, '.setpoint'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'key')
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    assert.notInclude(kept, 'canary');
    const { stderr, stdout } = await project.run('rollback', 'last', '--yes');
    assert.match(stderr, /may have held a secret/);
    assert.match(stdout, /mode: "0600" → "0644"/);
  });

  it('sees that somebody changed the file since', async () => {
    writeFileSync(at('changed'), 'old\n');
    project.declare('  - file: DIR/changed\n    content: new\n');
    await apply();
    writeFileSync(at('changed'), 'by hand\n');
    const { stdout } = await project.run('rollback', 'last', '--plan-only');
    assert.include(stdout, 'SP720');
  });

  it('can be saved and applied from the file, and is refused when the file moved', async () => {
    writeFileSync(at('changed'), 'old\n');
    project.declare('  - file: DIR/changed\n    content: new\n');
    await apply();
    const saved = await project.run('rollback', 'last', '--out', 'back.json');
    assert.equal(saved.code, 0, saved.stderr);
    writeFileSync(at('changed'), 'moved\n');
    const refused = await project.run('apply', 'back.json', '--yes');
    assert.equal(refused.code, 1, refused.stdout);
    assert.equal(readFileSync(at('changed'), 'utf8'), 'moved\n');
    writeFileSync(at('changed'), 'new');
    const applied = await project.run('apply', 'back.json', '--yes');
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    assert.equal(readFileSync(at('changed'), 'utf8'), 'old\n');
  });

  it('finds nothing to do the second time', async () => {
    project.declare('  - file: DIR/made\n    content: x\n');
    await apply();
    const run = readdirSync(join(project.dir, '.setpoint/runs'))[0] ?? '';
    await project.run('rollback', run, '--yes');
    const { code, stdout } = await project.run('rollback', run, '--plan-only', '--detailed-exitcode');
    assert.equal(code, 0, stdout);
  });

  it('can itself be rolled back', async () => {
    project.declare('  - file: DIR/made\n    content: x\n');
    await apply();
    await project.run('rollback', 'last', '--yes');
    assert.isFalse(existsSync(at('made')));
    await project.run('rollback', 'last', '--yes');
    assert.equal(readFileSync(at('made'), 'utf8'), 'x');
  });

  it('takes no path from a journal that somebody else wrote', async () => {
    writeFileSync(at('changed'), 'old\n');
    chmodSync(at('changed'), 0o644);
    project.declare('  - file: DIR/changed\n    content: new\n');
    await apply();
    const runs = join(project.dir, '.setpoint/runs');
    const path = join(runs, readdirSync(runs)[0] ?? '', 'journal.jsonl');
    const text = readFileSync(path, 'utf8');
    const [, sha256 = ''] = /"observed":.*?"sha256":"([0-9a-f]{64})"/.exec(text) ?? [];
    writeFileSync(path, text.replaceAll(sha256, '../../../token'));
    const { stderr, code } = await project.run('rollback', 'last', '--plan-only');
    assert.equal(code, 0, stderr);
    assert.match(stderr, /does not come back/);
  });

  it('refuses the journal of an older version', async () => {
    project.declare('  - file: DIR/made\n    content: x\n');
    await apply();
    const runs = join(project.dir, '.setpoint/runs');
    const path = join(runs, readdirSync(runs)[0] ?? '', 'journal.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"formatVersion":2', '"formatVersion":1'));
    const { code, stderr } = await project.run('rollback', 'last', '--yes');
    assert.equal(code, 1);
    assert.include(stderr, 'SP841');
    assert.equal((await project.run('runs', 'show', 'last')).code, 0);
  });
});
