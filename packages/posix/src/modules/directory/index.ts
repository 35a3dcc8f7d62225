import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { copiedOperations, copiedQueries, diffCopied, observeCopied, predictCopied } from './copied.ts';
import { keepCopy } from './copy/keep.ts';
import { restoreCopied } from './copy/restore.ts';
import { type DirectoryDeclared, type DirectoryState, declareDirectory, directorySchema } from './declared.ts';
import { importDirectory } from './import.ts';

/** A directory: owner, group and mode, of itself or of everything in it, and what is copied into it from the project. */
export const directory = defineResource<DirectoryDeclared, DirectoryState>()({
  type: 'directory',
  channel: 'sh',
  summary:
    'A directory: its owner, group and mode, on request those of everything in it, or a copy of a directory of the project.',
  identityDescription: 'Absolute path of the directory.',
  schema: directorySchema,
  examples: [
    `- directory: /srv/app
  owner: www-data
  mode: "0750"`,
    `- directory: /srv/app/releases/current/public
  parents: true`,
    `- directory: /srv/uploads
  owner: www-data
  group: www-data
  mode: "0750"
  file_mode: "0640"
  recurse: true`,
    `- directory: /etc/nginx/conf.d
  source: files/nginx
  owner: root
  file_mode: "0644"
  exclude: ["*.swp", .git]
  prune: true`,
    `- directory: /var/cache/old-app
  state: absent
  force: true`,
  ],
  declare: declareDirectory,
  claims: directoryClaims,
  references: directoryReferences,
  queries: copiedQueries,
  observe: observeCopied,
  diff: diffCopied,
  operations: copiedOperations,
  predict: predictCopied,
  restore: restoreCopied,
  keep: (declared, _, observed) => keepCopy(declared, observed),
  undo: 'A directory that was made goes again if it is empty, with the parents made for it; owner, group and mode come back. So does what a `source` replaced: files up to 10 MiB (64 MiB together), links, modes; files that it brought go. What was pruned or deleted with a directory, and owners and modes that `recurse` set, do not come back.',
  importing: importDirectory,
  // What is recursed into, or copied, is written with everything in it.
  paths: ({ path, tree, copy }, edits) =>
    (tree === null && copy === undefined) || edits.length === 0 ? [] : [`${path}/`],
});

/** The content of each file that is copied is declared as a whole. */
function directoryClaims({ path, copy }: DirectoryDeclared): readonly string[] {
  const files = copy?.parts.filter(({ kind }) => kind === 'file') ?? [];
  return [`path:${path}`, ...files.map(({ declared }) => `content of:${declared.path}`)];
}

function directoryReferences(declared: DirectoryDeclared): readonly Address[] {
  const { owner, group } = declared.ownership;
  // What goes away must go before the directory that holds it, not after.
  if (declared.state === 'absent') return [];
  return [
    ...pathReferences(declared.path),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
