import type { PlannedResource } from '../plan/plan-resource.ts';
import { whyIrreversible } from './restoration.ts';

/** A change that the node is to be able to undo, or nothing at all where it could not. */
export function underSafeguard(planned: PlannedResource, node: string): PlannedResource {
  const { change, resource, diagnostics } = planned;
  const { confirmWithinMs } = resource;
  if (confirmWithinMs === undefined || change.operations.length === 0) return planned;
  const safeguarded = { ...planned, change: { ...change, confirmWithinMs } };
  // What waits for a fact is judged once the fact is there.
  if (change.unknowns.some((cause) => cause.kind === 'after')) return safeguarded;
  const problem = whyIrreversible(planned, node);
  if (problem === undefined) return safeguarded;
  return {
    ...planned,
    change: { ...change, action: 'unknown', operations: [] },
    diagnostics: [...diagnostics, problem],
  };
}
