import type { Wanted, WantedResult } from './wanted.ts';

/** What declarations came to, for as long as a channel is open: the verification of an apply loads nothing again. */
export class WantedMemory {
  readonly #known = new Map<string, Promise<WantedResult>>();

  /** True when nothing has to be loaded, or a load is under way. */
  knows(key: string): boolean {
    return this.#known.has(key);
  }

  /** What is known under the key, or what `load` gives. A load that failed or found problems is not remembered. */
  async recall(key: string, load: () => Promise<WantedResult>): Promise<WantedResult> {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const loading = load();
    this.#known.set(key, loading);
    try {
      const result = await loading;
      if (!isWhole(result)) this.#known.delete(key);
      return result;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}

function isWhole(result: WantedResult): result is Wanted {
  return result.kind === 'wanted' && result.problems.length === 0;
}
