import type { CommandIo } from '../../src/command.ts';
import { commands } from '../../src/commands/index.ts';
import { runCommandLine } from '../../src/run-command-line.ts';
import { collectingStream } from './collecting-stream.ts';

/** What a command line came to. */
export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command line in this process, as `setpoint` would, and gives what it wrote. */
export async function runCommand(
  words: readonly string[],
  cwd: string,
  env: CommandIo['env'] = {},
): Promise<CommandResult> {
  const stdout = collectingStream();
  const stderr = collectingStream();
  const code = await runCommandLine(words, () => Promise.resolve(commands), {
    cwd,
    env,
    stdout,
    stderr,
    stdin: () => process.stdin,
    signal: new AbortController().signal,
    interruptedBy: () => undefined,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
