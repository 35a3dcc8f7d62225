import { compareText } from '../json.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Sorts by file, place, then node, address and code, and drops exact repeats: the same set gives the same list. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map(diagnostics.map((diagnostic) => [sortKey(diagnostic), diagnostic]));
  return [...byKey].sort(([left], [right]) => compareText(left, right)).map(([, diagnostic]) => diagnostic);
}

/** A text whose order is the order of diagnostics; offsets are padded so that 9 sorts before 10. */
function sortKey({ code, detail, span, node, address }: Diagnostic): string {
  const offset = String(span?.start.offset ?? 0).padStart(12, '0');
  return [span?.file ?? '', offset, node ?? '', address ?? '', code, detail].join('\0');
}
