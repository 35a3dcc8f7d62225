import { type Edit, type EditValue, editValue, isUnknown, type Unknown, type UnknownCause } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { Extra } from './extras.ts';

/** One entry in a list: what it is and what it will be; null where it is not there, or will not be. */
export type Line = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly cause?: UnknownCause;
};

/** At most this many entries are listed with an edit; the rest is counted. */
const listedEntries = 50;

/** One edit for many entries, told as counts, with a list of the first ones; none for no entry. */
export function listEdit(path: string, lines: readonly Line[]): readonly Edit[] {
  if (lines.length === 0) return [];
  const cause = lines.find((line) => line.cause !== undefined)?.cause;
  const list = (side: 'before' | 'after'): string =>
    listText(lines.map((line) => ({ name: line.name, value: line[side] })));
  // How many it will come to is not known before all of them are.
  if (cause !== undefined) return [{ path, before: { kind: 'unknown', cause }, after: { kind: 'unknown', cause } }];
  const before = counts(lines.map((line) => line.before));
  const after = counts(lines.map((line) => line.after));
  return [{ path, before, after, hunks: textDiff(list('before'), list('after')) }];
}

/** The edit under `path` that deletes what does not belong into a directory. */
export function pruneEdit(path: string, extras: readonly Extra[] | Unknown): readonly Edit[] {
  if (isUnknown(extras)) {
    return [{ path, before: { kind: 'unknown', cause: extras.cause }, after: { kind: 'absent' } }];
  }
  return listEdit(
    path,
    extras.map(({ name, type }) => ({ name, before: type, after: null })),
  );
}

function counts(values: readonly (string | null)[]): EditValue {
  const byValue: Record<string, number> = {};
  for (const value of values) if (value !== null) byValue[value] = (byValue[value] ?? 0) + 1;
  const distinct = Object.keys(byValue);
  if (distinct.length === 0) return { kind: 'absent' };
  // Many different values, such as digests, say nothing together.
  return distinct.length > 5 ? editValue(`${values.length} entries`) : editValue(byValue);
}

function listText(lines: readonly { readonly name: string; readonly value: string | null }[]): string {
  const there = lines.filter(({ value }) => value !== null);
  const shown = there.slice(0, listedEntries).map(({ name, value }) => `${value} ${name.replaceAll('\n', '?')}`);
  const rest = there.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])].map((line) => `${line}\n`).join('');
}
