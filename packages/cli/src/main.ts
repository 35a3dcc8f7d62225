import { errorDiagnostic } from '@setpoint/model';
import { loadCommandsFor } from './commands/load.ts';
import { exitCodes } from './exit-code.ts';
import { createOutputStream } from './io/output-stream.ts';
import { listenForSignals, signalExitCode } from './io/signals.ts';
import { runCommandLine, type Surroundings, tell, tellBug } from './run-command-line.ts';

// What waits for something that never comes ends here too, and has not succeeded.
process.exitCode = exitCodes.error;
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

/** Runs the command line of this process and gives its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const stdout = createOutputStream(process.stdout);
  const stderr = createOutputStream(process.stderr);
  // What was being written stays behind; the command itself says what it still has to wait for.
  const signals = listenForSignals(() => void stderr.write('\n'));
  const { signal, interruptedBy } = signals;
  const world: Surroundings = {
    env: process.env,
    stdout,
    stderr,
    stdin: () => process.stdin,
    signal,
    interruptedBy,
  };
  // What is thrown in a timer or a listener reaches nobody else.
  process.on('uncaughtException', (error) => {
    const end = (): never => process.exit(exitCodes.error);
    void tellBug(error, words, world).then(end, end);
  });
  const code = await runCommandLine(words, loadCommandsFor, world);
  signals.stop();
  const lost = stdout.failure();
  if (lost !== undefined) {
    const detail = `Standard output took only a part of the result: ${lost.message}.`;
    await tell(errorDiagnostic('SP808', { detail }), [], world);
    return exitCodes.error;
  }
  const name = interruptedBy();
  return name === undefined ? code : signalExitCode(name);
}
