import type { SchemaHazardCode } from '../../../src/compare/hazard.ts';
import type { Way } from '../converge.ts';

/** A way, the statements that it takes in their order, and the codes of its hazards, sorted. */
export type RelationCase = Way & {
  readonly title: string;
  readonly statements: readonly string[];
  readonly hazards?: readonly SchemaHazardCode[];
};
