import { delimiter, join } from 'node:path';

/** The environment variable that names the `main.js` of a build; where it is set, tests run that and not the sources. */
export const builtProgramVariable = 'SETPOINT_TEST_PROGRAM';

/** How a test runs the command line as a process: what Node gets before the words of a command, and what is added to the environment. */
export type SetpointProgram = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };

const packages = join(import.meta.dirname, '../packages');
const sources = join(packages, 'cli/src/main.ts');

/** Where the checkout has what people install beside the program when they need it. */
const optionalPackages = ['modbus', 'sql'].map((name) => join(packages, name, 'node_modules'));

/** The build that the whole run of tests made, which starts in a tenth of the time; in a single suite, the sources. */
export function setpointProgram(): SetpointProgram {
  const built = process.env[builtProgramVariable] ?? '';
  if (built === '') return { args: ['--conditions=@setpoint/source', sources], env: {} };
  const code = join(built, '..', 'code');
  return { args: [built], env: { NODE_COMPILE_CACHE: code, NODE_PATH: optionalPackages.join(delimiter) } };
}
