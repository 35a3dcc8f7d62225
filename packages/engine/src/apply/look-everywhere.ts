import { forEachBounded } from '../concurrency/for-each-bounded.ts';
import { gather } from '../gather/index.ts';
import type { ApplyOptions, EngineContext } from '../ports.ts';
import { takeLock } from './apply-part.ts';
import type { NodeProgress } from './node-progress.ts';
import { settle } from './settle.ts';

/**
 * Locks every node that has something to do and reads it again before anything is written on any of them; true when all of the
 * run can still be done. What speaks against it is told at its node.
 */
export async function looksWhole(
  nodes: readonly NodeProgress[],
  options: ApplyOptions,
  context: EngineContext,
): Promise<boolean> {
  let isWhole = true;
  await forEachBounded(nodes, context.concurrency, async (progress) => {
    if (!(await lookAt(progress, options, context))) isWhole = false;
  });
  return isWhole && context.signal?.aborted !== true;
}

async function lookAt(progress: NodeProgress, options: ApplyOptions, context: EngineContext): Promise<boolean> {
  const { channel, parts, node } = progress.planned;
  if (parts.some(({ shown }) => shown.status !== 'planned')) return false;
  // What later plays find depends on what this one does.
  const first = parts.find(({ planned }) => planned.some(({ change }) => change.operations.length > 0));
  if (first === undefined || channel === undefined) return true;
  if (!(await takeLock(progress, options.holder, context))) return false;
  const pending = first.planned.filter(({ change }) => change.operations.length > 0);
  const resources = pending.map(({ resource }) => resource);
  const gathered = await gather(channel, { resources, modules: context.modules }, context.signal);
  if (gathered.kind === 'failed') {
    progress.addDiagnostics([{ ...gathered.diagnostic, node: node.name }], context);
    progress.worsen('failed');
    return false;
  }
  const view = { node: node.name, facts: gathered.facts, mode: 'before-first-write' as const };
  const refused = settle(pending, view, context).flatMap((each) => (each.kind === 'refused' ? each.diagnostics : []));
  if (refused.length === 0) return true;
  progress.addDiagnostics(refused, context);
  progress.worsen('failed');
  return false;
}
