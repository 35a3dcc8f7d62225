import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from 'chai';
import { type SavedPlanProject, savedPlanProject } from '../support/saved-plan-project.ts';

const oneFile = 'nodes: here\nresources: [{ file: DIR/node/a, content: "hello" }]\n';

describe('saving a plan', () => {
  let project: SavedPlanProject;

  beforeEach(() => {
    project = savedPlanProject({ 'playbooks/site.yaml': oneFile });
  });

  afterEach(() => project.remove());

  it('makes a file that only its owner can read, leaves nothing beside it, and says how to apply it', async () => {
    const { code, stderr } = await project.run(['plan', '--out', 'plan.json']);
    assert.equal(code, 0);
    assert.equal(statSync(join(project.dir, 'plan.json')).mode & 0o777, 0o600);
    assert.deepEqual(
      readdirSync(project.dir).filter((name) => name.includes('plan')),
      ['plan.json'],
    );
    assert.include(stderr, 'setpoint apply plan.json');
  });

  it('goes together with every form of output', async () => {
    for (const words of [['--json'], ['--format', 'markdown'], ['--format', 'json'], ['--detailed-exitcode']]) {
      const { code, stdout } = await project.run(['plan', '--out', 'plan.json', ...words]);
      assert.equal(code, words[0] === '--detailed-exitcode' ? 2 : 0);
      assert.isNotEmpty(stdout);
      assert.equal((await project.run(['show', 'plan.json'])).code, 0);
    }
  });

  it('writes over an older plan and over nothing else, and tells so before any node is asked', async () => {
    await project.run(['plan', '--out', 'plan.json']);
    assert.equal((await project.run(['plan', '--out', 'plan.json'])).code, 0);
    mkdirSync(join(project.dir, 'folder'));
    symlinkSync(join(project.dir, 'plan.json'), join(project.dir, 'link.json'));
    const seen = project.connections();
    for (const name of ['setpoint.yaml', 'folder', 'link.json']) {
      const { code, stderr } = await project.run(['plan', '--out', name]);
      assert.equal(code, 1);
      assert.include(stderr, 'error[SP810]');
    }
    assert.equal(project.connections(), seen);
    assert.equal(project.read('setpoint.yaml'), 'inventory: inventory.yaml\n');
  });

  it('says when the file cannot be written', async () => {
    const { code, stderr } = await project.run(['plan', '--out', 'nowhere/plan.json']);
    assert.equal(code, 1);
    assert.include(stderr, 'error[SP808]');
  });

  it('keeps no secret: neither value nor a digest that a guess could be tested with', async () => {
    project.write('setpoint.yaml', 'inventory: inventory.yaml\nsecrets: { pin: { file: pin } }\n');
    project.write('pin', 'swordfish\n');
    chmodSync(join(project.dir, 'pin'), 0o600);
    project.write(
      'playbooks/site.yaml',
      'nodes: here\nvars: { name: none }\nresources: [{ file: DIR/node/a, content: "${{ secret(\'pin\') }} ${{ name }}" }]\n',
    );
    await project.run(['plan', '--out', 'plan.json', '--var', 'name=my-swordfish']);
    const text = project.read('plan.json');
    assert.notInclude(text, 'swordfish');
    const digests = ['swordfish', 'swordfish\n', 'swordfish my-swordfish'].map(sha256);
    for (const digest of digests) assert.notInclude(text, digest);
    assert.include(text, '"withheld"');
    const without = await project.run(['apply', 'plan.json', '--yes']);
    assert.include(without.stderr, 'error[SP818]');
    const other = await project.run(['apply', 'plan.json', '--yes', '--var', 'name=other-swordfish']);
    assert.include(other.stderr, 'error[SP818]');
    const same = await project.run(['apply', 'plan.json', '--yes', '--var', 'name=my-swordfish']);
    assert.equal(same.code, 0, same.stderr);
  });
});

describe('showing a saved plan', () => {
  let project: SavedPlanProject;

  beforeEach(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': oneFile });
    await project.run(['plan', '--out', 'plan.json']);
  });

  afterEach(() => project.remove());

  it('asks no node, and says what speaks against applying it', async () => {
    project.forge('plan.json', (members) => ({ ...members, version: '1.3', createdAt: '2020-01-01T00:00:00.000Z' }));
    project.write('playbooks/site.yaml', `${oneFile}# changed\n`);
    const seen = project.connections();
    const { code, stdout, stderr } = await project.run(['show', 'plan.json']);
    assert.equal(code, 0);
    assert.match(stdout, /file:\S+\/node\/a/);
    for (const warning of ['SP812', 'SP813', 'SP815']) assert.include(stderr, `warning[${warning}]`);
    assert.equal(project.connections(), seen);
  });

  it('shows problems that only newer versions know, in every format', async () => {
    project.forge('plan.json', (members) => {
      const text = JSON.stringify({ ...members, version: '1.3' });
      const problem = '"diagnostics":[{"code":"SP999","severity":"error","detail":"It is too windy."}]';
      return JSON.parse(text.replace('"diagnostics":[]', problem)) as typeof members;
    });
    for (const format of ['text', 'markdown', 'json', 'junit', 'sarif', 'github', 'html']) {
      const { code, stdout, stderr } = await project.run(['show', 'plan.json', '--format', format]);
      assert.equal(code, 0, stderr);
      assert.include(stdout, 'windy', format);
    }
  });

  it('refuses a damaged one', async () => {
    project.write('plan.json', project.read('plan.json').replace('hello', 'hullo'));
    const { code, stderr, stdout } = await project.run(['show', 'plan.json']);
    assert.equal(code, 1);
    assert.include(stderr, 'error[SP811]');
    assert.equal(stdout, '');
  });

  it('refuses what cannot be a plan', async () => {
    execFileSync('mkfifo', [join(project.dir, 'pipe')]);
    for (const name of ['pipe', 'node', 'nothing', 'setpoint.yaml'])
      assert.equal((await project.run(['show', name])).code, 1, name);
  });
});

describe('signing a saved plan', () => {
  let project: SavedPlanProject;

  beforeEach(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': oneFile });
    project.write(
      'setpoint.yaml',
      'inventory: inventory.yaml\nplans: { require_signature: true, trusted_keys: [release.pub, id.pub] }\n',
    );
    await project.run(['sign', '--new-key', 'release']);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(project.dir, 'id')]);
    await project.run(['plan', '--out', 'plan.json']);
  });

  afterEach(() => project.remove());

  it('is demanded where the project says so, before the first connection', async () => {
    const seen = project.connections();
    const { code, stderr } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 1);
    assert.include(stderr, 'error[SP816]');
    assert.equal(project.connections(), seen);
  });

  for (const key of ['release', 'id']) {
    it(`is enough with the key "${key}", which the project trusts`, async () => {
      assert.equal((await project.run(['sign', 'plan.json', '--key', key])).code, 0);
      const { code, stderr } = await project.run(['apply', 'plan.json', '--yes']);
      assert.equal(code, 0, stderr);
      assert.isTrue(existsSync(join(project.dir, 'node/a')));
    });
  }

  it('does not help with a key that nobody trusts, or on another plan', async () => {
    await project.run(['sign', '--new-key', 'other']);
    await project.run(['sign', 'plan.json', '--key', 'other']);
    assert.include((await project.run(['apply', 'plan.json', '--yes'])).stderr, 'which the project does not trust');
    await project.run(['sign', 'plan.json', '--key', 'release']);
    project.forge('plan.json', (members) => ({ ...members, createdAt: new Date().toISOString() }));
    assert.include((await project.run(['apply', 'plan.json', '--yes'])).stderr, 'does not belong to this plan');
  });

  it('warns of a private key that others can read', async () => {
    chmodSync(join(project.dir, 'release'), 0o644);
    const { code, stderr } = await project.run(['sign', 'plan.json', '--key', 'release']);
    assert.equal(code, 0);
    assert.include(stderr, 'warning[SP821]');
  });

  it('refuses other keys, and tells what they are', async () => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ecdsa', '-N', '', '-f', join(project.dir, 'ecdsa')]);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'passphrase', '-f', join(project.dir, 'closed')]);
    const cases = [
      ['ecdsa', 'is of type ecdsa'],
      ['closed', 'is protected by a passphrase'],
      ['release.pub', 'is no private key'],
      ['nothing', 'cannot be read'],
    ] as const;
    for (const [key, why] of cases) {
      const { code, stderr } = await project.run(['sign', 'plan.json', '--key', key]);
      assert.equal(code, 1, key);
      assert.include(stderr, why);
    }
  });

  it('makes a key once, and for its owner only', async () => {
    assert.equal(statSync(join(project.dir, 'release')).mode & 0o777, 0o600);
    const text = project.read('release');
    assert.equal((await project.run(['sign', '--new-key', 'release'])).code, 1);
    assert.equal(project.read('release'), text);
  });
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
