import { type Address, formatAddress, type Observed } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { withAccessHazards } from '../../access/access-hazards.ts';
import { pathReferences } from '../../paths/path-references.ts';
import { declareFile, type FileDeclared, type FileState, fileSchema } from './declared.ts';
import { diffFile } from './diff.ts';
import { importFile } from './import.ts';
import { fileQueries, observeFile } from './observe.ts';
import { fileOperations, followedIn } from './operations.ts';
import { predictFile } from './predict.ts';
import { keepFile, restoreFile } from './restore.ts';

/** A regular file: content, owner, group and mode. */
export const file = defineResource<FileDeclared, FileState>()({
  type: 'file',
  channel: 'sh',
  summary: 'A regular file: its content, owner, group and mode.',
  identityDescription: 'Absolute path of the file.',
  schema: fileSchema,
  examples: [
    `- file: /etc/motd
  content: |
    Managed by Setpoint.
  mode: "0644"`,
    `- file: /etc/nginx/conf.d/app.conf
  template: templates/app.conf.j2
  owner: root
  mode: "0644"
  check: nginx -t`,
    `- file: /etc/exports
  fragments: [exports/*.conf]
  separator: "# ---"
  mode: "0644"`,
    `- file: /etc/resolv.conf
  content: |
    nameserver 192.0.2.53
  immutable: true`,
    `- file: /var/lib/app/installed
  content: ""
  create_only: true
  modified: 2024-05-01T12:00:00Z`,
    `- file: /etc/cron.d/old-job
  state: absent`,
  ],
  declare: declareFile,
  claims: fileClaims,
  references: fileReferences,
  queries: fileQueries,
  observe: observeFile,
  diff: diffFile,
  operations: (declared, edits, observed) =>
    withAccessHazards(fileOperations(declared, edits, observed), declared.path, edits),
  paths: (_declared, _edits, observed) => followedPaths(observed),
  predict: predictFile,
  restore: restoreFile,
  keep: keepFile,
  undo: 'Content up to 10 MiB, owner, group, mode, attributes and a declared time come back, and a file that was made goes again. Content that may hold a secret is not kept.',
  importing: importFile,
});

/** Whoever changes a part of a file whose content is declared as a whole, or its time, would change it there and back. */
function fileClaims({ path, state, body, createOnly, modified }: FileDeclared): readonly string[] {
  const isWhole = state === 'absent' || (body !== null && !createOnly) || modified !== undefined;
  return [`path:${path}`, ...(isWhole ? [`content of:${path}`] : [])];
}

function followedPaths(observed: Observed<FileState>): readonly string[] {
  const { leadsTo } = followedIn(observed);
  return leadsTo === undefined ? [] : [leadsTo.real];
}

function fileReferences(declared: FileDeclared): readonly Address[] {
  const { owner, group } = declared.ownership;
  // What goes away must go before the directory that holds it, not after.
  if (declared.state === 'absent') return [];
  return [
    ...pathReferences(declared.path),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}
