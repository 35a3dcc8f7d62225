import { settleWithin, timedOut } from './deadline.ts';

/** A fixed number of places, given out in the order of asking. */
export class Slots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Takes a place; false when none became free in time. A place taken is given back with `release`. */
  async take(timeoutMs: number): Promise<boolean> {
    if (this.#free > 0) {
      this.#free -= 1;
      return true;
    }
    let wake = (): void => {};
    const turn = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.#waiting.push(wake);
    if ((await settleWithin(turn, timeoutMs)) !== timedOut) return true;
    const place = this.#waiting.indexOf(wake);
    // The place may have been handed over in the very moment the time ran out: then it is ours.
    if (place < 0) return true;
    this.#waiting.splice(place, 1);
    return false;
  }

  release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
