import type { ScratchChoice } from '../driver/schema-query.ts';
import type { SqlSessions } from '../driver/sessions.ts';
import type { SqlSession } from '../session/session.ts';

export type ScratchStrategy = Exclude<ScratchChoice, 'auto'>;

/** An empty database that a declaration can be loaded into. */
export type Scratch = {
  readonly strategy: ScratchStrategy;
  readonly session: SqlSession;
  /** Removes it, with all that was loaded. Never throws. */
  readonly dispose: () => Promise<void>;
};

/** `why`: a part of a sentence. */
export type ScratchResult =
  | { readonly kind: 'ready'; readonly scratch: Scratch }
  | { readonly kind: 'unavailable'; readonly why: string };

/** What making a scratch database works with. */
export type ScratchContext = {
  /** A session on the target's server, with the target itself when it exists. */
  readonly session: SqlSession;
  readonly sessions: SqlSessions;
  readonly cacheDir: string;
  readonly signal?: AbortSignal;
};
