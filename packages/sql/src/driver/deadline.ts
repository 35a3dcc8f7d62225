import { OutOfTime } from '../session/session.ts';

/** A signal that ends an operation when its time is over, and the way to put it off. */
export type Deadline = { readonly signal: AbortSignal; readonly end: () => void };

/** Begins the time of an operation. */
export function startDeadline(timeoutMs: number): Deadline {
  const controller = new AbortController();
  const reason = new OutOfTime(`it ran out of time (${timeoutMs / 1000} s) and was ended`);
  // Timers cannot be set further ahead.
  const timer = setTimeout(() => controller.abort(reason), Math.min(timeoutMs, 2 ** 31 - 1));
  return { signal: controller.signal, end: () => clearTimeout(timer) };
}
