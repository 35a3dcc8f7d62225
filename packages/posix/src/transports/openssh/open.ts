import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NodeSpec } from '@setpoint/model';
import { execa } from 'execa';
import { CarriedSession } from '../carried-session.ts';
import type { ConnectFailure } from '../connect-failure.ts';
import { failureDiagnostic } from '../failure-diagnostic.ts';
import { defaultConnectTimeoutS } from '../ssh/settings.ts';
import { definedOnly, SshConfigResolver } from '../ssh-config/resolver.ts';
import type { OpenResult, Session, TransportContext } from '../transport.ts';
import { sshArguments } from './arguments.ts';
import { classifySshError } from './classify.ts';
import { nameMachines } from './machines.ts';
import { readOpensshSettings } from './settings.ts';

/** Opens sessions through the installed ssh program. */
export type OpensshOpener = (node: NodeSpec, context: TransportContext) => Promise<OpenResult>;

/** Makes an opener for one run. Each node gets one connection, which all its commands share through a private control socket. */
export function createOpensshOpener(): OpensshOpener {
  const resolver = new SshConfigResolver();
  return async (node, context) => {
    const settings = readOpensshSettings(node.connection.settings);
    const at = settings.host ?? node.name;
    const fail = (failure: ConnectFailure): OpenResult => ({
      kind: 'failed',
      diagnostic: failureDiagnostic(failure, { node: node.name, at }),
    });
    if (at.startsWith('-')) return fail({ kind: 'settings', reason: `The address ${at} starts with a dash` });
    const machines = await nameMachines({ name: node.name, settings }, { resolver, context });
    if ('kind' in machines) return fail(machines);
    const controlDir = await mkdtemp(join('/tmp', 'setpoint-ssh-'));
    const args = ['-o', `ControlPath=${join(controlDir, 'c')}`, ...sshArguments(machines, context)];
    const failure = await openMaster({ args, at, context, timeoutMs: openTimeoutMs(settings.connectTimeoutMs) });
    if (failure !== undefined) {
      await rm(controlDir, { recursive: true, force: true });
      return fail(failure);
    }
    return { kind: 'open', session: sharedSession({ node: node.name, at }, args, { context, controlDir }) };
  };
}

/** A silent peer is given up by ConnectTimeout and the server's login time; this is the end in any case. */
function openTimeoutMs(connectTimeoutMs: number | undefined): number {
  return (connectTimeoutMs ?? defaultConnectTimeoutS * 1000) + 20_000;
}

type Opening = {
  readonly args: readonly string[];
  readonly at: string;
  readonly context: TransportContext;
  readonly timeoutMs: number;
};

/** Logs in and leaves the connection open in the background; it ends by itself a minute after its last command. */
async function openMaster({ args, at, context, timeoutMs }: Opening): Promise<ConnectFailure | undefined> {
  const master = ['-o', 'ControlMaster=yes', '-o', 'ControlPersist=60', ...args, 'true'];
  const result = await execa('ssh', master, {
    env: { ...definedOnly(context.env), LC_ALL: 'C' },
    extendEnv: false,
    reject: false,
    stdin: 'ignore',
    stdout: 'ignore',
    timeout: timeoutMs,
    detached: true,
    ...(context.signal === undefined ? {} : { cancelSignal: context.signal }),
  });
  if (result.isCanceled) return { kind: 'interrupted' };
  if (result.timedOut) return { kind: 'unreachable', reason: `ssh did not log in within ${timeoutMs / 1000} s` };
  if (result.code === 'ENOENT') return { kind: 'program', program: 'ssh', reason: 'it is not installed' };
  return result.exitCode === 255 || result.exitCode === undefined ? classifySshError(result.stderr, at) : undefined;
}

function sharedSession(
  place: { readonly node: string; readonly at: string },
  args: readonly string[],
  { context, controlDir }: { readonly context: TransportContext; readonly controlDir: string },
): Session {
  const argv = (command: string): readonly [string, ...string[]] => ['ssh', '-o', 'ControlMaster=no', ...args, command];
  const session = new CarriedSession({ argv, role: 'ssh', place, parallel: 4 }, context);
  return {
    start: (command) => session.start(command),
    close: async () => {
      await session.close();
      await execa('ssh', ['-O', 'exit', ...args], {
        env: definedOnly(context.env),
        extendEnv: false,
        reject: false,
        stdio: 'ignore',
        timeout: 5000,
      });
      await rm(controlDir, { recursive: true, force: true });
    },
  };
}
