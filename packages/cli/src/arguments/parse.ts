import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import { CommanderError, Option, Command as Program } from 'commander';
import type { Command, OptionSpec, ParsedArguments } from '../command.ts';
import { commonOptions } from './common-options.ts';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'run'; readonly command: Command; readonly given: ParsedArguments }
  /** Help was asked for; the text is ready to print. Without any word it is an error that nothing was asked. */
  | { readonly kind: 'say'; readonly text: string; readonly isError: boolean }
  | { readonly kind: 'wrong'; readonly diagnostic: Diagnostic };

/** Reads the command line against the table of commands; wrong words come back with the nearest right ones. */
export function parseCommandLine(words: readonly string[], commands: readonly Command[], version: string): Request {
  let said = '';
  let request: Request | undefined;
  const program = new Program('setpoint')
    .description(
      'Declare how nodes should be; see exactly what would change; change that and nothing else; prove that it held.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showSuggestionAfterError()
    .addHelpText('after', '\nStart with `setpoint init`. `setpoint COMMAND --help` has examples.\n');
  const quiet = {
    writeOut: (text: string) => {
      said += text;
    },
    writeErr: (text: string) => {
      said += text;
    },
  };
  program.configureOutput(quiet).exitOverride();
  for (const command of commands) {
    addCommand(program, command, (given) => {
      const problem = valueProblem(command, given);
      request = problem === undefined ? { kind: 'run', command, given } : wrong(problem);
    })
      .configureOutput(quiet)
      .exitOverride();
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // commander takes its exit code for this from the process, which counts as failed until it has ended.
    if (error.code === 'commander.help') return { kind: 'say', text: said, isError: words[0] !== 'help' };
    return error.exitCode === 0 ? { kind: 'say', text: said, isError: false } : wrong(error.message);
  }
  return request ?? { kind: 'say', text: program.helpInformation(), isError: true };
}

/** commander says `error: what is wrong`, and on a second line `(Did you mean x?)`. */
function wrong(message: string): Request {
  const [first = '', second] = message.replace(/^error: /, '').split('\n');
  const near = second === undefined ? undefined : /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(second)?.[1];
  const hint = near === undefined ? 'setpoint COMMAND --help' : `Did you mean ${near}?`;
  const detail = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.!?]$/.test(first) ? '' : '.'}`;
  return { kind: 'wrong', diagnostic: errorDiagnostic('SP803', { detail, hint }) };
}

/** The first value that its option cannot take, as a sentence. */
function valueProblem(command: Command, given: ParsedArguments): string | undefined {
  for (const { name, problemOf, excludes } of [...command.options, ...commonOptions]) {
    const values = [...given.values(name), given.value(name) ?? []].flat();
    if (values.length > 0 && excludes !== undefined && given.flag(excludes))
      return `--${name} cannot be given together with --${excludes}.`;
    for (const value of values) {
      const problem = problemOf?.(value);
      if (problem !== undefined) return `--${name} ${problem}`;
    }
  }
  return undefined;
}

function addCommand(program: Program, command: Command, take: (given: ParsedArguments) => void): Program {
  const added = program
    .command(command.name)
    .summary(command.summary)
    .description(command.description)
    .helpOption('-h, --help', 'print help')
    .showSuggestionAfterError()
    .addHelpText('after', examplesText(command));
  for (const argument of command.arguments) {
    const name = argument.rest === true ? `${argument.name}...` : argument.name;
    added.argument(argument.required ? `<${name}>` : `[${name}]`, argument.description);
  }
  for (const option of [...command.options, ...commonOptions]) added.addOption(toOption(option));
  added.action((...all: readonly unknown[]) => {
    const positional = all
      .slice(0, command.arguments.length)
      .flatMap((value) => (value === undefined ? [] : (value as string | string[])));
    take(toArguments(positional, added.opts()));
  });
  return added;
}

function toOption(spec: OptionSpec): Option {
  const flags = `${spec.short === undefined ? '' : `-${spec.short}, `}--${spec.name}${spec.value === undefined ? '' : ` <${spec.value}>`}`;
  const option = new Option(flags, spec.description);
  if (spec.repeats === true)
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return option;
}

function toArguments(positional: readonly string[], options: Readonly<Record<string, unknown>>): ParsedArguments {
  const read = (name: string): unknown => options[camelCase(name)];
  return {
    positional,
    // commander turns `--no-color` into `color: false`.
    flag: (name) => (name.startsWith('no-') ? read(name.slice(3)) === false : read(name) === true),
    value: (name) => (typeof read(name) === 'string' ? (read(name) as string) : undefined),
    values: (name) => (Array.isArray(read(name)) ? (read(name) as readonly string[]) : []),
  };
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function examplesText(command: Command): string {
  if (command.examples.length === 0) return '';
  const lines = command.examples.map((example) => `  ${example.command}\n      ${example.explanation}`);
  return `\nExamples:\n${lines.join('\n')}\n`;
}
