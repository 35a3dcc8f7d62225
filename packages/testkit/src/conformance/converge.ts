import type { Answers, Channel, Edit, Json, Operation, Outcome, Queries, ResourceModule } from '@setpoint/model';
import { declareOrThrow, distinctQueries, type Evaluation, evaluate, nameAnswers } from './evaluate.ts';
import type { ConformanceNode, Declared } from './fixture.ts';
import { assertForeseeable } from './foreseeable.ts';

/** What came of planning a resource on a node and executing the plan. */
export type Converged = {
  readonly titles: readonly string[];
  readonly outcomes: readonly Outcome[];
  /** Edits that a second plan would still make, acts left out. */
  readonly remaining: readonly Edit[];
};

/** Plans one resource on a node, executes its operations, or only the first few, and reads the node again. */
export async function converge(
  node: ConformanceNode,
  module: ResourceModule,
  work: {
    readonly declared: Declared;
    readonly mostOperations?: number;
    /** Called when everything is planned and nothing is done yet. */
    readonly onPlanned?: () => Promise<void>;
  },
): Promise<Converged> {
  const declared = declareOrThrow(module, work.declared, node.bodies);
  const operations = planOf(module, await look(node.channel, module, declared)).slice(0, work.mostOperations);
  await work.onPlanned?.();
  const outcomes = await executeAll(node.channel, operations);
  const after = await look(node.channel, module, declared);
  return {
    titles: operations.map(({ title }) => title),
    outcomes,
    remaining: after.edits.filter(({ act }) => act !== true),
  };
}

/** What a node answers to everything that a resource asks, in the order of its queries. */
export function answersOf(channel: Channel, module: ResourceModule, declared: Json): Promise<Answers> {
  return answersTo(channel, module.queries(declared));
}

/** What a node answers to queries, under their names. */
export async function answersTo(channel: Channel, queries: Queries): Promise<Answers> {
  const asked = distinctQueries(queries);
  const result = await channel.ask(asked.map((query) => ({ query })));
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  return nameAnswers(queries, asked, result.answers);
}

async function look(channel: Channel, module: ResourceModule, declared: Json): Promise<Evaluation> {
  const answers = await answersOf(channel, module, declared);
  assertForeseeable(module, declared, answers);
  return evaluate(module, declared, answers);
}

function planOf(module: ResourceModule, { work, problems, observed }: Evaluation): readonly Operation[] {
  if (work !== null) return work.operations;
  throw new Error(`${module.type} cannot be planned: ${JSON.stringify({ problems, observed })}`);
}

async function executeAll(channel: Channel, operations: readonly Operation[]): Promise<readonly Outcome[]> {
  if (operations.length === 0) return [];
  const steps = operations.map((operation, index) => ({ operation, needs: index === 0 ? [] : [index - 1] }));
  return channel.execute(steps, {});
}
