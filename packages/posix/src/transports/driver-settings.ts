import type { DriverSettings, JsonObject, Waypoint } from '@setpoint/model';
import { opensshSettingsSchema } from './openssh/settings.ts';
import { settingsSchema, textListSetting } from './settings.ts';
import { sshSettingsSchema } from './ssh/settings.ts';

const localSettingsSchema: JsonObject = settingsSchema('Acts on the machine that runs setpoint.', {});

const execSettingsSchema: JsonObject = settingsSchema(
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

/** JSON Schema of each transport's settings, under the inventory key that selects it. */
const schemas = {
  local: localSettingsSchema,
  ssh: sshSettingsSchema,
  openssh: opensshSettingsSchema,
  exec: execSettingsSchema,
} as const satisfies Record<string, JsonObject>;

/** What the settings of each transport are, under the inventory key that selects it. */
export const posixDriverSettings: Readonly<Record<TransportName, DriverSettings>> = {
  local: { channel: 'sh', schema: schemas.local, runsHere: () => 'a shell' },
  ssh: {
    channel: 'sh',
    schema: schemas.ssh,
    waypoints: jumpHosts,
    runsHere: (settings) => namedPrograms(settings, ['proxy_command', 'config']),
  },
  openssh: {
    channel: 'sh',
    schema: schemas.openssh,
    waypoints: jumpHosts,
    runsHere: (settings) => namedPrograms(settings, ['options', 'config']),
  },
  exec: { channel: 'sh', schema: schemas.exec, runsHere: () => 'its `command`' },
};

/** Settings that name programs, or a file of ssh_config(5) that may name some. */
function namedPrograms(settings: JsonObject, keys: readonly string[]): string | undefined {
  const given = keys.filter((key) => settings[key] !== undefined && settings[key] !== false);
  return given.length === 0 ? undefined : `what its ${given.map((key) => `\`${key}\``).join(' and ')} says`;
}

/** A jump host may be a node or an address. */
function jumpHosts(settings: JsonObject): readonly Waypoint[] {
  const jump = textListSetting(settings, 'jump') ?? [];
  return jump.map((node) => ({ property: 'jump', node, mustBeNode: false }));
}

/** How a host is reached: the inventory keys of this family. */
export type TransportName = keyof typeof schemas;

/** The settings that hold secrets, by inventory key; their values are to be masked wherever settings are shown. */
export const secretTransportSettings: Readonly<Record<TransportName, readonly string[]>> = {
  local: [],
  ssh: ['password', 'passphrase'],
  openssh: [],
  exec: [],
};
