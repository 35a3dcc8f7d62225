import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { GrantInput, TableInput } from '../../declaration/tables/table.ts';
import {
  childrenOf,
  commentOf,
  type ExpressedTable,
  hasAll,
  ownName,
  present,
  type Said,
  unlessEmpty,
} from './fact-parts.ts';
import { postgresColumn } from './postgres-column.ts';
import { postgresConstraints } from './postgres-constraints.ts';
import { postgresIndex } from './postgres-index.ts';

/** A table of PostgreSQL in YAML; undefined when YAML cannot say its columns or what kind of table it is. */
export function postgresTable(fact: Fact, index: FactIndex): ExpressedTable | undefined {
  if (!hasAll(fact.payload, plain)) return undefined;
  const constraints = postgresConstraints(fact, index);
  const columnFacts = childrenOf(index, fact, 'column');
  const columns = columnFacts.map((column) => postgresColumn(column, index, constraints.keyColumns));
  if (columns.some((column) => column === undefined)) return undefined;
  const indexes = collect(childrenOf(index, fact, 'index'), postgresIndex, index);
  const grants = collect(childrenOf(index, fact, 'grant'), postgresGrant, index);
  const comment = commentOf(fact, index);
  const { partitionKey, persistence } = fact.payload;
  const table = present({
    comment: comment?.text,
    columns: Object.fromEntries(
      columns.flatMap((column) => (column === undefined ? [] : [[column.name, column.column]])),
    ),
    ...constraints.members,
    indexes: unlessEmpty(indexes.map),
    grants: unlessEmpty(grants.map),
    partition_by: typeof partitionKey === 'string' ? partitionKey : undefined,
    unlogged: persistence === 'unlogged' ? true : undefined,
  }) as unknown as TableInput;
  const facts = [
    fact,
    ...(comment === undefined ? [] : [comment.fact]),
    ...columns.flatMap((column) => column?.facts ?? []),
    ...constraints.facts,
    ...indexes.facts,
    ...grants.facts,
  ];
  return { table, facts };
}

/** What a table can be beyond its columns and constraints, as a plain one has it. */
const plain = {
  partitionOf: null,
  bound: null,
  inherits: [],
  options: {},
  toastOptions: {},
  rowSecurity: false,
  forceRowSecurity: false,
  replicaIdentity: 'default',
  accessMethod: null,
  tablespace: null,
  ofType: null,
};

function collect<Value>(
  facts: readonly Fact[],
  say: (fact: Fact, index: FactIndex) => Said<Value> | undefined,
  index: FactIndex,
): { readonly map: Readonly<Record<string, Value>>; readonly facts: readonly Fact[] } {
  const said = facts.flatMap((fact) => {
    const found = say(fact, index);
    return found === undefined ? [] : [{ name: ownName(fact), ...found }];
  });
  return {
    map: Object.fromEntries(said.map(({ name, value }) => [name, value])),
    facts: said.flatMap((each) => each.facts),
  };
}

function postgresGrant(fact: Fact): Said<readonly string[] | GrantInput> | undefined {
  const privileges = fact.payload['privileges'];
  const names = Array.isArray(privileges) ? privileges.map(String) : [];
  const passed = names.filter((name) => name.endsWith('*'));
  const isOwner = ownName(fact) === 'pg_owner';
  if (isOwner || names.length === 0 || (passed.length > 0 && passed.length < names.length)) return undefined;
  const words = names.map((name) => name.replace('*', '').toLowerCase());
  const value = passed.length === 0 ? words : { privileges: words, with_grant_option: true };
  return { value, facts: [fact] };
}
