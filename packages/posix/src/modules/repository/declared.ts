import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import type { TypedDeclaration, TypedInput } from '@setpoint/sdk';
import type { DebField } from '../../package-sources/deb822.ts';
import type { SourceEntry } from '../../package-sources/source-entry.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { type FormName, forms, keyPathFor } from './form.ts';
import { propertyProblems } from './problems.ts';
import type { RepositoryProperties, repositorySchema } from './schema.ts';

/** A repository as declared, in canonical form. */
export type RepositoryDeclared = {
  readonly name: string;
  /** What the node is told of it, and whom. When it is to be absent, every form of it goes. */
  readonly form: FormName;
  readonly state: 'present' | 'absent';
  /** The fields of its stanza in the order in which they are written; none when it is to be absent. */
  readonly fields: readonly DebField[];
  /** The key that the node is to have for it; null when it is not managed. */
  readonly key: { readonly path: string; readonly body: Body } | null;
  readonly enabled: boolean;
  readonly trusted: boolean;
  readonly replaces: readonly string[];
  readonly refresh: boolean;
  /** Files as they are to be, in the place of all else, when a change is taken back; a null body is a file that is to go. */
  readonly whole: readonly WholeFile[] | null;
};

export type WholeFile = { readonly path: string; readonly body: Body | null };

/** A file as found. */
export type FoundFile = {
  readonly path: string;
  /** Null for one that is not there. */
  readonly sha256: string | Unknown | null;
  readonly sizeBytes: number;
  readonly base64?: string;
};

/** What was found of a repository. */
export type RepositoryState = {
  readonly source: FoundFile;
  /** The keys that may belong to it: the declared one, or both places of one when it is to be absent. */
  readonly keys: readonly FoundFile[];
  /** Whether there is a directory for keys. */
  readonly hasKeyrings: boolean;
  readonly replaced: readonly FoundFile[];
  /** Entries of other files that name the same packages, or use the same key. */
  readonly others: readonly SourceEntry[];
};

/** Where the repository is read from. */
export function sourcesPath({ name, form }: Pick<RepositoryDeclared, 'name' | 'form'>): string {
  return forms[form].path(name);
}

/** The files that may be left of it when it is to be absent, beside the one of its own form. */
export function leftPaths({ name, form }: Pick<RepositoryDeclared, 'name' | 'form'>): readonly string[] {
  return Object.entries(forms).flatMap(([each, { path, keyPaths }]) => [
    ...(each === form ? [] : [path(name)]),
    ...keyPaths(name),
  ]);
}

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareRepository({
  identity,
  properties,
  body,
}: TypedInput<typeof repositorySchema>): TypedDeclaration<RepositoryDeclared> {
  const problems: readonly DeclarationProblem[] = [
    ...nameProblems(identity),
    ...propertyProblems(properties),
    ...keyProblems(properties, body),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const state = properties.state ?? 'present';
  const form: FormName = properties.suites === undefined && state === 'present' ? 'dnf' : 'apt';
  const key = body === undefined ? null : { path: keyPathFor(form, identity, body), body };
  const declared: RepositoryDeclared = {
    name: identity,
    form,
    state,
    fields:
      state === 'absent' ? [] : fieldsOf(form, { identity, properties, signedBy: key?.path ?? properties.signed_by }),
    key,
    enabled: properties.enabled ?? true,
    trusted: properties.trusted ?? false,
    replaces: (properties.replaces ?? []).map((path) => plainPath(path)),
    refresh: properties.refresh ?? true,
    whole: null,
  };
  return { kind: 'declared', identity, declared };
}

function nameProblems(name: string): readonly DeclarationProblem[] {
  if (/\.(list|sources)$/.test(name))
    return [{ property: '', detail: 'A repository is declared by its name alone.', hint: name.replace(/\.\w+$/, '') }];
  if (/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(name)) return [];
  return [
    {
      property: '',
      detail: `"${name}" cannot be the name of a sources file: apt leaves out what holds other characters.`,
      hint: 'use letters, digits, hyphens, dots and underscores',
    },
  ];
}

const armour = '-----BEGIN PGP PUBLIC KEY BLOCK-----';

function keyProblems(properties: RepositoryProperties, body: Body | undefined): readonly DeclarationProblem[] {
  const property = properties.key_source === undefined ? 'key' : 'key_source';
  if (body?.text === undefined) return [];
  if (/-----BEGIN PGP PRIVATE KEY BLOCK-----/.test(body.text)) {
    const detail = 'This is a private key, with which anybody could sign packages.';
    return [{ property, detail, hint: 'export the public key: gpg --armor --export ID' }];
  }
  if (body.text.includes(armour)) return [];
  const detail = `This is not a public key: it has no line \`${armour}\`.`;
  return [{ property, detail, hint: 'export it with: gpg --armor --export ID' }];
}

function plainPath(path: string): string {
  const result = canonicalPath(path);
  return result.kind === 'path' ? result.path : path;
}

type FieldSource = {
  readonly identity: string;
  readonly properties: RepositoryProperties;
  readonly signedBy: string | undefined;
};

function fieldsOf(form: FormName, source: FieldSource): readonly DebField[] {
  return form === 'apt' ? aptFields(source) : dnfFields(source);
}

/** What dnf takes for granted about signatures depends on its configuration, so it is always said. */
function dnfFields({ identity, properties, signedBy }: FieldSource): readonly DebField[] {
  const { uris, enabled = true, trusted = false, fields = {} } = properties;
  return [
    ...('name' in fields ? [] : [{ name: 'name', value: identity }]),
    ...wordField('baseurl', uris),
    ...(enabled ? [] : [{ name: 'enabled', value: '0' }]),
    { name: 'gpgcheck', value: trusted ? '0' : '1' },
    ...(signedBy === undefined ? [] : [{ name: 'gpgkey', value: forms.dnf.keyValue(signedBy) }]),
    ...Object.entries(fields).map(([name, value]) => ({
      name,
      value: typeof value === 'boolean' ? (value ? '1' : '0') : fieldValue(value),
    })),
  ];
}

function aptFields({ properties, signedBy }: FieldSource): readonly DebField[] {
  const { types = ['deb'], uris, suites, components, architectures, enabled = true, trusted = false } = properties;
  return [
    { name: 'Types', value: types.join(' ') },
    ...wordField('URIs', uris),
    ...wordField('Suites', suites),
    ...wordField('Components', components),
    ...wordField('Architectures', architectures),
    ...(enabled ? [] : [{ name: 'Enabled', value: 'no' }]),
    ...(trusted ? [{ name: 'Trusted', value: 'yes' }] : []),
    ...(signedBy === undefined ? [] : [{ name: 'Signed-By', value: signedBy }]),
    ...Object.entries(properties.fields ?? {}).map(([name, value]) => ({ name, value: fieldValue(value) })),
  ];
}

function wordField(name: string, value: string | readonly string[] | undefined): readonly DebField[] {
  return value === undefined ? [] : [{ name, value: typeof value === 'string' ? value : value.join(' ') }];
}

function fieldValue(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
