import { commonOptions } from '../../packages/cli/src/arguments/common-options.ts';
import type { ArgumentSpec, Command, OptionSpec } from '../../packages/cli/src/command.ts';
import { exitCodes } from '../../packages/cli/src/exit-code.ts';
import type { GeneratedFile } from './generated-file.ts';
import { codeBlock, escapeMarkdown, inlineCode, markdownPage, markdownTable } from './markdown.ts';

/** The page of the command line, from the table that its help is made from. */
export function commandPage(commands: readonly Command[]): GeneratedFile {
  const codes = Object.entries(exitCodes).map(([name, code]) => [String(code), exitCodeMeanings[name as ExitCodeName]]);
  return {
    path: 'docs/reference/commands.md',
    text: markdownPage([
      '# Commands',
      'Results go to standard output, everything else to standard error.',
      markdownTable(
        ['command', 'what it does'],
        commands.map(({ name, summary }) => [`[${inlineCode(name)}](#setpoint-${name})`, escapeMarkdown(summary)]),
      ),
      '## Options of every command',
      optionTable(commonOptions),
      '## Exit codes',
      markdownTable(['code', 'meaning'], codes),
      ...commands.flatMap(commandSection),
    ]),
  };
}

type ExitCodeName = keyof typeof exitCodes;

const exitCodeMeanings: Readonly<Record<ExitCodeName, string>> = {
  done: 'Done, or nothing to do.',
  error: 'An error; standard error tells which.',
  changes: '`plan` and `drift` with `--detailed-exitcode`: there is something to change.',
  partial: 'Some nodes were planned or converged, and some were not.',
  interrupted: 'Stopped by SIGINT.',
  terminated: 'Stopped by SIGTERM.',
};

function commandSection(command: Command): readonly string[] {
  const usage = ['setpoint', command.name, ...command.arguments.map(argumentUsage), '[options]'].join(' ');
  const examples = command.examples.map((example) => `# ${example.explanation}\n${example.command}`);
  return [
    `## setpoint ${command.name}`,
    codeBlock(usage, 'text'),
    escapeMarkdown(command.description),
    ...(command.arguments.length === 0 ? [] : [argumentTable(command.arguments)]),
    ...(command.options.length === 0 ? [] : [optionTable(command.options)]),
    ...(examples.length === 0 ? [] : [codeBlock(examples.join('\n\n'), 'sh')]),
  ];
}

function argumentUsage({ name, required, rest }: ArgumentSpec): string {
  const text = rest === true ? `${name}...` : name;
  return required ? `<${text}>` : `[${text}]`;
}

function argumentTable(specs: readonly ArgumentSpec[]): string {
  const rows = specs.map((spec) => [inlineCode(argumentUsage(spec)), escapeMarkdown(spec.description)]);
  return markdownTable(['argument', 'meaning'], rows);
}

function optionTable(options: readonly OptionSpec[]): string {
  const rows = options.map(({ name, short, value, repeats, description }) => [
    [`--${name}${value === undefined ? '' : ` ${value}`}`, ...(short === undefined ? [] : [`-${short}`])]
      .map(inlineCode)
      .join(', '),
    escapeMarkdown(description) + (repeats === true ? ' (may be repeated)' : ''),
  ]);
  return markdownTable(['option', 'meaning'], rows);
}
