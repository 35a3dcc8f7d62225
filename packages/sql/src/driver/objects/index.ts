import type { Answer, Query } from '@setpoint/model';
import { SqlFailure } from '../../session/session.ts';
import { isUnreachable } from '../sessions.ts';

import { departuresKind, newcomersKind } from './content-kinds.ts';
import { databaseKind } from './database.ts';
import { availableExtensionKind, extensionKind } from './extension.ts';
import { grantsKind } from './grants.ts';
import { loginKind } from './login.ts';
import { namespaceKind } from './namespace.ts';
import { answerOfFailure, isNoDatabase, type ObjectKind, type ObjectSource } from './object-kind.ts';
import { probeKind } from './probe.ts';
import { roleKind } from './role.ts';
import { roleDependentsKind } from './role-dependents.ts';
import { serverKind } from './server.ts';

const kinds: readonly ObjectKind[] = [
  serverKind,
  databaseKind,
  roleKind,
  roleDependentsKind,
  loginKind,
  grantsKind,
  extensionKind,
  availableExtensionKind,
  namespaceKind,
  newcomersKind,
  departuresKind,
  probeKind,
];

const byName: ReadonlyMap<string, ObjectKind> = new Map(kinds.map((each) => [each.kind, each]));

/** True for a question about an object of a server, such as a database or a role. */
export function isObjectQuery(query: Query): boolean {
  return byName.has(query.kind);
}

/**
 * Answers a question about an object. Throws `SqlFailure` when the server cannot be asked at all; what it refuses or does not have
 * is an answer.
 */
export async function answerObject(query: Query, source: ObjectSource): Promise<Answer> {
  const kind = byName.get(query.kind);
  if (kind === undefined) return { status: 'unknown', cause: { kind: 'unavailable', what: `"${query.kind}"` } };
  try {
    return await kind.read(query, source);
  } catch (failure) {
    if (!(failure instanceof SqlFailure)) throw failure;
    const isOwnDatabase = (query['database'] ?? '') === '';
    if (isNoDatabase(failure) ? isOwnDatabase : isUnreachable(failure)) throw failure;
    return answerOfFailure(failure);
  }
}
