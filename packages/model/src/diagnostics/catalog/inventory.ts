import type { DiagnosticRow } from './row.ts';

/** SP4xx: the inventory and the selection of nodes. */
export const inventoryDiagnostics = {
  SP401: {
    summary: 'The selector matches no node',
    explanation:
      'A selector names nodes, groups or globs, joined with `&` and `!`. One that matches nothing is taken for a mistake, because a run that silently does nothing looks like success.',
  },
} as const satisfies Record<string, DiagnosticRow>;
