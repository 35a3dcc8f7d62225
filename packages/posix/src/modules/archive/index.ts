import { type Address, formatAddress, type Observed } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { copiedOperations, copiedQueries, diffCopied, observeCopied, predictCopied } from '../directory/copied.ts';
import { keepCopy } from '../directory/copy/keep.ts';
import type { DirectoryState } from '../directory/declared.ts';
import { type ArchiveDeclared, type ArchiveState, archiveSchema, declareArchive } from './declared.ts';
import { diffArchive } from './diff.ts';
import { archiveQueries, observeArchive, placeOf } from './observe.ts';
import { archiveOperations } from './operations.ts';
import { predictArchive } from './predict.ts';
import { keepArchive, restoreArchive } from './restore.ts';

/** The files of an archive, unpacked into a directory. What takes it back is a directory like any other. */
export const archive = defineResource<ArchiveDeclared, ArchiveState | DirectoryState>()({
  type: 'archive',
  channel: 'sh',
  summary:
    'An archive of the project or of a URL, unpacked into a directory. What is there is compared with the archive file by file, and only what differs is brought; other things in the directory are left alone, unless they are pruned.',
  identityDescription: 'Absolute path of the directory that it is unpacked into. It is made if its parent is there.',
  schema: archiveSchema,
  examples: [
    `- archive: /srv/app
  source: files/app-2.1.tar.gz
  strip: 1
  owner: app
  exclude: [docs, "*.md"]`,
    `- archive: /srv/site
  source: files/site.tar.zst
  exclude: [uploads]
  prune: true`,
    `- archive: /opt/node
  url: https://nodejs.org/dist/v24.11.0/node-v24.11.0-linux-x64.tar.xz
  sha256: 46da9a098973ab7ba4fca76945581ecb2eaf468de347173897044382f10e0a0a
  strip: 1
  owner: root`,
    `- archive: /opt/tool
  source: files/tool.zip
  file_mode: a+rX
  keep_newer: true`,
  ],
  declare: declareArchive,
  references: archiveReferences,
  queries: (declared) => (declared.back === null ? archiveQueries(declared) : copiedQueries(declared.back)),
  observe: (declared, answers) =>
    declared.back === null ? observeArchive(declared, answers) : observeCopied(declared.back, answers),
  diff: (declared, observed) =>
    declared.back === null ? diffArchive(declared, asArchive(observed)) : diffCopied(declared.back, asCopy(observed)),
  operations: (declared, edits, observed) =>
    declared.back === null
      ? archiveOperations(declared, edits, asArchive(observed))
      : copiedOperations(declared.back, edits, asCopy(observed)),
  predict: (declared, answers) =>
    declared.back === null ? predictArchive(declared, answers) : predictCopied(declared.back, answers),
  paths: ({ path, members, back, prune }) =>
    back === null && !prune ? members.map((member) => placeOf(path, member)) : [`${path}/`],
  restore: ({ declared, before, edited, kept }) =>
    restoreArchive({ declared, before: asArchive(before), edited, kept }),
  keep: (declared, edits, observed) =>
    declared.back === null
      ? keepArchive(declared, edits, asArchive(observed))
      : keepCopy(declared.back, asCopy(observed)),
  undo: 'What was unpacked anew goes again, and so does a directory that was made for it. What was replaced comes back: files up to 10 MiB (64 MiB together), links, owners and modes, but no times. What was pruned does not come back.',
  importing: {
    kind: 'none',
    why: 'What came out of an archive cannot be told from other files; `file` and `directory` import them one by one.',
  },
});

/** What was observed of an archive, which `back` tells from a directory. */
function asArchive(observed: Observed<ArchiveState | DirectoryState>): Observed<ArchiveState> {
  return observed as Observed<ArchiveState>;
}

function asCopy(observed: Observed<ArchiveState | DirectoryState>): Observed<DirectoryState> {
  return observed as Observed<DirectoryState>;
}

function archiveReferences({ path, owner, group, back }: ArchiveDeclared): readonly Address[] {
  if (back?.state === 'absent') return [];
  return [
    formatAddress('directory', path),
    formatAddress('link', path),
    ...pathReferences(path),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
