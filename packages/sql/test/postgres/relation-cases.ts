import type { SchemaHazardCode } from '../../src/compare/hazard.ts';
import type { Way } from './converge.ts';

/** A way, the statements that it takes in their order, and the codes of its hazards, sorted. */
export type RelationCase = Way & {
  readonly title: string;
  readonly statements: readonly string[];
  readonly hazards?: readonly SchemaHazardCode[];
};

const careful = { indexes: 'concurrently', constraints: 'not_valid' } as const;

export const relationCases: readonly RelationCase[] = [
  {
    title: 'leaves alone what is only spelled otherwise',
    before: `CREATE TABLE t (a int4 NOT NULL DEFAULT 0, b varchar(10), CHECK (a > 0), PRIMARY KEY (a));`,
    after: `CREATE TABLE public.t (b character varying(10), a integer DEFAULT 0 PRIMARY KEY CHECK ((a) > (0)));`,
    statements: [],
  },
  {
    title: 'x',
    before: ``,
    after: `CREATE TABLE t (a int);`,
    statements: ['CREATE TABLE public.t ( a integer )'],
  },
];
