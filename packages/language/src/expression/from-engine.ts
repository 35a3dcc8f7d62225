import type { Json } from '@setpoint/model';

/** A result of the engine as JSON. Holes are places where the binding gave `undefined`: `none` or an undefined value. */
export type Converted = { readonly value: Json; readonly hasHoles: boolean };

/** Turns what the binding gives (maps as `Map`, whole numbers as numbers or bigint) into JSON. */
export function fromEngine(found: unknown): Converted {
  let hasHoles = false;
  const convert = (value: unknown): Json => {
    if (value === undefined || value === null) {
      hasHoles = true;
      return null;
    }
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value === 'bigint') return Number(value);
    if (Array.isArray(value)) return value.map(convert);
    if (value instanceof Map) {
      return Object.fromEntries([...value].map(([key, member]) => [String(key), convert(member)]));
    }
    return null;
  };
  return { value: convert(found), hasHoles };
}
