import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { Alteration, KindRule, RuleContext } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { createTable } from './create-table.ts';
import { alterHeritage } from './heritage.ts';
import { optionChanges } from './options.ts';
import { alterPartition } from './partitions.ts';
import { hazard, statement } from './statements.ts';

/** Tables: plain, partitioned, partitions and heirs. */
export const tableRule: KindRule = {
  noun: 'table',
  weight: 40,
  create: (fact, _context, offered) => createTable(fact, offered),
  drop: (fact) => [
    statement(`DROP TABLE ${quoteName(fact.name)}`, {
      blocks: 'all',
      table: fact.key,
      hazards: [hazard('DB101', fact.key, `All rows of ${quoteName(fact.name)} are lost.`)],
    }),
  ],
  alter: alterTable,
  rename: renameTable,
  occupies: (fact) => [
    `relation ${quoteName(fact.name)}`,
    `type ${quoteName(fact.name)}`,
    // Bounds may overlap: what leaves a partitioned table goes before what joins it.
    ...(typeof fact.payload['partitionOf'] === 'string' ? [`partition of ${fact.payload['partitionOf']}`] : []),
  ],
};

/** A table that moves to another schema under another name does it in two steps. */
function renameTable(before: Fact, after: Fact): readonly Statement[] {
  const [schema = '', name = ''] = before.name;
  const [newSchema = '', newName = ''] = after.name;
  const hazards = [hazard('DB302', after.key, `Clients that use ${quoteName(before.name)} no longer find it.`)];
  const rest = { blocks: 'all', table: after.key, hazards } as const;
  return [
    ...(schema === newSchema
      ? []
      : [statement(`ALTER TABLE ${quoteName(before.name)} SET SCHEMA ${quoteIdentifier(newSchema)}`, rest)]),
    ...(name === newName
      ? []
      : [statement(`ALTER TABLE ${quoteName([newSchema, name])} RENAME TO ${quoteIdentifier(newName)}`, rest)]),
  ];
}

function alterTable(before: Fact, after: Fact, context: RuleContext): Alteration {
  const { payload: old } = before;
  const { payload: wanted } = after;
  if (old['partitionKey'] !== wanted['partitionKey']) return { kind: 'rebuild' };
  const membership = alterPartition(before, after, context);
  const heritage = alterHeritage(before, after, context);
  return {
    kind: 'statements',
    statements: [
      ...membership.statements,
      ...heritage.statements,
      ...alterStorage(after, old, wanted),
      ...alterSecurity(after, old, wanted),
      ...alterIdentity(after, old, wanted),
    ],
    settles: [...membership.settles, ...heritage.settles],
  };
}

function alterStorage(table: Fact, old: JsonObject, wanted: JsonObject): readonly Statement[] {
  const rewrites = [
    ...(old['persistence'] === wanted['persistence']
      ? []
      : [`SET ${wanted['persistence'] === 'unlogged' ? 'UNLOGGED' : 'LOGGED'}`]),
    ...(old['accessMethod'] === wanted['accessMethod']
      ? []
      : [`SET ACCESS METHOD ${quoteIdentifier(textOrNull(wanted, 'accessMethod') ?? 'heap')}`]),
    ...(old['tablespace'] === wanted['tablespace']
      ? []
      : [`SET TABLESPACE ${quoteIdentifier(textOrNull(wanted, 'tablespace') ?? 'pg_default')}`]),
  ];
  const message = `${quoteName(table.name)} is written anew, and nobody can use it meanwhile.`;
  return [
    ...rewrites.map((clause) =>
      statement(`ALTER TABLE ${quoteName(table.name)} ${clause}`, {
        blocks: 'all',
        table: table.key,
        scans: 'rewrites',
        isLong: true,
        hazards: [hazard('DB203', table.key, message)],
      }),
    ),
    ...[
      ...optionChanges(old['options'], wanted['options']),
      ...optionChanges(old['toastOptions'], wanted['toastOptions'], 'toast.'),
    ].map((clause) => statement(`ALTER TABLE ${quoteName(table.name)} ${clause}`, { blocks: 'ddl', table: table.key })),
  ];
}

function alterSecurity(table: Fact, old: JsonObject, wanted: JsonObject): readonly Statement[] {
  const clauses = [
    ...(old['rowSecurity'] === wanted['rowSecurity'] ? [] : [wanted['rowSecurity'] === true ? 'ENABLE' : 'DISABLE']),
    ...(old['forceRowSecurity'] === wanted['forceRowSecurity']
      ? []
      : [wanted['forceRowSecurity'] === true ? 'FORCE' : 'NO FORCE']),
  ];
  return clauses.map((clause) => ({
    ...alter(table, `${clause} ROW LEVEL SECURITY`),
    hazards: [hazard('DB401', table.key, `Another set of rows of ${quoteName(table.name)} becomes visible.`)],
  }));
}

/** `USING INDEX` is said with the index. */
function alterIdentity(table: Fact, old: JsonObject, wanted: JsonObject): readonly Statement[] {
  if (old['replicaIdentity'] === wanted['replicaIdentity'] || wanted['replicaIdentity'] === 'index') return [];
  return [
    {
      ...alter(table, `REPLICA IDENTITY ${textOf(wanted, 'replicaIdentity').toUpperCase()}`),
      hazards: [hazard('DB602', table.key, 'Subscribers find changed rows by another key from now on.')],
    },
  ];
}

function alter(table: Fact, clause: string): Statement {
  return statement(`ALTER TABLE ${quoteName(table.name)} ${clause}`, { blocks: 'all', table: table.key });
}
