import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import type { FileState } from '../file/declared.ts';
import { diffFile } from '../file/diff.ts';
import { predictFile } from '../file/predict.ts';
import { keepFile } from '../file/restore.ts';
import { declareSudoers, type SudoersDeclared, sudoersSchema } from './declared.ts';
import { importSudoers } from './import.ts';
import { observeSudoers, sudoersQueries } from './observe.ts';
import { sudoersOperations } from './operations.ts';
import { restoreSudoers } from './restore.ts';

/** A file of sudoers: who may run what as whom. */
export const sudoers = defineResource<SudoersDeclared, FileState>()({
  type: 'sudoers',
  channel: 'sh',
  summary: 'A file of sudoers: who may run which commands as whom.',
  identityDescription: 'Name of the file in /etc/sudoers.d, or an absolute path where sudo reads another directory.',
  schema: sudoersSchema,
  examples: [
    `- sudoers: deploy
  rules:
    - user: deploy
      nopasswd: true
      commands:
        - /usr/bin/systemctl restart nginx
        - /usr/bin/systemctl reload nginx`,
    `- sudoers: operators
  defaults: ["!requiretty", ":alice timestamp_timeout=5"]
  rules:
    - group: operators
      run_as: ALL
      commands: [ALL]`,
    `- sudoers: backup
  content: |
    Cmnd_Alias BACKUP = /usr/local/bin/backup, /usr/bin/rsync
    backup ALL=(root) NOPASSWD: BACKUP`,
    `- sudoers: contractors
  state: absent`,
  ],
  declare: declareSudoers,
  claims: ({ path }) => [`path:${path}`, `content of:${path}`],
  references: ({ path, state }) =>
    state === 'absent' ? [] : [formatAddress('package', 'sudo'), ...pathReferences(path)],
  queries: sudoersQueries,
  observe: observeSudoers,
  diff: diffFile,
  operations: sudoersOperations,
  predict: predictFile,
  paths: ({ path }) => [path],
  restore: restoreSudoers,
  keep: keepFile,
  undo: 'The file comes back as it was and is read by visudo again, or goes if there was none. Content that may hold a secret is not kept.',
  importing: importSudoers,
});
