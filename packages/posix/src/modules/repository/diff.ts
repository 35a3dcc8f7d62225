import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import { canonicalValue, parseStanzas, type Stanza } from '../../package-sources/deb822.ts';
import type { FoundFile, RepositoryDeclared, RepositoryState } from './declared.ts';
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
const nothing: RepositoryState = { source: noFile, keys: [], hasKeyrings: false, replaced: [], others: [] };

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
  const before = state.source.sha256 === null ? editValue('key left') : editValue('present');
  return [{ path: 'state', before, after: editValue('absent') }];
}

function sourceEdits({ fields }: RepositoryDeclared, source: FoundFile): readonly Edit[] {
  const stanzas = stanzasOf(source);
  const stanza: Stanza = stanzas[0] ?? new Map();
  const edits: Edit[] =
    source.sha256 === null ? [{ path: 'state', before: editValue(undefined), after: editValue('present') }] : [];
  if (stanzas.length > 1) edits.push({ path: 'stanzas', before: editValue(stanzas.length), after: editValue(1) });
  for (const { name, value } of fields) {
    const found = stanza.get(name.toLowerCase())?.value;
    if (found !== undefined && canonicalValue(found) === canonicalValue(value)) continue;
    edits.push({ path: pathOf(name), before: editValue(found), after: editValue(value) });
  }
  const declaredNames = new Set(fields.map(({ name }) => name.toLowerCase()));
  for (const [key, { name, value }] of stanza) {
    if (declaredNames.has(key) || isDefault(key, value)) continue;
    edits.push({ path: pathOf(name), before: editValue(value), after: editValue(undefined) });
  }
  return edits;
}

function stanzasOf({ base64 }: FoundFile): readonly Stanza[] {
  return parseStanzas(base64 === undefined ? '' : (decodeText(Buffer.from(base64, 'base64')) ?? ''));
}

/** What apt takes for granted may be said or left out; a name for people, which some tools add, means nothing to it. */
function isDefault(key: string, value: string): boolean {
  if (key === 'enabled') return canonicalValue(value) === 'yes';
  return key === 'x-repolib-name';
}

const properties: ReadonlyMap<string, string> = new Map([
  ['Types', 'types'],
  ['URIs', 'uris'],
  ['Suites', 'suites'],
  ['Components', 'components'],
  ['Architectures', 'architectures'],
  ['Enabled', 'enabled'],
  ['Trusted', 'trusted'],
  ['Signed-By', 'signed_by'],
]);

function pathOf(field: string): string {
  return properties.get(field) ?? `fields.${field}`;
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
