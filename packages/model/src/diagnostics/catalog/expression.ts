import type { DiagnosticRow } from './row.ts';

/** SP3xx: expressions and templates. */
export const expressionDiagnostics = {
  SP301: {
    summary: 'Undefined variable',
    explanation:
      'An expression or a template names a variable that no level of precedence defines for this node. Define it in the inventory, in the play or with `--var`, or give it a default with `| default(...)`.',
  },
} as const satisfies Record<string, DiagnosticRow>;
