import { hostname } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { knownHostName } from '../known-hosts/names.ts';
import { localAccount } from '../local-account.ts';
import { expandPath, expandTokens, type TokenValues } from '../ssh-config/expand.ts';
import { type SshOptions, splitWords } from '../ssh-config/parse.ts';
import type { TransportContext } from '../transport.ts';
import { type AlgorithmChoice, chooseAlgorithms } from './algorithms.ts';
import { defaultConnectTimeoutS, defaultHandshakeTimeoutS, type SshSettings } from './settings.ts';

/** One machine to log in to, with everything decided: inventory settings over the ssh configuration over OpenSSH's defaults. */
export type SshTarget = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** 0 for either. */
  readonly family: 0 | 4 | 6;
  /** The name known_hosts files keep it under. */
  readonly hostKeyName: string;
  /** The same without the port, which OpenSSH looks up too; undefined where an alias is set or the port is 22. */
  readonly portlessKeyName?: string;
  readonly knownHostsFiles: readonly string[];
  readonly acceptNewHostKeys: boolean;
  readonly identityFiles: readonly string[];
  /** True when the files were named by somebody, so that one missing is worth telling. */
  readonly identitiesNamed: boolean;
  readonly identitiesOnly: boolean;
  readonly agentSocket?: string;
  readonly passphrase?: string;
  readonly password?: string;
  readonly algorithms: AlgorithmChoice;
  readonly connectTimeoutMs: number;
  readonly handshakeTimeoutMs: number;
  readonly carrier: SshCarrier;
};

/** What carries the connection to a target, before jump hosts are resolved to targets themselves. */
export type SshCarrier =
  | { readonly kind: 'tcp' }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'jump'; readonly hosts: readonly string[]; readonly from: 'inventory' | 'configuration' };

/** `user@host:port`, the form in which messages name a machine. */
export function targetAddress({ user, host, port }: Pick<SshTarget, 'user' | 'host' | 'port'>): string {
  return `${user}@${host.includes(':') ? `[${host}]` : host}${port === 22 ? '' : `:${port}`}`;
}

/** Decides everything about a machine from the inventory's settings and the ssh configuration's options. */
export function decideTarget(
  name: string,
  sources: { readonly settings: SshSettings; readonly options: SshOptions },
  context: TransportContext,
): SshTarget {
  const { settings, options } = sources;
  const address = decideAddress(name, sources, context);
  const values = tokenValues(name, address, context);
  const alias = settings.hostKeyAlias ?? meaningful(first(options, 'hostkeyalias'));
  return {
    ...address,
    family: familyOf(first(options, 'addressfamily')),
    hostKeyName: alias?.toLowerCase() ?? knownHostName(address.host, address.port),
    ...(alias !== undefined || address.port === 22 ? {} : { portlessKeyName: knownHostName(address.host, 22) }),
    knownHostsFiles: decideKnownHosts(sources, values, context),
    acceptNewHostKeys: context.acceptNewHostKeys || acceptsNew(first(options, 'stricthostkeychecking')),
    ...decideIdentities(sources, values, context),
    ...(settings.passphrase === undefined ? {} : { passphrase: settings.passphrase }),
    ...(settings.password === undefined ? {} : { password: settings.password }),
    algorithms: chooseAlgorithms(options),
    ...decideTimes(sources),
    carrier: decideCarrier(sources, values),
  };
}

type Sources = { readonly settings: SshSettings; readonly options: SshOptions };
type Address = { readonly host: string; readonly port: number; readonly user: string };

function decideAddress(name: string, { settings, options }: Sources, { env }: TransportContext): Address {
  return {
    host: first(options, 'hostname') ?? settings.host ?? name,
    port: settings.port ?? Number(first(options, 'port') ?? 22),
    user: settings.user ?? first(options, 'user') ?? localAccount(env).name,
  };
}

function tokenValues(name: string, address: Address, { home, env }: TransportContext): TokenValues {
  return { ...address, name, home, env, localUser: localAccount(env).name, localHost: hostname() };
}

function decideKnownHosts(
  { settings, options }: Sources,
  values: TokenValues,
  { home, knownHostsFile, projectDir }: TransportContext,
): readonly string[] {
  const user = settings.knownHosts ?? configuredFiles(options, 'userknownhostsfile') ?? defaultUserFiles;
  const machine = configuredFiles(options, 'globalknownhostsfile') ?? defaultMachineFiles;
  const files = [...user, ...machine].filter((file) => file !== 'none');
  return [...files.map((file) => absolutePath(expandPath(file, { ...values, home }), projectDir)), knownHostsFile];
}

const defaultUserFiles = ['~/.ssh/known_hosts', '~/.ssh/known_hosts2'];
const defaultMachineFiles = ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2'];

function configuredFiles(options: SshOptions, name: string): readonly string[] | undefined {
  const value = first(options, name);
  return value === undefined ? undefined : splitWords(value);
}

function decideIdentities(
  { settings, options }: Sources,
  values: TokenValues,
  context: TransportContext,
): Pick<SshTarget, 'identityFiles' | 'identitiesNamed' | 'identitiesOnly' | 'agentSocket'> {
  const configured = options.get('identityfile')?.flatMap((value) => splitWords(value));
  const files = settings.identityFiles ?? configured ?? defaultIdentityFiles;
  const socket = decideAgent({ settings, options }, values, context);
  return {
    identityFiles: files
      .filter((file) => file !== 'none')
      .map((file) => absolutePath(expandPath(file, values), context.projectDir)),
    identitiesNamed: files.some((file) => !defaultIdentityNames.test(file)),
    identitiesOnly: settings.identitiesOnly ?? first(options, 'identitiesonly') === 'yes',
    ...(socket === undefined ? {} : { agentSocket: socket }),
  };
}

const defaultIdentityFiles = ['~/.ssh/id_rsa', '~/.ssh/id_ecdsa', '~/.ssh/id_ed25519'];
const defaultIdentityNames = /^~\/\.ssh\/id_(?:rsa|dsa|xmss|ecdsa|ecdsa_sk|ed25519|ed25519_sk)$/;

/** IdentityAgent: `none`, `SSH_AUTH_SOCK`, `$VARIABLE` or a path (ssh_config(5)). */
function decideAgent(
  { settings, options }: Sources,
  values: TokenValues,
  { env, projectDir }: TransportContext,
): string | undefined {
  const setting = settings.identityAgent ?? first(options, 'identityagent') ?? 'SSH_AUTH_SOCK';
  if (setting === 'none') return undefined;
  if (setting === 'SSH_AUTH_SOCK') return env['SSH_AUTH_SOCK'] || undefined;
  const variable = /^\$(\w+)$/.exec(setting)?.[1];
  if (variable !== undefined) return env[variable] || undefined;
  return absolutePath(expandPath(setting, values), projectDir);
}

function decideTimes({ settings, options }: Sources): Pick<SshTarget, 'connectTimeoutMs' | 'handshakeTimeoutMs'> {
  const configured = Number(first(options, 'connecttimeout'));
  const connectTimeoutMs =
    settings.connectTimeoutMs ?? (configured > 0 ? configured * 1000 : defaultConnectTimeoutS * 1000);
  return {
    connectTimeoutMs,
    handshakeTimeoutMs: settings.handshakeTimeoutMs ?? Math.max(defaultHandshakeTimeoutS * 1000, connectTimeoutMs),
  };
}

function decideCarrier({ settings, options }: Sources, values: TokenValues): SshCarrier {
  if (settings.jump !== undefined) return jumpCarrier(settings.jump, 'inventory');
  if (settings.proxyCommand !== undefined) return commandCarrier(settings.proxyCommand, values);
  const configuredJump = meaningful(first(options, 'proxyjump'));
  if (configuredJump !== undefined) return jumpCarrier(configuredJump.split(','), 'configuration');
  return commandCarrier(first(options, 'proxycommand') ?? 'none', values);
}

function jumpCarrier(hosts: readonly string[], from: 'inventory' | 'configuration'): SshCarrier {
  const named = hosts.filter((host) => host !== 'none');
  return named.length === 0 ? { kind: 'tcp' } : { kind: 'jump', hosts: named, from };
}

function commandCarrier(command: string, values: TokenValues): SshCarrier {
  return command === 'none' ? { kind: 'tcp' } : { kind: 'command', command: expandTokens(command, values) };
}

function first(options: SshOptions, name: string): string | undefined {
  return options.get(name)?.[0];
}

function meaningful(value: string | undefined): string | undefined {
  return value === undefined || value === 'none' || value === '' ? undefined : value;
}

function familyOf(value: string | undefined): 0 | 4 | 6 {
  if (value === 'inet') return 4;
  return value === 'inet6' ? 6 : 0;
}

/** `no` is taken as accept-new: an unknown key may be pinned, a changed one is never accepted. */
function acceptsNew(value: string | undefined): boolean {
  return value === 'accept-new' || value === 'no' || value === 'off' || value === 'false';
}

function absolutePath(path: string, base: string): string {
  return isAbsolute(path) ? path : join(base, path);
}
