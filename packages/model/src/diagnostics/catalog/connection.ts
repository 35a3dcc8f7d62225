import type { DiagnosticRow } from './row.ts';

/** SP5xx: reaching a node. */
export const connectionDiagnostics = {
  SP501: {
    summary: 'The node cannot be reached',
    explanation:
      'The connection was refused, timed out or could not be routed. Nothing was read or changed. Check the address, the port and the way there; `ssh NODE` with the same configuration shows the same problem.',
  },
} as const satisfies Record<string, DiagnosticRow>;
