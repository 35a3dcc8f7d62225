import type { ConnectFailure } from '../connect-failure.ts';
import type { SshOptions } from '../ssh-config/parse.ts';
import type { SshConfigResolver } from '../ssh-config/resolver.ts';
import type { TransportContext } from '../transport.ts';
import { type NamedMachine, nameMachine } from './jump-name.ts';
import { decideTarget, type SshTarget } from './target.ts';

/** The machines to log in to one after the other: jump hosts first, the node last. */
export type Route =
  | { readonly kind: 'route'; readonly hops: readonly SshTarget[] }
  | { readonly kind: 'failed'; readonly failure: ConnectFailure };

/** What finding a route needs. */
export type RouteWorld = { readonly resolver: SshConfigResolver; readonly context: TransportContext };

/**
 * Finds the way to a node. Jump hosts take their own settings and configuration; of a list, the first may lie behind further jump
 * hosts of its own and each following one lies behind the one before. A circle is a failure.
 */
export async function findRoute(
  machine: NamedMachine,
  world: RouteWorld,
  trail: readonly string[] = [],
): Promise<Route> {
  if (trail.includes(machine.name)) {
    return jumpFailure(`The jump hosts lead in a circle: ${[...trail, machine.name].join(' → ')}`);
  }
  const answer = await askConfiguration(machine, world);
  if (answer.kind === 'failed') return answer;
  const target = decideTarget(machine.name, { settings: machine.settings, options: answer.options }, world.context);
  if (target.carrier.kind !== 'jump') return { kind: 'route', hops: [target] };
  const way = await findJumps(target.carrier, machine, { world, trail: [...trail, machine.name] });
  return way.kind === 'failed' ? way : { kind: 'route', hops: [...way.hops, target] };
}

async function askConfiguration(
  { name, settings }: NamedMachine,
  { resolver, context }: RouteWorld,
): Promise<
  | { readonly kind: 'options'; readonly options: SshOptions }
  | { readonly kind: 'failed'; readonly failure: ConnectFailure }
> {
  const { config, user, port } = settings;
  const question = {
    name: settings.host ?? name,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...(config === undefined ? {} : { config }),
  };
  const answer = await resolver.resolve(question, context);
  if (answer.kind === 'failed') return { kind: 'failed', failure: { kind: 'configuration', reason: answer.reason } };
  return { kind: 'options', options: answer.kind === 'none' ? new Map() : answer.options };
}

type Jumps = Extract<SshTarget['carrier'], { readonly kind: 'jump' }>;

async function findJumps(
  { hosts, from }: Jumps,
  origin: NamedMachine,
  { world, trail }: { readonly world: RouteWorld; readonly trail: readonly string[] },
): Promise<Route> {
  const hops: SshTarget[] = [];
  for (const host of hosts) {
    const machine = nameMachine(
      host,
      origin.settings,
      from === 'inventory' ? world.context.resolveNode(host) : undefined,
    );
    if (typeof machine === 'string') return jumpFailure(machine);
    const behind = hops.length > 0;
    const found = await findRoute(behind ? withoutJump(machine) : machine, world, trail);
    if (found.kind === 'failed') return found;
    hops.push(...found.hops);
  }
  return { kind: 'route', hops };
}

function withoutJump({ name, settings }: NamedMachine): NamedMachine {
  return { name, settings: { ...settings, jump: [] } };
}

function jumpFailure(reason: string): Route {
  return { kind: 'failed', failure: { kind: 'jump', reason } };
}
