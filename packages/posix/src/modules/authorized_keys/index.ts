import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareKeys, type KeysDeclared, type KeysState, keysSchema } from './declared.ts';
import { diffKeys } from './diff.ts';
import { importKeys } from './import.ts';
import { keysQueries, observeKeys } from './observe.ts';
import { keysOperations } from './operations.ts';
import { keysPaths } from './paths.ts';
import { predictKeys } from './predict.ts';
import { restoreKeys } from './restore.ts';

/** The public keys that open an account over SSH. */
export const authorizedKeys = defineResource<KeysDeclared, KeysState>()({
  type: 'authorized_keys',
  channel: 'sh',
  summary: 'The public keys that open an account over SSH.',
  identityDescription: 'Name of the account.',
  schema: keysSchema,
  examples: [
    `- authorized_keys: deploy
  exclusive: true
  keys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOq1V0x7m3Yb8Zc5nT2kRj9wQ4sLf6hGd1uEa0PiNvBt alice@example.com`,
    `- authorized_keys: ops
  key_files: [keys/ops/*.pub]`,
    `- authorized_keys: backup
  keys:
    - restrict,command="/usr/local/bin/backup" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJw2Kd8eR5tYu1iOpA3sDfGh6jKlZ9xCvBn4mQwErTyU`,
    `- authorized_keys: admin
  path: /etc/ssh/keys/%u
  key_files: [keys/admin.pub]`,
  ],
  declare: declareKeys,
  claims: ({ path }) => (path === null ? [] : [`path:${path}`, `content of:${path}`]),
  references: ({ account, path }) => [formatAddress('user', account), ...(path === null ? [] : pathReferences(path))],
  queries: keysQueries,
  observe: observeKeys,
  diff: diffKeys,
  operations: keysOperations,
  predict: predictKeys,
  restore: restoreKeys,
  undo: 'The whole file comes back to the byte, with its mode, or goes again if there was none.',
  importing: importKeys,
  paths: keysPaths,
});
