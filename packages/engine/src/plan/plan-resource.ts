import {
  type Action,
  type Answer,
  type Answers,
  type Change,
  type DeclaredResource,
  type Diagnostic,
  describeCause,
  type Edit,
  errorDiagnostic,
  invariant,
  type Json,
  type Observed,
  parseAddress,
  type ResourceModule,
  type UnknownCause,
  type Withheld,
} from '@setpoint/model';
import type { Facts } from '../gather/index.ts';
import type { AnswerOverlay } from '../gather/overlay.ts';
import { queriesOf } from '../gather/queries-of.ts';
import type { EngineContext } from '../ports.ts';
import { underSafeguard } from '../safeguard/under-safeguard.ts';
import { tellBug } from './bug.ts';
import { changedSince } from './changed-since.ts';
import { withheldChange, withheldPrediction } from './plan-withheld.ts';

/** A change as it will be executed, with everything it came from; only its redacted form is shown. */
export type PlannedResource = {
  readonly resource: DeclaredResource;
  readonly module: ResourceModule;
  readonly change: Change;
  readonly observed: Observed<Json>;
  readonly diagnostics: readonly Diagnostic[];
};

/** What planning one resource looks at; the overlay takes the resource's own prediction. */
export type PlanningView = {
  readonly node: string;
  readonly facts: Facts;
  readonly overlay: AnswerOverlay;
  readonly modules: ReadonlyMap<string, ResourceModule>;
  readonly onBug: EngineContext['onBug'];
};

/**
 * Plans one resource: observe, diff, operations; then predicts it for the resources after it. Modules should never throw; one that
 * does makes its own resource unplannable, and the rest of the run is told as always.
 */
export function planResource(resource: DeclaredResource, view: PlanningView): PlannedResource {
  try {
    const planned = planWith(moduleOf(resource, view), resource, view);
    return resource.confirmWithinMs === undefined ? planned : underSafeguard(planned, view.node);
  } catch (error) {
    const place = { node: view.node, address: resource.address, span: resource.source };
    return { ...leaveUnplanned(resource, view), diagnostics: [tellBug(error, place, view.onBug)] };
  }
}

/** A resource that nothing is planned for; why is told apart from it. */
export function leaveUnplanned(resource: DeclaredResource, view: PlanningView): PlannedResource {
  const observed: Observed<Json> = { kind: 'unknown', cause: { kind: 'unavailable', what: 'it was not planned' } };
  const change = unplannable(resource, []);
  return { resource, module: moduleOf(resource, view), observed, diagnostics: [], change };
}

function moduleOf({ type }: DeclaredResource, { modules }: PlanningView): ResourceModule {
  const module = modules.get(type);
  invariant(module !== undefined, `No module is registered for the type ${type}`);
  return module;
}

/** A resource of which nothing may be promised; what comes after it is planned as far as it does not depend on it. */
function planWithheld(
  module: ResourceModule,
  resource: DeclaredResource,
  { withheld, view }: { readonly withheld: Withheld; readonly view: PlanningView },
): PlannedResource {
  if (!withheld.isAsked) {
    return { ...leaveUnplanned(resource, view), change: withheldChange(resource, withheld, undefined) };
  }
  const queries = queriesOf(module, resource.declared);
  const answers = view.overlay.answers(queries, (query) => view.facts.read(query, resource.runAs));
  const { observed, problems } = module.observe(resource.declared, answers);
  const diagnostics = problems.map((problem) => place(problem, resource, view.node));
  const known = { module, observed, answers };
  view.overlay.apply(resource.address, queries, withheldPrediction(resource, known));
  return { resource, module, observed, diagnostics, change: withheldChange(resource, withheld, known) };
}

function planWith(module: ResourceModule, resource: DeclaredResource, view: PlanningView): PlannedResource {
  const { withheld } = resource;
  if (withheld !== undefined) return planWithheld(module, resource, { withheld, view });
  const queries = queriesOf(module, resource.declared);
  const read = view.overlay.answers(queries, (query) => view.facts.read(query, resource.runAs));
  const answers = awaitContent(awaitAccount(read, resource, view.overlay), module, { resource, view });
  const { observed, problems } = module.observe(resource.declared, answers);
  const placed = problems.map((problem) => place(problem, resource, view.node));
  if (placed.some((problem) => problem.severity === 'error')) {
    return { resource, module, observed, diagnostics: placed, change: refusedChange(module, resource, observed) };
  }
  const edits = module.diff(resource.declared, observed);
  const unknowns = collectUnknowns(edits, observed);
  const unreadable = unknowns.filter((cause) => cause.kind !== 'after');
  if (unreadable.length > 0) {
    const diagnostics = [...placed, unreadableDiagnostic({ resource, edits, unreadable }, view.node)];
    return { resource, module, observed, diagnostics, change: { ...unplannable(resource, unreadable), edits } };
  }
  const { operations, reasons } = module.operations(resource.declared, edits, observed);
  if ([edits, operations, reasons, unknowns].every(({ length }) => length === 0))
    return { resource, module, observed, diagnostics: placed, change: asDeclared(resource) };
  const action = actionOf(edits, observed);
  if (edits.length > 0) view.overlay.apply(resource.address, queries, module.predict(resource.declared, answers));
  const since = operations.length === 0 ? [] : changedSince(module, resource, view);
  const written = operations.length === 0 ? [] : (module.paths?.(resource.declared, edits, observed) ?? []);
  const paths = written.length === 0 ? {} : { paths: written };
  const { address, source } = resource;
  if (operations.length > 0) view.overlay.writes(address, [parseAddress(address)?.identity ?? '', ...written]);
  const change = { address, action, edits, operations, reasons, unknowns, source, ...paths };
  return { resource, module, observed, diagnostics: [...placed, ...since], change };
}

/** The change of a resource that is as declared: all nodes that share the resource share it too. */
function asDeclared(resource: DeclaredResource): Change {
  const known = unchanged.get(resource);
  if (known !== undefined) return known;
  const { address, source } = resource;
  const change: Change = { address, action: 'none', edits: [], operations: [], reasons: [], unknowns: [], source };
  unchanged.set(resource, change);
  return change;
}

const unchanged = new WeakMap<DeclaredResource, Change>();

/**
 * What could not be read as the resource's own account is known later when something that the resource waits for, such as the
 * account itself, is changed by this plan.
 */
function awaitAccount(answers: Answers, resource: DeclaredResource, overlay: AnswerOverlay): Answers {
  if (typeof resource.runAs !== 'string') return answers;
  const producer = resource.after.find((address) => overlay.changes(address));
  if (producer === undefined) return answers;
  const settle = (answer: Answer): Answer =>
    answer.status === 'unknown' && answer.cause.kind === 'denied'
      ? { status: 'unknown', cause: { kind: 'after', address: producer } }
      : answer;
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, settle(answer)]));
}

/** What is made from everything in a directory can be told when the changes in there are done. */
function awaitContent(
  answers: Answers,
  module: ResourceModule,
  { resource, view }: { readonly resource: DeclaredResource; readonly view: PlanningView },
): Answers {
  const held = module.holds?.(resource.declared);
  const address = held === undefined ? undefined : view.overlay.writerIn(held.directory);
  if (held === undefined || address === undefined) return answers;
  return { ...answers, [held.query]: { status: 'unknown', cause: { kind: 'after', address } } };
}

function place(problem: Diagnostic, resource: DeclaredResource, node: string): Diagnostic {
  return { ...problem, node, address: resource.address, span: problem.span ?? resource.source };
}

/** What a change would have been shows what its refusal is about; nothing of it will be done. */
function refusedChange(module: ResourceModule, resource: DeclaredResource, observed: Observed<Json>): Change {
  const edits = observed.kind === 'present' ? module.diff(resource.declared, observed) : [];
  return { ...unplannable(resource, []), edits };
}

function unplannable(resource: DeclaredResource, unknowns: readonly UnknownCause[]): Change {
  return {
    address: resource.address,
    action: 'unknown',
    edits: [],
    operations: [],
    reasons: [],
    unknowns,
    source: resource.source,
  };
}

function collectUnknowns(edits: readonly Edit[], observed: Observed<Json>): readonly UnknownCause[] {
  if (edits.length === 0 && observed.kind !== 'unknown') return [];
  const causes = edits.flatMap((edit) => (edit.before.kind === 'unknown' ? [edit.before.cause] : []));
  if (observed.kind === 'unknown') causes.push(observed.cause);
  return [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()];
}

function unreadableDiagnostic(
  found: {
    readonly resource: DeclaredResource;
    readonly edits: readonly Edit[];
    readonly unreadable: readonly UnknownCause[];
  },
  node: string,
): Diagnostic {
  const { resource, edits, unreadable } = found;
  const properties = edits
    .filter((edit) => edit.before.kind === 'unknown' && edit.before.cause.kind !== 'after')
    .map((edit) => edit.path);
  const what = properties.length === 0 ? 'It' : `Of its properties, ${properties.join(', ')}`;
  return errorDiagnostic('SP601', {
    node,
    address: resource.address,
    span: resource.source,
    detail: `${what} could not be read: ${unreadable.map(reasonOf).join('; ')}.`,
    ...(unreadable.some((cause) => cause.kind === 'denied')
      ? { hint: 'set `sudo: true` for the node, the group or the resource' }
      : {}),
  });
}

/** After "could not be read" it need not be said again that something cannot be told. */
function reasonOf(cause: UnknownCause): string {
  return cause.kind === 'unavailable' ? cause.what : describeCause(cause);
}

function actionOf(edits: readonly Edit[], observed: Observed<Json>): Action {
  if (edits.length === 0) return 'none';
  if (edits.some((edit) => edit.path === 'run')) return 'run';
  if (edits.some(isRemoval)) return 'delete';
  if (observed.kind !== 'present' || edits.some(isAppearance)) return 'create';
  return edits.some((edit) => edit.replaces === true) ? 'replace' : 'update';
}

/** The states of an object that is no longer there; `purged` leaves nothing of a package behind. */
const removedStates: readonly Json[] = ['absent', 'purged'];

function isRemoval({ path, after }: Edit): boolean {
  return path === 'state' && after.kind === 'value' && removedStates.includes(after.value);
}

/** A module may know something of an object that is not there, such as which version of a package could be had. */
function isAppearance(edit: Edit): boolean {
  return edit.path === 'state' && edit.before.kind === 'absent';
}
