import { createInterface } from 'node:readline/promises';
import type { CommandIo } from '../command.ts';

/** Asks on the terminal; only the whole word "yes" is taken, and a signal means no. */
export async function confirm(io: CommandIo, question: string): Promise<boolean> {
  const lines = createInterface({ input: io.stdin });
  await io.stderr.write(question);
  try {
    const closed = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const answer = await Promise.race([lines.question('', { signal: io.signal }), closed]);
    return answer.trim() === 'yes';
  } catch {
    return false;
  } finally {
    lines.close();
  }
}
