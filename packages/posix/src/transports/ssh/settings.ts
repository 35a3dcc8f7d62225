import type { JsonObject } from '@setpoint/model';
import {
  flagSetting,
  numberSetting,
  portSchema,
  type Settings,
  secondsSchema,
  settingsSchema,
  textListSchema,
  textListSetting,
  textSchema,
  textSetting,
} from '../settings.ts';

/** What the inventory says under `ssh`; what it leaves out comes from the user's ssh configuration, then from OpenSSH's defaults. */
export type SshSettings = {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly identityFiles?: readonly string[];
  readonly identitiesOnly?: boolean;
  /** A socket path, `SSH_AUTH_SOCK`, or `none`. */
  readonly identityAgent?: string;
  readonly passphrase?: string;
  readonly password?: string;
  readonly jump?: readonly string[];
  readonly proxyCommand?: string;
  readonly hostKeyAlias?: string;
  readonly knownHosts?: readonly string[];
  readonly config?: string | false;
  readonly connectTimeoutMs?: number;
  readonly handshakeTimeoutMs?: number;
};

/** The default time for a TCP connection. */
export const defaultConnectTimeoutS = 10;
/** The default time from the first packet to a login, retries included. */
export const defaultHandshakeTimeoutS = 20;

/** Settings of every transport that speaks ssh: where a node is, and as whom one logs in. */
export const addressSchemas = {
  host: textSchema('Address to connect to. Default: the name of the node.'),
  port: portSchema('TCP port. Default: from the ssh configuration, else 22.'),
  user: textSchema('Login account. Default: from the ssh configuration, else the account that runs setpoint.'),
} as const;

/** Settings of every transport that speaks ssh: by what a node is known, and what is read besides. */
export const knownHostSchemas = {
  host_key_alias: textSchema('Name to look the host key up under, instead of the address.'),
  known_hosts: textListSchema(
    'known_hosts files to read instead of the user’s; the machine’s and the project’s are read in any case.',
  ),
  config: {
    description:
      'An ssh configuration file to use instead of ~/.ssh/config and /etc/ssh/ssh_config, or false for none.',
    anyOf: [{ type: 'string', minLength: 1 }, { const: false }],
  },
  connect_timeout: secondsSchema('Longest time in seconds for the TCP connection.', defaultConnectTimeoutS),
} as const;

/** JSON Schema of the settings under `ssh`. */
export const sshSettingsSchema: JsonObject = settingsSchema(
  'Reaches the node with the built-in SSH client. Every setting wins over the user’s ssh configuration, which fills in what is left out.',
  {
    ...addressSchemas,
    identity_file: textListSchema(
      'Private key files to log in with, tried in this order; `~` is the home directory. Default: from the ssh configuration, else ~/.ssh/id_rsa, id_ecdsa and id_ed25519.',
    ),
    identities_only: {
      type: 'boolean',
      description:
        'Offers only the keys of identity_file, even when the agent holds more. Default: from the ssh configuration, else false.',
    },
    identity_agent: textSchema('Socket of the key agent, SSH_AUTH_SOCK for the one of the environment, or none.'),
    passphrase: textSchema('Passphrase of the private key files. Give it as a secret.'),
    password: textSchema('Password of the login account, tried once after the keys. Give it as a secret.'),
    jump: textListSchema(
      'Jump hosts on the way, in order: names of other nodes, or user@host:port. none for no jump host. Each is verified by its own host key.',
    ),
    proxy_command: textSchema(
      'Command whose standard input and output carry the connection; %h and %p are the address and the port. none for no command.',
    ),
    ...knownHostSchemas,
    handshake_timeout: secondsSchema(
      'Longest time in seconds until the login is done, all attempts together.',
      defaultHandshakeTimeoutS,
    ),
  },
);

/** Reads the settings under `ssh`, which are valid against `sshSettingsSchema`. */
export function readSshSettings(settings: Settings): SshSettings {
  return {
    ...optional('host', textSetting(settings, 'host')),
    ...optional('port', numberSetting(settings, 'port')),
    ...optional('user', textSetting(settings, 'user')),
    ...optional('identityFiles', textListSetting(settings, 'identity_file')),
    ...optional('identitiesOnly', flagSetting(settings, 'identities_only')),
    ...optional('identityAgent', textSetting(settings, 'identity_agent')),
    ...optional('passphrase', textSetting(settings, 'passphrase')),
    ...optional('password', textSetting(settings, 'password')),
    ...optional('jump', textListSetting(settings, 'jump')),
    ...optional('proxyCommand', textSetting(settings, 'proxy_command')),
    ...optional('hostKeyAlias', textSetting(settings, 'host_key_alias')),
    ...optional('knownHosts', textListSetting(settings, 'known_hosts')),
    ...optional('config', settings['config'] === false ? (false as const) : textSetting(settings, 'config')),
    ...optional('connectTimeoutMs', milliseconds(numberSetting(settings, 'connect_timeout'))),
    ...optional('handshakeTimeoutMs', milliseconds(numberSetting(settings, 'handshake_timeout'))),
  };
}

/** A record with one member, or with none when the value is undefined: optional members are never set to undefined. */
export function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value });
}

function milliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}
