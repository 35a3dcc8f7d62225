import type { Catalogue } from '../catalogue/fact.ts';
import type { LoadProblem, Rename } from '../declaration/declaration.ts';
import type { ScratchStrategy } from './scratch.ts';

/** What a declaration makes of an empty database. */
export type Wanted = {
  readonly kind: 'wanted';
  readonly strategy: ScratchStrategy;
  /** The version of the server that it was loaded into. */
  readonly version: number;
  readonly versionText: string;
  /** What is in the database before anything is loaded. */
  readonly empty: Catalogue;
  /** Without facts when there are problems. */
  readonly catalogue: Catalogue;
  readonly renames: readonly Rename[];
  readonly problems: readonly LoadProblem[];
  /** Roles that the declaration names and that do not exist yet. */
  readonly roles: readonly string[];
  /** Statements that say to whom something belongs and that the account may not run. */
  readonly withheld: readonly string[];
};

export type WantedResult = Wanted | { readonly kind: 'unavailable'; readonly why: string };

export const emptyCatalogue: Catalogue = { facts: [], unmodelled: [], sizes: {} };
