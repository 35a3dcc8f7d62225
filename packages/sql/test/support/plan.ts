import type { Channel, Diagnostic, Edit, Json, JsonObject, Operation, Outcome } from '@setpoint/model';
import type { SqlFile } from '../../src/declaration/declaration.ts';
import { schema } from '../../src/modules/schema/index.ts';

/** A plan for one schema resource, as the engine makes it. */
export type SchemaPlan = {
  readonly problems: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  readonly operations: readonly Operation[];
};

/** Plans a schema from SQL text. Everything is owned and pruned, and what loses data is allowed. */
export async function planSql(channel: Channel, sql: string, properties: JsonObject = {}): Promise<SchemaPlan> {
  return planFiles(channel, [{ path: 'schema.sql', text: sql }], properties);
}

/** The same from several files. */
export async function planFiles(
  channel: Channel,
  files: readonly SqlFile[],
  properties: JsonObject = {},
): Promise<SchemaPlan> {
  const declaration = schema.declare({
    identity: 'shop',
    properties: {
      prune: true,
      allow: [{ hazard: 'DB101' }, { hazard: 'DB501' }],
      online: { lock_timeout_seconds: 1, retries: 3 },
      scratch: 'database',
      ...properties,
    },
    texts: { sql: files },
  });
  if (declaration.kind === 'invalid') throw new Error(JSON.stringify(declaration.problems));
  return planDeclared(channel, declaration.declared);
}

async function planDeclared(channel: Channel, declared: Json): Promise<SchemaPlan> {
  const queries = Object.entries(schema.queries(declared));
  const result = await channel.ask(queries.map(([, query]) => ({ query })));
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  const answers = Object.fromEntries(
    queries.map(([name], index) => [name, result.answers[index] ?? { status: 'absent' as const }]),
  );
  const { observed, problems } = schema.observe(declared, answers);
  if (observed.kind === 'unknown') throw new Error(JSON.stringify(observed.cause));
  const edits = schema.diff(declared, observed);
  const { operations } = schema.operations(declared, edits, observed);
  return { problems, edits, operations };
}

/** Does what a plan says, as one wave; stops after what is not done. */
export async function applyPlan(channel: Channel, plan: SchemaPlan): Promise<readonly Outcome[]> {
  const steps = plan.operations.map((operation, index) => ({ operation, needs: index === 0 ? [] : [index - 1] }));
  return channel.execute(steps, {});
}

/** The statements of a plan, one after another. */
export function statementsOf({ operations }: SchemaPlan): readonly string[] {
  return operations.flatMap(({ action }) =>
    (action['statements'] as readonly JsonObject[]).map(({ text }) => (typeof text === 'string' ? text : '')),
  );
}
