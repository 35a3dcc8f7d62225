import type { FactKey } from '../catalogue/fact.ts';

/** `deny`: refused unless allowed by name. `warn`: shown with the change. `deny-when-large`: `deny` on a large table, else `warn`. */
export type HazardSeverity = 'deny' | 'deny-when-large' | 'warn' | 'info';

/** What a change of a schema can do to data and to those who use it; codes are stable. */
export const schemaHazards = {
  DB101: { severity: 'deny', title: 'Data is lost' },
  DB102: { severity: 'warn', title: 'Succeeds only if the data fits' },
  DB103: { severity: 'warn', title: 'Cannot be taken back' },
  DB201: { severity: 'deny-when-large', title: 'Blocks reading and writing for long' },
  DB202: { severity: 'deny-when-large', title: 'Blocks writing' },
  DB203: { severity: 'deny-when-large', title: 'Rewrites the table' },
  DB204: { severity: 'deny-when-large', title: 'Reads the whole table under a lock' },
  DB205: { severity: 'warn', title: 'Builds an index' },
  DB206: { severity: 'warn', title: 'Runs outside of a transaction' },
  DB301: { severity: 'warn', title: 'May be a rename' },
  DB302: { severity: 'warn', title: 'Breaks clients that use the old shape' },
  DB401: { severity: 'warn', title: 'Changes who may do what' },
  DB501: { severity: 'deny', title: 'Drops an index before its replacement exists' },
  DB601: { severity: 'warn', title: 'Changes the version of an extension' },
  DB602: { severity: 'warn', title: 'Changes what replication sees' },
  DB901: { severity: 'warn', title: 'Not managed by Setpoint' },
  DB902: { severity: 'warn', title: 'Depends on something that cannot be traced' },
  DB903: { severity: 'deny', title: 'Would drop something that is not owned' },
} as const satisfies Record<string, { readonly severity: HazardSeverity; readonly title: string }>;

export type SchemaHazardCode = keyof typeof schemaHazards;

/** One hazard of one statement. */
export type SchemaHazard = {
  readonly code: SchemaHazardCode;
  /** The object at stake, which an `allow` entry can name. */
  readonly object: FactKey;
  /** What exactly is at stake, in one sentence. */
  readonly message: string;
};
