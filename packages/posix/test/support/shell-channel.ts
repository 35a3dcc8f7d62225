import { type BodyStore, type Channel, createBodyStore } from '@setpoint/model';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { shellSession } from './shell-session.ts';

/** Put before a command, runs it as an account that may do nothing in particular. */
export const asNobody = '/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups';

/** This machine as a node whose every shell is the given one, and the bodies that its operations use. */
export function shellNode(shell = '/bin/sh', as = ''): { readonly channel: Channel; readonly bodies: BodyStore } {
  const bodies = createBodyStore();
  const node = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
  const session = shellSession(shell);
  const asAccount = { ...session, start: (command: string) => session.start(`${as} ${command}`) };
  return { channel: createShChannel(asAccount, node, bodies), bodies };
}
