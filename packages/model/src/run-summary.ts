import type { Address } from './address.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Outcome } from './operation.ts';

/** How a node stands at the end of a run; the first that holds, from the bottom up, is its status. */
export const nodeRunStatuses = {
  converged: 'is as declared, proved by reading it again',
  'not-started': 'had not had its turn when the roll-out stopped',
  interrupted: 'was stopped by a signal before all of its changes were made',
  unreachable: 'could not be reached, so nothing was changed',
  failed: 'has a change that failed, was refused or did not converge',
  unknown: 'has a change of which no record came back',
} as const satisfies Record<string, string>;

export type NodeRunStatus = keyof typeof nodeRunStatuses;

/** How one planned operation ended. */
export type OperationOutcome = { readonly address: Address; readonly title: string; readonly outcome: Outcome };

/** What came of one node: an outcome for every planned operation, in their order; none when it was as declared already. */
export type NodeRun = {
  readonly node: string;
  readonly status: NodeRunStatus;
  readonly outcomes: readonly OperationOutcome[];
  /** Problems of this node that no single outcome tells: not reached, not converged after the apply. */
  readonly diagnostics: readonly Diagnostic[];
};

/** What came of an apply, as told at its end and by `setpoint runs`. Each node stands in it once. */
export type RunSummary = {
  /** The run's identifier in the journal. */
  readonly run: string;
  readonly nodes: readonly NodeRun[];
  /** True when a signal stopped the run before its end. */
  readonly interrupted: boolean;
};
