import { type BodyStore, type Channel, createBodyStore } from '@setpoint/model';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import { shellSession } from './shell-session.ts';

/** This machine as a node whose every shell is the given one, and the bodies that its operations use. */
export function shellNode(shell = '/bin/sh'): { readonly channel: Channel; readonly bodies: BodyStore } {
  const bodies = createBodyStore();
  const node = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
  return { channel: createShChannel(shellSession(shell), node, bodies), bodies };
}
