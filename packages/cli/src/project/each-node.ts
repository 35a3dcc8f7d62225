import { type EngineContext, openChannel, tellBug } from '@setpoint/engine';
import type { Channel, Diagnostic, NodeSpec } from '@setpoint/model';

/** What came of one node: the work's result, or why it could not be reached. */
export type NodeResult<Result> =
  | { readonly node: NodeSpec; readonly result: Result }
  | { readonly node: NodeSpec; readonly diagnostic: Diagnostic };

/** Opens every node, side by side within the engine's bound, does something with its channel, and closes it; results in node order. */
export async function eachNode<Result>(
  nodes: readonly NodeSpec[],
  engine: EngineContext,
  work: (channel: Channel, node: NodeSpec) => Promise<Result>,
): Promise<readonly NodeResult<Result>[]> {
  const results: NodeResult<Result>[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < nodes.length; index = next++) {
      const node = nodes[index];
      if (node !== undefined) results[index] = await onNode(node, engine, work);
    }
  };
  await Promise.all(Array.from({ length: Math.min(engine.concurrency, nodes.length) }, worker));
  return results;
}

async function onNode<Result>(
  node: NodeSpec,
  engine: EngineContext,
  work: (channel: Channel, node: NodeSpec) => Promise<Result>,
): Promise<NodeResult<Result>> {
  const opened = await openChannel(node, engine);
  if (opened.kind === 'failed') return { node, diagnostic: opened.diagnostic };
  try {
    return { node, result: await work(opened.channel, node) };
  } catch (error) {
    return { node, diagnostic: tellBug(error, { node: node.name }, engine.onBug) };
  } finally {
    await opened.channel.close();
  }
}
