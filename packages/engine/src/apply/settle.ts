import { canonicalJson, type Diagnostic, type Edit, errorDiagnostic, type Json } from '@setpoint/model';
import type { Facts } from '../gather/index.ts';
import { AnswerOverlay } from '../gather/overlay.ts';
import { type PlannedResource, planResource } from '../plan/plan-resource.ts';
import type { EngineContext } from '../ports.ts';

/** A change that is still to be made, or why it may not be made after all. */
export type Settled =
  | { readonly kind: 'ready'; readonly planned: PlannedResource }
  | { readonly kind: 'refused'; readonly planned: PlannedResource; readonly diagnostics: readonly Diagnostic[] };

/** How strictly new facts are compared with the plan. */
export type SettleMode =
  /** Nothing of the run has happened yet: every fact must still be what the plan was made from. */
  | 'before-first-write'
  /** The run has changed the node: only what was unknown is filled in. */
  | 'between-waves';

/**
 * Looks at the pending changes of a node again, with new facts. What was known must not have moved; what was unknown may be filled
 * in, but may not come to anything else than what was shown.
 */
export function settle(
  pending: readonly PlannedResource[],
  view: { readonly node: string; readonly facts: Facts; readonly mode: SettleMode },
  context: EngineContext,
): readonly Settled[] {
  const { modules, onBug } = context;
  const planning = { node: view.node, facts: view.facts, overlay: new AnswerOverlay(), modules, onBug };
  return pending.map((planned) => {
    const fresh = planResource(planned.resource, planning);
    if (!hasOpenUnknowns(planned))
      return view.mode === 'between-waves' ? { kind: 'ready', planned } : compareKnown(planned, fresh, view.node);
    return fillUnknowns(planned, fresh, view.node);
  });
}

/** True while a change waits for a fact that an earlier resource of the run will settle. */
export function hasOpenUnknowns(planned: PlannedResource): boolean {
  return planned.change.unknowns.some((cause) => cause.kind === 'after');
}

function compareKnown(planned: PlannedResource, fresh: PlannedResource, node: string): Settled {
  if (fresh.diagnostics.some((diagnostic) => diagnostic.severity === 'error'))
    return { kind: 'refused', planned, diagnostics: fresh.diagnostics };
  const moved = planned.change.edits.filter((edit) => !fresh.change.edits.some((other) => sameEdit(edit, other)));
  const appeared = fresh.change.edits.filter((edit) => !planned.change.edits.some((other) => edit.path === other.path));
  const wouldDo = (change: PlannedResource['change']): string => change.operations.map(({ title }) => title).join('\n');
  if (moved.length === 0 && appeared.length === 0 && wouldDo(planned.change) === wouldDo(fresh.change))
    return { kind: 'ready', planned: { ...fresh, change: { ...fresh.change, reasons: planned.change.reasons } } };
  const paths = [...new Set([...moved, ...appeared].map((edit) => edit.path))].join(', ');
  const what = paths === '' ? 'what it takes to change it' : paths;
  return refuse(planned, node, {
    code: 'SP704',
    detail: `${planned.resource.address} on ${node} is not what the plan found: ${what} moved in between. Nothing was written.`,
  });
}

function sameEdit(left: Edit, right: Edit): boolean {
  return (
    left.path === right.path &&
    toText(left.before) === toText(right.before) &&
    toText(left.after) === toText(right.after)
  );
}

function fillUnknowns(planned: PlannedResource, fresh: PlannedResource, node: string): Settled {
  if (fresh.diagnostics.some((diagnostic) => diagnostic.severity === 'error'))
    return { kind: 'refused', planned, diagnostics: fresh.diagnostics };
  const shown = planned.change;
  const unforeseen = fresh.change.edits.filter(
    (edit) => !shown.edits.some((other) => other.path === edit.path && foresees(other, edit)),
  );
  const titles = new Set(shown.operations.map((operation) => operation.title));
  const extra = fresh.change.operations.filter((operation) => !titles.has(operation.title));
  if (unforeseen.length === 0 && extra.length === 0) return { kind: 'ready', planned: fresh };
  const what =
    unforeseen.length > 0
      ? unforeseen.map((edit) => edit.path).join(', ')
      : extra.map((operation) => operation.title).join(', ');
  return refuse(planned, node, {
    code: 'SP705',
    detail: `${planned.resource.address} on ${node} was planned on facts that were not known then. Now that they are, it would need something that was not shown: ${what}.`,
  });
}

/** A value that was shown as not known yet may come to anything; one that was shown must be the one that is wanted now. */
function foresees(shown: Edit, fresh: Edit): boolean {
  return shown.after.kind === 'unknown' || toText(shown.after) === toText(fresh.after);
}

function refuse(
  planned: PlannedResource,
  node: string,
  why: { readonly code: 'SP704' | 'SP705'; readonly detail: string },
): Settled {
  const diagnostic = errorDiagnostic(why.code, {
    node,
    address: planned.resource.address,
    span: planned.resource.source,
    detail: why.detail,
    hint: 'setpoint plan',
  });
  return { kind: 'refused', planned, diagnostics: [diagnostic] };
}

function toText(value: Edit['before']): string {
  // Edit values are JSON in shape; the type only lacks the index signature.
  return canonicalJson(value as unknown as Json);
}
