import type { DiagnosticRow } from './row.ts';

/** SP2xx: the structure of playbooks, resources and components. */
export const playbookDiagnostics = {
  SP201: {
    summary: 'Unknown resource type',
    explanation: 'A resource is written as `type: identity`. The type must be one that `setpoint schema` lists.',
  },
} as const satisfies Record<string, DiagnosticRow>;
