import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import type { DatabaseFacts } from '../../driver/objects/database.ts';
import type { ServerObject } from '../server-object/state.ts';
import { type DatabaseDeclared, declareDatabase } from './declared.ts';
import { diffDatabase } from './diff.ts';
import { databaseQueries, observeDatabase } from './observe.ts';
import { databaseOperations } from './operations.ts';
import { predictDatabase } from './predict.ts';
import { databaseSchema } from './schema.ts';

/** A database of a server: that it is there, whose it is, and what new objects in it get. */
export const database = defineResource<DatabaseDeclared, ServerObject<DatabaseFacts>>()({
  type: 'database',
  channel: 'sql',
  summary:
    'A database of a PostgreSQL, MySQL or MariaDB server: that it is there, its owner, encoding, locale and limits.',
  identityDescription: 'Name of the database, as the server’s catalogue has it.',
  schema: databaseSchema,
  examples: [
    `- database: orders
  owner: orders
  encoding: UTF8
  locale: C.UTF-8
  settings: { search_path: [app, public], timezone: UTC }`,
    `- database: shop
  charset: utf8mb4
  collation: utf8mb4_unicode_ci`,
    `- database: orders_old
  state: absent
  force: true`,
  ],
  declare: declareDatabase,
  claims: ({ name }) => [`database:${name}`],
  references: databaseReferences,
  queries: databaseQueries,
  observe: observeDatabase,
  diff: diffDatabase,
  operations: databaseOperations,
  predict: predictDatabase,
  undo: 'Cannot be undone: dropping a database again would delete what others have put into it since, and a dropped one is gone.',
});

function databaseReferences({ state, owner, template }: DatabaseDeclared): readonly Address[] {
  if (state === 'absent') return [];
  return [
    ...(owner === null ? [] : [formatAddress('role', owner)]),
    ...(template === null ? [] : [formatAddress('database', template)]),
  ];
}
