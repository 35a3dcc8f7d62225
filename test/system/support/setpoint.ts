import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Json, JsonObject } from '../../../packages/model/src/index.ts';
import { setpointProgram } from '../../setpoint-program.ts';

/** Where and how a command is run; `env` is added to a bare environment. */
export type SetpointOptions = {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
};

export type SetpointResult = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
};

/** A running `setpoint`. */
export type RunningSetpoint = {
  readonly child: ChildProcess;
  readonly ended: Promise<SetpointResult>;
  /** Resolves when either stream holds the text; rejects when the process ends without it. */
  readonly says: (text: string) => Promise<void>;
};

/** Runs the real command line to its end. */
export function runSetpoint(args: readonly string[], options: SetpointOptions): Promise<SetpointResult> {
  return startSetpoint(args, options).ended;
}

/** Starts the real command line. */
export function startSetpoint(
  args: readonly string[],
  { cwd, env = {}, input = '' }: SetpointOptions,
): RunningSetpoint {
  const startedMs = performance.now();
  const program = setpointProgram();
  const child = spawn(process.execPath, [...program.args, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...program.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...said,
    durationMs: performance.now() - startedMs,
  }));
  const isSaid = (text: string): boolean => said.stdout.includes(text) || said.stderr.includes(text);
  const says = async (text: string): Promise<void> => {
    while (!isSaid(text)) {
      if (child.exitCode !== null) throw new Error(`ended without "${text}": ${said.stdout}${said.stderr}`);
      const heard = new AbortController();
      const { signal } = heard;
      const data = [child.stdout, child.stderr].map((stream) =>
        once(stream, 'data', { signal }).catch(() => undefined),
      );
      await Promise.race([...data, ended]);
      heard.abort();
    }
  };
  return { child, ended, says };
}

/** The objects of `--json` output of one type, in order. */
export function linesOf(stdout: string, type: string): readonly JsonObject[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject)
    .filter((line) => line['type'] === type);
}

/** The member of a JSON value behind a path of names and positions. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<string, Json>>)[key] : undefined,
    value,
  );
}
