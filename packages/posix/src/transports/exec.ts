import type { JsonObject } from '@setpoint/model';
import { CarriedSession } from './carried-session.ts';
import { failureDiagnostic } from './failure-diagnostic.ts';
import { settingsSchema, textListSetting } from './settings.ts';
import type { Transport } from './transport.ts';

/** JSON Schema of the settings under `exec`. */
export const execSettingsSchema: JsonObject = settingsSchema(
  'Reaches the node through a program of this machine that runs a command elsewhere, such as docker exec or chroot.',
  {
    command: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      description:
        'The program and its first arguments; /bin/sh -c COMMAND is added. It must pass standard input on: docker exec needs -i.',
      examples: [
        ['docker', 'exec', '-i', 'web'],
        ['kubectl', 'exec', '-i', 'web-0', '--'],
        ['chroot', '/mnt'],
      ],
    },
  },
  ['command'],
);

/** A shell behind any program that carries standard input and output. */
export const execTransport: Transport = {
  name: 'exec',
  open: async (node, context) => {
    const [program, ...prefix] = textListSetting(node.connection.settings, 'command') ?? [];
    const place = { node: node.name, at: program ?? node.name };
    if (program === undefined) {
      const reason = `The node ${node.name} is reached by exec, and command names no program`;
      return { kind: 'failed', diagnostic: failureDiagnostic({ kind: 'settings', reason }, place) };
    }
    const argv = (command: string): readonly [string, ...string[]] => [program, ...prefix, '/bin/sh', '-c', command];
    return { kind: 'open', session: new CarriedSession({ argv, role: 'carrier', place, parallel: 4 }, context) };
  },
};
