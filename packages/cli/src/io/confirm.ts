import { createInterface } from 'node:readline/promises';
import type { CommandIo } from '../command.ts';

/** Asks on the terminal; only the whole word "yes" is taken, and a signal means no. */
export async function confirm(io: CommandIo, question: string): Promise<boolean> {
  const lines = createInterface({ input: io.stdin() });
  await io.stderr.write(question);
  try {
    const closed = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
    const answer = await Promise.race([lines.question('', { signal: io.signal }), closed]);
    // The end of input leaves the cursor behind the question.
    if (answer === undefined) await io.stderr.write('\n');
    return answer?.trim() === 'yes';
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
