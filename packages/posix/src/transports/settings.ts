import { isJsonArray, type Json, type JsonObject } from '@setpoint/model';

/** The settings of a connection as the inventory's levels merged them, already valid against the transport's schema. */
export type Settings = Readonly<Record<string, Json>>;

/** The text under a key; undefined when it is not set. */
export function textSetting(settings: Settings, key: string): string | undefined {
  const value = settings[key];
  return typeof value === 'string' ? value : undefined;
}

/** The texts under a key that takes one text or a list of texts; undefined when it is not set. */
export function textListSetting(settings: Settings, key: string): readonly string[] | undefined {
  const value = settings[key];
  if (typeof value === 'string') return [value];
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

/** The number under a key; undefined when it is not set. */
export function numberSetting(settings: Settings, key: string): number | undefined {
  const value = settings[key];
  return typeof value === 'number' ? value : undefined;
}

/** The truth under a key; undefined when it is not set. */
export function flagSetting(settings: Settings, key: string): boolean | undefined {
  const value = settings[key];
  return typeof value === 'boolean' ? value : undefined;
}

/** The JSON Schema of an object with these settings and no others. */
export function settingsSchema(
  description: string,
  properties: JsonObject,
  required: readonly string[] = [],
): JsonObject {
  return {
    type: 'object',
    description,
    properties: { ...properties, sudo: sudoSchema },
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** The JSON Schema of a setting that holds one text. */
export function textSchema(description: string): JsonObject {
  return { type: 'string', minLength: 1, description };
}

/** The JSON Schema of a setting that holds one text or a list of texts. */
export function textListSchema(description: string): JsonObject {
  return {
    description,
    anyOf: [
      { type: 'string', minLength: 1 },
      { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
    ],
  };
}

/** The JSON Schema of a TCP port. */
export function portSchema(description: string): JsonObject {
  return { type: 'integer', minimum: 1, maximum: 65535, description };
}

/** The JSON Schema of a time in seconds. */
export function secondsSchema(description: string, defaultSeconds: number): JsonObject {
  return { type: 'number', exclusiveMinimum: 0, maximum: 3600, default: defaultSeconds, description };
}

const sudoSchema: JsonObject = {
  description:
    'Acts through sudo on the node: true for root, or the name of another account. The login account needs the right to do so without a password.',
  default: false,
  anyOf: [{ type: 'boolean' }, { type: 'string', minLength: 1 }],
};
