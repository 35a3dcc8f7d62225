import { parseArgs } from 'node:util';
import { farewell, invitation } from './quickstart/next-steps.ts';
import { describeProblem, QuickstartProblem } from './quickstart/problem.ts';
import { writeProject } from './quickstart/project.ts';
import { runSteps } from './quickstart/steps.ts';

const usage = `Plans, applies and proves small playbooks, on a throw-away SSH host, a Modbus pump and a database of this machine.

  npm run quickstart [-- [--keep] [DIR]]

  DIR     the folder for the project and the files of the host (default: .setpoint/quickstart in this checkout)
  --keep  leaves them up afterwards, until Ctrl-C, for your own commands
`;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const request = readRequest(words);
  if (request.kind === 'say') {
    (request.isError ? process.stderr : process.stdout).write(request.text);
    return request.isError ? 1 : 0;
  }
  const signals = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => signals.abort(name));
  try {
    await demonstrate(request, signals.signal);
    return 0;
  } catch (error) {
    if (signals.signal.aborted) return signals.signal.reason === 'SIGINT' ? 130 : 143;
    process.stderr.write(describeProblem(error));
    return 1;
  }
}

type Request =
  | { readonly kind: 'run'; readonly dir: string | undefined; readonly keep: boolean }
  | { readonly kind: 'say'; readonly text: string; readonly isError: boolean };

function readRequest(words: readonly string[]): Request {
  try {
    const options = { keep: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    if (values.help === true) return { kind: 'say', text: usage, isError: false };
    if (positionals.length > 1)
      return { kind: 'say', text: `error: only one folder can be given\n${usage}`, isError: true };
    return { kind: 'run', dir: positionals[0], keep: values.keep ?? false };
  } catch (error) {
    return {
      kind: 'say',
      text: `error: ${error instanceof Error ? error.message : String(error)}\n${usage}`,
      isError: true,
    };
  }
}

/** The nodes are stopped whatever happens; the files of the host stay, so that they can be looked at. */
async function demonstrate({ dir, keep }: Extract<Request, { kind: 'run' }>, signal: AbortSignal): Promise<void> {
  const project = await writeProject(dir, await loadLab());
  try {
    await runSteps(project, signal);
    process.stdout.write(keep ? invitation(project) : farewell(project));
    if (keep) await untilAborted(signal);
  } finally {
    await project.stop();
  }
}

/** Loaded here, because it is the first thing that misses the dependencies when they are not installed. */
async function loadLab() {
  try {
    return await import('../packages/lab/src/index.ts');
  } catch (error) {
    throw new QuickstartProblem('The dependencies of this checkout are not installed.', 'npm ci', error);
  }
}

/** Ends normally: Ctrl-C is how what was kept is meant to be ended. The host itself keeps the process alive. */
function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
