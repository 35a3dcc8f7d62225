import type { ArgumentSpec, OptionSpec } from '../command.ts';

/** Options that every command takes. */
export const commonOptions: readonly OptionSpec[] = [
  {
    name: 'project',
    short: 'C',
    value: 'DIR',
    description: 'directory of the project (default: the nearest one with a setpoint.yaml, else this one)',
  },
  { name: 'json', description: 'one JSON object per line on stdout, for programs' },
  { name: 'no-color', description: 'no colours, as with NO_COLOR=1' },
  { name: 'debug', description: 'show the stack traces of internal errors' },
];

/** The arguments of the commands that read all playbooks unless some are named. */
export const playbookArguments: readonly ArgumentSpec[] = [
  { name: 'playbook', required: false, rest: true, description: 'playbooks (default: all in playbooks/)' },
];

/** Options of the commands that read playbooks. */
export const playbookOptions: readonly OptionSpec[] = [
  {
    name: 'inventory',
    short: 'i',
    value: 'PATH',
    description: 'inventory file, program (it is run and prints one), or directory of both',
  },
  {
    name: 'limit',
    short: 'l',
    value: 'SELECTOR',
    description: 'only these nodes of the plays: names, groups, globs, "web & eu", "all & !db*"',
  },
  {
    name: 'tags',
    short: 't',
    value: 'TAG,…',
    description: 'only resources with one of these tags',
    // An empty variable of a script must not turn into everything.
    problemOf: (value) => (/[^\s,]/.test(value) ? undefined : 'names no tag.'),
  },
  {
    name: 'var',
    short: 'e',
    value: 'NAME=VALUE',
    repeats: true,
    description: 'set a variable over all others; @FILE.yaml sets many',
    problemOf: (value) =>
      value.startsWith('@') || value.includes('=')
        ? undefined
        : `takes NAME=VALUE or @FILE, and "${value}" is neither.`,
  },
];

/** Options of the commands that talk to nodes. */
export const nodeOptions: readonly OptionSpec[] = [
  {
    name: 'concurrency',
    value: 'N',
    description: 'nodes worked on at the same time (default: 50)',
    problemOf: (value) =>
      /^[1-9]\d{0,4}$/.test(value) ? undefined : `takes a whole number from 1 to 99999, and "${value}" is none.`,
  },
  {
    name: 'accept-new-host-keys',
    description: 'pin the host keys of nodes seen for the first time; changed keys are always refused',
  },
];

/** Options of the commands that show plans. */
export const planTextOptions: readonly OptionSpec[] = [
  { name: 'verbose', short: 'v', description: 'list the operations of each change' },
  { name: 'show-all', description: 'show long values and differences in full' },
];
