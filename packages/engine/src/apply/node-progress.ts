import {
  type Address,
  type Diagnostic,
  type NodeRun,
  type NodeRunStatus,
  nodeRunStatuses,
  type OperationOutcome,
  type Outcome,
} from '@setpoint/model';
import type { PlannedNode } from '../plan/plan-node.ts';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { EngineContext } from '../ports.ts';

/** What has come of one node so far, over all plays of the run. */
export class NodeProgress {
  readonly planned: PlannedNode;
  releaseLock: (() => Promise<void>) | undefined;
  /** True when nobody else has held the node since it was read for the plan. */
  isUndisturbed = false;
  /** True once it was told that the node has no lock: several plays may come to it. */
  isToldUnlocked = false;
  /** True once an operation of the run has left for the node. */
  hasWritten = false;
  readonly #outcomes: OperationOutcome[] = [];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #undone = new Set<Address>();
  #status: NodeRunStatus = 'converged';
  #isBroken = false;

  constructor(planned: PlannedNode) {
    this.planned = planned;
  }

  get status(): NodeRunStatus {
    return this.#status;
  }

  /** Resources that are not as declared after this run: failed, refused, not started or unknown. */
  isUndone(address: Address): boolean {
    return this.#undone.has(address);
  }

  /** Says that a resource will not be as declared after this run although it has no operation that tells so. */
  markUndone(address: Address): void {
    this.#undone.add(address);
  }

  /** True once something went wrong on the node. What was refused of a saved plan beforehand is not done, and breaks nothing. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** The status only gets worse; the order of severity is that of `nodeRunStatuses`. */
  worsen(status: NodeRunStatus): void {
    if (status !== 'converged') this.#isBroken = true;
    this.#worsenStatus(status);
  }

  /** Says that something of a saved plan was refused before the run began. */
  markRefused(): void {
    this.#worsenStatus('failed');
  }

  #worsenStatus(status: NodeRunStatus): void {
    const severity = Object.keys(nodeRunStatuses);
    if (severity.indexOf(status) > severity.indexOf(this.#status)) this.#status = status;
  }

  addDiagnostics(diagnostics: readonly Diagnostic[], { redactor }: EngineContext): void {
    for (const diagnostic of diagnostics)
      this.#diagnostics.push({ ...diagnostic, detail: redactor.redact(diagnostic.detail) });
  }

  addOutcome(address: Address, title: string, outcome: Outcome): void {
    this.#outcomes.push({ address, title, outcome });
    if (outcome.status === 'done' || outcome.status === 'satisfied') return;
    this.#undone.add(address);
    this.worsen(statusAfter(outcome));
  }

  /** Records what was known of an operation before the run began: nothing of it is tried. */
  addKnownOutcome(address: Address, title: string, outcome: Outcome): void {
    this.#outcomes.push({ address, title, outcome });
    if (outcome.status === 'satisfied') return;
    this.#undone.add(address);
    this.markRefused();
  }

  /** Says that what was done to these resources does not stand any more, or that nobody knows. */
  revise(addresses: ReadonlySet<Address>, outcome: Outcome): void {
    for (const [index, each] of this.#outcomes.entries()) {
      if (addresses.has(each.address) && each.outcome.status === 'done') this.#outcomes[index] = { ...each, outcome };
    }
    for (const address of addresses) this.#undone.add(address);
    this.worsen(statusAfter(outcome));
  }

  /** True once the outcome of an operation of the resource is known. */
  hasOutcome(address: Address): boolean {
    return this.#outcomes.some((outcome) => outcome.address === address);
  }

  /** Records that none of a change's operations was started. */
  skip(planned: PlannedResource, outcome: Outcome, { redactor }: EngineContext): void {
    for (const operation of planned.change.operations)
      this.addOutcome(planned.resource.address, redactor.redact(operation.title), outcome);
  }

  toNodeRun(): NodeRun {
    return {
      node: this.planned.node.name,
      status: this.#status,
      outcomes: inPlanOrder(this.#outcomes, this.planned),
      diagnostics: this.#diagnostics,
    };
  }
}

/** Outcomes in the order of the plan's operations: refusals and what was satisfied become known before what stands before them. */
function inPlanOrder(outcomes: readonly OperationOutcome[], { parts }: PlannedNode): readonly OperationOutcome[] {
  const byPlace = Map.groupBy(outcomes, ({ address, title }) => placeOf(address, title));
  const places = parts.flatMap(({ shown }) =>
    shown.changes.flatMap(({ address, operations }) => operations.map(({ title }) => placeOf(address, title))),
  );
  return places.flatMap((place) => byPlace.get(place)?.shift() ?? []);
}

function placeOf(address: Address, title: string): string {
  return JSON.stringify([address, title]);
}

function statusAfter(outcome: Outcome): NodeRunStatus {
  switch (outcome.status) {
    case 'done':
    case 'satisfied':
      return 'converged';
    case 'failed':
    case 'refused':
      return 'failed';
    case 'unknown':
      return 'unknown';
    case 'not-started':
      return 'not-started';
    default:
      return outcome satisfies never;
  }
}
