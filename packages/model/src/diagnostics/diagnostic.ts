import type { Address } from '../address.ts';
import type { SourceSpan } from '../source.ts';
import { type DiagnosticCode, diagnosticCatalog } from './catalog/index.ts';
import type { DiagnosticRow } from './catalog/row.ts';

/** One expected problem, as data: found, collected, sorted and rendered, never thrown. */
export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** Full sentences: what is wrong here, with the names and values at hand, and why it matters. Never a secret. */
  readonly detail: string;
  /** One line that says how to fix it; a command stands alone in it. */
  readonly hint?: string;
  readonly span?: SourceSpan;
  /** Further places that explain the primary one, such as the first of two duplicates. */
  readonly related?: readonly { readonly span: SourceSpan; readonly label: string }[];
  readonly node?: string;
  readonly address?: Address;
};

/** What a caller tells beside the code. */
export type DiagnosticDetails = Omit<Diagnostic, 'code' | 'severity'>;

/** Makes an error from its code. */
export function errorDiagnostic(code: DiagnosticCode, details: DiagnosticDetails): Diagnostic {
  return { code, severity: 'error', ...details };
}

/** Makes a warning from its code. */
export function warningDiagnostic(code: DiagnosticCode, details: DiagnosticDetails): Diagnostic {
  return { code, severity: 'warning', ...details };
}

/**
 * The fixed one-line summary of a diagnostic: equal for all of one code, so that causes can be grouped. A saved plan of a newer
 * version may hold codes that this one does not know.
 */
export function summaryOf(diagnostic: Diagnostic): string {
  return rowOf(diagnostic.code).summary;
}

/** What the catalogue says of a code; of one that only newer versions have, that. */
export function rowOf(code: DiagnosticCode): DiagnosticRow {
  return Object.hasOwn(diagnosticCatalog, code) ? diagnosticCatalog[code] : unheardOf;
}

const unheardOf: DiagnosticRow = {
  summary: 'Something that this version does not know',
  explanation: 'A newer version of Setpoint has told this. Look at it with that version.',
};

/** True when at least one of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
