import type { DiagnosticRow } from './row.ts';

/** SP654 to SP659: units, services of other init systems, and timetables. */
export const unitDiagnostics = {
  SP654: {
    summary: 'The node has no systemd',
    explanation:
      'Units belong to systemd, and the node has no directory /etc/systemd/system for them. A package that brings systemd may be declared before the unit; on nodes with another init system leave the unit out with `when:`.',
  },
  SP655: {
    summary: 'The unit is not verified',
    explanation:
      '`systemd-analyze verify` tells a misspelt option or a missing program before a unit file counts. The node does not have it, so the file is written as it is declared. Install the package that brings it, or declare `verify: none` where that is meant.',
  },
} as const satisfies Record<string, DiagnosticRow>;
