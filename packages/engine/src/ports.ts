import type { Driver, LockHolder, Redactor, ResourceModule, RunEvent } from '@setpoint/model';
import type { JournalEntry } from './journal/entry.ts';
import type { Content } from './journal/journal-change.ts';

/** Time, as a parameter: the engine never looks at a clock itself. */
export type Clock = {
  /** Milliseconds on a clock that is never set back; only differences mean something. */
  readonly monotonicMs: () => number;
  /** Wall-clock time for the journal, ISO 8601 in UTC. */
  readonly nowIso: () => string;
};

/** Where the record of a run is kept. A resolved promise means that the entry survives a crash. */
export type JournalStore = {
  readonly append: (entry: JournalEntry) => Promise<void>;
  /** Keeps bytes that are about to be replaced or deleted, by their digests; absent where a journal keeps entries alone. */
  readonly keepContents?: (contents: readonly Content[]) => Promise<void>;
};

/** What every phase of the engine works with. */
export type EngineContext = {
  readonly modules: ReadonlyMap<string, ResourceModule>;
  /** Drivers by the inventory key that selects them. */
  readonly drivers: ReadonlyMap<string, Driver>;
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly emit: (event: RunEvent) => void;
  /** Nodes worked on at the same time; at least 1. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  /** Takes an error that should not be able to happen; the run goes on without the node it happened to. */
  readonly onBug?: ((error: unknown) => void) | undefined;
};

/** What an apply needs beside the context. */
export type ApplyOptions = {
  readonly journal: JournalStore;
  readonly holder: LockHolder;
  /** After a failure, go on with the resources of the node that do not depend on it, and with later plays. */
  readonly keepGoing: boolean;
  /** Digest of the saved plan that the run is held to. What is refused then holds up nothing but what depends on it. */
  readonly savedPlan?: string;
  /**
   * What was read at most this long ago is acted upon without being read again, on a node that nobody else has held since; absent: every
   * node is read again under its lock.
   */
  readonly freshForMs?: number;
  /** Nothing is written anywhere unless every node still is what the plan found. */
  readonly allOrNothing?: boolean;
};
