import type { Hunk } from '@setpoint/model';
import { structuredPatch } from 'diff';

/** Lines of context around a change, as in `diff -u`. */
const contextLines = 3;

/**
 * The changed lines between two texts, as unified hunks. A missing newline at the end of either text shows as the line
 * `\ No newline at end of file`, because it is a difference too.
 */
export function textDiff(before: string, after: string): readonly Hunk[] {
  return structuredPatch('before', 'after', before, after, undefined, undefined, { context: contextLines }).hunks.map(
    (hunk) => ({
      oldStart: hunk.oldStart,
      oldLines: hunk.oldLines,
      newStart: hunk.newStart,
      newLines: hunk.newLines,
      lines: hunk.lines,
    }),
  );
}
