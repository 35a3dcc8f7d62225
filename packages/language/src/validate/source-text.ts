import { isJsonArray, isJsonObject, type Json, type PropertySchema } from '@setpoint/model';
import { entryOf, objectOf, rawText, type YamlValue } from '../yaml/value.ts';

/**
 * Where the schema asks for the source text, a number or boolean becomes the text that was written: `mode: 0644` is "0644", though
 * YAML 1.2 reads the number 644. What has no source text, such as the result of an expression that computes, is written out.
 */
export function applySourceText(value: Json, written: YamlValue | undefined, schema: PropertySchema | undefined): Json {
  if (schema === undefined || !asksForSourceText(schema)) return value;
  if (typeof value === 'number' || typeof value === 'boolean') {
    if (schema['x-source-text'] !== true) return value;
    const isWritten = written?.kind === 'scalar' && written.value === value;
    return isWritten ? rawText(written) : String(value);
  }
  if (isJsonArray(value)) {
    const items = memberSchema(schema, 'items');
    const writtenItems = written?.kind === 'list' && written.items.length === value.length ? written.items : [];
    return value.map((item, index) => applySourceText(item, writtenItems[index], items));
  }
  if (!isJsonObject(value)) return value;
  const others = memberSchema(schema, 'additionalProperties');
  return objectOf(
    Object.entries(value).map(([key, member]) => [
      key,
      applySourceText(member, entryOf(written, key)?.value, schema.properties?.[key] ?? others),
    ]),
  );
}

const asking = new WeakMap<PropertySchema, boolean>();

/** True when the schema, at any depth, asks for source texts. */
function asksForSourceText(schema: PropertySchema): boolean {
  const known = asking.get(schema);
  if (known !== undefined) return known;
  const found = JSON.stringify(schema).includes('"x-source-text"');
  asking.set(schema, found);
  return found;
}

function memberSchema(schema: PropertySchema, key: 'items' | 'additionalProperties'): PropertySchema | undefined {
  const member = schema[key];
  return isJsonObject(member) ? (member as PropertySchema) : undefined;
}
