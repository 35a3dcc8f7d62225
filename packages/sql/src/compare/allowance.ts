import type { FactKey, TableSize } from '../catalogue/fact.ts';
import { nameOfKey } from '../catalogue/fact-key.ts';
import { globMatcher } from './glob.ts';
import { type SchemaHazard, type SchemaHazardCode, schemaHazards } from './hazard.ts';
import type { Statement } from './statement.ts';

/** One permission: a hazard, on the objects that globs name (`app.legacy.*`), or anywhere when there are none. */
export type Allow = { readonly code: SchemaHazardCode; readonly objects: readonly string[] };

export type LargeTable = { readonly rows: number; readonly bytes: number };

/** What became of the hazards of a plan. */
export type Allowance = {
  readonly denied: readonly JudgedHazard[];
  readonly shown: readonly JudgedHazard[];
  /** Permissions that nothing made use of. */
  readonly unused: readonly Allow[];
};

export type JudgedHazard = {
  readonly hazard: SchemaHazard;
  readonly statement: Statement;
  readonly isAllowed: boolean;
};

/** Tells which hazards stand in the way: denied by their severity and by no permission allowed. */
export function judgeHazards(
  statements: readonly Statement[],
  allow: readonly Allow[],
  isLarge: (table: FactKey) => boolean,
): Allowance {
  const used = new Set<Allow>();
  const denied: JudgedHazard[] = [];
  const shown: JudgedHazard[] = [];
  for (const statement of statements) {
    for (const hazard of statement.hazards) {
      const permissions = allow.filter((entry) => permits(entry, hazard));
      for (const entry of permissions) used.add(entry);
      const isDenied = isDeniedByDefault(hazard, statement, isLarge);
      const judged = { hazard, statement, isAllowed: isDenied && permissions.length > 0 };
      if (isDenied && permissions.length === 0) denied.push(judged);
      else shown.push(judged);
    }
  }
  return { denied, shown, unused: allow.filter((entry) => !used.has(entry)) };
}

/** True for a table above a size in rows or in bytes; an unknown size is that of an empty one. */
export function isLargeTable(size: TableSize | undefined, large: LargeTable): boolean {
  return size !== undefined && (size.rows >= large.rows || size.bytes >= large.bytes);
}

function isDeniedByDefault(
  { code, object }: SchemaHazard,
  { table }: Statement,
  isLarge: (table: FactKey) => boolean,
): boolean {
  const { severity } = schemaHazards[code];
  if (severity === 'deny') return true;
  return severity === 'deny-when-large' && isLarge(table ?? object);
}

function permits({ code, objects }: Allow, hazard: SchemaHazard): boolean {
  if (code !== hazard.code) return false;
  return objects.length === 0 || objects.some((glob) => globMatcher(glob)(nameOfKey(hazard.object)));
}
