import { type Driver, errorDiagnostic } from '@setpoint/model';
import { profileOf } from '../profiles/index.ts';
import type { ChannelOpener, LockByName } from './channel.ts';
import { readModbusSettings } from './settings.ts';

/** What the driver needs of the world around it. */
export type ModbusDriverOptions = {
  /** The absolute path of a file of the project. */
  readonly projectPath: (path: string) => string;
  readonly lock: LockByName;
};

/** The driver of the `modbus` channel: one connection per endpoint for all its units, opened late and closed when it is not used. */
export function createModbusDriver({ projectPath, lock }: ModbusDriverOptions): Driver {
  let opener: Promise<ChannelOpener> | undefined;
  return {
    name: 'modbus',
    channel: 'modbus',
    connect: async (node) => {
      const profile = profileOf(node.connection.files);
      const settings = readModbusSettings(node.connection.settings, profile, projectPath);
      if (typeof settings === 'string') {
        const detail = `${node.name} cannot be reached: ${settings}`;
        return { kind: 'failed', diagnostic: errorDiagnostic('SP573', { node: node.name, detail }) };
      }
      opener ??= loadOpener(lock);
      return { kind: 'connected', channel: (await opener)({ node, settings, profile }) };
    },
  };
}

/** The client is loaded by the first device that needs it: a run without one does not pay for it. */
async function loadOpener(lock: LockByName): Promise<ChannelOpener> {
  const { createChannelOpener } = await import('./channel.ts');
  return createChannelOpener(lock);
}
