import type { Json, JsonObject } from '@setpoint/model';

/** A member that is a text; empty where it is not. */
export function textOf(object: JsonObject | undefined, member: string): string {
  return asText(object?.[member]);
}

/** A member that is a list of texts; empty where it is not. */
export function textsOf(object: JsonObject | undefined, member: string): readonly string[] {
  const value = object?.[member];
  return Array.isArray(value) ? value.map(asText) : [];
}

/** A member that is an object; empty where it is not. */
export function objectOf(object: JsonObject | undefined, member: string): JsonObject {
  const value = object?.[member];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** Texts as they are, numbers and booleans as JSON writes them; empty for all else. */
export function asText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? JSON.stringify(value) : '';
}
