import type { Address, Json, NodeRun, Outcome, Plan, SourceSpan } from '@setpoint/model';
import type { Declarations } from './declarations.ts';

/** Version of the journal's form; a reader accepts every number up to this one and refuses a greater one. */
export const journalFormatVersion = 2;

/**
 * One line of a run's journal, in the order of events. A wave is written before it leaves, so a crash shows which operations may
 * have happened; the facts it replaces are written with it, so an undo can bring them back.
 */
export type JournalEntry =
  | {
      readonly kind: 'run-started';
      readonly formatVersion: number;
      readonly run: string;
      readonly at: string;
      readonly plan: Plan;
      /** Digest of the saved plan that was applied; absent when the plan was made for this run. */
      readonly savedPlan?: string;
      /** What was declared, as digests; absent in format 1. */
      readonly declarations?: Declarations;
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

/** What is about to be replaced, and everything that it takes to go back. */
export type JournaledChange = {
  readonly address: Address;
  readonly titles: readonly string[];
  /** As it was found; null where it may hold a secret. Contents that were kept stand in it by their digest alone. */
  readonly observed: Json;
  /** The resource type; it and everything below are absent in format 1. */
  readonly type?: string;
  /** What the change was made for, in the module's own shape; null where it may hold a secret. */
  readonly declared?: Json;
  /** The paths of the change's edits. */
  readonly edited?: readonly string[];
  /** What was left out, because it may hold a secret: contents alone, or all of `declared` and `observed`. */
  readonly withheld?: 'contents' | 'all';
  readonly runAs?: string | false;
  readonly source?: SourceSpan;
};
