import { spawn, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canRunFleet } from '../packages/testkit/src/fleet/index.ts';
import { builtProgramVariable } from '../test/setpoint-program.ts';
import { type TestTotals, totalsVariable } from './test-reporter.ts';
import { projectRoot, toolEnvironment, toolPath } from './tools.ts';

const unitSpecs = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];
/** Tests that drive the shells, the ssh and the package tools of this machine: real, and each seconds long. */
const shellSpecs = ['packages/*/test/**/*.shell.ts', 'test/**/*.shell.ts'];
/** Those among them with database servers, which take about as long as all others. */
const databaseFiles = /^packages\/sql\/|^test\/system\/sql\/|^test\/[a-z-]*database[a-z-]*\.shell\.ts$/;
const hostSpecs = ['packages/*/test/**/*.fleet.ts', 'test/**/*.fleet.ts'];

/** Starting a hundred processes takes its time on a machine that does other things too. */
const shellTestTimeoutMs = 60_000;

/** A package installation inside a host may take minutes on a slow machine. */
const hostTestTimeoutMs = 180_000;

process.exitCode = await main();

/**
 * Builds the command line, which the tests then run, and runs the unit tests; then side by side those that drive this machine's tools,
 * those with database servers and those on real hosts, which all wait a good deal. Ends with one line of totals.
 */
async function main(): Promise<number> {
  const built = mkdtempSync(join(tmpdir(), 'setpoint-built-'));
  try {
    return await runAll(buildProgram(built));
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

async function runAll(program: string): Promise<number> {
  const unit = { title: 'unit tests', files: filesOf(unitSpecs), timeoutMs: undefined };
  const all = [await runMocha(unit, { program, write }), ...(await sideBySide(program, slowSuites()))];
  const sum = (count: (totals: TestTotals) => number): number => all.reduce((total, each) => total + count(each), 0);
  const skipped = sum((totals) => totals.skipped);
  if (skipped > 0) await tellOfSkippedHosts();
  const passed = sum((totals) => totals.passed);
  const failed = sum((totals) => totals.failed);
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** What runs side by side; in each row one after another. The rows take about as long as each other. */
function slowSuites(): readonly (readonly Suites[])[] {
  const shells = filesOf(shellSpecs);
  const hosts = filesOf(hostSpecs);
  const ofShells = (title: string, files: readonly string[]): Suites => ({
    title,
    files,
    timeoutMs: shellTestTimeoutMs,
  });
  const ofHosts = (title: string, files: readonly string[]): Suites => ({ title, files, timeoutMs: hostTestTimeoutMs });
  const isOfSystem = (file: string): boolean => file.startsWith('test/');
  return [
    [
      ofShells(
        'tests with the tools of this machine',
        shells.filter((file) => !databaseFiles.test(file)),
      ),
    ],
    [
      ofShells(
        'tests with database servers',
        shells.filter((file) => databaseFiles.test(file)),
      ),
      ofHosts('tests of the whole system on real hosts', hosts.filter(isOfSystem)),
    ],
    [
      ofHosts(
        'tests on real hosts',
        hosts.filter((file) => !isOfSystem(file)),
      ),
    ],
  ];
}

/** The `main.js` of a build of what is checked out. */
function buildProgram(folder: string): string {
  const script = join(import.meta.dirname, 'build.ts');
  const { status, stderr } = spawnSync(process.execPath, ['--conditions=@setpoint/source', script, folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the command line could not be built: ${stderr}`);
  return join(folder, 'main.js');
}

function filesOf(patterns: readonly string[]): readonly string[] {
  return globSync([...patterns], { cwd: projectRoot }).sort();
}

/** Files that one process runs; without a time limit of their own, they have that of .mocharc.json. */
type Suites = { readonly title: string; readonly files: readonly string[]; readonly timeoutMs: number | undefined };

/** What a process of tests gets: the program that they run, and who takes what it says. */
type Surroundings = { readonly program: string; readonly write: (text: string) => void };

function write(text: string): void {
  process.stdout.write(text);
}

/** Runs each in a process of its own; what they say does not mix, because each row is heard when those before it have ended. */
async function sideBySide(program: string, rows: readonly (readonly Suites[])[]): Promise<readonly TestTotals[]> {
  let before: Promise<unknown> = Promise.resolve();
  const runs = rows.map((row) => {
    const held = holdBack();
    const run = inTurn(row, { program, write: held.write });
    void before.then(held.release);
    before = Promise.allSettled([before, run]);
    return run;
  });
  return (await Promise.all(runs)).flat();
}

async function inTurn(row: readonly Suites[], surroundings: Surroundings): Promise<readonly TestTotals[]> {
  const totals: TestTotals[] = [];
  for (const suites of row) totals.push(await runMocha(suites, surroundings));
  return totals;
}

/** Keeps text until it is released. */
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

async function runMocha(suites: Suites, { program, write: say }: Surroundings): Promise<TestTotals> {
  const { title, files, timeoutMs } = suites;
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  say(`\n${title}\n\n`);
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-test-'));
  const totalsFile = join(scratch, 'totals');
  try {
    const reporter = ['--reporter', join(import.meta.dirname, 'test-reporter.ts')];
    const limit = timeoutMs === undefined ? [] : ['--timeout', String(timeoutMs)];
    const environment = { [totalsVariable]: totalsFile, [builtProgramVariable]: program };
    const code = await runToEnd([...reporter, ...limit, ...files], { environment, write: say });
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

async function tellOfSkippedHosts(): Promise<void> {
  const readiness = await canRunFleet();
  if (readiness.kind === 'ready') return;
  process.stdout.write(`SKIPPED: the tests on real hosts, because ${readiness.reason}\n`);
  for (const suite of filesOf(hostSpecs)) process.stdout.write(`  ${suite}\n`);
  process.stdout.write(`To enable them: ${readiness.enable}\n`);
}
