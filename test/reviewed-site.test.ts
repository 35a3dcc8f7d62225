import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { assert, expect } from 'chai';
import { parseCommandLine } from '../packages/cli/src/arguments/parse.ts';
import { commands } from '../packages/cli/src/commands/index.ts';
import { runCommand } from '../packages/cli/test/support/run-command.ts';

const root = join(import.meta.dirname, '..');
const site = join(root, 'examples/reviewed-site');
const { parse } = createRequire(join(root, 'packages/language/package.json'))('yaml') as {
  readonly parse: (text: string) => unknown;
};

type Step = { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> };
type Workflow = {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly environment?: string }>>;
};
type Action = { readonly inputs: object; readonly outputs: object };
type Pipeline = Readonly<Record<string, { readonly extends?: string; readonly script?: readonly string[] }>>;

const workflowText = readFileSync(join(site, '.github/workflows/setpoint.yml'), 'utf8');
const workflow = parse(workflowText) as Workflow;
const pipeline = parse(readFileSync(join(site, '.gitlab-ci.yml'), 'utf8')) as Pipeline;
const template = parse(readFileSync(join(root, 'ci/gitlab.yml'), 'utf8')) as Pipeline;
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;

const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
const scripts = [
  ...steps.flatMap(({ run }) => run ?? []),
  ...Object.values(pipeline).flatMap(({ script }) => script ?? []),
];

describe('the example of a site that is changed by pull requests', () => {
  it('is valid, also without its secrets', async () => {
    const without = await runCommand(['validate', '--without-secrets'], site, {});
    assert.equal(without.code, 0, without.stderr);
    const whole = await runCommand(['validate'], site, { SHOP_TOKEN: 'a-token' });
    assert.equal(whole.code, 0, whole.stderr);
  });

  it('calls commands that there are, with options that they have', () => {
    const lines = scripts.flatMap((script) =>
      [...script.matchAll(/setpoint\.sh ([^>\n]*)/g)].map(([, words = '']) => words),
    );
    expect(lines).to.have.length(4);
    for (const line of lines) {
      assert.equal(parseCommandLine(line.trim().split(/\s+/), commands, '0').kind, 'run', line);
    }
  });

  it('has scripts that a shell can read', () => {
    for (const script of scripts) assert.equal(spawnSync('bash', ['-n', '-c', script]).status, 0, script);
  });

  it('gives the action inputs that it has, and reads outputs that it has', () => {
    const inputs = steps.flatMap((step) =>
      step.uses?.startsWith('example/setpoint') === true ? Object.keys(step.with ?? {}) : [],
    );
    const outputs = [...workflowText.matchAll(/steps\.setpoint\.outputs\.([\w-]+)/g)].map(([, name = '']) => name);
    assert.includeMembers(Object.keys(action.inputs), inputs);
    assert.includeMembers(Object.keys(action.outputs), outputs);
    assert.isNotEmpty([...inputs, ...outputs]);
  });

  it('extends jobs that the template has', () => {
    const bases = Object.values(pipeline).flatMap((job) => job.extends ?? []);
    assert.isNotEmpty(bases);
    for (const base of bases) assert.property(template, base);
  });

  it('gives the secrets to no job of a pull request, and applies only what somebody approves', () => {
    const { preview, apply } = workflow.jobs;
    const given = JSON.stringify(preview?.steps).match(/secrets\.(\w+)/g);
    assert.deepEqual(given, ['secrets.SETPOINT_READ_KEY']);
    assert.equal(apply?.environment, 'production');
  });

  it('writes no text of an event into a script', () => {
    for (const { run = '' } of steps) assert.notInclude(run, '${{');
  });
});
