import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Operation, Outcome } from './operation.ts';
import type { Answer, Query } from './query.ts';
import type { NodeSpec } from './resource.ts';
import type { Safeguard, SafeguardOrder, SafeguardResult } from './safeguard.ts';
import type { NodeMarks } from './saved-plan.ts';

/** Acts as this account instead of the node's own setting: a name, or false for the login account. */
export type RunAs = string | false | undefined;

/** One query and the account to ask as. */
export type Question = { readonly query: Query; readonly runAs?: RunAs };

/** Questions that differ in the account are different questions. */
export type QuestionKey = string;

/** One operation of a wave. */
export type Step = {
  readonly operation: Operation;
  readonly runAs?: RunAs;
  /** Positions in the same wave that must be done before this one may start; when one is not, this one is not started. */
  readonly needs: readonly number[];
};

/** Who holds a node while it is being changed; shown to whoever comes second. */
export type LockHolder = {
  readonly who: string;
  readonly host: string;
  readonly pid: number;
  readonly run: string;
  readonly since: string;
};

/** What came of asking for a lock; `why` is a part of a sentence. */
export type LockResult =
  | {
      readonly kind: 'held';
      readonly release: () => Promise<void>;
      /** True when it is certain that no other apply has held the node since it was last asked over this channel. */
      readonly isUndisturbed?: boolean;
    }
  | { readonly kind: 'taken'; readonly by: LockHolder | undefined }
  /** The node has no means for a lock. */
  | { readonly kind: 'unsupported'; readonly why: string }
  /** The node has the means, and whether another apply works on it cannot be told. */
  | { readonly kind: 'refused'; readonly why: string };

/** What came of asking: an answer for every question, in their order, or the reason why there are none. */
export type AskResult =
  | { readonly kind: 'answered'; readonly answers: readonly Answer[] }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/**
 * One open conversation with one node: the port between the engine and a driver. A channel never throws for what a node, a
 * network or an account does; it answers with a diagnostic or an outcome.
 */
export type Channel = {
  /** Asks all questions in one round trip. Reads only. */
  readonly ask: (questions: readonly Question[], signal?: AbortSignal) => Promise<AskResult>;
  /**
   * Runs a wave in one round trip and gives one outcome per step, in their order. `onOutcome` is called as records arrive. When
   * `signal` aborts, no further step starts and the running one is waited for.
   */
  readonly execute: (steps: readonly Step[], watch: ExecuteWatch) => Promise<readonly Outcome[]>;
  /** Keeps other applies off the node until released or until this process or its connection dies. */
  readonly lock: (holder: LockHolder) => Promise<LockResult>;
  /**
   * What the node has said about itself so far, by which it is told from another one that answers under its name: known after the
   * first answer, without a round trip of its own. Absent: it says nothing.
   */
  readonly marks?: () => NodeMarks;
  /** Sets up on the node what it is to do by itself unless a new connection confirms in time. Absent: its nodes cannot. */
  readonly safeguard?: (order: SafeguardOrder) => Promise<SafeguardResult>;
  readonly close: () => Promise<void>;
};

/** Questions that a wave's own program answers after its last step, so that they cost no round trip. */
export type AskedAfterwards = {
  readonly questions: readonly Question[];
  /** Called once with an answer for each, in their order, and only when every step was done. A channel that cannot do this calls nothing. */
  readonly onAnswers: (answers: readonly Answer[]) => void;
};

export type ExecuteWatch = {
  readonly askAfterwards?: AskedAfterwards;
  /** The safeguard that the steps are under: none of them starts once the node has begun to go back. */
  readonly safeguard?: Safeguard;
  readonly signal?: AbortSignal;
  readonly onStart?: (step: number) => void;
  readonly onOutcome?: (step: number, outcome: Outcome) => void;
  /** A step waits for something on the node, such as another package manager's lock. */
  readonly onWaiting?: (step: number, message: string) => void;
};

export type ConnectResult =
  | { readonly kind: 'connected'; readonly channel: Channel }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Opens channels to nodes of one kind. */
export type Driver = {
  /** The key under a node in the inventory that selects this driver, such as `ssh`. */
  readonly name: string;
  readonly channel: string;
  readonly connect: (node: NodeSpec, signal?: AbortSignal) => Promise<ConnectResult>;
};
