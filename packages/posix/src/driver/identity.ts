import type { RunAs } from '@setpoint/model';
import type { Identity } from '../program/bootstrap.ts';

/** The account for one resource: its own `sudo` wins over the node's; true means root, false the login account. */
export function identityFor(nodeSudo: string | boolean | undefined, runAs: RunAs): Identity {
  const setting = runAs ?? nodeSudo ?? false;
  if (setting === false) return { kind: 'login' };
  return { kind: 'sudo', account: setting === true ? 'root' : setting };
}
