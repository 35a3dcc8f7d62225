import { formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { declareKeys, type KeysDeclared, type KeysState, keysSchema } from './declared.ts';
import { diffKeys } from './diff.ts';
import { keysQueries, observeKeys } from './observe.ts';
import { keysOperations } from './operations.ts';
import { predictKeys } from './predict.ts';

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
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN4v1rP8oH8J5Q9l3m0o1c2d3e4f5a6b7c8d9e0f1a2b alice@example.com`,
    `- authorized_keys: backup
  keys:
    - restrict,command="/usr/local/bin/backup" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN4v1rP8oH8J5Q9l3m0o1c2d3e4f5a6b7c8d9e0f1a2b`,
  ],
  declare: declareKeys,
  references: (declared) => [formatAddress('user', declared.account)],
  queries: keysQueries,
  observe: observeKeys,
  diff: diffKeys,
  operations: keysOperations,
  predict: predictKeys,
});
