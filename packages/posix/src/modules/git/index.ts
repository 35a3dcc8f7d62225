import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareGit, type GitDeclared } from './declared.ts';
import { diffGit } from './diff.ts';
import { importGit } from './import.ts';
import { type GitState, gitQueries, observeGit } from './observe.ts';
import { gitOperations } from './operations.ts';
import { predictGit } from './predict.ts';
import { restoreGit } from './restore.ts';
import { gitSchema } from './schema.ts';

/** A working copy of a git repository. */
export const git = defineResource<GitDeclared, GitState>()({
  type: 'git',
  channel: 'sh',
  summary:
    'A working copy of a git repository, at a branch, a tag or a commit. The plan asks the remote and shows from which commit to which; apply checks out that very commit. It acts as the account of the resource: `sudo: deploy` makes the copy one of that account, with its keys.',
  identityDescription: 'Absolute path of the working copy.',
  schema: gitSchema,
  examples: [
    `- git: /srv/app
  repo: https://git.example.com/app.git
  ref: v2.1.0
  sudo: deploy`,
    `- git: /srv/site
  repo: git@git.example.com:web/site.git
  ref: main
  depth: 1
  submodules: true
  key_file: /home/deploy/.ssh/site
  accept_host_key: true`,
    `- git: /opt/tool
  repo: https://git.example.com/tool.git
  ref: v3.0.1
  single_branch: true
  verify: true
  allowed_signers: /etc/setpoint/allowed_signers`,
  ],
  declare: declareGit,
  references: gitReferences,
  queries: gitQueries,
  observe: observeGit,
  diff: diffGit,
  operations: gitOperations,
  predict: predictGit,
  paths: ({ path, gitDirectory }) => [`${path}/`, ...(gitDirectory === null ? [] : [`${gitDirectory}/`])],
  restore: restoreGit,
  undo: 'The commit, the branch, the URL of the remote and the place of the files of git come back. A copy that was made stays, and changes that `force` threw away do not come back.',
  importing: importGit,
});

function gitReferences({ path, keyFile, verify, gitDirectory, reference }: GitDeclared): readonly Address[] {
  return [
    formatAddress('directory', path),
    ...pathReferences(path),
    ...(gitDirectory === null ? [] : pathReferences(gitDirectory)),
    ...(reference === null ? [] : [formatAddress('git', reference), ...pathReferences(reference)]),
    formatAddress('package', 'git'),
    ...[keyFile, verify?.allowedSigners ?? null].flatMap((file) =>
      file === null ? [] : [formatAddress('file', file)],
    ),
  ];
}
