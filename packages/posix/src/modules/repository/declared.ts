import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import type { TypedDeclaration, TypedInput } from '@setpoint/sdk';
import type { DebField } from '../../package-sources/deb822.ts';
import type { SourceEntry } from '../../package-sources/source-entry.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { fieldsOf } from './fields.ts';
import { type FormName, forms, keyPathFor } from './form.ts';
import { keyProblems } from './key-problems.ts';
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

/** A file that is written as a whole; a null body is one that is to go. */
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
  /** Whether there is a directory for its file. */
  readonly hasDirectory: boolean;
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
  const paths = Object.entries(forms).flatMap(([each, { path, keyPaths }]) => [
    ...(each === form ? [] : [path(name)]),
    ...keyPaths(name),
  ]);
  return [...new Set(paths)];
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
  const form = formOf(properties, state);
  const key =
    body === undefined ? null : { path: keyPathFor(form, identity, { body, name: keyNameOf(properties) }), body };
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

function formOf({ manager, suites }: RepositoryProperties, state: RepositoryDeclared['state']): FormName {
  return manager ?? (suites === undefined && state === 'present' ? 'dnf' : 'apt');
}

/** apk finds a key by the name of its file, so that one of the project keeps its own. */
function keyNameOf({ manager, key_name, key_source }: RepositoryProperties): string | undefined {
  return key_name ?? (manager === 'apk' ? key_source?.split('/').at(-1) : undefined);
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

function plainPath(path: string): string {
  const result = canonicalPath(path);
  return result.kind === 'path' ? result.path : path;
}
