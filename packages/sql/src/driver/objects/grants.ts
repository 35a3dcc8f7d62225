import type { Answer, JsonObject, Query } from '@setpoint/model';
import { readMysqlGrants } from './grants-mysql.ts';
import { readPostgresGrants } from './grants-postgres.ts';
import { found, type ObjectKind } from './object-kind.ts';

/** What privileges are held on: one object, or all objects of a kind in a schema. JSON in shape. */
export type GrantTarget = JsonObject & {
  readonly kind: TargetKind;
  /** Null where the object is in none; on MySQL and MariaDB the database. For sets, the schema; `*` for all of them. */
  readonly schema: string | null;
  /** Empty for sets and for the whole server. */
  readonly name: string;
  /** The types of a routine's arguments as written; null: whatever they are. */
  readonly arguments: string | null;
  /** The columns of a table; null for all of it. */
  readonly columns: readonly string[] | null;
};

export const singleKinds = [
  'database',
  'schema',
  'table',
  'sequence',
  'function',
  'procedure',
  'type',
  'language',
  'tablespace',
  'foreign_server',
  'foreign_data_wrapper',
  'server',
] as const;

export const setKinds = ['tables_in', 'sequences_in', 'functions_in', 'types_in'] as const;

export type TargetKind = (typeof singleKinds)[number] | (typeof setKinds)[number];

/** Asks what a role was granted itself; absent when the object is not there. */
export type GrantsQuery = Query & {
  readonly kind: 'grants';
  /** Empty: the database of the node's settings. */
  readonly database: string;
  /** `public` is everybody, on PostgreSQL. */
  readonly role: string;
  readonly target: GrantTarget;
  /** Asks what objects that this role makes later will have; empty for the session's own role, null for those that are there. */
  readonly defaultsOf: string | null;
};

/** The answer: one object, or those of a set, sorted by their names. */
export type GrantsFacts = JsonObject & { readonly objects: readonly GrantObject[] };

export type GrantObject = JsonObject & {
  /** As statements name it behind ON: `TABLE app.orders`; for default privileges what stands behind ALTER DEFAULT PRIVILEGES. */
  readonly text: string;
  /** As readers are shown it: `app.orders`. */
  readonly label: string;
  /** A column of a table; null for the object itself. */
  readonly column: string | null;
  readonly held: readonly HeldPrivilege[];
  /** Every privilege that such an object knows. */
  readonly all: readonly string[];
};

export type HeldPrivilege = JsonObject & { readonly privilege: string; readonly grantable: boolean };

/** Answers `GrantsQuery` from the catalogue. */
export const grantsKind: ObjectKind = {
  kind: 'grants',
  read: async (query, { open }): Promise<Answer> => {
    const question = query as GrantsQuery;
    const session = await open(question.database);
    const read = session.server.product === 'postgres' ? readPostgresGrants : readMysqlGrants;
    const objects = await read(session, question);
    return objects === undefined ? { status: 'absent' } : found({ objects });
  },
};
