import type { Answer, Answers, Edit, JsonObject, Observed, Prediction, Queries, Work } from '@setpoint/model';
import { defineResource, Type, type TypedObservation } from '@setpoint/sdk';
import type { Catalogue } from '../../catalogue/fact.ts';
import { contentKinds, departureKinds } from '../../driver/objects/content-kinds.ts';
import type { SchemaQuery, SchemaReading } from '../../driver/schema-query.ts';
import { assess } from './assessment.ts';
import { declareSchema, type SchemaDeclared, type SchemaInput } from './declared.ts';
import { editsOf } from './edits.ts';
import { operationsOf } from './operations.ts';
import { problemsOf } from './problems.ts';
import { productRules } from './product-rules.ts';
import { schemaProperties } from './properties.ts';

/** What a database looks like and should look like, in one spelling. */
export type SchemaState = { readonly reading: SchemaReading };

/** Tables, views, functions and all else that a database is made of, declared in SQL or YAML. */
export const schema = defineResource<SchemaDeclared, SchemaState>()({
  type: 'schema',
  channel: 'sql',
  summary:
    'What a database is made of: tables, views, functions, grants and the rest, declared in SQL files or YAML tables.',
  identityDescription: 'A name for the schema, shown in plans.',
  schema: Type.Object(schemaProperties, { additionalProperties: false }),
  examples: [
    `- schema: shop
  sql: [schema/*.sql]
  owns: { schemas: [shop], except: ["shop.tmp_*"] }
  prune: true
  allow: [{ hazard: DB101, objects: [shop.orders.legacy_note], until: "2027-01-31" }]`,
  ],
  declare: ({ identity, properties, texts }) =>
    declareSchema(identity, properties as unknown as SchemaInput, texts?.['sql'] ?? []),
  claims: ({ database, identity }) => [`schema:${database === '' ? identity : database}:${identity}`],
  references: ({ database }) => (database === '' ? [] : [`database:${database}`]),
  queries: schemaQueries,
  // The declaration is loaded into a scratch database to be compared.
  runsToAsk: () => true,
  observe: observeSchema,
  diff: diffSchema,
  operations: schemaOperations,
  predict: predictSchema,
  undo: 'Cannot be undone: what a change of a schema deleted is gone. Apply an earlier version of the declaration instead, and look at the hazards of that plan.',
});

function schemaQueries({ database, files, tables, raw, scratch, scratchUrl, owns }: SchemaDeclared): Queries {
  const query: SchemaQuery = {
    kind: 'schema',
    database,
    files,
    tables,
    raw,
    owned: owns.schemas,
    ...(owns.owners === false ? { ignoresOwners: true } : {}),
    scratch,
    scratchUrl,
  };
  return { schema: query };
}

function readingOf(answer: Answer | undefined): SchemaReading | undefined {
  return answer?.status === 'found' ? (answer.value as unknown as SchemaReading) : undefined;
}

function observeSchema(declared: SchemaDeclared, { schema: answer }: Answers): TypedObservation<SchemaState> {
  const reading = readingOf(answer);
  if (reading === undefined) {
    const cause = answer?.status === 'unknown' ? answer.cause : ({ kind: 'unavailable', what: 'the schema' } as const);
    return { observed: { kind: 'unknown', cause }, problems: [] };
  }
  return {
    observed: { kind: 'present', state: { reading } },
    problems: problemsOf(declared, reading, () => assess(declared, reading)),
  };
}

function diffSchema(declared: SchemaDeclared, observed: Observed<SchemaState>): readonly Edit[] {
  if (observed.kind === 'unknown')
    return [{ path: 'schema', before: { kind: 'unknown', cause: observed.cause }, after: { kind: 'absent' } }];
  if (observed.kind === 'absent') return [];
  const { reading } = observed.state;
  if (reading.problems.length > 0) return [];
  const { comparison, segments } = assess(declared, reading);
  return editsOf(comparison.differences, segments, productRules(reading.server.product).rules);
}

function schemaOperations(declared: SchemaDeclared, edits: readonly Edit[], observed: Observed<SchemaState>): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { reading } = observed.state;
  return operationsOf(declared, reading, assess(declared, reading));
}

/** After the change the owned part is as declared; the rest is as it was. */
function predictSchema(declared: SchemaDeclared, { schema: answer }: Answers): Prediction {
  const reading = readingOf(answer);
  if (reading === undefined || reading.problems.length > 0) return { answers: {} };
  const { scope } = assess(declared, reading).comparison;
  const replaced = new Set([...scope.live, ...scope.wanted].map(({ key }) => key));
  const kept = reading.live.facts.filter(({ key }) => !replaced.has(key));
  const live: Catalogue = { ...reading.live, facts: [...kept, ...scope.wanted] };
  const value = { ...reading, exists: true, live, renames: [] } as unknown as JsonObject;
  return { answers: { schema: { status: 'found', value } }, unsettles: [...contentKinds, ...departureKinds] };
}
