import type { Catalogue, Fact } from '../catalogue/fact.ts';
import { nameOfKey } from '../catalogue/fact-key.ts';
import { closeQuietly } from '../driver/sessions.ts';
import type { SqlSession } from '../session/session.ts';
import type { ScratchResult } from './scratch.ts';
import { readInside } from './transaction.ts';

/**
 * Loads into an empty database that is given for it, in a transaction that is rolled back. For accounts that may not create
 * databases. One that holds anything is refused and left as it is. The session is closed with the scratch, or when there is none.
 */
export async function openInPlace(session: SqlSession): Promise<ScratchResult> {
  const dispose = async (): Promise<void> => {
    if (session.isOpen()) await session.run('ROLLBACK').catch(() => undefined);
    await closeQuietly(session);
  };
  try {
    await session.run(begin);
    const held = heldBy(await readInside(session));
    if (held.length > 0) {
      await dispose();
      const { user, database } = session.server;
      const why = `${user} may not create databases there (CREATEDB), and the database ${database} is not empty: it holds ${enumerate(held)}`;
      return { kind: 'unavailable', why };
    }
    const read = () => readInside(session);
    return { kind: 'ready', scratch: { strategy: 'url', session, isTransaction: true, read, dispose } };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Who loads the same names into the same database at the same time would wait for each other anyway, and in no order. */
const begin = "BEGIN; SET LOCAL lock_timeout = '60s'; SELECT pg_catalog.pg_advisory_xact_lock(7382645519270513)";

/** What is there beside the public schema and extensions, which only a superuser can bring. */
function heldBy({ facts, unmodelled }: Catalogue): readonly string[] {
  const isUsual = ({ kind, key, parent = '' }: Fact): boolean =>
    kind === 'extension' || parent.startsWith('extension:') || key === 'schema:public';
  return [
    ...facts.filter((fact) => !isUsual(fact)).map(({ kind, key }) => `${kind} ${nameOfKey(key)}`),
    ...unmodelled.map(({ what, name }) => `${what} ${name}`),
  ];
}

function enumerate(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
