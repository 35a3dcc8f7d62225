/** Any JSON value, deeply readonly: the only shape that crosses a seam between packages, files and processes. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object, deeply readonly. */
export type JsonObject = { readonly [key: string]: Json };

/**
 * Text of a JSON value with object keys sorted, so that equal values have equal text on every machine.
 * Used for query keys, fingerprints and byte-identical plans.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isJsonArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.keys(value)
    .sort(compareText)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${entries.join(',')}}`;
}

/** True when the value is a JSON object and neither an array nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True when the value is a JSON array; unlike `Array.isArray` it keeps the readonly element type. */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Orders text by UTF-16 code unit: the same in every locale, unlike `localeCompare`. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
