import { type Action, canonicalJson, describeCause, type Edit, type EditValue } from '@setpoint/model';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';

/** The word for a secret, everywhere. */
export const mask = '(sensitive)';

/** One side of an edit on one line, escaped and in full; texts in quotes, so that `"1"` is not `1`. */
export function describeValue(value: EditValue, withDigest: boolean): string {
  switch (value.kind) {
    case 'absent':
      return '(none)';
    case 'value':
      return escapeText(canonicalJson(value.value));
    case 'content':
      return `${count(value.sizeBytes, 'byte')}${withDigest ? ` (sha256 ${escapeText(value.sha256.slice(0, 12))})` : ''}`;
    case 'unknown':
      return `(${escapeText(describeCause(value.cause))})`;
    case 'sensitive':
      return mask;
    default:
      return value satisfies never;
  }
}

/** The sides that are told: a thing that comes to be has no before, one that goes has no after. */
export function shownSides({ before, after }: Edit, action: Action): readonly EditValue[] {
  if (action === 'create' && before.kind === 'absent') return [after];
  if (action === 'delete' && after.kind === 'absent') return [before];
  return [before, after];
}

/** The text of several lines that a value holds; undefined for every other value. */
export function textLines(value: EditValue): readonly string[] | undefined {
  if (value.kind !== 'value' || typeof value.value !== 'string' || !value.value.includes('\n')) return undefined;
  const lines = value.value.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/**
 * The edit with nothing in it that may not be shown: the one place where secrets of a plan are masked. Hunks stay only where the
 * planner has masked both sides: then it has masked the secrets in the hunks as well.
 */
export function maskEdit(edit: Edit): Edit {
  if (edit.sensitive !== true && edit.before.kind !== 'sensitive' && edit.after.kind !== 'sensitive') return edit;
  const { hunks, ...rest } = edit;
  const isMasked = !isClear(edit.before) && edit.after.kind === 'sensitive';
  const masked = { ...rest, sensitive: true as const, before: maskValue(edit.before), after: maskValue(edit.after) };
  return isMasked && hunks !== undefined ? { ...masked, hunks } : masked;
}

function isClear(value: EditValue): boolean {
  return value.kind === 'value' || value.kind === 'content';
}

function maskValue(value: EditValue): EditValue {
  return isClear(value) ? { kind: 'sensitive', digest: '' } : value;
}
