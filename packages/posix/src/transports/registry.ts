import { setMaxListeners } from 'node:events';
import type { DriverSettings, JsonObject, Waypoint } from '@setpoint/model';
import { execSettingsSchema, execTransport } from './exec.ts';
import { localSettingsSchema, localTransport } from './local.ts';
import { opensshSettingsSchema } from './openssh/settings.ts';
import { textListSetting } from './settings.ts';
import { sshSettingsSchema } from './ssh/settings.ts';
import type { Transport, TransportContext } from './transport.ts';

/** JSON Schema of each transport's settings, under the inventory key that selects it. */
export const transportSettingsSchemas = {
  local: localSettingsSchema,
  ssh: sshSettingsSchema,
  openssh: opensshSettingsSchema,
  exec: execSettingsSchema,
} as const satisfies Record<string, JsonObject>;

/** What the settings of each transport are, under the inventory key that selects it. */
export const posixDriverSettings: Readonly<Record<TransportName, DriverSettings>> = {
  local: { channel: 'sh', schema: transportSettingsSchemas.local, runsHere: () => 'a shell' },
  ssh: {
    channel: 'sh',
    schema: transportSettingsSchemas.ssh,
    waypoints: jumpHosts,
    runsHere: (settings) => namedPrograms(settings, ['proxy_command', 'config']),
  },
  openssh: {
    channel: 'sh',
    schema: transportSettingsSchemas.openssh,
    waypoints: jumpHosts,
    runsHere: (settings) => namedPrograms(settings, ['options', 'config']),
  },
  exec: { channel: 'sh', schema: transportSettingsSchemas.exec, runsHere: () => 'its `command`' },
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

export type TransportName = keyof typeof transportSettingsSchemas;

/** The settings that hold secrets, by inventory key; their values are to be masked wherever settings are shown. */
export const secretTransportSettings: Readonly<Record<TransportName, readonly string[]>> = {
  local: [],
  ssh: ['password', 'passphrase'],
  openssh: [],
  exec: [],
};

/** Makes the transports for one run; nodes share keys, known hosts, jump hosts and the limit on logins through them. */
export function createTransports(): Readonly<Record<TransportName, Transport>> {
  return { local: localTransport, ssh: lazySsh(), openssh: lazyOpenssh(), exec: execTransport };
}

/** ssh2 is loaded by the first node that needs it: a run without ssh does not pay for it. */
function lazySsh(): Transport {
  const opener = once(async () => (await import('./ssh/open.ts')).createSshOpener());
  return { name: 'ssh', open: async (node, context) => (await opener())(node, forManyNodes(context)) };
}

function lazyOpenssh(): Transport {
  const opener = once(async () => (await import('./openssh/open.ts')).createOpensshOpener());
  return { name: 'openssh', open: async (node, context) => (await opener())(node, forManyNodes(context)) };
}

/** Every node that connects listens to the one signal of the run; Node would warn of a leak at the eleventh. */
function forManyNodes(context: TransportContext): TransportContext {
  if (context.signal !== undefined) setMaxListeners(0, context.signal);
  return context;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
