import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { declareExtension, type ExtensionDeclared, extensionSchema } from './declared.ts';
import { diffExtension } from './diff.ts';
import { type ExtensionState, extensionQueries, observeExtension } from './observe.ts';
import { extensionOperations } from './operations.ts';
import { predictExtension } from './predict.ts';

/** An extension in a database of PostgreSQL. */
export const extension = defineResource<ExtensionDeclared, ExtensionState>()({
  type: 'extension',
  channel: 'sql',
  summary: 'An extension in a database of PostgreSQL: that it is there, its version and its schema.',
  identityDescription: 'Name of the extension; DATABASE/NAME where one node’s extension stands in several databases.',
  schema: extensionSchema,
  examples: [
    `- extension: pgcrypto
  schema: public`,
    `- extension: postgis
  database: maps
  version: default
  cascade: true`,
    `- extension: hstore
  state: absent`,
  ],
  declare: declareExtension,
  claims: ({ database, name }) => [`extension:${JSON.stringify([database, name])}`],
  references: extensionReferences,
  queries: extensionQueries,
  observe: observeExtension,
  diff: diffExtension,
  operations: extensionOperations,
  predict: predictExtension,
  undo: 'Cannot be undone: other objects may depend on it by now, and an update of an extension has no way back.',
});

function extensionReferences({ state, database }: ExtensionDeclared): readonly Address[] {
  return state === 'absent' || database === '' ? [] : [formatAddress('database', database)];
}
