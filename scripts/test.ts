import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunFleet } from '../packages/testkit/src/fleet/index.ts';
import { type TestTotals, totalsVariable } from './test-reporter.ts';
import { projectRoot, toolEnvironment, toolPath } from './tools.ts';

const unitSpecs = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** Tests that drive the shells, the ssh and the package tools of this machine: real, and each seconds long. */
const shellSpecs = ['packages/*/test/**/*.shell.ts', 'test/**/*.shell.ts'];
const hostSpecs = ['packages/*/test/**/*.fleet.ts', 'test/**/*.fleet.ts'];

/** Starting a hundred processes takes its time on a machine that does other things too. */
const shellTestTimeoutMs = 60_000;

/** A package installation inside a host may take minutes on a slow machine. */
const hostTestTimeoutMs = 180_000;

process.exitCode = await main();

/**
 * Runs the unit tests, then side by side those that drive this machine's tools and those on real hosts, which both wait a good deal;
 * ends with one line of totals.
 */
async function main(): Promise<number> {
  const unit = await runMocha('unit tests', unitSpecs, { options: [], write });
  const held = holdBack();
  const [shells, hosts] = await Promise.all([
    runMocha('tests with the tools of this machine', shellSpecs, {
      options: ['--timeout', String(shellTestTimeoutMs)],
      write,
    }).finally(held.release),
    runMocha('tests on real hosts', hostSpecs, {
      options: ['--timeout', String(hostTestTimeoutMs)],
      write: held.write,
    }),
  ]);
  await tellOfSkippedHosts(hosts);
  const all = [unit, shells, hosts];
  const sum = (count: (totals: TestTotals) => number): number => all.reduce((total, each) => total + count(each), 0);
  const passed = sum((totals) => totals.passed);
  const failed = sum((totals) => totals.failed);
  process.stdout.write(`${passed} passed, ${failed} failed, ${sum((totals) => totals.skipped)} skipped\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

type MochaRun = { readonly options: readonly string[]; readonly write: (text: string) => void };

function write(text: string): void {
  process.stdout.write(text);
}

/** Keeps text until it is released, so that what two processes say does not mix. */
function holdBack(): { readonly write: (text: string) => void; readonly release: () => void } {
  let held: string[] | undefined = [];
  return {
    write: (text) => {
      if (held === undefined) write(text);
      else held.push(text);
    },
    release: () => {
      write((held ?? []).join(''));
      held = undefined;
    },
  };
}

async function runMocha(title: string, patterns: readonly string[], run: MochaRun): Promise<TestTotals> {
  const files = globSync([...patterns], { cwd: projectRoot }).sort();
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  run.write(`\n${title}\n\n`);
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-test-'));
  const totalsFile = join(scratch, 'totals');
  try {
    const reporter = ['--reporter', join(import.meta.dirname, 'test-reporter.ts')];
    const args = [...reporter, ...run.options, ...files];
    const code = await runToEnd(args, { environment: { [totalsVariable]: totalsFile }, write: run.write });
    return readTotals(totalsFile, code);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

type ToEnd = { readonly environment: Readonly<Record<string, string>>; readonly write: (text: string) => void };

function runToEnd(args: readonly string[], { environment, write: say }: ToEnd): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(toolPath('mocha'), [...configuredOptions(), ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...toolEnvironment(), ...environment },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say);
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
}

/** What .mocharc.json says but its list of specs, to which mocha would only ever add. */
function configuredOptions(): readonly string[] {
  const text = readFileSync(join(projectRoot, '.mocharc.json'), 'utf8');
  const { spec: _spec, ...options } = JSON.parse(text) as Record<string, string | number | boolean | readonly string[]>;
  const flags = Object.entries(options).flatMap(([name, value]) => {
    if (typeof value === 'boolean') return value ? [`--${name}`] : [];
    return [value].flat().map((one) => `--${name}=${one}`);
  });
  return ['--no-config', ...flags];
}

/** A process that ended before its summary, or badly in spite of it, counts as one failure: nothing is lost silently. */
function readTotals(file: string, code: number | null): TestTotals {
  const totals = parseTotals(file);
  if (code === 0 || totals.failed > 0) return totals;
  process.stdout.write(`mocha ended with code ${code} and no failed test\n`);
  return { ...totals, failed: 1 };
}

function parseTotals(file: string): TestTotals {
  try {
    return JSON.parse(readFileSync(file, 'utf8').trim()) as TestTotals;
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

async function tellOfSkippedHosts(hosts: TestTotals): Promise<void> {
  const readiness = await canRunFleet();
  if (readiness.kind === 'ready' || hosts.skipped === 0) return;
  const suites = globSync(hostSpecs, { cwd: projectRoot }).sort();
  process.stdout.write(`SKIPPED: the ${hosts.skipped} tests on real hosts, because ${readiness.reason}\n`);
  for (const suite of suites) process.stdout.write(`  ${suite}\n`);
  process.stdout.write(`To enable them: ${readiness.enable}\n`);
}
