import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectFailure } from '../connect-failure.ts';
import { type Deadline, deadlineIn } from '../deadline.ts';
import { KnownHostsStore } from '../known-hosts/store.ts';
import { Slots } from '../slots.ts';
import { SshConfigResolver } from '../ssh-config/resolver.ts';
import type { TransportContext } from '../transport.ts';
import { SshConnection } from './connection.ts';
import { dial } from './dial.ts';
import { shakeHands } from './handshake.ts';
import { type HostKeyCheck, prepareHostKeyCheck } from './host-key.ts';
import type { NamedMachine } from './jump-name.ts';
import { type JumpLease, JumpPool } from './jump-pool.ts';
import { Keyring } from './keyring.ts';
import { startProxyCommand } from './proxy-command.ts';
import { findRoute } from './route.ts';
import { type SshTarget, targetAddress } from './target.ts';

/** A failure and the machine it happened at, as an index into the hops of the way; the last is the node itself. */
export type ConnectorFailure = {
  readonly kind: 'failed';
  readonly failure: ConnectFailure;
  readonly at: string;
  readonly isJump: boolean;
};

/** Opens SSH connections for one run and shares between nodes what can be shared: keys, known hosts, jump hosts. */
export class SshConnector {
  readonly #resolver = new SshConfigResolver();
  readonly #keyring = new Keyring();
  readonly #knownHosts = new KnownHostsStore();
  readonly #jumps = new JumpPool<ConnectorFailure>();
  readonly #admissions = new Map<string, Slots>();

  /** Finds the way to a machine and logs in. */
  async connect(machine: NamedMachine, context: TransportContext): Promise<SshConnection | ConnectorFailure> {
    const route = await findRoute(machine, { resolver: this.#resolver, context });
    if (route.kind === 'failed') return failedAt(route.failure, machine.settings.host ?? machine.name, false);
    return this.#connectHops(route.hops, context, false);
  }

  async #connectHops(
    hops: readonly SshTarget[],
    context: TransportContext,
    isJump: boolean,
  ): Promise<SshConnection | ConnectorFailure> {
    const target = hops.at(-1);
    if (target === undefined) return failedAt({ kind: 'jump', reason: 'The list of jump hosts is empty' }, '', isJump);
    const way = hops.slice(0, -1);
    if (way.length === 0) return this.#login({ target, context, isJump, door: hops.map(targetAddress).join('>') });
    const lease = await this.#jumps.lease(way, () => this.#connectHops(way, context, true));
    if ('kind' in lease) return lease;
    const result = await this.#login({ target, context, isJump, lease, door: hops.map(targetAddress).join('>') });
    if ('kind' in result) await lease.release();
    return result;
  }

  /** sshd drops connections by chance when ten are not logged in yet (MaxStartups 10:30:100): at most five wait at one door. */
  async #login(login: Login): Promise<SshConnection | ConnectorFailure> {
    const places = this.#admissions.get(login.door) ?? new Slots(loginsAtOnce);
    this.#admissions.set(login.door, places);
    await places.take(admissionTimeoutMs);
    try {
      return await this.#loginPatiently(login);
    } finally {
      places.release();
    }
  }

  /** Tries again when the server hung up before the key exchange, with growing pauses and within one deadline. */
  async #loginPatiently(login: Login): Promise<SshConnection | ConnectorFailure> {
    const { target, isJump } = login;
    const deadline = deadlineIn(target.handshakeTimeoutMs);
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#loginOnce(login, deadline);
      if ('client' in result) return result;
      const pauseMs = firstPauseMs * 2 ** (attempt - 1);
      if (!result.closedEarly || attempt === loginAttempts || deadline.remainingMs() < pauseMs * 2) {
        return failedAt(countAttempts(result.failure, attempt), targetAddress(target), isJump);
      }
      await sleep(pauseMs, undefined, login.context.signal === undefined ? {} : { signal: login.context.signal }).catch(
        () => undefined,
      );
    }
  }

  async #loginOnce({ target, context, lease }: Login, deadline: Deadline): Promise<SshConnection | AttemptFailure> {
    const [hostKey, { offers, problems }, carried] = await Promise.all([
      prepareHostKeyCheck(target, context.knownHostsFile, this.#knownHosts),
      this.#keyring.offersFor(target),
      openCarrier(target, context, { lease, deadline }),
    ]);
    if (carried.kind === 'failed') return { failure: carried.failure, closedEarly: false };
    const { carrier, release } = carried;
    const { user, password, algorithms } = target;
    const { watched, accepted } = watchKey(hostKey);
    const shaken = await shakeHands(carrier, {
      credentials: { user, offers, ...(password === undefined ? {} : { password }) },
      problems,
      hostKey: watched,
      algorithms,
      timeoutMs: deadline.remainingMs(),
      ...(context.signal === undefined ? {} : { signal: context.signal }),
    });
    if (shaken.kind === 'ready') {
      return new SshConnection({ client: shaken.client, carrier, release, silenceLimitMs, ...accepted() });
    }
    await carried.discard();
    return carried.complaint !== undefined && shaken.closedEarly ? proxyFailure(carried.complaint()) : shaken;
  }
}

/** The same check, which remembers the key that it let pass. */
function watchKey(check: HostKeyCheck): {
  readonly watched: HostKeyCheck;
  readonly accepted: () => { readonly hostKey?: Buffer };
} {
  let seen: Buffer | undefined;
  const watched = {
    ...check,
    check: (key: Buffer) => {
      seen = key;
      return check.check(key);
    },
  };
  return { watched, accepted: () => (seen === undefined ? {} : { hostKey: seen }) };
}

type Login = {
  readonly target: SshTarget;
  readonly context: TransportContext;
  readonly isJump: boolean;
  readonly lease?: JumpLease;
  /** The machine and the way to it: what the limit on logins counts by. */
  readonly door: string;
};

type AttemptFailure = { readonly failure: ConnectFailure; readonly closedEarly: boolean };

const loginsAtOnce = 5;
/** A door where a thousand nodes wait must let the last one in; each login has its own deadline. */
const admissionTimeoutMs = 3_600_000;
const loginAttempts = 5;
const firstPauseMs = 250;
/** Three probes, five seconds apart, without a byte in return. */
const silenceLimitMs = 15_000;

type Carried =
  | {
      readonly kind: 'open';
      readonly carrier: Duplex;
      /** For the end of the connection: gives back all that carried it. */
      readonly release: () => Promise<void>;
      /** For a failed try: ends what belongs to this try alone. */
      readonly discard: () => Promise<void>;
      /** Set where a program of this machine carries it: why that program gave up. */
      readonly complaint?: () => string;
    }
  | { readonly kind: 'failed'; readonly failure: ConnectFailure };

async function openCarrier(
  target: SshTarget,
  context: TransportContext,
  { lease, deadline }: { readonly lease: JumpLease | undefined; readonly deadline: Deadline },
): Promise<Carried> {
  const timeoutMs = Math.min(target.connectTimeoutMs, deadline.remainingMs());
  if (lease !== undefined) return openThroughJump(target, lease, timeoutMs);
  if (target.carrier.kind === 'command') {
    const { carrier, end, complaint } = startProxyCommand(target.carrier.command, context.env);
    return { kind: 'open', carrier, release: end, discard: end, complaint };
  }
  const { host, port, family } = target;
  const dialled = await dial({ host, port, family, timeoutMs, ...signalOf(context) });
  if (dialled.kind === 'failed') return dialled;
  return { kind: 'open', carrier: dialled.socket, release: nothing, discard: nothing };
}

async function openThroughJump(target: SshTarget, lease: JumpLease, timeoutMs: number): Promise<Carried> {
  const carrier = await lease.connection.openForward(target.host, target.port, timeoutMs);
  if (typeof carrier === 'string') {
    return { kind: 'failed', failure: { kind: 'unreachable', reason: `seen from the jump host: ${carrier}` } };
  }
  return { kind: 'open', carrier, release: lease.release, discard: nothing };
}

function proxyFailure(complaint: string): AttemptFailure {
  const reason = `the proxy command ended without a connection${complaint === '' ? '' : ` (${complaint})`}`;
  return { failure: { kind: 'unreachable', reason }, closedEarly: false };
}

function signalOf({ signal }: TransportContext): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

async function nothing(): Promise<void> {}

function countAttempts(failure: ConnectFailure, attempts: number): ConnectFailure {
  return failure.kind === 'closed' ? { ...failure, attempts } : failure;
}

function failedAt(failure: ConnectFailure, at: string, isJump: boolean): ConnectorFailure {
  return { kind: 'failed', failure, at, isJump };
}
