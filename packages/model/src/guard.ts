import type { Operation } from './operation.ts';

/** One thing that a node does to go back. */
export type UndoStep = { readonly operation: Operation; readonly runAs?: string | false };

/** What a node is to do by itself unless a new connection keeps the changes in time. */
export type GuardOrder = {
  /** The run that sets it up. */
  readonly run: string;
  readonly withinMs: number;
  /** In the order in which they are done; one that fails does not hold up those after it. */
  readonly steps: readonly UndoStep[];
  /** Contents that the steps write, by their SHA-256. */
  readonly contents: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** The guard that this one takes the place of, whose steps stand in it as well. */
  readonly replaces?: Guard;
};

/** How a guard ended. The texts are whole sentences. */
export type GuardEnd =
  /** A new connection got through in time: the changes stay, and nothing of the guard is left on the node. */
  | { readonly kind: 'confirmed' }
  /** The node went back by itself; `why` nobody confirmed, and what the node says of going back where that failed. */
  | { readonly kind: 'undone'; readonly why: string; readonly failures: readonly string[] }
  /** Nobody can tell what the node did. */
  | { readonly kind: 'unknown'; readonly why: string };

/** A guard that stands on a node. It acts at the end of its time whatever becomes of whoever set it up. */
export type Guard = {
  /**
   * Keeps the changes through a connection that is made for this alone: a new TCP connection, a new login, a new `sudo`. It tries
   * until it gets through or the time has passed; then it waits for the node to go back, and reads what came of it.
   */
  readonly confirm: (watch: GuardWatch) => Promise<GuardEnd>;
  /** Makes the node go back now, and reads what came of it. `why` is a whole sentence. */
  readonly giveUp: (why: string, watch: GuardWatch) => Promise<GuardEnd>;
};

export type GuardWatch = {
  /** Ends the attempts to confirm; the node goes back. */
  readonly signal?: AbortSignal;
  /** Says what is waited for. */
  readonly onWaiting?: (message: string) => void;
};

/** What came of setting a guard up; `why` is a part of a sentence, and nothing was written then but what was removed again. */
export type GuardResult =
  | { readonly kind: 'armed'; readonly guard: Guard }
  | { readonly kind: 'refused'; readonly why: string };
