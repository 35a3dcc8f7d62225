import type { JsonObject, Query } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { flagOf, found, type ObjectKind, queryText, textOf, textsOf } from './object-kind.ts';

const { text } = dialectOf('postgres');

/** Asks for an extension of a database of PostgreSQL; absent when it is not created there, or when there is no such database. */
export type ExtensionQuery = Query & {
  readonly kind: 'extension';
  /** Empty: the database of the node's settings. */
  readonly database: string;
  readonly name: string;
};

/** The answer. */
export type ExtensionFacts = JsonObject & {
  readonly version: string;
  readonly schema: string;
  readonly isRelocatable: boolean;
};

/** Asks for the files of an extension on the server; absent when it has none. */
export type AvailableExtensionQuery = Query & { readonly kind: 'available-extension'; readonly name: string };

/** The answer: what could be created, and what a version can be updated to. */
export type AvailableExtension = JsonObject & {
  readonly defaultVersion: string;
  /** Versions that can be created. */
  readonly versions: readonly string[];
  /** `1.0→1.1` for each pair between which there is a way. */
  readonly updates: readonly string[];
  /** Extensions that the default version needs. */
  readonly requires: readonly string[];
};

export function extensionQuery(database: string, name: string): ExtensionQuery {
  return { kind: 'extension', database, name };
}

export function availableExtensionQuery(name: string): AvailableExtensionQuery {
  return { kind: 'available-extension', name };
}

/** Answers `ExtensionQuery`. */
export const extensionKind: ObjectKind = {
  kind: 'extension',
  read: async (query, { open }) => {
    const session = await open(queryText(query, 'database'));
    if (session.server.product !== 'postgres') return { status: 'absent' };
    const [row] =
      await session.read(`SELECT e.extversion AS version, n.nspname AS schema, e.extrelocatable AS relocatable
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = ${text(queryText(query, 'name'))}`);
    if (row === undefined) return { status: 'absent' };
    const facts: ExtensionFacts = {
      version: textOf(row, 'version') ?? '',
      schema: textOf(row, 'schema') ?? '',
      isRelocatable: flagOf(row, 'relocatable'),
    };
    return found(facts);
  },
};

/** Answers `AvailableExtensionQuery`; the files are the same for all databases. */
export const availableExtensionKind: ObjectKind = {
  kind: 'available-extension',
  read: async (query, { open }) => {
    const session = await open('');
    if (session.server.product !== 'postgres') return { status: 'absent' };
    const name = text(queryText(query, 'name'));
    const [row] = await session.read(`SELECT e.default_version AS version,
  (SELECT pg_catalog.json_agg(v.version ORDER BY v.version) FROM pg_catalog.pg_available_extension_versions v WHERE v.name = e.name) AS versions,
  (SELECT pg_catalog.to_json(v.requires) FROM pg_catalog.pg_available_extension_versions v
    WHERE v.name = e.name AND v.version = e.default_version) AS requires
FROM pg_catalog.pg_available_extensions e WHERE e.name = ${name}`);
    if (row === undefined) return { status: 'absent' };
    const ways = await session.read(
      `SELECT source || '→' || target AS way FROM pg_catalog.pg_extension_update_paths(${name}) WHERE path IS NOT NULL ORDER BY 1`,
    );
    const facts: AvailableExtension = {
      defaultVersion: textOf(row, 'version') ?? '',
      versions: textsOf(row, 'versions'),
      updates: ways.map((way) => textOf(way, 'way') ?? ''),
      requires: textsOf(row, 'requires'),
    };
    return found(facts);
  },
};
