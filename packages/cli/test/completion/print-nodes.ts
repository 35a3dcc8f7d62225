import { createCompletion } from '../../src/commands/completion.ts';
import { collectingStream } from '../support/collecting-stream.ts';

/** `setpoint completion --nodes` without the other commands, whose sources take long to load. */
const isAsked = process.argv.slice(2).join(' ') === 'completion --nodes';
const stream = collectingStream();
process.exitCode = await createCompletion(() => []).run(
  { positional: [], flag: (name) => isAsked && name === 'nodes', value: () => undefined, values: () => [] },
  {
    cwd: process.cwd(),
    env: process.env,
    stdout: stream,
    stderr: stream,
    stdin: () => process.stdin,
    signal: new AbortController().signal,
    interruptedBy: () => undefined,
  },
);
process.stdout.write(stream.text());
