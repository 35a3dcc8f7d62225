import { type Action, type Change, describeCause, type Operation } from '@setpoint/model';
import { count } from '../text/count.ts';
import { escapeText } from '../text/escape.ts';
import { boundLines, clip, wrapText } from '../text/fit.ts';
import { type Bounds, editLines } from './edit-lines.ts';
import type { Line } from './line.ts';
import { safeguardAdvice, safeguardText } from './safeguard-text.ts';

export type ChangeBounds = Bounds & { readonly verbose: boolean };

/** Lines of one reason or hazard. */
const mostSentenceLines = 6;

/** The mark in front of a change. */
export const actionSymbols: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  run: '>',
  none: '=',
  unknown: '?',
};

/** Everything a change says below its heading: edits, unknowns, reasons, safeguard, hazards and, when verbose, the operations' titles. */
export function changeLines(change: Change, bounds: ChangeBounds): readonly Line[] {
  return [
    ...change.edits.flatMap((edit) => editLines(edit, change.action, bounds)),
    ...unknownLines(change, bounds),
    ...change.reasons.flatMap((reason) => notes(`because ${escapeText(reason)}`, bounds)),
    ...safeguardLines(change, bounds),
    ...hazardLines(change.operations, bounds),
    ...adviceLines(change, bounds),
    ...(bounds.verbose ? operationLines(change, bounds) : []),
  ];
}

/** Unknowns that no edit shows already. */
function unknownLines({ unknowns, edits }: Change, bounds: Bounds): readonly Line[] {
  const shown = new Set(edits.flatMap((edit) => [edit.before, edit.after]).flatMap(causeTexts));
  const missing = new Set(unknowns.map(describeCause).filter((cause) => !shown.has(cause)));
  return [...missing].flatMap((cause) => notes(`unknown: ${escapeText(cause)}`, bounds));
}

function causeTexts(value: Change['edits'][number]['before']): readonly string[] {
  return value.kind === 'unknown' ? [describeCause(value.cause)] : [];
}

function safeguardLines(change: Change, bounds: Bounds): readonly Line[] {
  const text = safeguardText(change);
  return text === undefined ? [] : notes(text, bounds);
}

function adviceLines(change: Change, bounds: Bounds): readonly Line[] {
  const text = safeguardAdvice(change);
  return text === undefined ? [] : notes(text, bounds);
}

function hazardLines(operations: readonly Operation[], bounds: Bounds): readonly Line[] {
  const hazards = operations.flatMap((operation) => operation.hazards);
  const texts = new Set(hazards.map((hazard) => `${hazard.kind}: ${escapeText(hazard.message)}`));
  return [...texts].flatMap((text) => notes(`! ${text}`, bounds)).map((line) => ({ ...line, role: 'hazard' }));
}

/** What was planned on a fact that is not known yet is left out where the fact turns out to be as declared. */
function operationLines({ operations, unknowns }: Change, bounds: Bounds): readonly Line[] {
  if (operations.length === 0) return [];
  const condition = unknowns.length === 0 ? '' : ', as far as they turn out to be needed';
  return [
    ...notes(`${count(operations.length, 'operation')}${condition}:`, bounds),
    ...operations.map(({ title }) => ({ ...note(fit(escapeText(title), bounds)), depth: 1 })),
  ];
}

/** A sentence, wrapped; what follows its first line stands two columns in. */
function notes(text: string, bounds: Bounds): readonly Line[] {
  const [first = '', ...rest] = wrapText(text, bounds.columns - 2);
  const lines = [first, ...rest.map((line) => `  ${line}`)];
  return (bounds.showAll ? lines : boundLines(lines, mostSentenceLines)).map(note);
}

function fit(text: string, { columns, showAll }: Bounds): string {
  return showAll ? text : clip(text, columns - 2);
}

function note(text: string): Line {
  return { role: 'note', depth: 0, text };
}
