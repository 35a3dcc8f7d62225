/** A number with its noun: `1 node`, `12 nodes`, `2 addresses`. The plural is the noun with `s` unless it is given. */
export function count(amount: number, noun: string, plural = `${noun}s`): string {
  return `${amount} ${amount === 1 ? noun : plural}`;
}
