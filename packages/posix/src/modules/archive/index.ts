import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { type ArchiveDeclared, type ArchiveState, archiveSchema, declareArchive } from './declared.ts';
import { diffArchive } from './diff.ts';
import { archiveQueries, observeArchive, placeOf } from './observe.ts';
import { archiveOperations } from './operations.ts';
import { predictArchive } from './predict.ts';

/** The files of an archive of the project, unpacked into a directory. */
export const archive = defineResource<ArchiveDeclared, ArchiveState>()({
  type: 'archive',
  channel: 'sh',
  summary:
    'An archive of the project, unpacked into a directory. What is there is compared with the archive file by file, and only what differs is brought; other things in the directory are left alone.',
  identityDescription: 'Absolute path of the directory that it is unpacked into. It is made if its parent is there.',
  schema: archiveSchema,
  examples: [
    `- archive: /srv/app
  source: files/app-2.1.tar.gz
  strip: 1
  owner: app
  exclude: [docs, "*.md"]`,
    `- archive: /opt/tool
  source: files/tool.zip
  file_mode: a+rX
  keep_newer: true`,
  ],
  declare: declareArchive,
  references: archiveReferences,
  queries: archiveQueries,
  observe: observeArchive,
  diff: diffArchive,
  operations: archiveOperations,
  predict: predictArchive,
  paths: ({ path, members }) => members.map((member) => placeOf(path, member)),
  undo: 'Cannot be undone: the files that an archive replaced are not kept.',
});

function archiveReferences({ path, owner, group }: ArchiveDeclared): readonly Address[] {
  return [
    formatAddress('directory', path),
    formatAddress('link', path),
    ...pathReferences(path),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
