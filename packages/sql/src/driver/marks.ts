import type { NodeMarks } from '@setpoint/model';
import { type Product, SqlFailure } from '../session/session.ts';
import type { SessionPool } from './sessions.ts';

/**
 * What a server says of itself that no other server says: PostgreSQL the number that initdb gave it, MySQL its UUID; MariaDB has
 * nothing of that kind. Asks over a session that is open already, and says nothing where that cannot be told.
 */
export async function readMarks(pool: SessionPool): Promise<NodeMarks> {
  const session = await pool.anyOpen();
  const question = session === undefined ? undefined : questions[session.server.product];
  if (session === undefined || question === undefined) return {};
  try {
    const [row] = await session.read(question.text);
    return typeof row?.['id'] === 'string' && row['id'] !== '' ? { [question.name]: row['id'] } : {};
  } catch (error) {
    if (error instanceof SqlFailure) return {};
    throw error;
  }
}

const questions: Readonly<Partial<Record<Product, { readonly name: string; readonly text: string }>>> = {
  postgres: {
    name: 'system identifier',
    text: 'SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()',
  },
  mysql: { name: 'server UUID', text: 'SELECT @@server_uuid AS id' },
};
