import type { DiagnosticRow } from './row.ts';

/** SP1xx: the text of a YAML file. */
export const yamlDiagnostics = {
  SP101: {
    summary: 'This is not valid YAML',
    explanation:
      'The file breaks a rule of YAML 1.2, so nothing in it can be trusted. Mend the place that the frame shows; later errors in the same file often have the same cause.',
  },
} as const satisfies Record<string, DiagnosticRow>;
