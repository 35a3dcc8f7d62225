import {
  type Body,
  type Diagnostic,
  errorDiagnostic,
  type Json,
  type Operation,
  type Restoration,
} from '@setpoint/model';
import { contentsIn } from '../journal/journal-change.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';

/** What a node does to take a change back: what is declared again, and what reads its inputs again. */
export type WayBack = {
  readonly declared: readonly Json[];
  readonly reread: readonly Operation[];
  /** Sentences about what does not come back. */
  readonly lacks: readonly string[];
};

/** The way back from a planned change, or a sentence that tells why there is none. */
export function wayBackFrom(planned: PlannedResource, kept: (sha256: string) => Body | undefined): WayBack | string {
  const { module, resource, change, observed } = planned;
  const reread = module.reread?.(resource.declared, change.edits, observed) ?? [];
  const restoration: Restoration = module.restore?.({
    declared: resource.declared,
    before: observed,
    edited: change.edits.map((edit) => edit.path),
    kept,
  }) ?? { kind: 'irreversible', why: module.undo ?? `Nothing can undo a ${resource.type}.` };
  if (restoration.kind === 'declared') {
    const also = restoration.also?.map((each) => each.declared) ?? [];
    return { declared: [restoration.declared, ...also], reread, lacks: restoration.lacks ?? [] };
  }
  return reread.length > 0 ? { declared: [], reread, lacks: [] } : restoration.why;
}

/** Why a change that the node is to be able to undo cannot be undone; undefined when it can, as far as the plan can tell. */
export function whyIrreversible(planned: PlannedResource, node: string): Diagnostic | undefined {
  const { resource, module, change, observed } = planned;
  const isReadLater = Object.keys(module.keep?.(resource.declared, change.edits, observed) ?? {}).length > 0;
  // Observed states are JSON in shape; the type only lacks the index signature.
  const known = new Set(contentsIn(observed as unknown as Json).map(({ sha256 }) => sha256));
  const kept = (sha256: string): Body | undefined =>
    isReadLater || known.has(sha256) ? { sha256, sizeBytes: 0 } : undefined;
  return typeof wayBackFrom(planned, kept) === 'string' ? notReversible(planned, node, kept) : undefined;
}

/** Tells that a change has no way back. */
export function notReversible(
  planned: PlannedResource,
  node: string,
  kept: (sha256: string) => Body | undefined,
): Diagnostic {
  const way = wayBackFrom(planned, kept);
  const { address, source } = planned.resource;
  return errorDiagnostic('SP711', {
    node,
    address,
    span: source,
    detail: `${address} on ${node} has \`confirm_within\`, and it could not be undone. ${typeof way === 'string' ? way : ''}`,
    hint: 'take `confirm_within` from this resource to make the change all the same',
  });
}
