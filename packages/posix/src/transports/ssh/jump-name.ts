import type { NodeSpec } from '@setpoint/model';
import { readSshSettings, type SshSettings } from './settings.ts';

/** One machine as it is named: by the inventory, by the ssh configuration, or as `user@host:port`. */
export type NamedMachine = { readonly name: string; readonly settings: SshSettings };

/** Reads one jump host: a node of the inventory, else `user@host:port`. Gives the machine, or the reason why the text names none. */
export function nameMachine(text: string, origin: SshSettings, node: NodeSpec | undefined): NamedMachine | string {
  if (node !== undefined) {
    const { driver, settings } = node.connection;
    if (driver === 'ssh' || driver === 'openssh') return { name: node.name, settings: readSshSettings(settings) };
    return `The jump host ${text} is a node that is reached by ${driver}, not by ssh`;
  }
  const [, user, bracketed, plain, port] = jumpPattern.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) return `The jump host ${text} is neither a node nor of the form user@host:port`;
  return {
    name: host,
    settings: {
      host,
      ...(user === undefined ? {} : { user }),
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(origin.config === undefined ? {} : { config: origin.config }),
      ...(origin.knownHosts === undefined ? {} : { knownHosts: origin.knownHosts }),
    },
  };
}

/** `[user@]host[:port]`, IPv6 in brackets, with or without `ssh://`. */
const jumpPattern =
  /^(?:ssh:\/\/)?(?:([^@\s]+)@)?(?:\[([0-9a-fA-F:.%\w]+)\]|([^@:\s[\]-][^@:\s[\]]*))(?::(\d{1,5}))?\/?$/;
