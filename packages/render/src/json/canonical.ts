import { compareText, type Json } from '@setpoint/model';

/**
 * A copy of plain data as JSON: object keys sorted, members without a value left out. The input must hold nothing but JSON
 * values and undefined, which is what the model's types guarantee.
 */
export function toJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return toScalar(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => compareText(left, right))
    .map(([key, member]): readonly [string, Json] => [key, toJson(member)]);
  return Object.fromEntries(members);
}

/** Equal data has equal text, whatever the order of its keys. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(toJson(value));
}

function toScalar(value: unknown): Json {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
