import { quoteFishWord } from './quote.ts';
import type { Candidates, CompletedCommand, CompletedOption } from './table.ts';

/** The completion script for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  return `# fish completion for setpoint; load it with: setpoint completion fish | source
complete -c setpoint -f
complete -c setpoint -n __fish_use_subcommand -s h -l help -d 'print help'
complete -c setpoint -n __fish_use_subcommand -s V -l version -d 'print the version'
${commands.map(({ name, summary }) => `complete -c setpoint -n __fish_use_subcommand -a ${name} -d ${quoteFishWord(summary)}`).join('\n')}

${commands.flatMap(commandLines).join('\n')}
`;
}

function commandLines({ name, options, arguments: positions }: CompletedCommand): readonly string[] {
  const start = `complete -c setpoint -n '__fish_seen_subcommand_from ${name}'`;
  return [
    ...options.map((option) => `${start} ${optionWords(option)}`),
    ...positions.flatMap((candidates) => {
      const words = offer(candidates);
      return words === '' ? [] : [`${start} ${words}`];
    }),
  ];
}

function optionWords({ name, short, description, value }: CompletedOption): string {
  const flags = [...(short === undefined ? [] : [`-s ${short}`]), `-l ${name}`];
  const offered = value === undefined ? [] : ['-r', offer(value)].filter((part) => part !== '');
  return [...flags, ...offered, `-d ${quoteFishWord(description)}`].join(' ');
}

function offer({ words, nodes, paths }: Candidates): string {
  const list = [...words, ...(nodes ? ['(setpoint completion --nodes 2>/dev/null)'] : [])].join(' ');
  const names = list === '' ? [] : [`-a ${quoteFishWord(list)}`];
  if (paths === 'directories') return [...names, "-a '(__fish_complete_directories)'"].join(' ');
  return [...names, ...(paths === 'files' ? ['-F'] : [])].join(' ');
}
