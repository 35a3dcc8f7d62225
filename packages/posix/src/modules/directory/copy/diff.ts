import { type Edit, type EditValue, editValue, isUnknown, type Observed, type UnknownCause } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import type { CopyDeclared, CopyState, Extra, Part, PartState } from './declared.ts';
import { seenParts, unseenParts } from './observe.ts';
import { workOf } from './parts.ts';

/** At most this many files have an edit of their own, with the difference of their text; the rest is listed. */
const namedFiles = 20;

/** At most this many entries are listed with an edit; the rest is counted. */
const listedEntries = 50;

/** A part that differs from its declaration, with its own edits. */
export type ChangedPart = {
  readonly part: Part;
  readonly observed: Observed<PartState>;
  readonly edits: readonly Edit[];
};

/** The parts that differ, in their order; those of a directory that is not there or not known are as it is. */
export function changedParts(copy: CopyDeclared, observed: Observed<DirectoryState>): readonly ChangedPart[] {
  return seenParts(copy, copyStateOf(copy, observed)).flatMap(({ part, observed: found }) => {
    const edits = workOf(part).diff(found);
    return edits.length === 0 ? [] : [{ part, observed: found, edits }];
  });
}

/** What was found of a copy, whatever became of its directory. */
export function copyStateOf(copy: CopyDeclared, observed: Observed<DirectoryState>): CopyState {
  if (observed.kind === 'present') return observed.state.copy ?? unseenParts(copy, { kind: 'absent' });
  return unseenParts(copy, observed.kind === 'absent' ? { kind: 'absent' } : observed);
}

/** What differs between a directory and its source: files by name, everything else as lists. */
export function diffCopy({ copy }: DirectoryDeclared, observed: Observed<DirectoryState>): readonly Edit[] {
  if (copy === undefined) return [];
  const changed = changedParts(copy, observed);
  const contents = changed.flatMap(({ part, edits }) =>
    edits.filter((edit) => part.kind === 'file' && edit.path === 'content').map((edit) => ({ name: part.name, edit })),
  );
  const known = contents.filter(({ edit }) => edit.before.kind !== 'unknown');
  const unknown = contents.filter(({ edit }) => edit.before.kind === 'unknown');
  // What is known later has to be foreseen by name, however much it is.
  const open = unknown.filter(({ edit: { before } }) => before.kind === 'unknown' && before.cause.kind === 'after');
  return [
    ...known.slice(0, namedFiles).map(({ name, edit }) => ({ ...edit, path: `source[${name}]` })),
    ...open.map(({ name, edit: { before, after } }) => ({ path: `source[${name}]`, before, after })),
    ...listEdit('source.files', [...known.slice(namedFiles), ...unknown].map(contentLine)),
    ...listEdit('source.directories', changed.flatMap(directoryLines)),
    ...listEdit('source.links', changed.flatMap(linkLines)),
    ...['owner', 'group', 'mode'].flatMap((property) =>
      listEdit(
        `source.${property}`,
        changed.flatMap((each) => attributeLines(each, property)),
      ),
    ),
    ...listEdit('source.removed', changed.flatMap(removedLines)),
    ...extraEdits(copyStateOf(copy, observed).extras),
  ];
}

/** One entry in a list: what it is and what it will be; null where it is not there, or will not be. */
type Line = {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly cause?: UnknownCause;
};

function contentLine({ name, edit }: { readonly name: string; readonly edit: Edit }): Line {
  return { name, ...sides(edit, shortContent) };
}

function shortContent(value: EditValue): string | null {
  return value.kind === 'content' ? value.sha256.slice(0, 12) : null;
}

function sides(edit: Edit, text: (value: EditValue) => string | null): Omit<Line, 'name'> {
  const cause = edit.before.kind === 'unknown' ? { cause: edit.before.cause } : {};
  return { before: text(edit.before), after: text(edit.after), ...cause };
}

function directoryLines({ part, edits }: ChangedPart): readonly Line[] {
  if (part.kind !== 'directory' || part.declared.state === 'absent') return [];
  const made = edits.filter((edit) => edit.path === 'state');
  return made.map((edit) => ({
    name: `${part.name}/`,
    ...sides(edit, (value) => (value.kind === 'value' ? 'directory' : null)),
  }));
}

function linkLines({ part, edits }: ChangedPart): readonly Line[] {
  if (part.kind !== 'link' || part.declared.state === 'absent') return [];
  const pointed = edits.filter((edit) => edit.path === 'target');
  return pointed.map((edit) => ({ name: part.name, ...sides(edit, textOf) }));
}

function textOf(value: EditValue): string | null {
  return value.kind === 'value' && typeof value.value === 'string' ? value.value : null;
}

/** What is new is made with its owner and mode. */
function attributeLines({ part, observed, edits }: ChangedPart, property: string): readonly Line[] {
  if (observed.kind === 'absent' || part.declared.state === 'absent') return [];
  return edits.filter((edit) => edit.path === property).map((edit) => ({ name: part.name, ...sides(edit, textOf) }));
}

function removedLines({ part, edits }: ChangedPart): readonly Line[] {
  if (part.declared.state !== 'absent') return [];
  return edits
    .filter((edit) => edit.path === 'state')
    .map((edit) => ({ name: part.name, ...sides(edit, (value) => (value === edit.after ? null : part.kind)) }));
}

function extraEdits(extras: readonly Extra[] | UnknownExtras): readonly Edit[] {
  if (isUnknown(extras)) {
    return [{ path: 'source.pruned', before: { kind: 'unknown', cause: extras.cause }, after: { kind: 'absent' } }];
  }
  return listEdit(
    'source.pruned',
    extras.map(({ name, type }) => ({ name, before: type, after: null })),
  );
}

type UnknownExtras = Extract<CopyState['extras'], { kind: 'unknown' }>;

/** One edit for many entries, told as counts, with a list of the first ones. */
function listEdit(path: string, lines: readonly Line[]): readonly Edit[] {
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
