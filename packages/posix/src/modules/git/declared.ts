import type { Static, TypedDeclaration, TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { declarationProblems, fingerprint } from './declaration-problems.ts';
import type { gitSchema } from './schema.ts';

/** A working copy as declared, in canonical form. */
export type GitDeclared = {
  readonly path: string;
  readonly repo: string;
  readonly ref: WantedRef;
  readonly remote: string;
  /** A bare repository with all branches and tags of the remote takes the place of a working copy. */
  readonly bare: boolean;
  /** What a mirror is to hold whatever the remote has; null follows the remote. */
  readonly pinned: MirrorRefs | null;
  readonly depth: number | null;
  /** Nothing is fetched but what is checked out. */
  readonly singleBranch: boolean;
  /** Who must have signed what is checked out; null where it needs no signature. */
  readonly verify: Verify | null;
  readonly submodules: boolean;
  readonly force: boolean;
  readonly update: boolean;
  /** A copy is made where there is none. */
  readonly clone: boolean;
  /** Where git is to keep its own files; null leaves them where they are. */
  readonly gitDirectory: string | null;
  /** The repository that a new copy borrows objects from. */
  readonly reference: string | null;
  /** Octal; null is that of every operation. */
  readonly umask: string | null;
  readonly keyFile: string | null;
  readonly acceptHostKey: boolean;
};

/** Branches and tags by their whole names, and the branch that HEAD names; null leaves it. */
export type MirrorRefs = { readonly refs: Readonly<Record<string, string>>; readonly head: string | null };

type Conduct = Pick<
  GitDeclared,
  'bare' | 'singleBranch' | 'submodules' | 'force' | 'update' | 'clone' | 'acceptHostKey'
>;

/** Who must have signed what is checked out. */
export type Verify = {
  /** Absolute path of a file of allowed signers, for keys of SSH. */
  readonly allowedSigners: string | null;
  /** Fingerprints, one of which must have signed; empty takes every key that the account trusts. */
  readonly signers: readonly string[];
};

export type WantedRef =
  /** `HEAD`, a short name or a whole one. */
  | { readonly kind: 'named'; readonly name: string }
  /** `branch` is the local branch that is to stand there, or none. */
  | { readonly kind: 'commit'; readonly commit: string; readonly branch: string | null };

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareGit({ identity, properties }: TypedInput<typeof gitSchema>): TypedDeclaration<GitDeclared> {
  const path = canonicalPath(identity);
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(path.kind === 'path' && path.path === '/'
      ? [{ property: '', detail: 'The root of the node is no place for a working copy.' }]
      : []),
    ...declarationProblems(path.kind === 'path' ? path.path : '', properties),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared: GitDeclared = {
    ...placesOf(properties),
    ...conductOf(properties),
    path: path.path,
    repo: properties.repo,
    ref: wantedRef(properties.ref ?? 'HEAD'),
    remote: properties.remote ?? 'origin',
    depth: properties.depth ?? null,
    verify: verifyOf(properties),
    umask: properties.umask ?? null,
    pinned: null,
  };
  return { kind: 'declared', identity: path.path, declared };
}

function placesOf({
  git_directory,
  reference,
  key_file,
}: Static<typeof gitSchema>): Pick<GitDeclared, 'gitDirectory' | 'reference' | 'keyFile'> {
  return { gitDirectory: pathOf(git_directory), reference: pathOf(reference), keyFile: pathOf(key_file) };
}

function conductOf({
  bare = false,
  single_branch = false,
  submodules = false,
  force = false,
  update = true,
  clone = true,
  accept_host_key = false,
}: Static<typeof gitSchema>): Conduct {
  return { bare, singleBranch: single_branch, submodules, force, update, clone, acceptHostKey: accept_host_key };
}

function wantedRef(text: string): WantedRef {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
    ? { kind: 'commit', commit: text, branch: null }
    : { kind: 'named', name: text };
}

function verifyOf({ verify, allowed_signers, signers = [] }: Static<typeof gitSchema>): Verify | null {
  return verify === true ? { allowedSigners: allowed_signers ?? null, signers: signers.map(fingerprint) } : null;
}

function pathOf(text: string | undefined): string | null {
  const path = text === undefined ? undefined : canonicalPath(text);
  return path?.kind === 'path' ? path.path : null;
}
