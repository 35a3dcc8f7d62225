import type { Answer, BodyStore, JsonObject, Query } from '@setpoint/model';
import { SqlFailure, type SqlSession } from '../../session/session.ts';

/** What reading objects of a server needs: sessions with its databases. Each is opened once and closed by whoever gave it. */
export type ObjectSource = {
  /** Empty: the database of the node's settings. Throws `SqlFailure`; state 3D000 when there is no such database. */
  readonly open: (database: string) => Promise<SqlSession>;
  /** Tells whether the server lets an account in with a password; throws `SqlFailure` when that cannot be told. */
  readonly tryLogin?: (user: string, password: string) => Promise<boolean>;
  readonly bodies: BodyStore;
};

/** How one kind of question about objects is answered. Reads only. */
export type ObjectKind = {
  readonly kind: string;
  /** Throws `SqlFailure`, and nothing else, for what the server does. */
  readonly read: (query: Query, source: ObjectSource) => Promise<Answer>;
};

/** An answer that holds something. */
export function found(value: JsonObject): Answer {
  return { status: 'found', value };
}

/** What a failure comes to: a database that is not there holds nothing; what the server refuses cannot be told. */
export function answerOfFailure(failure: unknown): Answer {
  if (!(failure instanceof SqlFailure)) throw failure;
  if (isNoDatabase(failure)) return { status: 'absent' };
  // Whoever may not read is told so by the server's own words; no other account of the machine would help, as with files.
  return { status: 'unknown', cause: { kind: 'unavailable', what: failure.message } };
}

/** True when the server says that it has no such database. */
export function isNoDatabase(failure: SqlFailure): boolean {
  return failure.sqlState === '3D000' || failure.errno === 1049;
}

/** A part of a question as text. */
export function queryText(query: Query, part: string): string {
  const value = query[part];
  return typeof value === 'string' ? value : '';
}

/** A field of a row as text, null where the server gave none. */
export function textOf(row: JsonObject, field: string): string | null {
  const value = row[field];
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A field of a row as a number; 0 where it is none. */
export function numberOf(row: JsonObject, field: string): number {
  const number = Number(row[field]);
  return Number.isSafeInteger(number) ? number : 0;
}

/** A field of a row as a list of texts. */
export function textsOf(row: JsonObject, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.map(String) : [];
}

/** True for a field that is true, 1, `Y` or `YES`, in the ways that servers say so. */
export function flagOf(row: JsonObject, field: string): boolean {
  const value = row[field];
  return value === true || value === 1 || (typeof value === 'string' && ['1', 'Y', 'YES', 'on', 't'].includes(value));
}
