import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program to measure, from its start to its end. */
export type Command = {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** How long a program took and what it said. */
export type Run = { readonly wallMs: number; readonly stdout: string; readonly stderr: string };

/** What a Node program itself used, without the programs it started. */
export type Usage = Run & { readonly cpuMs: number; readonly peakRssMb: number };

/** Runs a program to its end and takes the time; throws with its own words when it does not end with code 0. */
export function run({ program, args, cwd, env }: Command): Promise<Run> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = spawn(program, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const wallMs = performance.now() - startedMs;
      const said = { stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') };
      if (code === 0) resolve({ wallMs, ...said });
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${code}:\n${lastLines(said)}`));
    });
  });
}

/** The same for a Node program, which tells at its end what it used. */
export async function runWithUsage(command: Command): Promise<Usage> {
  const scratch = mkdtempSync(join(tmpdir(), 'setpoint-bench-'));
  const file = join(scratch, 'usage.json');
  const probe = pathToFileURL(join(import.meta.dirname, 'usage-probe.mjs')).href;
  try {
    const env = { ...command.env, NODE_OPTIONS: `--import=${probe}`, SETPOINT_BENCH_USAGE: file };
    const done = await run({ ...command, env });
    const used = JSON.parse(readFileSync(file, 'utf8')) as NodeJS.ResourceUsage;
    const cpuMs = (used.userCPUTime + used.systemCPUTime) / 1000;
    return { ...done, cpuMs, peakRssMb: used.maxRSS / 1024 };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function lastLines({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  return `${stdout}\n${stderr}`.trim().split('\n').slice(-25).join('\n');
}
