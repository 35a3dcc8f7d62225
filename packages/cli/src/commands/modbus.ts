import { errorDiagnostic, nearestName } from '@setpoint/model';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';

/** What can be done, with the options that it takes beside those of every action. */
type Action = {
  readonly options: readonly string[];
  /** What must be named after the action. */
  readonly words: readonly string[];
  readonly run: (given: ParsedArguments, io: CommandIo) => Promise<ExitCode>;
};

const actions: Readonly<Record<string, Action>> = {
  read: {
    options: ['inventory', 'type', 'order', 'scale'],
    words: ['node', 'what'],
    run: async (given, io) => (await import('../modbus/read.ts')).readValues(given, io),
  },
  watch: {
    options: ['inventory', 'type', 'order', 'scale', 'interval', 'count'],
    words: ['node', 'what'],
    run: async (given, io) => (await import('../modbus/watch.ts')).watchValues(given, io),
  },
  'import-map': {
    options: ['out', 'force'],
    words: ['file'],
    run: async (given, io) => (await import('../modbus/import-map.ts')).importRegisterMap(given, io),
  },
};

/** `setpoint modbus`: for a person at a bench with a device. */
export const modbus: Command = {
  name: 'modbus',
  summary: 'Read and watch values of a Modbus device, and make a profile from a table',
  description:
    'read shows values of a device, watch shows their changes until Ctrl-C. Values are named by the device profile (speed_setpoint) or by address: holding:107, holding:107-120, input:0, coil:3, discrete:12, counted from 0, or 40108 as on paper. The device is a node of the inventory, or stands in none: tcp://HOST:PORT/UNIT, rtu+tcp://HOST:PORT/UNIT, serial:///dev/ttyUSB0?baud=9600&parity=even&unit=1. import-map makes a device profile from a register map in CSV. Nothing is written on any device.',
  arguments: [
    { name: 'action', required: true, description: 'read, watch or import-map' },
    { name: 'node-or-file', required: true, description: 'node, or address of a device; with import-map the CSV file' },
    { name: 'what', required: false, rest: true, description: 'names of the profile, or addresses' },
  ],
  options: [
    ...playbookOptions.filter(({ name }) => name === 'inventory'),
    {
      name: 'type',
      value: 'TYPE',
      description: 'read addresses as int16, uint32, float32, string, … (default: uint16)',
    },
    { name: 'order', value: 'ORDER', description: 'order of the bytes: ABCD (default), CDAB, BADC or DCBA' },
    { name: 'scale', value: 'NUMBER', description: 'multiply what addresses hold, such as 0.1' },
    {
      name: 'interval',
      value: 'SECONDS',
      description: 'watch: time between readings (default: 1)',
      problemOf: (value) =>
        /^\d{1,5}(?:\.\d{1,3})?$/.test(value) ? undefined : `takes seconds, such as 0.5, and "${value}" is no number.`,
    },
    {
      name: 'count',
      value: 'N',
      description: 'watch: end after so many readings',
      problemOf: (value) =>
        /^[1-9]\d{0,8}$/.test(value) ? undefined : `takes a whole number from 1, and "${value}" is none.`,
    },
    { name: 'out', short: 'o', value: 'FILE', description: 'import-map: write the profile there and do not print it' },
    { name: 'force', description: 'import-map: overwrite a file that is there' },
  ],
  examples: [
    { command: 'setpoint modbus read pump-plc speed_setpoint mode', explanation: 'two registers by their names' },
    {
      command: 'setpoint modbus read tcp://10.1.0.5/3 holding:107-110 --type float32 --order CDAB',
      explanation: 'two values of unit 3 of a device that stands in no inventory',
    },
    { command: 'setpoint modbus watch pump-plc pressure --interval 0.5', explanation: 'each change, twice a second' },
    {
      command: "setpoint modbus watch 'serial:///dev/ttyUSB0?baud=9600&unit=4' input:0 coil:3",
      explanation: 'unit 4 of a serial line, in quotes because of the shell',
    },
    {
      command: 'setpoint modbus import-map map.csv -o profiles/pump.yaml',
      explanation: 'a device profile from the table of a manual',
    },
  ],
  run: async (given, io) => {
    const [name = ''] = given.positional;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    const problem = action === undefined ? unknownAction(name) : misuse(name, action, given);
    if (action !== undefined && problem === undefined) return action.run(given, io);
    const { createReport } = await import('../output/report.ts');
    await createReport(given, io, io.cwd).diagnostics([errorDiagnostic('SP803', problem ?? { detail: '' })]);
    return exitCodes.error;
  },
};

type Problem = { readonly detail: string; readonly hint?: string };

function unknownAction(name: string): Problem {
  const near = nearestName(name, Object.keys(actions));
  const hint = near === undefined ? 'setpoint modbus --help' : `Did you mean ${near}?`;
  return { detail: `There is nothing named "${name}" to do: read, watch and import-map are.`, hint };
}

function misuse(name: string, { options, words }: Action, given: ParsedArguments): Problem | undefined {
  const named = given.positional.length - 1;
  const hint = 'setpoint modbus --help';
  if (named < words.length) return { detail: `\`setpoint modbus ${name}\` needs ${words.join(' and ')}.`, hint };
  const isMany = words.at(-1) === 'what';
  if (!isMany && named > words.length)
    return { detail: `\`setpoint modbus ${name}\` takes one ${words.join(' ')}.`, hint };
  const own = modbus.options.map((option) => option.name);
  const odd = own.find(
    (option) => !options.includes(option) && (given.value(option) !== undefined || given.flag(option)),
  );
  return odd === undefined ? undefined : { detail: `--${odd} means nothing to \`setpoint modbus ${name}\`.`, hint };
}
