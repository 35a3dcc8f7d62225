import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { parseCommandLine } from './arguments/parse.ts';
import type { Command, CommandIo } from './command.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { version } from './version.ts';

/** The world around a command line; the working directory is the one of the process unless given. */
export type Surroundings = Omit<CommandIo, 'cwd'> & { readonly cwd?: string };

/** Loads the commands that a command line can mean. */
export type LoadCommands = (words: readonly string[]) => Promise<readonly Command[]>;

/** Runs one command line and gives its exit code. It never throws: a bug is told, with its stack only for `--debug`. */
export async function runCommandLine(
  words: readonly string[],
  load: LoadCommands,
  world: Surroundings,
): Promise<ExitCode> {
  try {
    const problem = await runRequest(words, load, world);
    if (typeof problem === 'number') return problem;
    await tell(problem, words, world);
  } catch (error) {
    await tellBug(error, words, world);
  }
  return exitCodes.error;
}

async function runRequest(
  words: readonly string[],
  load: LoadCommands,
  world: Surroundings,
): Promise<ExitCode | Diagnostic> {
  const request = parseCommandLine(words, await load(words), version);
  if (request.kind === 'wrong') return request.diagnostic;
  if (request.kind === 'say') {
    await (request.isError ? world.stderr : world.stdout).write(request.text);
    return request.isError ? exitCodes.error : exitCodes.done;
  }
  const { command, given } = request;
  const cwd = world.cwd ?? workingDirectory();
  if (typeof cwd !== 'string') return cwd;
  const project = command.makesProject === true ? undefined : given.value('project');
  const problem = project === undefined ? undefined : await projectProblem(cwd, project);
  return problem ?? command.run(given, { ...world, cwd });
}

/** The directory may have been removed under the shell. */
function workingDirectory(): string | Diagnostic {
  try {
    return process.cwd();
  } catch {
    return errorDiagnostic('SP801', {
      detail: 'The working directory is gone.',
      hint: 'Change into one that is there.',
    });
  }
}

/** Loaded only when a directory was named: completion and help wait for nothing that they do not need. */
async function projectProblem(cwd: string, given: string): Promise<Diagnostic | undefined> {
  const { projectDirProblem } = await import('./project/find-project.ts');
  return projectDirProblem(cwd, given);
}

/** Tells of something that should not have happened. */
export async function tellBug(error: unknown, words: readonly string[], world: Surroundings): Promise<void> {
  const isDebug = words.includes('--debug');
  const message = error instanceof Error ? error.message : String(error);
  const diagnostic = errorDiagnostic('SP809', {
    detail: /[.!?]$/.test(message) ? message : `${message}.`,
    ...(isDebug ? {} : { hint: 'Run again with --debug and report what it prints.' }),
  });
  await tell(diagnostic, words, world);
  if (isDebug && error instanceof Error) await world.stderr.write(`${error.stack ?? ''}\n`);
}

/** Tells a problem that no command tells, in the form that the words ask for. */
export async function tell(diagnostic: Diagnostic, words: readonly string[], world: Surroundings): Promise<void> {
  const { createReport } = await import('./output/report.ts');
  const flag = (name: string): boolean => words.includes(`--${name}`);
  await createReport({ flag }, world, '.').diagnostics([diagnostic]);
}
