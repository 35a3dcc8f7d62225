import { type Address, formatAddress, type Observed } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareGit, type GitDeclared } from './declared.ts';
import { diffGit } from './diff.ts';
import { importGit } from './import.ts';
import { diffMirror } from './mirror/diff.ts';
import { type MirrorState, mirrorQueries, observeMirror } from './mirror/observe.ts';
import { mirrorOperations } from './mirror/operations.ts';
import { predictMirror } from './mirror/predict.ts';
import { type GitState, gitQueries, observeGit } from './observe.ts';
import { gitOperations } from './operations.ts';
import { predictGit } from './predict.ts';
import { restoreGit, restoreMirror } from './restore.ts';
import { gitSchema } from './schema.ts';

/** A working copy of a git repository. */
export const git = defineResource<GitDeclared, GitState | MirrorState>()({
  type: 'git',
  channel: 'sh',
  summary:
    'A working copy of a git repository, at a branch, a tag or a commit. The plan asks the remote and shows from which commit to which; apply checks out that very commit. With `bare: true`, a mirror of all branches and tags. It acts as the account of the resource: `sudo: deploy` makes the copy one of that account, with its keys.',
  identityDescription: 'Absolute path of the working copy, or of the bare repository.',
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
    `- git: /srv/mirrors/app.git
  repo: https://git.example.com/app.git
  bare: true`,
  ],
  declare: declareGit,
  references: gitReferences,
  queries: (declared) => (declared.bare ? mirrorQueries(declared) : gitQueries(declared)),
  observe: (declared, answers) => (declared.bare ? observeMirror(declared, answers) : observeGit(declared, answers)),
  diff: (declared, observed) =>
    declared.bare ? diffMirror(declared, asMirror(observed)) : diffGit(declared, asCopy(observed)),
  operations: (declared, edits, observed) =>
    declared.bare
      ? mirrorOperations(declared, edits, asMirror(observed))
      : gitOperations(declared, edits, asCopy(observed)),
  predict: (declared, answers) => (declared.bare ? predictMirror(declared, answers) : predictGit(declared, answers)),
  paths: ({ path, gitDirectory }) => [`${path}/`, ...(gitDirectory === null ? [] : [`${gitDirectory}/`])],
  restore: ({ declared, before, edited, kept }) =>
    declared.bare
      ? restoreMirror({ declared, before: asMirror(before), edited, kept })
      : restoreGit({ declared, before: asCopy(before), edited, kept }),
  undo: 'The commit, the branch, the URL of the remote and the place of the files of git come back. So do the branches and tags of a mirror. A copy that was made stays, and changes that `force` threw away do not come back.',
  importing: importGit,
});

/** What was observed of a working copy, which `bare` tells from a mirror. */
function asCopy(observed: Observed<GitState | MirrorState>): Observed<GitState> {
  return observed as Observed<GitState>;
}

function asMirror(observed: Observed<GitState | MirrorState>): Observed<MirrorState> {
  return observed as Observed<MirrorState>;
}

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
