import { isJsonArray, isJsonObject, type Json, type JsonObject, type PropertySchema } from '@setpoint/model';

/** One property as the reference tells it. */
export type PropertyRow = {
  readonly name: string;
  /** What may be written, in words: `text`, `true or false`, `present, absent`. */
  readonly type: string;
  readonly isRequired: boolean;
  /** What holds when it is not declared, as the schema or its description says. */
  readonly defaultValue?: string;
  /** Without the sentence that tells the default. */
  readonly description: string;
};

/**
 * The properties of a schema as rows, in the order of the schema. Behind a map stand its members (`ssh_key.type`), behind a list of maps
 * those of each (`rules[].user`), behind a map with names of one's own those of each value (`chains.NAME.policy`).
 */
export function propertyRows(schema: PropertySchema): readonly PropertyRow[] {
  return rowsBelow(schema, '');
}

function rowsBelow({ properties = {}, required = [] }: PropertySchema, prefix: string): readonly PropertyRow[] {
  return Object.entries(properties).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const { description, defaultValue } = splitDefault(property);
    const row: PropertyRow = {
      name,
      type: describeType(property),
      isRequired: required.includes(key),
      ...(defaultValue === undefined ? {} : { defaultValue }),
      description,
    };
    return [row, ...memberRows(property, name)];
  });
}

function memberRows(schema: PropertySchema, name: string): readonly PropertyRow[] {
  const union = schema['anyOf'] ?? schema['oneOf'];
  if (isJsonArray(union)) return union.filter(isJsonObject).flatMap((branch) => memberRows(branch, name));
  const { items } = schema;
  if (isJsonObject(items)) return memberRows(items, `${name}[]`);
  const patterns = schema['patternProperties'];
  const values = [schema['additionalProperties'], ...(isJsonObject(patterns) ? Object.values(patterns) : [])];
  return [
    ...rowsBelow(schema, `${name}.`),
    ...values.filter(isJsonObject).flatMap((value) => memberRows(value, `${name}.NAME`)),
  ];
}

/** A description may end with `Default: present.`; a reference has a column for that. */
function splitDefault(property: PropertySchema): { readonly description: string; readonly defaultValue?: string } {
  const description = property.description ?? '';
  const written = /^(.*?)\s*\bDefault: (.+?)\.(?=\s|$)\s*(.*)$/s.exec(description);
  const ownDefault = property['default'];
  if (ownDefault !== undefined) {
    return { description: written === null ? description : joinText(written), defaultValue: plain(ownDefault) };
  }
  if (written === null) return { description };
  return { description: joinText(written), defaultValue: written[2] ?? '' };
}

function joinText([, before = '', , after = '']: RegExpExecArray): string {
  return [before, after].filter((part) => part !== '').join(' ');
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'map',
  null: 'nothing',
};

function describeType(schema: JsonObject): string {
  if (isJsonArray(schema['enum'])) return schema['enum'].map(plain).join(', ');
  if ('const' in schema) return plain(schema['const'] ?? null);
  const union = schema['anyOf'] ?? schema['oneOf'];
  if (isJsonArray(union)) return describeUnion(union.filter(isJsonObject));
  if (schema['type'] === 'array') return describeList(schema['items']);
  const types = [schema['type'] ?? []].flat().map((type) => typeNames[plain(type)] ?? plain(type));
  return types.length === 0 ? 'anything' : types.join(' or ');
}

function describeUnion(branches: readonly JsonObject[]): string {
  const isChoice = branches.every((branch) => 'const' in branch || 'enum' in branch);
  return [...new Set(branches.map(describeType))].join(isChoice ? ', ' : ' or ');
}

function describeList(items: Json | undefined): string {
  if (!isJsonObject(items)) return 'list';
  const item = items['x-address'] === true ? 'addresses' : describeType(items);
  return item === 'text' ? 'list of texts' : `list of ${item}`;
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
