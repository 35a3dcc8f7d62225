import { readableTypes } from '@setpoint/modbus/tools';
import { commonOptions } from '../arguments/common-options.ts';
import type { Command, OptionSpec } from '../command.ts';

/** What a word of the command line can be, for completion: any of these. */
export type Candidates = {
  /** Words that are known when the script is made. */
  readonly words: readonly string[];
  /** Names of nodes and groups, asked of the project when they are needed. */
  readonly nodes: boolean;
  readonly paths: 'none' | 'files' | 'directories';
};

/** A command as completion scripts see it. */
export type CompletedCommand = {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** One per positional argument; the last one repeats when it takes the rest. */
  readonly arguments: readonly Candidates[];
  readonly takesRest: boolean;
};

export type CompletedOption = {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  /** Absent for a switch. */
  readonly value?: Candidates;
};

/** Words that come from the program itself. */
export type KnownWords = { readonly types: readonly string[]; readonly codes: readonly string[] };

/** The commands with the candidates for each of their words, from the same table that help is made from. */
export function completionTable(commands: readonly Command[], known: KnownWords): readonly CompletedCommand[] {
  return commands.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [...command.options, ...commonOptions, helpOption].map((option) => completedOption(option, known)),
    arguments: command.arguments.map(({ name }) => candidatesFor(`${command.name} ${name}`, name, known)),
    takesRest: command.arguments.at(-1)?.rest === true,
  }));
}

const helpOption: OptionSpec = { name: 'help', short: 'h', description: 'print help' };

function completedOption(option: OptionSpec, known: KnownWords): CompletedOption {
  const { name, short, description, value } = option;
  return {
    name,
    ...(short === undefined ? {} : { short }),
    description,
    ...(value === undefined ? {} : { value: candidatesFor(`--${name}`, value, known) }),
  };
}

const nothing: Candidates = { words: [], nodes: false, paths: 'none' };

/** A place that is known by its name, else its placeholder, says what stands there: `FILE`, `node`, `SELECTOR`. */
function candidatesFor(place: string, placeholder: string, { types, codes }: KnownWords): Candidates {
  switch (place) {
    case 'completion shell':
      return { ...nothing, words: ['bash', 'zsh', 'fish'] };
    case 'schema name':
      return { ...nothing, words: ['playbook', 'inventory', 'setpoint', 'component', ...types] };
    case 'explain code-or-node':
      return { ...nothing, words: codes, nodes: true };
    case 'modbus action':
      return { ...nothing, words: ['read', 'watch', 'import-map'] };
    case 'modbus node-or-file':
      return { ...nothing, nodes: true, paths: 'files' };
    case '--type':
      return { ...nothing, words: readableTypes };
    case '--order':
      return { ...nothing, words: ['ABCD', 'CDAB', 'BADC', 'DCBA'] };
    case 'runs run':
      return { ...nothing, words: ['last'] };
    case '--format':
      return { ...nothing, words: ['mermaid', 'dot'] };
    default:
      return byPlaceholder[placeholder.toLowerCase()] ?? nothing;
  }
}

const byPlaceholder: Readonly<Record<string, Candidates>> = {
  node: { ...nothing, nodes: true },
  selector: { ...nothing, nodes: true },
  file: { ...nothing, paths: 'files' },
  path: { ...nothing, paths: 'files' },
  playbook: { ...nothing, paths: 'files' },
  plan: { ...nothing, paths: 'files' },
  dir: { ...nothing, paths: 'directories' },
  directory: { ...nothing, paths: 'directories' },
};
