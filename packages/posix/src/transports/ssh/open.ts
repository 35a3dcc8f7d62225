import type { NodeSpec } from '@setpoint/model';
import { failureDiagnostic } from '../failure-diagnostic.ts';
import type { OpenResult, TransportContext } from '../transport.ts';
import { SshConnector } from './connector.ts';
import { SshSession } from './session.ts';
import { readSshSettings } from './settings.ts';

/** Opens sessions through the built-in SSH client; what nodes share lives as long as the opener. */
export type SshOpener = (node: NodeSpec, context: TransportContext) => Promise<OpenResult>;

/** Makes an opener for one run. */
export function createSshOpener(): SshOpener {
  const connector = new SshConnector();
  return async (node, context) => {
    const settings = readSshSettings(node.connection.settings);
    const connected = await connector.connect({ name: node.name, settings }, context);
    if ('kind' in connected) {
      const { failure, at, isJump } = connected;
      const place = { node: node.name, at, ...(isJump ? ({ jump: true } as const) : {}) };
      return { kind: 'failed', diagnostic: failureDiagnostic(failure, place) };
    }
    return { kind: 'open', session: new SshSession(connected, { node: node.name, at: settings.host ?? node.name }) };
  };
}
