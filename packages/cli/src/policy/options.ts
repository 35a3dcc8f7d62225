import type { OptionSpec } from '../command.ts';

/** Options of the commands that may do without secrets. */
export const withoutSecretsOptions: readonly OptionSpec[] = [
  {
    name: 'without-secrets',
    description: 'read no secret and run nothing that the project brings; what depends on it is shown as unknown',
  },
];

/** Options of the commands whose plans the policy judges. */
export const policyOptions: readonly OptionSpec[] = [
  {
    name: 'allow',
    value: 'NAME',
    repeats: true,
    description: 'allow what the policy asks for: the name of a rule, type:identity, node:NAME, or max_changed_nodes',
    problemOf: (value) => (value.trim() === '' ? 'names nothing.' : undefined),
  },
];
