import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '@setpoint/model';
import { assert } from 'chai';
import { runCommand } from '../support/run-command.ts';
import { type SavedPlanProject, savedPlanProject } from '../support/saved-plan-project.ts';

const twoFiles = `nodes: here
resources:
  - file: DIR/node/a
    content: "new a\\n"
    mode: "0644"
  - file: DIR/node/b
    content: "new b\\n"
    mode: "0644"
  - file: DIR/node/c
    content: "new c\\n"
    mode: "0644"
    after: ["file:DIR/node/a"]
`;

describe('applying a saved plan', () => {
  let project: SavedPlanProject;

  beforeEach(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': twoFiles, 'node/a': 'old a\n', 'node/b': 'old b\n' });
    assert.equal((await project.run(['plan', '--out', 'plan.json'])).code, 0);
  });

  afterEach(() => project.remove());

  it('does what was shown, says in the journal which plan it was, and finds nothing to do when it is replayed', async () => {
    const { code, stderr } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 0, stderr);
    assert.equal(project.read('node/a'), 'new a\n');
    const [run = ''] = readdirSync(join(project.dir, '.setpoint/runs'));
    const [first = ''] = project.read(`.setpoint/runs/${run}/journal.jsonl`).split('\n');
    const { digest } = JSON.parse(project.read('plan.json')) as { digest: string };
    assert.equal((JSON.parse(first) as { savedPlan?: string }).savedPlan, digest);
    const again = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(again.code, 0, again.stderr);
    assert.include(again.stdout, 'No changes');
  });

  it('knows the plan by its content, whatever its name', async () => {
    cpSync(join(project.dir, 'plan.json'), join(project.dir, 'site.yaml'));
    assert.equal((await project.run(['apply', 'site.yaml', '--yes'])).code, 0);
  });

  it('takes a playbook in the form of JSON for a playbook', async () => {
    project.write('play.json', '{ "nodes": "here", "resources": [{ "directory": "DIR/node/d" }] }');
    assert.equal((await project.run(['apply', 'play.json', '--yes'])).code, 0);
    assert.isTrue(existsSync(join(project.dir, 'node/d')));
  });

  it('refuses what has moved by name, with its dependents, and does the rest', async () => {
    project.write('node/a', 'somebody was here\n');
    const { code, stdout } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 1);
    assert.match(
      flat(stdout),
      /SP707[\s\S]*file:\S+\/node\/a on here is not done: content was planned from 6 bytes with SHA-256 \w+… to 6 bytes with SHA-256 \w+…, and is 18 bytes with SHA-256 \w+… now/,
    );
    assert.match(
      flat(stdout),
      /file:\S+\/node\/c on here is not done: file:\S+\/node\/a, which it depends on, is not done/,
    );
    assert.equal(project.read('node/a'), 'somebody was here\n');
    assert.equal(project.read('node/b'), 'new b\n');
    assert.isFalse(existsSync(join(project.dir, 'node/c')));
  });

  it('does nothing at all with --all-or-nothing when something has moved', async () => {
    project.write('node/a', 'somebody was here\n');
    const { code, stderr } = await project.run(['apply', 'plan.json', '--yes', '--all-or-nothing']);
    assert.equal(code, 1);
    assert.include(stderr, 'Nothing was changed');
    assert.equal(project.read('node/b'), 'old b\n');
  });

  it('refuses another machine under the name of the node, before the first write', async () => {
    project.forge('plan.json', (members) => ({
      ...members,
      nodes: [{ node: 'here', marks: { 'machine id': '0'.repeat(32) } }],
    }));
    const { code, stdout } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 1);
    assert.include(stdout, 'error[SP819]');
    assert.equal(project.read('node/b'), 'old b\n');
  });

  it('asks like any apply', async () => {
    const { code, stderr } = await project.run(['apply', 'plan.json']);
    assert.equal(code, 1);
    assert.include(stderr, 'error[SP804]');
    assert.equal(project.read('node/b'), 'old b\n');
  });

  it('takes a plan that is older than a day when it is allowed to be', async () => {
    project.forge('plan.json', (members) => ({
      ...members,
      createdAt: new Date(Date.now() - 172_800_000).toISOString(),
    }));
    assert.equal((await project.run(['apply', 'plan.json', '--yes', '--max-age', '3d'])).code, 0);
  });

  it('does what it has for the nodes that answered, and does not ask the others', async () => {
    project.write(
      'inventory.yaml',
      'nodes: { here: { exec: { command: [DIR/shell] } }, gone: { exec: { command: [DIR/none] } } }\n',
    );
    project.write('playbooks/site.yaml', twoFiles.replace('nodes: here', 'nodes: all'));
    assert.equal((await project.run(['plan', '--out', 'plan.json'])).code, 3);
    project.write('none', '#!/bin/sh\necho >>DIR/asked\nexec "$@"\n');
    chmodSync(join(project.dir, 'none'), 0o755);
    const { code, stderr } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 3, stderr);
    assert.include(stderr, 'warning[SP822]');
    assert.equal(project.read('node/a'), 'new a\n');
    assert.isFalse(existsSync(join(project.dir, 'asked')));
  });

  it('takes a plan of a newer minor version', async () => {
    project.forge('plan.json', (members) => ({ ...members, version: '1.7', weather: { rain: true } }));
    const { code, stderr } = await project.run(['apply', 'plan.json', '--yes']);
    assert.equal(code, 0, stderr);
  });
});

describe('a saved plan is refused before the first connection', () => {
  let project: SavedPlanProject;
  const files = ['plan.json', 'playbooks/site.yaml', 'inventory.yaml'];
  let texts: readonly string[] = [];

  before(async () => {
    project = savedPlanProject({ 'playbooks/site.yaml': twoFiles, 'node/b': 'old b\n' });
    assert.equal((await project.run(['plan', '--out', 'plan.json'])).code, 0);
    texts = files.map(project.read);
  });

  afterEach(() => {
    for (const [index, file] of files.entries()) project.write(file, texts[index] ?? '');
  });

  after(() => project.remove());

  const day = 86_400_000;
  const at = (ms: number) => (members: { readonly [name: string]: Json }) => ({
    ...members,
    createdAt: new Date(Date.now() + ms).toISOString(),
  });
  const cases: readonly {
    readonly title: string;
    readonly words?: readonly string[];
    readonly tells: string;
    readonly before?: (made: SavedPlanProject) => void;
  }[] = [
    {
      title: 'a changed playbook',
      tells: 'SP815',
      before: (made) => made.write('playbooks/site.yaml', `${twoFiles}# more\n`),
    },
    {
      title: 'a playbook that is gone',
      tells: 'SP815',
      before: (made) => rmSync(join(made.dir, 'playbooks/site.yaml')),
    },
    {
      title: 'a changed inventory',
      tells: 'SP815',
      before: (made) => made.write('inventory.yaml', 'nodes: { here: { local: {} } }\n'),
    },
    { title: 'a plan of yesterday', tells: 'SP813', before: (made) => made.forge('plan.json', at(-day - 1000)) },
    {
      title: 'a plan that is older than asked for',
      words: ['--max-age', '1h'],
      tells: 'SP813',
      before: (made) => made.forge('plan.json', at(-day / 2)),
    },
    { title: 'a plan of tomorrow', tells: 'SP814', before: (made) => made.forge('plan.json', at(day)) },
    {
      title: 'another major version',
      tells: 'SP812',
      before: (made) => made.forge('plan.json', (members) => ({ ...members, version: '2.0' })),
    },
    {
      title: 'a plan that is cut',
      tells: 'SP811',
      before: (made) => made.write('plan.json', made.read('plan.json').slice(0, -40)),
    },
    {
      title: 'a flipped word',
      tells: 'SP811',
      before: (made) => made.write('plan.json', made.read('plan.json').replace('new a', 'new x')),
    },
    { title: 'other totals', tells: 'SP811', before: (made) => made.forge('plan.json', withoutTotals) },
    { title: 'other plays', tells: 'SP811', before: (made) => made.forge('plan.json', renamedPlay) },
    { title: 'a limit', words: ['--limit', 'here'], tells: 'SP818' },
    { title: 'tags', words: ['--tags', 'x'], tells: 'SP818' },
    { title: 'another inventory', words: ['-i', 'inventory.yaml'], tells: 'SP818' },
    { title: 'a variable', words: ['-e', 'a=b'], tells: 'SP818' },
    { title: 'a playbook beside it', words: ['playbooks/site.yaml'], tells: 'SP818' },
    { title: 'a key that is none', tells: 'SP817' },
  ];
  for (const { title, words = [], tells, before } of cases) {
    it(title, async () => {
      before?.(project);
      const seen = project.connections();
      const env = tells === 'SP817' ? { SETPOINT_KEY: 'short' } : {};
      const { code, stderr } = await project.run(['apply', 'plan.json', '--yes', ...words], env);
      assert.equal(code, 1, stderr);
      assert.include(stderr, `error[${tells}]`);
      assert.equal(project.connections(), seen);
      assert.equal(project.read('node/b'), 'old b\n');
    });
  }
});

describe('a saved plan of another checkout', () => {
  const withSecret = `nodes: here
resources:
  - file: DIR/token
    content: "token=\${{ secret('token') }}\\n"
    mode: "0600"
`;
  const key = 'abcdefghijklmnopqrstuvwxyz012345678901234567'.slice(0, 43);
  let first = '';
  let second = '';
  let target = '';

  beforeEach(() => {
    [first, second, target] = ['first', 'second', 'target'].map((name) =>
      mkdtempSync(join(tmpdir(), `setpoint-${name}-`)),
    ) as [string, string, string];
    const made = savedPlanProject({});
    made.write('setpoint.yaml', 'inventory: inventory.yaml\nsecrets: { token: { env: TOKEN } }\n');
    made.write('inventory.yaml', 'nodes: { here: { local: {} } }\n');
    made.write('playbooks/site.yaml', withSecret.replaceAll('DIR', target));
    for (const dir of [first, second]) {
      mkdirSync(join(dir, 'playbooks'), { recursive: true });
      for (const file of ['setpoint.yaml', 'inventory.yaml', 'playbooks/site.yaml'])
        cpSync(join(made.dir, file), join(dir, file));
    }
    made.remove();
  });

  afterEach(() => {
    for (const dir of [first, second, target]) rmSync(dir, { recursive: true, force: true });
  });

  const plan = (env: Readonly<Record<string, string>>) =>
    runCommand(['plan', '--out', join(second, 'plan.json')], first, env);
  const apply = (env: Readonly<Record<string, string>>) => runCommand(['apply', 'plan.json', '--yes'], second, env);

  it('is applied under the same key', async () => {
    assert.equal((await plan({ TOKEN: 'swordfish', SETPOINT_KEY: key })).code, 0);
    const { code, stderr, stdout } = await apply({ TOKEN: 'swordfish', SETPOINT_KEY: key });
    assert.equal(code, 0, stderr + stdout);
    assert.isTrue(existsSync(join(target, 'token')));
  });

  it('is refused under another key, and told how to share one', async () => {
    await plan({ TOKEN: 'swordfish', SETPOINT_KEY: key });
    const { code, stderr } = await apply({ TOKEN: 'swordfish' });
    assert.equal(code, 1);
    assert.match(stderr, /error\[SP817\][\s\S]*set SETPOINT_KEY/);
  });

  it('is refused where the secret is another one, which is not told', async () => {
    await plan({ TOKEN: 'swordfish', SETPOINT_KEY: key });
    const { code, stderr, stdout } = await apply({ TOKEN: 'goldfish', SETPOINT_KEY: key });
    assert.equal(code, 1);
    assert.match(
      flat(stdout),
      /is not done: content was planned from absent to a secret value, and another secret value is declared now/,
    );
    assert.notMatch(stdout + stderr, /swordfish|goldfish/);
    assert.isFalse(existsSync(join(target, 'token')));
  });
});

/** The text without its line breaks. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function withoutTotals(members: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  const plan = members['plan'] as { readonly totals: { readonly [name: string]: Json } };
  return { ...members, plan: { ...plan, totals: { ...plan.totals, operations: 0 } } };
}

function renamedPlay(members: { readonly [name: string]: Json }): { readonly [name: string]: Json } {
  const plan = members['plan'] as { readonly plays: readonly { readonly [name: string]: Json }[] };
  return { ...members, plan: { ...plan, plays: plan.plays.map((play) => ({ ...play, name: 'another' })) } };
}
