import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { declareGrant, type GrantDeclared } from './declared.ts';
import { diffGrant } from './diff.ts';
import { type GrantState, grantQueries, observeGrant } from './observe.ts';
import { grantOperations } from './operations.ts';
import { predictGrant } from './predict.ts';
import { grantSchema } from './schema.ts';

/** What a role may do with an object, or with all objects of a schema. */
export const grant = defineResource<GrantDeclared, GrantState>()({
  type: 'grant',
  channel: 'sql',
  summary:
    'What a role may do with a database, a schema, a table or another object, now or with those that are made later.',
  identityDescription: 'A name for the grant, shown in plans.',
  schema: grantSchema,
  examples: [
    `- grant: reporting enters app
  role: reporting
  on: { schema: app }
  privileges: [usage]`,
    `- grant: reporting reads app
  role: reporting
  on: { tables_in: app }
  privileges: [select]
  exclusive: true`,
    `- grant: reporting reads what comes to app
  role: reporting
  on: { tables_in: app }
  privileges: [select]
  default: true
  owner: deploy`,
    `- grant: nobody creates tables in public
  role: public
  on: { schema: public }
  privileges: [create]
  state: absent`,
    `- grant: the shop works with its data
  role: shop@10.0.0.%
  on: { database: shop }
  privileges: [select, insert, update, delete]`,
  ],
  declare: declareGrant,
  claims: grantClaims,
  references: grantReferences,
  queries: grantQueries,
  observe: observeGrant,
  diff: diffGrant,
  operations: grantOperations,
  predict: predictGrant,
  undo: 'Cannot be undone by itself: declare the rights that are to be there, and apply that.',
});

/** Two exclusive grants of one role on one object would take from each other. */
function grantClaims({ role, target, database, exclusive, defaultsOf }: GrantDeclared): readonly string[] {
  return exclusive ? [`grant:${JSON.stringify([role, database, target, defaultsOf])}`] : [];
}

function grantReferences({ state, role, target, database, defaultsOf }: GrantDeclared): readonly Address[] {
  // What is taken away is taken before its holder and its object go.
  if (state === 'absent') return [];
  return [
    ...(role === 'public' ? [] : [formatAddress('role', role)]),
    ...(defaultsOf === null || defaultsOf === '' ? [] : [formatAddress('role', defaultsOf)]),
    ...(database === '' ? [] : [formatAddress('database', database)]),
    ...(target.kind === 'database' ? [formatAddress('database', target.name)] : []),
  ];
}
