import type { Operation } from './operation.ts';

/** One thing that a node does to go back. */
export type UndoStep = { readonly operation: Operation; readonly runAs?: string | false };

/** What a node is to do by itself unless a new connection keeps the changes in time. */
export type SafeguardOrder = {
  /** The run that sets it up. */
  readonly run: string;
  readonly withinMs: number;
  /** In the order in which they are done; one that fails does not hold up those after it. */
  readonly steps: readonly UndoStep[];
  /** Contents that the steps write, by their SHA-256. */
  readonly contents: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
  /** The safeguard that this one takes the place of, whose steps stand in it as well. */
  readonly replaces?: Safeguard;
};

/** How a safeguard ended. The texts are whole sentences. */
export type SafeguardEnd =
  /** A new connection got through in time: the changes stay, and nothing of the safeguard is left on the node. */
  | { readonly kind: 'confirmed' }
  /** The node went back by itself; `why` nobody confirmed, and what the node says of going back where that failed. */
  | { readonly kind: 'undone'; readonly why: string; readonly failures: readonly string[] }
  /** Nobody can tell what the node did. */
  | { readonly kind: 'unknown'; readonly why: string };

/** A safeguard that stands on a node. It acts at the end of its time whatever becomes of whoever set it up. */
export type Safeguard = {
  /**
   * Keeps the changes through a connection that is made for this alone: a new TCP connection, a new login, a new `sudo`. It tries
   * until it gets through or the time has passed; then it waits for the node to go back, and reads what came of it.
   */
  readonly confirm: (watch: SafeguardWatch) => Promise<SafeguardEnd>;
  /** Makes the node go back now, and reads what came of it. `why` is a whole sentence. */
  readonly giveUp: (why: string, watch: SafeguardWatch) => Promise<SafeguardEnd>;
};

export type SafeguardWatch = {
  /** Ends the attempts to confirm; the node goes back. */
  readonly signal?: AbortSignal;
  /** Says what is waited for. */
  readonly onWaiting?: (message: string) => void;
};

/** What came of setting a safeguard up; `why` is a part of a sentence, and nothing was written then but what was removed again. */
export type SafeguardResult =
  | { readonly kind: 'armed'; readonly safeguard: Safeguard }
  | { readonly kind: 'refused'; readonly why: string };
