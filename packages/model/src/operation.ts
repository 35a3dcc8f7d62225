import type { Hazard } from './hazard.ts';
import type { JsonObject } from './json.ts';

/** One thing a driver can do, as data. */
export type Operation = {
  /** What it does, in the imperative, without secrets: `write /etc/motd`. */
  readonly title: string;
  /** The channel's own description of the work; its shape is fixed by the channel, `kind` selects the code. */
  readonly action: JsonObject & { readonly kind: string };
  /** The driver gives up on the operation after this time and reports it as unknown. */
  readonly timeoutMs: number;
  readonly hazards: readonly Hazard[];
  /** True when doing it twice has the effect of doing it once. */
  readonly repeatable: boolean;
};

/** How an operation ended. Only a record from the node itself makes it done or failed. */
export type Outcome =
  | {
      readonly status: 'done';
      readonly durationMs: number;
      /** What the driver says of how it was done, in a few words: `2 writes (FC6, FC16)`. */
      readonly detail?: string;
      /** What the operation itself printed. */
      readonly output?: string;
    }
  | {
      readonly status: 'failed';
      readonly durationMs: number;
      readonly reason: string;
      readonly exitCode?: number;
      readonly output?: string;
    }
  /** The facts the operation relied on had moved; nothing was done. */
  | { readonly status: 'refused'; readonly reason: string }
  /** No record came back: it may or may not have happened. */
  | { readonly status: 'unknown'; readonly reason: string }
  | { readonly status: 'not-started'; readonly reason: string }
  /** Planned on an unknown, which turned out to be as declared already. */
  | { readonly status: 'satisfied' };

export type OutcomeStatus = Outcome['status'];
