import type { Pair } from '../score/pair.ts';

/** Two states of a database as a test writes them down. */
export type OwnPair = {
  readonly title: string;
  readonly current: string;
  readonly desired: string;
  readonly seed?: string;
  readonly roles?: readonly string[];
  /** The two are the same, differently spelled. */
  readonly isSame?: boolean;
};

/** The pair as the score takes it. */
export function toPair({ title, current, desired, seed, roles, isSame }: OwnPair): Pair {
  return {
    id: title,
    currentSql: current,
    desiredSql: desired,
    seedSql: seed ?? null,
    roles: roles ?? [],
    expectsChanges: isSame !== true,
    notes: [],
  };
}
