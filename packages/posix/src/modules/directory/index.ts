import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { type DirectoryDeclared, type DirectoryState, declareDirectory, directorySchema } from './declared.ts';
import { diffDirectory } from './diff.ts';
import { directoryQueries, observeDirectory } from './observe.ts';
import { directoryOperations } from './operations.ts';
import { predictDirectory } from './predict.ts';
import { restoreDirectory } from './restore.ts';

/** A directory: owner, group and mode, of itself or of everything in it. */
export const directory = defineResource<DirectoryDeclared, DirectoryState>()({
  type: 'directory',
  channel: 'sh',
  summary: 'A directory: its owner, group and mode, and on request those of everything in it.',
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
    `- directory: /var/cache/old-app
  state: absent
  force: true`,
  ],
  declare: declareDirectory,
  claims: (declared) => [`path:${declared.path}`],
  references: directoryReferences,
  queries: directoryQueries,
  observe: observeDirectory,
  diff: diffDirectory,
  operations: directoryOperations,
  predict: predictDirectory,
  restore: restoreDirectory,
  undo: 'A directory that was made goes again if it is empty, with the parents made for it; owner, group and mode come back. What was deleted with a directory, and owners and modes below it, do not.',
  // What is recursed into is written with everything in it.
  paths: ({ path, tree }, edits) => (tree === null || edits.length === 0 ? [] : [`${path}/`]),
});

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
