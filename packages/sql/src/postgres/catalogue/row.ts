import type { Json, JsonObject } from '@setpoint/model';
import { invariant } from '@setpoint/model';
import { SqlFailure } from '../../session/session.ts';

/** A column that holds text and never NULL; the server's own functions give NULL for what was dropped since the snapshot was taken. */
export function textOf(row: JsonObject, column: string): string {
  const value = row[column];
  if (value === null) throw new SqlFailure({ message: 'the catalogue changed while it was read', sqlState: 'XX000' });
  invariant(typeof value === 'string', `the catalogue's column ${column} holds text.`);
  return value;
}

/** A column that holds text or NULL. */
export function textOrNull(row: JsonObject, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** A column that holds true or false. */
export function flagOf(row: JsonObject, column: string): boolean {
  const value = row[column];
  invariant(typeof value === 'boolean', `the catalogue's column ${column} holds true or false.`);
  return value;
}

/** A column that holds a number that JSON can hold. */
export function numberOf(row: JsonObject, column: string): number {
  const value = row[column];
  invariant(typeof value === 'number', `the catalogue's column ${column} holds a number.`);
  return value;
}

/** A column that holds an array of texts; NULL counts as empty. */
export function textsOf(row: JsonObject, column: string): readonly string[] {
  return listOf(row, column).map((value) => {
    invariant(typeof value === 'string', `the catalogue's column ${column} holds texts.`);
    return value;
  });
}

/** A column that holds a JSON array of objects; NULL counts as empty. */
export function rowsOf(row: JsonObject, column: string): readonly JsonObject[] {
  return listOf(row, column).map((value) => {
    invariant(isObject(value), `the catalogue's column ${column} holds objects.`);
    return value;
  });
}

function listOf(row: JsonObject, column: string): readonly Json[] {
  const value = row[column] ?? [];
  invariant(Array.isArray(value), `the catalogue's column ${column} holds a list.`);
  return value as readonly Json[];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
