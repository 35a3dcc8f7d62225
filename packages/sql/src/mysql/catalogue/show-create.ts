import type { JsonObject } from '@setpoint/model';
import type { SqlSession } from '../../session/session.ts';
import { quoteName } from '../quote.ts';

/**
 * Asks SHOW CREATE for many objects of one sort, several hundred in one round trip (300 tables one by one take seven times as
 * long), and gives the answers by name.
 */
export async function showCreate(
  session: SqlSession,
  what: 'TABLE' | 'VIEW' | 'FUNCTION' | 'PROCEDURE' | 'SEQUENCE' | 'TRIGGER',
  names: readonly string[],
): Promise<ReadonlyMap<string, JsonObject>> {
  const answers = new Map<string, JsonObject>();
  for (let first = 0; first < names.length; first += batchSize) {
    const batch = names.slice(first, first + batchSize);
    const rows = await session.read(batch.map((name) => `SHOW CREATE ${what} ${quoteName(name)}`).join(';\n'));
    for (const [index, name] of batch.entries()) {
      const row = rows[index];
      if (row !== undefined) answers.set(name, row);
    }
  }
  return answers;
}

/** Keeps a batch far below the smallest max_allowed_packet in use (1 MB), answers included. */
const batchSize = 250;
