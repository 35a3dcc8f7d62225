import { errorDiagnostic } from '@setpoint/model';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { Report } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';

/**
 * `setpoint completion`: the words that a shell completes. The table of commands is given as a function, because this command stands in
 * it.
 */
export function createCompletion(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    summary: 'Print the completion script of a shell',
    description:
      'The script completes commands, options, resource types, codes, files, and the nodes and groups of the project. It is made from the same table as this help.',
    arguments: [{ name: 'shell', required: false, description: 'bash, zsh or fish' }],
    options: [{ name: 'nodes', description: 'print the names of nodes and groups instead; the scripts ask for them' }],
    examples: [
      { command: 'source <(setpoint completion bash)', explanation: 'in ~/.bashrc; zsh the same with zsh' },
      {
        command: 'setpoint completion fish > ~/.config/fish/completions/setpoint.fish',
        explanation: 'for every new fish',
      },
    ],
    run: (given, io) => (given.flag('nodes') ? printNodes(given, io) : printScript(commands(), given, io)),
  };
}

async function printNodes(given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const { nodeNames } = await import('../completion/node-names.ts');
  const names = nodeNames(findProjectDir(io.cwd, given.value('project')));
  if (given.flag('json')) await (await reportOf(given, io)).line('nodes', { names });
  else await io.stdout.write(names.map((name) => `${name}\n`).join(''));
  return exitCodes.done;
}

async function printScript(commands: readonly Command[], given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const { completionScripts } = await import('../completion/scripts.ts');
  const script = completionScripts[given.positional[0] ?? ''];
  if (script === undefined) {
    const detail =
      given.positional[0] === undefined ? 'No shell is named.' : `There is no script for "${given.positional[0]}".`;
    const hint = `Shells: ${Object.keys(completionScripts).join(', ')}.`;
    await (await reportOf(given, io)).diagnostics([errorDiagnostic('SP803', { detail, hint })]);
    return exitCodes.error;
  }
  if (given.flag('json')) await (await reportOf(given, io)).line('script', { text: script(commands) });
  else await io.stdout.write(script(commands));
  return exitCodes.done;
}

/** Loaded only where it is needed: a shell waits for the words. */
async function reportOf(given: ParsedArguments, io: CommandIo): Promise<Report> {
  const { createReport } = await import('../output/report.ts');
  return createReport(given, io, io.cwd);
}
