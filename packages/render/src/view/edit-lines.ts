import type { Action, Edit, EditValue, Hunk } from '@setpoint/model';
import { escapeLine, escapeText } from '../text/escape.ts';
import { boundLines, clip } from '../text/fit.ts';
import { textWidth } from '../text/width.ts';
import type { Line, LineRole } from './line.ts';
import { describeValue, maskEdit, shownSides, textLines } from './value.ts';

/** How much of long values and differences is shown. `columns` is the room of a line at depth 0. */
export type Bounds = { readonly columns: number; readonly showAll: boolean };

/** Lines of one text or difference that are shown unless all are asked for: about a screenful. */
const mostLines = 30;

/** An edit as lines: `path: before → after`, with texts of several lines and differences below it. */
export function editLines(original: Edit, action: Action, bounds: Bounds): readonly Line[] {
  const edit = maskEdit(original);
  const replaces = edit.replaces === true ? ' (forces replacement)' : '';
  const path = clip(escapeText(edit.path), bounds.columns);
  const sides = shownSides(edit, action);
  if (edit.hunks !== undefined && edit.hunks.length > 0) {
    const sizes = sides
      .map((side) => (side.kind === 'sensitive' ? describeSide(edit, side) : describeValue(side, false)))
      .join(' → ');
    return [plain(`${path}: ${fit(sizes, bounds)}${replaces}`), ...hunkLines(edit.hunks, bounds)];
  }
  if (sides.some((side) => textLines(side) !== undefined)) {
    const lines = sides.flatMap((side) => valueLines(side, side === edit.before ? 'removed' : 'added'));
    return [plain(`${path}:${replaces}`), ...bound(lines, bounds)];
  }
  return inline({ path, replaces, sides: sides.map((side) => describeSide(edit, side)) }, bounds);
}

/** Two equal masks would read as "no change"; the keyed digests tell whether the secret is another one. */
function describeSide({ before, after }: Edit, side: EditValue): string {
  const isOther = side === after && before.kind === 'sensitive' && after.kind === 'sensitive';
  return isOther && before.digest !== after.digest ? '(sensitive, changed)' : describeValue(side, true);
}

function inline(
  edit: { readonly path: string; readonly replaces: string; readonly sides: readonly string[] },
  bounds: Bounds,
): readonly Line[] {
  const line = `${edit.path}: ${edit.sides.join(' → ')}${edit.replaces}`;
  if (bounds.showAll || textWidth(line) <= bounds.columns) return [plain(line)];
  return [
    plain(`${edit.path}:${edit.replaces}`),
    ...edit.sides.map((side, index) => ({
      ...plain((index === 0 ? '' : '→ ') + clip(side, bounds.columns - 4)),
      depth: 1,
    })),
  ];
}

function valueLines(side: EditValue, role: LineRole): readonly Line[] {
  const sign = role === 'removed' ? '-' : '+';
  if (side.kind === 'absent') return [];
  const lines = textLines(side)?.map(escapeLine) ?? [describeValue(side, true)];
  return lines.map((text) => ({ role, depth: 1, text: sign + text }));
}

function hunkLines(hunks: readonly Hunk[], bounds: Bounds): readonly Line[] {
  const lines = hunks.flatMap((hunk) => [
    {
      role: 'note' as const,
      depth: 1,
      text: `@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`,
    },
    ...hunk.lines.map((line) => ({
      role: diffRole(line),
      depth: 1,
      text: line.slice(0, 1) + escapeLine(line.slice(1)),
    })),
  ]);
  return bound(lines, bounds);
}

function diffRole(line: string): LineRole {
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'context';
}

function bound(lines: readonly Line[], bounds: Bounds): readonly Line[] {
  if (bounds.showAll) return lines;
  const texts = boundLines(
    lines.map((line) => line.text),
    mostLines,
  );
  return texts.map((text, index) => {
    const line = lines[index];
    // The tail that counts what was left out belongs to no line of the difference.
    if (line === undefined || line.text !== text) return { role: 'note', depth: 1, text };
    return { ...line, text: clip(text, bounds.columns - 2) };
  });
}

function fit(text: string, { columns, showAll }: Bounds): string {
  return showAll ? text : clip(text, columns);
}

function plain(text: string): Line {
  return { role: 'plain', depth: 0, text };
}
