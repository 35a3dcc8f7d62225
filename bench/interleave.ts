/** One of several things measured side by side. */
export type Contestant = {
  readonly name: string;
  /** Brings the world into the state the measurement starts from; takes no part in it. */
  readonly prepare?: () => Promise<void>;
  /** Gives the time it took. */
  readonly measure: () => Promise<number>;
  /** How many times; contestants with fewer turns are spread over the rounds' beginning. */
  readonly turns: number;
};

/** The times of each contestant, in the order they were taken. */
export type Times = Readonly<Record<string, readonly number[]>>;

/**
 * Measures in rounds, every contestant once per round, so that noise of the machine hits all alike. The order turns round from one
 * round to the next, so that nobody always runs in another's wake.
 */
export async function interleave(contestants: readonly Contestant[], tell: (text: string) => void): Promise<Times> {
  const times: Record<string, number[]> = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  const rounds = Math.max(0, ...contestants.map(({ turns }) => turns));
  for (let round = 0; round < rounds; round += 1) {
    const present = contestants.filter(({ turns }) => round < turns);
    for (const contestant of round % 2 === 0 ? present : present.toReversed()) {
      await contestant.prepare?.();
      const wallMs = await contestant.measure();
      times[contestant.name]?.push(wallMs);
      tell(`${contestant.name}: ${Math.round(wallMs)} ms`);
    }
  }
  return times;
}

/**
 * How many times longer one contestant takes than another: the middle of the ratios of each round, because what slows the machine
 * down for a while slows both down. Rounds that only one of them took part in are left out.
 */
export function pairedRatio(times: readonly number[] | undefined, base: readonly number[] | undefined): number {
  const rounds = Math.min(times?.length ?? 0, base?.length ?? 0);
  return median(Array.from({ length: rounds }, (_, round) => (times?.[round] ?? 0) / (base?.[round] ?? 0)));
}

/** The middle of the times; NaN of none. */
export function median(times: readonly number[] | undefined): number {
  const sorted = [...(times ?? [])].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
