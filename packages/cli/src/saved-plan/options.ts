import type { OptionSpec } from '../command.ts';
import { parseAge } from './age.ts';

/** Options of the commands that make a plan that can be saved. */
export const savePlanOptions: readonly OptionSpec[] = [
  {
    name: 'out',
    value: 'FILE',
    description: 'save the plan, to be applied as it is with `setpoint apply FILE`',
    problemOf: (value) => (value === '' ? 'names no file.' : undefined),
  },
];

/** Options of an apply that concern saved plans. */
export const applySavedOptions: readonly OptionSpec[] = [
  {
    name: 'max-age',
    value: 'AGE',
    description: 'how old a saved plan may be, such as 90m, 12h or 3d (default: 24h, or what setpoint.yaml says)',
    problemOf: (value) =>
      parseAge(value) === undefined ? `takes an age such as 90m, 12h or 3d, and "${value}" is none.` : undefined,
  },
  {
    name: 'all-or-nothing',
    description: 'do nothing at all when some of the plan cannot be done, or does not hold any more',
  },
];
