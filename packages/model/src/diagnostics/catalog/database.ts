import type { DiagnosticRow } from './row.ts';

/** Diagnostics about databases: SP58x and SP59x reaching them, SP66x to SP69x what is declared of them. */
export const databaseDiagnostics = {
  SP581: {
    summary: 'The database server cannot be reached',
    explanation:
      'No connection to the server could be opened within the deadline: the host or port may be wrong, the server may be down, or something between refuses the connection.',
  },
  SP671: {
    summary: 'The declared SQL cannot be loaded',
    explanation:
      'The declared files and tables are loaded into an empty scratch database to learn how the server spells them. The server refused a statement, so nothing can be compared and nothing was changed.',
  },
  SP672: {
    summary: 'A change of the schema is not allowed',
    explanation:
      'A statement of the plan can lose data, lock a large table or do other harm that is refused by default. Read what is at stake; then allow exactly this hazard on exactly this object under `allow`, or change the declaration.',
  },
} as const satisfies Record<string, DiagnosticRow>;
