import type { Diagnostic } from '@setpoint/model';
import type { HostLease, HostLeases } from '@setpoint/posix';
import { type FindHostWay, type HostProcess, HostWayFailure } from '@setpoint/sql';

/** Lets databases be reached through hosts of the inventory. */
export function hostWays(hosts: HostLeases): FindHostWay {
  return (name) => {
    const lease = hosts.lease(name);
    if (typeof lease === 'string') return lease;
    return {
      stream: async (to) => opened(await lease.stream(to)),
      start: async (script, account) => hostProcess(opened(await lease.start(script, account))),
      close: lease.close,
    };
  };
}

function opened<Value extends object>(result: Value | Diagnostic | string): Exclude<Value, Diagnostic> {
  if (typeof result === 'string') throw new HostWayFailure(result);
  if ('code' in result && 'severity' in result) throw new HostWayFailure(result.detail, result);
  return result as Exclude<Value, Diagnostic>;
}

type Started = Exclude<Awaited<ReturnType<HostLease['start']>>, Diagnostic>;

function hostProcess(process: Started): HostProcess {
  const { stdin, stdout, stderr, abandon } = process;
  const exited = process.exited.then((status) => {
    if (status.kind === 'exited') return status.code;
    return status.kind === 'signalled' ? `ended by ${status.signal}` : status.reason;
  });
  return { stdin, stdout, stderr, exited, abandon };
}
