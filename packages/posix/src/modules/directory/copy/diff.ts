import type { Edit, EditValue, Observed } from '@setpoint/model';
import { type Line, listEdit, pruneEdit } from '../../../pruning/list-edit.ts';
import type { DirectoryDeclared, DirectoryState } from '../declared.ts';
import type { CopyDeclared, CopyState, Part, PartState } from './declared.ts';
import { seenParts, unseenParts } from './observe.ts';
import { workOf } from './parts.ts';

/** At most this many files have an edit of their own, with the difference of their text; the rest is listed. */
const namedFiles = 20;

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
    ...pruneEdit('source.pruned', copyStateOf(copy, observed).extras),
  ];
}

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
