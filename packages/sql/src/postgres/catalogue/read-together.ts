import type { JsonObject } from '@setpoint/model';
import { invariant } from '@setpoint/model';

/** The part of a session that readers use. */
export type Asking = { readonly read: (text: string) => Promise<readonly JsonObject[]> };

/**
 * Sends all SELECTs that are asked for in one turn as one statement, so that reading a catalogue costs one round trip however far
 * the server is. Each promise is fulfilled with its own rows, or all are rejected with the failure.
 */
export function readTogether(session: Asking): Asking {
  const waiting: Waiting[] = [];
  return {
    read: (text) =>
      new Promise((resolve, reject) => {
        waiting.push({ text, resolve, reject });
        if (waiting.length === 1) queueMicrotask(() => void flush(session, waiting.splice(0)));
      }),
  };
}

type Waiting = {
  readonly text: string;
  readonly resolve: (rows: readonly JsonObject[]) => void;
  readonly reject: (reason: unknown) => void;
};

async function flush(session: Asking, batch: readonly Waiting[]): Promise<void> {
  try {
    const [answer] = await session.read(selectAll(batch));
    invariant(answer !== undefined, 'the catalogue answers with one row.');
    for (const [index, { resolve }] of batch.entries()) resolve((answer[`${index}`] ?? []) as readonly JsonObject[]);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

function selectAll(batch: readonly Waiting[]): string {
  const columns = batch.map(
    ({ text }, index) => `(SELECT json_agg(row_to_json(q${index})) FROM (${text}\n) q${index}) AS "${index}"`,
  );
  return `SELECT ${columns.join(',\n')}`;
}
