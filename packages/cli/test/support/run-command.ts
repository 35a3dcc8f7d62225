import { parseCommandLine } from '../../src/arguments/parse.ts';
import type { CommandIo, OutputStream } from '../../src/command.ts';
import { commands } from '../../src/commands/index.ts';

/** What a command line came to. */
export type CommandResult = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs a command line in this process, as `setpoint` would, and gives what it wrote. */
export async function runCommand(words: readonly string[], cwd: string): Promise<CommandResult> {
  const request = parseCommandLine(words, commands, '0.0.0');
  if (request.kind === 'say') return { code: request.isError ? 1 : 0, stdout: request.text, stderr: '' };
  const written = { stdout: '', stderr: '' };
  const collect = (name: 'stdout' | 'stderr'): OutputStream => ({
    isTty: false,
    columns: undefined,
    write: async (text) => {
      written[name] += text;
    },
  });
  const io: CommandIo = {
    cwd,
    env: {},
    stdout: collect('stdout'),
    stderr: collect('stderr'),
    stdin: process.stdin,
    signal: new AbortController().signal,
    interruptedBy: () => undefined,
  };
  const code = await request.command.run(request.given, io);
  return { code, ...written };
}
