import { quoteWord } from './quote.ts';
import type { Candidates, CompletedCommand, CompletedOption } from './table.ts';

/** The completion script for zsh, in the form of `_arguments`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  return `#compdef setpoint
# zsh completion for setpoint; load it with: source <(setpoint completion zsh), or save it as _setpoint in a folder of $fpath

_setpoint_nodes() {
  local -a names
  names=("\${(@f)$(setpoint completion --nodes 2>/dev/null)}")
  compadd -a names
}

_setpoint() {
  local context state state_descr line
  local -A opt_args
  _arguments -C \\
    '(- *)'{-h,--help}'[print help]' \\
    '(- *)'{-V,--version}'[print the version]' \\
    '1: :->command' \\
    '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, summary }) => `        ${quoteWord(`${name}:${summary}`)}`).join('\n')}
      )
      _describe 'command' commands
      ;;
    rest)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _setpoint ]]; then _setpoint "$@"; else compdef _setpoint setpoint; fi
`;
}

function commandCase({ name, options, arguments: positions, takesRest }: CompletedCommand): string {
  const specs = [
    ...options.flatMap(optionSpecs),
    ...positions.map((candidates, index) => {
      const isRest = takesRest && index === positions.length - 1;
      return quoteWord(`${isRest ? '*' : index + 1}: :${action(candidates)}`);
    }),
  ];
  return `        ${name})\n          _arguments ${specs.join(' \\\n            ')}\n          ;;`;
}

function optionSpecs({ name, short, description, value }: CompletedOption): readonly string[] {
  const told = `[${description.replaceAll(/[\\[\]:]/g, String.raw`\$&`)}]`;
  const suffix = value === undefined ? '' : `: :${action(value)}`;
  return [
    quoteWord(`*--${name}${value === undefined ? '' : '='}${told}${suffix}`),
    ...(short === undefined ? [] : [quoteWord(`*-${short}${told}${suffix}`)]),
  ];
}

/** An action may hold one way to complete; where several fit, the ones that know names win over files. */
function action({ words, nodes, paths }: Candidates): string {
  if (words.length > 0 && nodes) return `{ compadd ${words.join(' ')}; _setpoint_nodes }`;
  if (words.length > 0) return `(${words.join(' ')})`;
  if (nodes) return '_setpoint_nodes';
  if (paths === 'none') return ' ';
  return paths === 'files' ? '_files' : '_files -/';
}
