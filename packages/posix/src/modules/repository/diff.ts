import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import type { FoundFile, RepositoryDeclared, RepositoryState } from './declared.ts';
import { type Form, forms } from './form.ts';
import { filesToRemove } from './leftovers.ts';

/** The properties of a repository that differ from their declaration. */
export function diffRepository(declared: RepositoryDeclared, observed: Observed<RepositoryState>): readonly Edit[] {
  if (observed.kind === 'unknown') return unknownEdits(declared, { kind: 'unknown', cause: observed.cause });
  const state = observed.kind === 'present' ? observed.state : nothing;
  if (declared.whole !== null) return wholeEdits(declared, state);
  if (declared.state === 'absent') return removalEdits(state);
  return [...sourceEdits(declared, state.source), ...keyEdits(declared, state), ...replacedEdits(state)];
}

const noFile: FoundFile = { path: '', sha256: null, sizeBytes: 0 };
const nothing: RepositoryState = {
  source: noFile,
  keys: [],
  hasDirectory: false,
  hasKeyrings: false,
  replaced: [],
  others: [],
};

function unknownEdits(declared: RepositoryDeclared, before: EditValue): readonly Edit[] {
  if (declared.whole !== null) return declared.whole.map(({ path }) => ({ path, before, after: before }));
  if (declared.state === 'absent') return [{ path: 'state', before, after: editValue('absent') }];
  const edits = [...sourceEdits(declared, noFile), ...keyEdits(declared, nothing)];
  return edits.map((edit) => ({ ...edit, before }));
}

function wholeEdits({ whole }: RepositoryDeclared, { replaced }: RepositoryState): readonly Edit[] {
  return (whole ?? []).flatMap(({ path, body }): Edit[] => {
    const found = replaced.find((file) => file.path === path) ?? noFile;
    if (found.sha256 === (body?.sha256 ?? null)) return [];
    const after: EditValue =
      body === null ? editValue('absent') : { kind: 'content', sizeBytes: body.sizeBytes, sha256: body.sha256 };
    return [{ path, before: contentOf(found), after }];
  });
}

function removalEdits(state: RepositoryState): readonly Edit[] {
  if (filesToRemove(state).length === 0) return [];
  const before = editValue('present');
  return [{ path: 'state', before, after: editValue('absent') }];
}

function sourceEdits(declared: RepositoryDeclared, source: FoundFile): readonly Edit[] {
  const { name: section, fields } = declared;
  const form = forms[declared.form];
  const { stanza, stanzas } = form.parse(section, textOf(source));
  const edits: Edit[] =
    source.sha256 === null ? [{ path: 'state', before: editValue(undefined), after: editValue('present') }] : [];
  if (stanzas > 1) edits.push({ path: 'stanzas', before: editValue(stanzas), after: editValue(1) });
  for (const { name, value } of fields) {
    const found = stanza.get(name.toLowerCase())?.value;
    if (found !== undefined && form.canonical(found) === form.canonical(value)) continue;
    edits.push({ path: pathOf(form, name), before: editValue(found), after: editValue(value) });
  }
  const declaredNames = new Set(fields.map(({ name }) => name.toLowerCase()));
  for (const [key, { name, value }] of stanza) {
    if (declaredNames.has(key) || form.isDefault(key, value)) continue;
    edits.push({ path: pathOf(form, name), before: editValue(value), after: editValue(undefined) });
  }
  return edits;
}

function textOf({ base64 }: FoundFile): string {
  return base64 === undefined ? '' : (decodeText(Buffer.from(base64, 'base64')) ?? '');
}

function pathOf(form: Form, field: string): string {
  return form.properties.get(field) ?? `fields.${field}`;
}

function keyEdits({ key }: RepositoryDeclared, { keys }: RepositoryState): readonly Edit[] {
  if (key === null) return [];
  const found = keys[0] ?? noFile;
  if (found.sha256 === key.body.sha256) return [];
  const after: EditValue = { kind: 'content', sizeBytes: key.body.sizeBytes, sha256: key.body.sha256 };
  return [{ path: 'key', before: contentOf(found), after }];
}

function contentOf({ sha256, sizeBytes }: FoundFile): EditValue {
  if (sha256 === null) return { kind: 'absent' };
  return isUnknown(sha256) ? { kind: 'unknown', cause: sha256.cause } : { kind: 'content', sizeBytes, sha256 };
}

function replacedEdits({ replaced }: RepositoryState): readonly Edit[] {
  const left = replaced.filter((file) => file.sha256 !== null).map((file) => file.path);
  return left.length === 0 ? [] : [{ path: 'replaces', before: editValue(left), after: editValue([]) }];
}
