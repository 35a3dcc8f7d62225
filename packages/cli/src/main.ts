import { parseCommandLine } from './arguments/parse.ts';
import type { CommandIo } from './command.ts';
import { loadCommandsFor } from './commands/load.ts';
import { exitCodes } from './exit-code.ts';
import { createOutputStream } from './io/output-stream.ts';
import { listenForSignals, signalExitCode } from './io/signals.ts';
import { version } from './version.ts';

process.exitCode = await main(process.argv.slice(2));

/** Runs one command line and gives its exit code; nothing but a bug leaves a stack trace, and that only with `--debug`. */
async function main(words: readonly string[]): Promise<number> {
  const stdout = createOutputStream(process.stdout, (text) => text);
  const stderr = createOutputStream(process.stderr, (text) => text);
  const request = parseCommandLine(words, await loadCommandsFor(words), version);
  if (request.kind === 'say') {
    await (request.isError ? stderr : stdout).write(request.text);
    return request.isError ? exitCodes.error : exitCodes.done;
  }
  const signals = listenForSignals(
    (name) =>
      void stderr.write(
        `\n${name}: no new operation is started; waiting for the running ones. Once more ends at once.\n`,
      ),
  );
  const io: CommandIo = {
    cwd: process.cwd(),
    env: process.env,
    stdout,
    stderr,
    stdin: process.stdin,
    signal: signals.signal,
    interruptedBy: signals.interruptedBy,
  };
  try {
    const code = await request.command.run(request.given, io);
    const signal = signals.interruptedBy();
    return signal === undefined ? code : signalExitCode(signal);
  } catch (error) {
    await stderr.write(describeBug(error, words.includes('--debug')));
    return exitCodes.error;
  } finally {
    signals.stop();
  }
}

function describeBug(error: unknown, debug: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  if (debug && error instanceof Error) return `${error.stack ?? message}\n`;
  return `error: ${message}\n  This is a bug in Setpoint, or the machine it runs on is out of something. Run again with --debug and report what it prints.\n`;
}
