import type { JsonObject, Query } from '@setpoint/model';
import type { Catalogue } from '../catalogue/fact.ts';
import type { LoadProblem, Rename, SqlFile } from '../declaration/declaration.ts';
import type { Product } from '../session/session.ts';

/** Where the declaration is loaded to learn how the server spells it. */
export type ScratchChoice = 'auto' | 'url' | 'database' | 'embedded' | 'pglite' | 'transaction';

/**
 * Asks what a database looks like and, in the same spelling, what the declaration would make of an empty one. The answer's value is
 * a `SchemaReading`. Unknown with a cause when the server cannot be asked; never absent.
 */
export type SchemaQuery = Query & {
  readonly kind: 'schema';
  /** Empty: the database of the node's settings. */
  readonly database: string;
  readonly files: readonly SqlFile[];
  /** The YAML tables, as declared. */
  readonly tables: JsonObject;
  /** Further SQL written in the playbook itself; empty: none. */
  readonly raw: string;
  /** PostgreSQL schemas that are owned: the scratch database has them from the start. Null: the declaration makes its own. */
  readonly owned: readonly string[] | null;
  /** Owners are left as they are, whatever the declaration says. */
  readonly ignoresOwners?: true;
  readonly scratch: ScratchChoice;
  /** For `scratch: url`: a connection URL without a password, or the name of a secret-free service; empty otherwise. */
  readonly scratchUrl: string;
};

/** What the driver answers to a schema query. JSON in shape. */
export type SchemaReading = {
  readonly server: { readonly product: Product; readonly version: number; readonly versionText: string };
  readonly database: string;
  /** The date by the server's clock, `2026-11-30`: permissions can end. */
  readonly today: string;
  /** The server follows another one and takes no changes. */
  readonly isStandby: boolean;
  /** False when the database is not there yet: `live` is then what an empty one holds. */
  readonly exists: boolean;
  readonly scratch: { readonly strategy: Exclude<ScratchChoice, 'auto'>; readonly versionText: string };
  readonly live: Catalogue;
  /** Empty when there are problems. */
  readonly wanted: Catalogue;
  readonly renames: readonly Rename[];
  readonly problems: readonly LoadProblem[];
  /** Roles that the declaration names and that do not exist yet: something before the schema must make them. */
  readonly roles: readonly string[];
  /** Statements about owners that the account may not run, so that nothing is known of what they say. */
  readonly withheld: readonly string[];
};
