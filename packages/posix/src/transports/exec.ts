import { CarriedSession } from './carried-session.ts';
import { failureDiagnostic } from './failure-diagnostic.ts';
import { textListSetting } from './settings.ts';
import type { Transport } from './transport.ts';

/** A shell behind any program that carries standard input and output. */
export const execTransport: Transport = {
  name: 'exec',
  open: async (node, context) => {
    const [program, ...prefix] = textListSetting(node.connection.settings, 'command') ?? [];
    const place = { node: node.name, at: program ?? node.name };
    if (program === undefined) {
      const reason = `The node ${node.name} is reached by exec, and command names no program`;
      return { kind: 'failed', diagnostic: failureDiagnostic({ kind: 'settings', reason }, place) };
    }
    const argv = (command: string): readonly [string, ...string[]] => [program, ...prefix, '/bin/sh', '-c', command];
    return { kind: 'open', session: new CarriedSession({ argv, role: 'carrier', place, parallel: 4 }, context) };
  },
};
