import type { DiagnosticRow } from './row.ts';

/** Diagnostics about who and what gets at a host: SP686 to SP696. */
export const accessDiagnostics = {
  SP686: {
    summary: 'The program that reads the file over is missing',
    explanation:
      'Some files do harm the moment they are wrong: with a faulty file of sudoers nobody may use sudo any more, also Setpoint. So the node’s own program reads the new content before it takes its place, and here the node does not have that program. Declare the package that brings it before this resource, or switch the reading off where the type allows it.',
  },
} as const satisfies Record<string, DiagnosticRow>;
