import type { ConnectFailure } from '../connect-failure.ts';
import { type NamedMachine, nameMachine } from '../ssh/jump-name.ts';
import { splitWords } from '../ssh-config/parse.ts';
import type { SshConfigResolver } from '../ssh-config/resolver.ts';
import type { TransportContext } from '../transport.ts';
import type { SshMachine } from './arguments.ts';
import type { OpensshSettings } from './settings.ts';

/** Jump hosts of the inventory first, the node last. Jump hosts of the ssh configuration are left to ssh itself. */
export async function nameMachines(
  node: { readonly name: string; readonly settings: OpensshSettings },
  world: { readonly resolver: SshConfigResolver; readonly context: TransportContext },
): Promise<readonly [SshMachine, ...SshMachine[]] | ConnectFailure> {
  const { name, settings } = node;
  const jumps: SshMachine[] = [];
  for (const host of settings.jump ?? []) {
    if (host === 'none') continue;
    const machine = nameMachine(host, settings, world.context.resolveNode(host));
    if (typeof machine === 'string') return { kind: 'jump', reason: machine };
    jumps.push({ ...machine, userKnownHosts: await userKnownHosts(machine, world), extraOptions: [] });
  }
  const last = {
    name,
    settings,
    userKnownHosts: await userKnownHosts(node, world),
    extraOptions: settings.extraOptions,
  };
  const [first, ...others] = jumps;
  return first === undefined ? [last] : [first, ...others, last];
}

/** The files that ssh would read for this machine, so that naming the project's does not hide them. */
async function userKnownHosts(
  { name, settings }: NamedMachine,
  { resolver, context }: { readonly resolver: SshConfigResolver; readonly context: TransportContext },
): Promise<readonly string[]> {
  if (settings.knownHosts !== undefined) return settings.knownHosts;
  const { config, user, port } = settings;
  const question = {
    name: settings.host ?? name,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...(config === undefined ? {} : { config }),
  };
  const answer = await resolver.resolve(question, context);
  const configured = answer.kind === 'options' ? answer.options.get('userknownhostsfile')?.[0] : undefined;
  const files = configured === undefined ? ['~/.ssh/known_hosts', '~/.ssh/known_hosts2'] : splitWords(configured);
  return files.filter((file) => file !== 'none' && file !== '/dev/null');
}
