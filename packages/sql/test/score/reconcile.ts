import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Channel,
  type Diagnostic,
  type Edit,
  errorDiagnostic,
  hasErrors,
  type Json,
  type JsonObject,
  type Observed,
  type Operation,
  type Outcome,
} from '@setpoint/model';
import { schemaHazards } from '../../src/compare/hazard.ts';
import { openSqlChannel } from '../../src/driver/channel.ts';
import type { ScratchChoice } from '../../src/driver/schema-query.ts';
import { schema as schemaModule } from '../../src/modules/schema/index.ts';
import type { ScoreServer } from './server.ts';

/** A plan for one database, or why there is none. */
export type ScorePlan = {
  readonly errors: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  readonly operations: readonly Operation[];
};

/** Opens the channel to a database of the server, as a node of an inventory would have it. */
export function openChannel(server: ScoreServer, database: string): Channel {
  return openSqlChannel({
    node: database,
    sessions: {
      open: (name) => server.open(name === '' ? database : name),
      openUrl: (url) => server.open(new URL(url).pathname.slice(1)),
    },
    describeFailure: ({ message }) => errorDiagnostic('SP581', { node: database, detail: message }),
    cacheDir: join(tmpdir(), 'setpoint-score'),
  });
}

/** Plans a database against declared SQL; everything is owned, pruned and allowed. */
export async function planSchema(
  channel: Channel,
  sql: string,
  schemas: readonly string[] | undefined,
): Promise<ScorePlan> {
  return planProperties(channel, ownAll(schemas), sql);
}

/** What a schema resource says so that the whole database is compared and nothing is refused. */
export function ownAll(schemas: readonly string[] | undefined, scratch: ScratchChoice = 'database'): JsonObject {
  const denied = Object.entries(schemaHazards).flatMap(([code, { severity }]) =>
    severity.startsWith('deny') ? [{ hazard: code }] : [],
  );
  return {
    owns: { extensions: true, grants: true, owners: true, ...(schemas === undefined ? {} : { schemas }) },
    prune: true,
    allow: denied,
    scratch,
    ...(scratch === 'url' ? { scratch_url: 'postgresql:///postgres' } : {}),
  };
}

/** Plans a database against a schema resource with these properties and one SQL file. */
export async function planProperties(channel: Channel, properties: JsonObject, sql: string): Promise<ScorePlan> {
  const declared = declare(properties, sql);
  const query = schemaModule.queries(declared)['schema'];
  if (query === undefined) throw new Error('a schema without its query');
  const asked = await channel.ask([{ query }]);
  if (asked.kind === 'failed') return { errors: [asked.diagnostic], edits: [], operations: [] };
  const [answer] = asked.answers;
  if (answer === undefined) throw new Error('a question without an answer');
  const { observed, problems } = schemaModule.observe(declared, { schema: answer });
  if (observed.kind === 'unknown') {
    const detail = JSON.stringify(observed.cause);
    return { errors: [errorDiagnostic('SP671', { detail })], edits: [], operations: [] };
  }
  if (hasErrors(problems))
    return { errors: problems.filter(({ severity }) => severity === 'error'), edits: [], operations: [] };
  const edits = schemaModule.diff(declared, observed as Observed<Json>);
  return {
    errors: [],
    edits,
    operations: schemaModule.operations(declared, edits, observed as Observed<Json>).operations,
  };
}

/** Runs a plan; gives the first outcome that is not done. */
export async function applyPlan(
  channel: Channel,
  operations: readonly Operation[],
): Promise<Exclude<Outcome, { status: 'done' }> | undefined> {
  const steps = operations.map((operation, index) => ({ operation, needs: index === 0 ? [] : [index - 1] }));
  const outcomes = await channel.execute(steps, {});
  return outcomes.find((outcome) => outcome.status !== 'done') as Exclude<Outcome, { status: 'done' }> | undefined;
}

function declare(properties: JsonObject, sql: string): Json {
  const isEmpty = sql.trim() === '';
  const declaration = schemaModule.declare({
    identity: 'pair',
    properties: isEmpty ? { raw: '-- nothing', ...properties } : properties,
    texts: isEmpty ? {} : { sql: [{ path: 'desired.sql', text: sql }] },
  });
  if (declaration.kind === 'invalid') throw new Error(JSON.stringify(declaration.problems));
  return declaration.declared;
}
