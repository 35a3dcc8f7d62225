import type { Json, JsonObject } from '@setpoint/model';
import type * as TypeBox from 'typebox';

/** What a property schema is built with: the part of TypeBox that modules need. */
type Builders = Pick<
  typeof TypeBox,
  | 'Array'
  | 'Boolean'
  | 'Integer'
  | 'Literal'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Record'
  | 'String'
  | 'Union'
  | 'Unknown'
>;

/** Schemas that `Optional` gave; the mark is no part of the schema itself. */
const optional = new WeakSet<JsonObject>();

const builders = {
  Array: (items: JsonObject, options?: JsonObject): JsonObject => ({ type: 'array', items, ...options }),
  Boolean: (options?: JsonObject): JsonObject => ({ type: 'boolean', ...options }),
  Integer: (options?: JsonObject): JsonObject => ({ type: 'integer', ...options }),
  Literal: (value: Json, options?: JsonObject): JsonObject => ({ type: typeof value, const: value, ...options }),
  Number: (options?: JsonObject): JsonObject => ({ type: 'number', ...options }),
  Object: (properties: Readonly<Record<string, JsonObject>>, options?: JsonObject): JsonObject => {
    const required = Object.entries(properties).flatMap(([name, schema]) => (optional.has(schema) ? [] : [name]));
    return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...options };
  },
  Optional: (schema: JsonObject): JsonObject => {
    const marked = { ...schema };
    optional.add(marked);
    return marked;
  },
  Record: (_key: JsonObject, value: JsonObject, options?: JsonObject): JsonObject => {
    return { type: 'object', patternProperties: { '^.*$': value }, ...options };
  },
  String: (options?: JsonObject): JsonObject => ({ type: 'string', ...options }),
  Union: (anyOf: readonly JsonObject[], options?: JsonObject): JsonObject => ({ anyOf, ...options }),
  Unknown: (options?: JsonObject): JsonObject => ({ ...options }),
};

/**
 * Builds the schema of properties: JSON Schema as plain data, with TypeBox's types, so that `Static` gives the type of the
 * properties. Nothing of TypeBox itself runs: loading it takes as long as reading a project. `Record` takes texts as keys.
 */
export const Type: Builders = builders as unknown as Builders;
