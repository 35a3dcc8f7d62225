import type { JsonObject } from '@setpoint/model';
import { type Settings, settingsSchema, textListSchema, textListSetting, textSchema } from '../settings.ts';
import { addressSchemas, knownHostSchemas, readSshSettings, type SshSettings } from '../ssh/settings.ts';

/** What the inventory says under `openssh`: the settings of `ssh` that the ssh program can take, and options of its own. */
export type OpensshSettings = SshSettings & { readonly extraOptions: readonly string[] };

/** JSON Schema of the settings under `openssh`. */
export const opensshSettingsSchema: JsonObject = settingsSchema(
  'Reaches the node with the installed ssh program: certificates, security keys, Kerberos, and every option of ssh_config(5). It never asks for anything.',
  {
    ...addressSchemas,
    identity_file: textListSchema('Private key files to log in with; a certificate beside a key is used too.'),
    identities_only: {
      type: 'boolean',
      description: 'Offers only the keys of identity_file, even when the agent holds more.',
    },
    identity_agent: textSchema('Socket of the key agent, SSH_AUTH_SOCK for the one of the environment, or none.'),
    jump: textListSchema('Jump hosts on the way, in order: names of other nodes, or user@host:port.'),
    ...knownHostSchemas,
    options: textListSchema('Further options in the form Keyword=value, as ssh -o takes them.'),
  },
);

/** Reads the settings under `openssh`, which are valid against `opensshSettingsSchema`. */
export function readOpensshSettings(settings: Settings): OpensshSettings {
  return { ...readSshSettings(settings), extraOptions: textListSetting(settings, 'options') ?? [] };
}
