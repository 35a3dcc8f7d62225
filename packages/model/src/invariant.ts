/** Throws when something that the code guarantees does not hold: a bug, never an expected problem. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`${why}. This is a bug in Setpoint.`);
}
