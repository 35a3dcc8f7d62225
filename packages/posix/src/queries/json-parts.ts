import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

/** The object, or one of nothing. */
export function objectOf(value: Json | undefined): JsonObject {
  return value !== undefined && isJsonObject(value) ? value : {};
}

/** The list, or one of nothing. */
export function listOf(value: Json | undefined): readonly Json[] {
  return value !== undefined && isJsonArray(value) ? value : [];
}

/** The text, or an empty one. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The texts of a list. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

/** The texts of an object. */
export function mapOf(value: Json | undefined): Texts {
  return Object.fromEntries(
    Object.entries(objectOf(value)).flatMap(([name, each]) => (typeof each === 'string' ? [[name, each]] : [])),
  );
}

/** The number, or 0. */
export function numberOf(value: Json | undefined): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
