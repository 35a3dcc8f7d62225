import type { JsonObject } from '@setpoint/model';
import { CarriedSession } from './carried-session.ts';
import { settingsSchema } from './settings.ts';
import type { Transport } from './transport.ts';

/** JSON Schema of the settings under `local`. */
export const localSettingsSchema: JsonObject = settingsSchema('Acts on the machine that runs setpoint.', {});

/** A shell on this machine. */
export const localTransport: Transport = {
  name: 'local',
  open: async (node, context) => ({
    kind: 'open',
    session: new CarriedSession(
      {
        argv: (command) => ['/bin/sh', '-c', command],
        role: 'shell',
        place: { node: node.name, at: 'this machine' },
        parallel: Number.POSITIVE_INFINITY,
      },
      context,
    ),
  }),
};
