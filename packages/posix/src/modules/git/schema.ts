import { Type } from '@setpoint/sdk';

/** What may be written of a working copy, or of a mirror. */
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
    bare: Type.Optional(
      Type.Boolean({
        description:
          'Keep a bare repository in the place of a working copy, as a mirror: its branches and tags, and the branch of its HEAD, are those of the remote, and no others. The plan shows each one that comes, moves or goes. Default: false.',
      }),
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
    clone: Type.Optional(
      Type.Boolean({
        description:
          'Make a copy where there is none. With false only one that is there follows the remote. Default: true.',
      }),
    ),
    git_directory: Type.Optional(
      Type.String({
        description:
          'Absolute path of the directory that git keeps its own files in, when they are not to lie in the copy. One that lies elsewhere is moved there; `PATH/.git` moves it back. Default: `.git` in a new copy, and where it is in one that is there.',
        minLength: 1,
      }),
    ),
    reference: Type.Optional(
      Type.String({
        description:
          'Absolute path, on the node, of a repository that a new copy borrows objects from in the place of fetching them. The copy needs it for as long as it lives; one that is there stays as it is.',
        minLength: 1,
      }),
    ),
    umask: Type.Optional(
      Type.String({
        description:
          'Rights that files and directories which git makes do not get, in octal: `"0027"`. What is there stays as it is. Default: 0022.',
        pattern: '^0?0[0-7]{2}$',
        'x-source-text': true,
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
