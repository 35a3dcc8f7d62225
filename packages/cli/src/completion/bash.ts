import { quoteWord } from './quote.ts';
import type { Candidates, CompletedCommand, CompletedOption } from './table.ts';

/**
 * The completion script for bash 4 and newer. Candidates are compared word by word and never given to `compgen -W`, which would
 * expand what stands in them.
 */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '# bash completion for setpoint; load it with: source <(setpoint completion bash)',
    ...sources,
    '# The options that are followed by a value.',
    caseFunction('_setpoint_takes_value', [...commands.flatMap(takingCases), '*) return 1 ;;']),
    '# The value of the option $2 of the command $1.',
    caseFunction('_setpoint_value', commands.flatMap(valueCases)),
    '# The positional argument number $2, from 0, of the command $1.',
    caseFunction('_setpoint_argument', commands.flatMap(argumentCases)),
    caseFunction('_setpoint_options', commands.map(optionsCase)),
    `_setpoint_commands() {\n  _setpoint_words ${names} help --help --version\n}\n`,
    driver,
  ].join('\n');
}

const sources: readonly string[] = [
  `_setpoint_words() {
  local word
  for word in "$@"; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done
}
`,
  `_setpoint_nodes() {
  local name
  while IFS= read -r name; do
    [[ $name == "$current"* ]] && COMPREPLY+=("$name")
  done < <("\${COMP_WORDS[0]}" completion --nodes 2>/dev/null)
}
`,
  `_setpoint_paths() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do
    COMPREPLY+=("$path")
  done < <(compgen "$1" -- "$current")
}
`,
];

function caseFunction(name: string, cases: readonly string[]): string {
  return `${name}() {\n  case "$1 $2" in\n${cases.map((line) => `    ${line}\n`).join('')}  esac\n}\n`;
}

/** Walks over the words before the cursor: which command, how many arguments, and whether an option waits for its value. */
const driver = `_setpoint() {
  local current=\${COMP_WORDS[COMP_CWORD]} command='' option='' position=0 index word
  COMPREPLY=()
  [[ $current == '=' ]] && current=''
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    if [[ $word == '=' ]]; then continue
    elif [[ -n $option ]]; then option=''
    elif [[ $word == -* ]]; then _setpoint_takes_value "$command" "$word" && option=$word
    elif [[ -z $command ]]; then command=$word
    else position=$((position + 1))
    fi
  done
  if [[ -n $option ]]; then _setpoint_value "$command" "$option"
  elif [[ -z $command ]]; then _setpoint_commands
  elif [[ $current == -* ]]; then _setpoint_options "$command"
  else _setpoint_argument "$command" "$position"
  fi
}

complete -F _setpoint setpoint
`;

function takingCases(command: CompletedCommand): readonly string[] {
  const patterns = command.options.filter(({ value }) => value !== undefined).map((option) => pattern(command, option));
  return patterns.length === 0 ? [] : [`${patterns.join(' | ')}) true ;;`];
}

function optionsCase({ name, options }: CompletedCommand): string {
  return `"${name} "*) _setpoint_words ${options.flatMap(flagsOf).join(' ')} ;;`;
}

function pattern({ name }: CompletedCommand, option: CompletedOption): string {
  return flagsOf(option)
    .map((flag) => `"${name} ${flag}"`)
    .join(' | ');
}

function valueCases(command: CompletedCommand): readonly string[] {
  return command.options.flatMap((option) =>
    option.value === undefined ? [] : [`${pattern(command, option)}) ${offer(option.value)} ;;`],
  );
}

function argumentCases({ name, arguments: positions, takesRest }: CompletedCommand): readonly string[] {
  return positions.map((candidates, index) => {
    const isRest = takesRest && index === positions.length - 1;
    return `${isRest ? `"${name} "*` : `"${name} ${index}"`}) ${offer(candidates)} ;;`;
  });
}

function flagsOf({ name, short }: CompletedOption): readonly string[] {
  return [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
}

function offer({ words, nodes, paths }: Candidates): string {
  const parts = [
    ...(words.length === 0 ? [] : [`_setpoint_words ${words.map(quoteWord).join(' ')}`]),
    ...(nodes ? ['_setpoint_nodes'] : []),
    ...(paths === 'none' ? [] : [`_setpoint_paths ${paths === 'files' ? '-f' : '-d'}`]),
  ];
  return [...parts, 'true'].join('; ');
}
