import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';

/** The places where a value breaks a schema, for the keywords that the plan's schema uses. */
export function schemaErrors(value: Json, schema: JsonObject, root: JsonObject = schema): readonly string[] {
  return check({ value, schema, root, path: '$' });
}

type Check = { readonly value: Json; readonly schema: JsonObject; readonly root: JsonObject; readonly path: string };

function check(at: Check): readonly string[] {
  const { schema, root, value, path } = at;
  const reference = schema['$ref'];
  if (typeof reference === 'string') return check({ ...at, schema: definition(root, reference) });
  const options = schema['oneOf'];
  if (isJsonArray(options)) {
    const fitting = options.filter((option) => isJsonObject(option) && check({ ...at, schema: option }).length === 0);
    return fitting.length === 1 ? [] : [`${path} fits ${fitting.length} of its forms`];
  }
  const wrong = [
    'const' in schema && value !== schema['const'],
    isJsonArray(schema['enum']) && !schema['enum'].includes(value),
    schema['type'] !== undefined && ![schema['type']].flat().some((type) => hasType(value, type)),
    typeof value === 'number' && typeof schema['minimum'] === 'number' && value < schema['minimum'],
  ];
  return wrong.some(Boolean) ? [`${path} breaks ${JSON.stringify(schema)}`] : members(at);
}

function members({ value, schema, root, path }: Check): readonly string[] {
  const items = schema['items'];
  if (isJsonArray(value) && isJsonObject(items)) {
    return value.flatMap((item, index) => check({ value: item, schema: items, root, path: `${path}[${index}]` }));
  }
  const properties = schema['properties'];
  if (!isJsonObject(value) || !isJsonObject(properties)) return [];
  const required = isJsonArray(schema['required']) ? schema['required'] : [];
  const missing = required.filter((key) => typeof key === 'string').filter((key) => !(key in value));
  const entries = Object.entries(value).flatMap(([key, member]) => {
    const memberSchema = properties[key];
    if (isJsonObject(memberSchema)) return check({ value: member, schema: memberSchema, root, path: `${path}.${key}` });
    return schema['additionalProperties'] === false ? [`${path}.${key} is not allowed`] : [];
  });
  return [...missing.map((key) => `${path} lacks ${key}`), ...entries];
}

function definition(root: JsonObject, reference: string): JsonObject {
  const definitions = root['$defs'];
  const found = isJsonObject(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
  if (!isJsonObject(found)) throw new Error(`${reference} is not defined`);
  return found;
}

function hasType(value: Json, type: Json | undefined): boolean {
  if (type === 'array') return isJsonArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}
