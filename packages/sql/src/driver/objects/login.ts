import { randomBytes } from 'node:crypto';
import type { Query } from '@setpoint/model';
import { SqlFailure } from '../../session/session.ts';
import { readBody } from './body.ts';
import { found, type ObjectKind, type ObjectSource, queryText } from './object-kind.ts';

/**
 * Asks whether a password is that of a role. The server is tried with it only where the session's account may not read what the
 * server stores.
 */
export type LoginQuery = Query & { readonly kind: 'login'; readonly name: string; readonly sha256: string };

/** The answer. `readable`: no need to try. `untold`: the server does not ask for passwords, or lets nobody in from here. */
export type LoginResult = { readonly result: 'readable' | 'right' | 'wrong' | 'untold'; readonly why: string };

export function loginQuery(name: string, sha256: string): LoginQuery {
  return { kind: 'login', name, sha256 };
}

/** Answers `LoginQuery` on PostgreSQL. */
export const loginKind: ObjectKind = {
  kind: 'login',
  read: async (query, source) => {
    const session = await source.open('');
    if (session.server.product !== 'postgres') return found({ result: 'readable', why: '' });
    const [row] = await session.read(
      "SELECT pg_catalog.has_table_privilege('pg_catalog.pg_authid', 'SELECT') AS may_read",
    );
    if (row?.['may_read'] === true) return found({ result: 'readable', why: '' });
    return found(await tryPassword(source, queryText(query, 'name'), queryText(query, 'sha256')));
  },
};

async function tryPassword(source: ObjectSource, user: string, sha256: string): Promise<LoginResult> {
  const { tryLogin } = source;
  if (tryLogin === undefined) return { result: 'untold', why: 'the way to the server knows no other account' };
  try {
    if (!(await tryLogin(user, readBody(source.bodies, sha256)))) return { result: 'wrong', why: '' };
    // A server that takes any password tells nothing of this one.
    const takesAll = await tryLogin(user, randomBytes(18).toString('base64'));
    return takesAll
      ? { result: 'untold', why: 'the server takes any password from here' }
      : { result: 'right', why: '' };
  } catch (failure) {
    if (!(failure instanceof SqlFailure)) throw failure;
    return { result: 'untold', why: failure.message };
  }
}
