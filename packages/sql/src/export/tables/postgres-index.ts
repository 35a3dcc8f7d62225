import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { IndexInput } from '../../declaration/tables/table.ts';
import { commentOf, hasAll, present, type Said, textIn } from './fact-parts.ts';
import { includedIn, type Listed, plainNames, readList } from './sql-pieces.ts';

/** What an index can be beyond its definition, as a plain one has it. */
const plain = { valid: true, clustered: false, replicaIdentity: false, options: {}, tablespace: null };

/** An index of PostgreSQL in YAML; undefined when it has something that YAML cannot say. */
export function postgresIndex(fact: Fact, index: FactIndex): Said<readonly string[] | IndexInput> | undefined {
  const { predicate, unique } = fact.payload;
  const definition = readDefinition(readList('postgres', textIn(fact.payload, 'definition')));
  if (definition === undefined || !hasAll(fact.payload, plain)) return undefined;
  const { on, method, include, isNullsNotDistinct } = definition;
  const comment = commentOf(fact, index);
  const rest = present<unknown>({
    unique: unique === true ? true : undefined,
    where: typeof predicate === 'string' ? predicate : undefined,
    include: include.length === 0 ? undefined : include,
    method: method === 'btree' ? undefined : method,
    nulls_not_distinct: isNullsNotDistinct ? true : undefined,
    comment: comment?.text,
  });
  const value = Object.keys(rest).length === 0 ? on : ({ on, ...rest } as IndexInput);
  return { value, facts: [fact, ...(comment === undefined ? [] : [comment.fact])] };
}

type Definition = {
  readonly on: readonly string[];
  readonly method: string;
  readonly include: readonly string[];
  readonly isNullsNotDistinct: boolean;
};

/** Reads `USING btree (a, lower(b)) INCLUDE (c) NULLS NOT DISTINCT`. */
function readDefinition(list: Listed | undefined): Definition | undefined {
  const method = /^USING (\w+)$/.exec(list?.before ?? '')?.[1];
  if (list === undefined || method === undefined) return undefined;
  const isNullsNotDistinct = list.after.endsWith('NULLS NOT DISTINCT');
  const include = includedIn(list.after.replace(/\s*NULLS NOT DISTINCT$/, ''));
  const on = list.items.map((item) => plainNames('postgres', [item])?.[0] ?? item);
  return include === undefined ? undefined : { on, method, include, isNullsNotDistinct };
}
