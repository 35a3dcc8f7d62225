import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';

/** A working copy as declared, in canonical form. */
export type GitDeclared = {
  readonly path: string;
  readonly repo: string;
  readonly ref: WantedRef;
  readonly remote: string;
  readonly depth: number | null;
  /** Nothing is fetched but what is checked out. */
  readonly singleBranch: boolean;
  /** Who must have signed what is checked out; null where it needs no signature. */
  readonly verify: Verify | null;
  readonly submodules: boolean;
  readonly force: boolean;
  readonly update: boolean;
  readonly keyFile: string | null;
  readonly acceptHostKey: boolean;
};

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

export const gitSchema = Type.Object(
  {
    repo: Type.String({
      description:
        'URL or path of the repository, as `git clone` takes it. A password does not belong into it: it would stand in the configuration of the copy and in the list of processes. Use a key, or a credential helper of the node.',
      minLength: 1,
    }),
    ref: Type.Optional(
      Type.String({
        description:
          'What to check out: a branch, a tag, a whole commit of 40 digits, or a whole name such as `refs/heads/main`. Default: HEAD, the branch that the remote has as its default.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    remote: Type.Optional(
      Type.String({ description: 'Name of the remote in the copy. Default: origin.', minLength: 1 }),
    ),
    depth: Type.Optional(
      Type.Integer({
        description:
          'Fetch only so many commits of what is checked out. A copy that stands where it is to stand keeps the history that it has. Default: the whole history, with all branches and tags.',
        minimum: 1,
      }),
    ),
    single_branch: Type.Optional(
      Type.Boolean({
        description:
          'Fetch only the branch, the tag or the commit that is checked out, with its whole history; `depth` does so in any case. Default: false.',
      }),
    ),
    verify: Type.Optional(
      Type.Boolean({
        description:
          'Check out nothing that is not signed: an annotated tag, or else the commit, by a key in the GnuPG keyring of the account or in `allowed_signers`. Default: false.',
      }),
    ),
    allowed_signers: Type.Optional(
      Type.String({
        description:
          'Absolute path, on the node, of a file of SSH keys that may sign, as ssh-keygen(1) has it. Needs `verify` and git 2.34.',
        minLength: 1,
      }),
    ),
    signers: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Fingerprints of keys, one of which must have signed: 40 hexadecimal digits for GnuPG, `SHA256:…` for SSH. Needs `verify`. Default: every key that the account trusts.',
        minItems: 1,
      }),
    ),
    submodules: Type.Optional(
      Type.Boolean({ description: 'Check out submodules as well, those in submodules too. Default: false.' }),
    ),
    force: Type.Optional(
      Type.Boolean({
        description:
          'Throw away changes of tracked files and commits that were made in the copy; otherwise they are an error. Files that git does not track stay. Default: false.',
      }),
    ),
    update: Type.Optional(
      Type.Boolean({
        description:
          'Follow the remote. With false a copy that is there keeps its commit and the remote is not asked. Default: true.',
      }),
    ),
    key_file: Type.Optional(
      Type.String({ description: 'Absolute path, on the node, of the private key for SSH.', minLength: 1 }),
    ),
    accept_host_key: Type.Optional(
      Type.Boolean({
        description:
          'Learn the key of an SSH server that the node does not know yet; a key that has changed is refused all the same. Default: false; `known_host` declares keys.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareGit({ identity, properties }: TypedInput<typeof gitSchema>): TypedDeclaration<GitDeclared> {
  const path = canonicalPath(identity);
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(path.kind === 'path' && path.path === '/'
      ? [{ property: '', detail: 'The root of the node is no place for a working copy.' }]
      : []),
    ...repoProblems(properties.repo),
    ...nameProblems(properties),
    ...verifyProblems(properties),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared: GitDeclared = {
    path: path.path,
    repo: properties.repo,
    ref: wantedRef(properties.ref ?? 'HEAD'),
    remote: properties.remote ?? 'origin',
    depth: properties.depth ?? null,
    singleBranch: properties.single_branch ?? false,
    verify: verifyOf(properties),
    submodules: properties.submodules ?? false,
    force: properties.force ?? false,
    update: properties.update ?? true,
    keyFile: properties.key_file ?? null,
    acceptHostKey: properties.accept_host_key ?? false,
  };
  return { kind: 'declared', identity: path.path, declared };
}

function wantedRef(text: string): WantedRef {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
    ? { kind: 'commit', commit: text, branch: null }
    : { kind: 'named', name: text };
}

function verifyOf({ verify, allowed_signers, signers = [] }: Static<typeof gitSchema>): Verify | null {
  return verify === true ? { allowedSigners: allowed_signers ?? null, signers: signers.map(fingerprint) } : null;
}

/** GnuPG shows fingerprints in groups and tells them without. */
function fingerprint(text: string): string {
  return text.startsWith('SHA256:') ? text : text.replaceAll(/\s/g, '').toUpperCase();
}

function verifyProblems({
  verify,
  allowed_signers,
  signers = [],
}: Static<typeof gitSchema>): readonly DeclarationProblem[] {
  const path = allowed_signers === undefined ? undefined : canonicalPath(allowed_signers);
  const needless = { allowed_signers, signers: signers.length === 0 ? undefined : signers };
  const wrong = signers.filter(
    (text) => !/^(?:SHA256:[A-Za-z0-9+/]{43}|[0-9A-F]{40}|[0-9A-F]{64})$/.test(fingerprint(text)),
  );
  return [
    ...(path?.kind === 'invalid' ? [{ property: 'allowed_signers', detail: path.detail, hint: path.hint }] : []),
    ...wrong.map((text) => ({ property: 'signers', detail: `"${text}" is no fingerprint of a key.` })),
    ...(verify === true ? [] : Object.entries(needless)).flatMap(([property, value]) =>
      value === undefined
        ? []
        : [
            {
              property,
              detail: `"${property}" says who may sign, and nothing is verified.`,
              hint: 'add `verify: true`',
            },
          ],
    ),
  ];
}

function repoProblems(repo: string): readonly DeclarationProblem[] {
  const property = 'repo';
  if (/\p{Cc}/u.test(repo)) return [{ property, detail: 'A URL cannot hold control characters.' }];
  if (repo.startsWith('-'))
    return [{ property, detail: 'A URL cannot begin with a dash, which git takes for an option.' }];
  // `ext::` and the like name a program that git would run.
  if (/^[A-Za-z0-9]+::/.test(repo)) {
    return [{ property, detail: 'A URL with `::` names a program for git to run, which is not a repository.' }];
  }
  if (/^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(repo)) {
    const detail =
      'The URL holds a password, which would stand in the configuration of the copy and in the list of processes.';
    return [{ property, detail, hint: 'use an SSH URL with `key_file`, or a credential helper of the node' }];
  }
  return [];
}

function nameProblems({
  ref = 'HEAD',
  remote = 'origin',
  key_file,
}: Static<typeof gitSchema>): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!isRefName(ref))
    problems.push({ property: 'ref', detail: `"${ref}" is no name that git allows for a branch or a tag.` });
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(remote) || !isRefName(remote)) {
    problems.push({ property: 'remote', detail: `"${remote}" is no name for a remote.` });
  }
  const key = key_file === undefined ? undefined : canonicalPath(key_file);
  if (key?.kind === 'invalid') problems.push({ property: 'key_file', detail: key.detail, hint: key.hint });
  return problems;
}

/** The rules of git-check-ref-format(1), as far as they concern a single name. */
function isRefName(name: string): boolean {
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$/u.test(name) || name.startsWith('-') || name === '@') return false;
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}
