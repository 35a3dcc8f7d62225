import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { FakeForge } from '../packages/cli/test/ci/fake-forge.ts';

const root = join(import.meta.dirname, '..');
const { parse } = createRequire(join(root, 'packages/language/package.json'))('yaml') as {
  readonly parse: (text: string) => unknown;
};

type Step = {
  readonly id?: string;
  readonly name: string;
  readonly if?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
};

type Action = {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

describe('the preview of a pull request', function () {
  this.timeout(120_000);
  let dir: string;
  let forge: FakeForge;
  let built: string;
  let program: string;

  before(() => {
    built = mkdtempSync(join(tmpdir(), 'setpoint-built-'));
    const made = spawnSync(process.execPath, ['--conditions=@setpoint/source', join(root, 'scripts/build.ts'), built]);
    assert.equal(made.status, 0, String(made.stderr));
    program = `${process.execPath} ${join(built, 'main.js')}`;
  });

  after(() => rmSync(built, { recursive: true, force: true }));

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-preview-'));
    forge = await FakeForge.start();
    mkdirSync(join(dir, 'project'));
    writeFileSync(
      join(dir, 'project/setpoint.yaml'),
      'policy:\n  require_allow: [{ action: create, name: new-files }]\n',
    );
    writeFileSync(join(dir, 'project/inventory.yaml'), 'nodes: { here: { local: {} } }\n');
    writeSite(`resources:\n  - file: ${dir}/motd\n    content: hello\n`);
    writeFileSync(join(dir, 'event.json'), JSON.stringify({ pull_request: { number: 3 } }));
  });

  afterEach(async () => {
    await forge.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const writeSite = (resources: string): void =>
    writeFileSync(join(dir, 'project/site.yaml'), `nodes: here\n${resources}`);

  /** Runs the steps of the action as a runner does, with the expressions that stand in it. */
  async function runAction(inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) {
    const given = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value = '' }]) => [`inputs.${name}`, inputs[name] ?? value]),
    );
    const values: Record<string, string> = { ...given, 'github.token': 'token' };
    for (const [file, text] of Object.entries({ summary: '', output: '' })) writeFileSync(join(dir, file), text);
    let code = 0;
    let log = '';
    for (const step of action.runs.steps) {
      const isDue = step.if === undefined ? code === 0 : isTrue(step.if, values);
      if (!isDue) continue;
      const ended = await bash(step.run, {
        PATH: process.env['PATH'] ?? '',
        HOME: dir,
        RUNNER_TEMP: dir,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_API_URL: forge.url,
        GITHUB_REPOSITORY: 'team/site',
        GITHUB_EVENT_PATH: join(dir, 'event.json'),
        GITHUB_STEP_SUMMARY: join(dir, 'summary'),
        GITHUB_OUTPUT: join(dir, 'output'),
        ...Object.fromEntries(
          Object.entries(step.env ?? {}).map(([name, text]) => [name, fill(fill(text, values), values)]),
        ),
        ...env,
      });
      log += ended.log;
      code ||= ended.code;
      for (const line of readFileSync(join(dir, 'output'), 'utf8').split('\n')) {
        const [name = '', value = ''] = line.split('=');
        values[`steps.${step.id ?? ''}.outputs.${name}`] = value;
      }
    }
    const at = values['steps.plan.outputs.directory'] ?? '';
    return { code, log, summary: readFileSync(join(dir, 'summary'), 'utf8'), at };
  }

  const preview = (inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) =>
    runAction({ program, project: 'project', playbooks: 'project/site.yaml', ...inputs }, env);

  async function bash(script: string, env: Readonly<Record<string, string>>) {
    const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], { cwd: dir, env });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += String(chunk)));
    const code = await new Promise<number>((resolve) => child.on('close', (ended) => resolve(ended ?? 1)));
    return { code, log };
  }

  it('plans, writes the summary, adds the comment and keeps the plan and its reports', async () => {
    const { code, summary, at, log } = await preview();
    assert.equal(code, 0, log);
    assert.include(summary, 'motd');
    assert.include(summary, 'new-files', 'what the policy asks for stands in the preview');
    assert.equal(forge.comments[0]?.body, readFileSync(join(at, 'preview.md'), 'utf8'));
    for (const name of ['plan.json', 'report.html', 'junit.xml'])
      assert.isAbove(readFileSync(join(at, name)).length, 100, name);
    assert.match(log, /^::error .*file=project\/setpoint\.yaml,line=2/m);
    assert.isFalse(existsSync(join(dir, 'motd')), 'nothing is applied');
  });

  it('brings the comment up to date when the branch moves', async () => {
    await preview();
    writeSite(`resources:\n  - file: ${dir}/other\n    content: hello\n`);
    await preview();
    assert.lengthOf(forge.comments, 1);
    assert.include(forge.comments[0]?.body, '/other');
  });

  it('shows and annotates the errors of a project that cannot be planned, and fails', async () => {
    writeSite('resources:\n  - fil: /motd\n');
    const { code, summary, log } = await preview();
    assert.equal(code, 1);
    assert.match(log, /^::error .*file=project\/site\.yaml,line=3/m);
    assert.include(summary, 'fil');
    assert.include(forge.comments[0]?.body, 'fil');
  });

  it('works for a fork: no token, no secrets, no comment, and a preview in the summary', async () => {
    writeSite('resources:\n  - file: /motd\n    content: ${{ secret("x") }}\n');
    writeFileSync(join(dir, 'project/setpoint.yaml'), 'secrets: { x: { env: X } }\n');
    const { code, summary, log } = await preview({ 'without-secrets': 'true', token: '' });
    assert.equal(code, 0, log);
    assert.include(summary, 'setpoint:plan');
    assert.deepEqual(forge.received, []);
  });

  it('takes texts of a workflow as texts', async () => {
    const { log } = await preview({ marker: '$(touch owned)', arguments: '; touch owned', playbooks: '`touch owned`' });
    assert.isFalse(existsSync(join(dir, 'owned')), log);
  });

  it('is made of scripts that bash can read', async () => {
    for (const script of ['ci/preview.sh', 'ci/setpoint.sh']) {
      assert.equal((await bash(`bash -n ${join(root, script)}`, { PATH: process.env['PATH'] ?? '' })).code, 0, script);
    }
    const gitlab = parse(readFileSync(join(root, 'ci/gitlab.yml'), 'utf8')) as Record<string, { script?: string[] }>;
    assert.deepEqual(gitlab['.setpoint-preview']?.script, ['bash /opt/setpoint/ci/preview.sh']);
  });
});

/** Puts values in the place of `${{ name }}`. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => values[name] ?? '');
}

/** Conditions of the action are comparisons with texts, joined by `&&`. */
function isTrue(condition: string, values: Readonly<Record<string, string>>): boolean {
  return condition.split(' && ').every((part) => {
    if (part === 'always()') return true;
    const [, name = '', operator, text = ''] = /^([\w.-]+) (==|!=) '([^']*)'$/.exec(part) ?? [];
    assert.notEqual(name, '', `the condition ${part} can be read`);
    return ((values[name] ?? '') === text) === (operator === '==');
  });
}
