import { isAbsolute, join } from 'node:path';
import { defaultConnectTimeoutS, type SshSettings } from '../ssh/settings.ts';
import type { TransportContext } from '../transport.ts';

/** One machine for the ssh program: how it is named on the command line, and its settings. */
export type SshMachine = {
  readonly name: string;
  readonly settings: SshSettings;
  /** known_hosts files of the user, before the project's. */
  readonly userKnownHosts: readonly string[];
  readonly extraOptions: readonly string[];
};

/**
 * The arguments of ssh up to and with the host name, without a command. The last machine is the node, those before it are jump hosts.
 * A jump host goes into a ProxyCommand of its own, since `ssh -J` would not take the options along: it could ask on a terminal, and
 * would not know the project's host keys.
 */
export function sshArguments(
  machines: readonly [SshMachine, ...SshMachine[]],
  context: TransportContext,
): readonly string[] {
  const machine = machines[machines.length - 1] ?? machines[0];
  const [first, ...others] = machines.slice(0, -1);
  const proxy = first === undefined ? undefined : proxyCommand([first, ...others], context);
  return [
    ...configArguments(machine.settings, context),
    ...Object.entries({ ...safetyOptions(machine, context), ...machineOptions(machine.settings, context) }).flatMap(
      ([name, value]) => ['-o', `${name}=${value}`],
    ),
    ...identityArguments(machine.settings, context),
    ...machine.extraOptions.flatMap((option) => ['-o', option]),
    ...(proxy === undefined ? [] : ['-o', `ProxyCommand=${proxy}`]),
    '--',
    machine.settings.host ?? machine.name,
  ];
}

function proxyCommand(machines: readonly [SshMachine, ...SshMachine[]], context: TransportContext): string {
  const inner = sshArguments(machines, context);
  const hostAt = inner.length - 2;
  const words = [...inner.slice(0, hostAt), '-W', forwardTokens, ...inner.slice(hostAt)];
  // ssh expands % in a ProxyCommand; only the two of -W are meant for this level.
  return ['ssh', ...words].map((word) => quote(word === forwardTokens ? word : word.replaceAll('%', '%%'))).join(' ');
}

const forwardTokens = '[%h]:%p';

function configArguments({ config }: SshSettings, { projectDir }: TransportContext): readonly string[] {
  if (config === undefined) return [];
  return ['-F', config === false ? 'none' : absolute(config, projectDir)];
}

/** Never ask, never trust a key on its own, notice a dead peer within 20 s. */
function safetyOptions(
  { userKnownHosts, settings }: SshMachine,
  { acceptNewHostKeys, knownHostsFile }: TransportContext,
): Readonly<Record<string, string>> {
  // ssh writes a new key to the first file that is named.
  const files = acceptNewHostKeys ? [knownHostsFile, ...userKnownHosts] : [...userKnownHosts, knownHostsFile];
  return {
    BatchMode: 'yes',
    StrictHostKeyChecking: acceptNewHostKeys ? 'accept-new' : 'yes',
    UserKnownHostsFile: files.map(configWord).join(' '),
    HashKnownHosts: 'no',
    UpdateHostKeys: 'no',
    ServerAliveInterval: '5',
    ServerAliveCountMax: '2',
    ConnectTimeout: String(Math.ceil((settings.connectTimeoutMs ?? defaultConnectTimeoutS * 1000) / 1000)),
    RequestTTY: 'no',
    ForwardX11: 'no',
    ClearAllForwardings: 'yes',
    PermitLocalCommand: 'no',
    LogLevel: 'INFO',
  };
}

function machineOptions(settings: SshSettings, { projectDir }: TransportContext): Readonly<Record<string, string>> {
  const { user, port, identitiesOnly, identityAgent, hostKeyAlias } = settings;
  return {
    ...(user === undefined ? {} : { User: user }),
    ...(port === undefined ? {} : { Port: String(port) }),
    ...(identitiesOnly === undefined ? {} : { IdentitiesOnly: identitiesOnly ? 'yes' : 'no' }),
    ...(identityAgent === undefined ? {} : { IdentityAgent: agentWord(identityAgent, projectDir) }),
    ...(hostKeyAlias === undefined ? {} : { HostKeyAlias: hostKeyAlias }),
  };
}

function agentWord(agent: string, projectDir: string): string {
  return agent === 'none' || agent === 'SSH_AUTH_SOCK' || agent.startsWith('$')
    ? agent
    : configWord(absolute(agent, projectDir));
}

function identityArguments({ identityFiles = [] }: SshSettings, { projectDir }: TransportContext): readonly string[] {
  return identityFiles.flatMap((file) => ['-o', `IdentityFile=${configWord(absolute(file, projectDir))}`]);
}

function absolute(path: string, base: string): string {
  return isAbsolute(path) || path.startsWith('~') ? path : join(base, path);
}

/** A word of an ssh option, quoted where it holds blanks (ssh_config(5)). */
function configWord(word: string): string {
  return /[\s"\\]/.test(word) ? `"${word.replaceAll(/(["\\])/g, '\\$1')}"` : word;
}

/** One word for the shell that runs a ProxyCommand. */
function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
