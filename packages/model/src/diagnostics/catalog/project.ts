import type { DiagnosticRow } from './row.ts';

/** SP8xx: the project, its files and the command line. */
export const projectDiagnostics = {
  SP801: {
    summary: 'A file cannot be read',
    explanation: 'The file does not exist, is not a regular file, or the user who runs setpoint may not read it.',
  },
} as const satisfies Record<string, DiagnosticRow>;
