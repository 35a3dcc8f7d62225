import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { projectRoot, toolEnvironment, toolPath } from './tools.ts';

/** One check: a program that ends with 0 when all is well. */
type Check = {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

type Verdict = { readonly name: string; readonly ok: boolean; readonly output: string };

const architectureTest = ['--no-config', '--forbid-only', '--reporter', 'dot', 'test/architecture.test.ts'];

/** Each checker of the compiler works out again what the others know; beside the linter one is done sooner than its four. */
const oneChecker = ['--checkers', '1'];

/** The linter's half of the processors: each of its threads works out types for itself, which costs a third more on two of them. */
const halfOfProcessors = { GOMAXPROCS: String(Math.max(1, Math.floor(availableParallelism() / 2))) };

/** The compiler and the linter are Go programs that live for seconds: nothing is collected before it amounts to much. */
const rareCollections = { GOGC: 'off', GOMEMLIMIT: '2GiB' };

process.exitCode = await main();

/** Runs every check at once, prints what the failed ones said, and ends with one line. */
async function main(): Promise<number> {
  const startedMs = performance.now();
  const verdicts = await Promise.all(checks().map(run));
  const failed = verdicts.filter(({ ok }) => !ok);
  for (const { name, output } of failed) process.stdout.write(`--- ${name}\n${output.trimEnd()}\n\n`);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  const names = failed.length > 0 ? failed : verdicts;
  const list = names.map(({ name }) => name).join(', ');
  process.stdout.write(`check: ${failed.length > 0 ? 'FAILED' : 'ok'} (${list}) in ${seconds} s\n`);
  return failed.length > 0 ? 1 : 0;
}

/**
 * The linter is told its folders, because it would walk node_modules. It works out the types of what it looks at, which takes as long
 * for the tests as for the rest: here they are held to the rules that need no types, and a test holds them to all. Whether generated
 * files are what the code gives, a unit test holds.
 */
function checks(): readonly Check[] {
  const folders = globSync(['packages/*/src', 'scripts', 'bench'], { cwd: projectRoot }).sort();
  const tests = globSync(['packages/*/test', 'test'], { cwd: projectRoot }).sort();
  return [
    { name: 'format', program: toolPath('biome'), args: ['check', '.'] },
    { name: 'lint', program: toolPath('oxlint'), args: folders, env: halfOfProcessors },
    { name: 'lint of tests', program: toolPath('oxlint'), args: ['-c', '.oxlintrc.untyped.json', ...tests] },
    { name: 'types', program: toolPath('tsc'), args: ['-p', '.', ...oneChecker] },
    { name: 'types of the report page', program: toolPath('tsc'), args: ['--noEmit', '-p', 'packages/render/browser'] },
    { name: 'architecture', program: toolPath('mocha'), args: architectureTest },
  ];
}

function run({ name, program, args, env }: Check): Promise<Verdict> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...rareCollections, ...env, ...toolEnvironment(), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => resolve({ name, ok: false, output: String(error) }));
    child.once('close', (code) => resolve({ name, ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }));
  });
}
