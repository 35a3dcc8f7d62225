import type { JsonObject } from '@setpoint/model';

/** A field of a row that holds text or a number, as text; empty for NULL and where there is no row. */
export function rowText(row: JsonObject | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
