import type { Address, Json, NodeRun, Outcome, Plan } from '@setpoint/model';

/** Version of the journal's form; a reader accepts this number and refuses a greater one. */
export const journalFormatVersion = 1;

/**
 * One line of a run's journal, in the order of events. A wave is written before it leaves, so a crash shows which operations may
 * have happened; the facts it replaces are written with it, so an undo can bring them back.
 */
export type JournalEntry =
  | {
      readonly kind: 'run-started';
      readonly formatVersion: typeof journalFormatVersion;
      readonly run: string;
      readonly at: string;
      readonly plan: Plan;
    }
  | {
      readonly kind: 'wave-started';
      readonly at: string;
      readonly node: string;
      readonly changes: readonly JournaledChange[];
    }
  | {
      readonly kind: 'operation-ended';
      readonly at: string;
      readonly node: string;
      readonly address: Address;
      readonly title: string;
      readonly outcome: Outcome;
    }
  | { readonly kind: 'node-ended'; readonly at: string; readonly node: NodeRun }
  | { readonly kind: 'run-ended'; readonly at: string; readonly interrupted: boolean };

/** What is about to be replaced, file contents included; `observed` is null where it may hold a secret. */
export type JournaledChange = {
  readonly address: Address;
  readonly titles: readonly string[];
  readonly observed: Json;
};
