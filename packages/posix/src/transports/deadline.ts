/** What `settleWithin` gives when the time was up first. */
export const timedOut: unique symbol = Symbol('timed out');

/** Waits for work at most this long, on the monotonic clock; the work itself goes on and its late result is dropped. */
export async function settleWithin<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value | typeof timedOut> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<typeof timedOut>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, timedOut);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
}

/** A point in time on the monotonic clock. */
export type Deadline = { readonly remainingMs: () => number };

/** The point in time that lies this far ahead. */
export function deadlineIn(timeoutMs: number): Deadline {
  const endMs = performance.now() + timeoutMs;
  return { remainingMs: () => Math.max(0, endMs - performance.now()) };
}
