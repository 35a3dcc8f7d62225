import { isJsonArray, isJsonObject, type Json, type JsonObject } from '@setpoint/model';

/** What an expression looks like in a file, as a pattern for JSON Schema. */
export const expressionPattern = String.raw`\$\{\{`;

const expressionText: JsonObject = { type: 'string', pattern: expressionPattern };

/**
 * The schema of a property as a person writes it, from the schema of its evaluated value: an expression may stand in place of any
 * value, and a number where the text is taken from the source. It is JSON Schema draft-07, which is what editors know, and is laid out so
 * that one mistake gives one error: keywords of several types stand side by side instead of in branches wherever possible.
 */
export function writtenValue(schema: JsonObject): JsonObject {
  const branches = unionOf(schema);
  const choices = branches === undefined ? choicesOf(schema) : allChoices(branches);
  const annotations = annotationsOf(schema);
  if (choices !== undefined) return { ...annotations, ...chosen(choices) };
  if (branches === undefined) return { ...annotations, ...typed(schema) };
  return {
    ...annotations,
    ...(sideBySide(branches) ?? { anyOf: [...branches.map(typed), expressionText] }),
  };
}

/** A map whose keys are the properties and no others, each as it is written. */
export function writtenProperties(properties: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, isJsonObject(schema) ? writtenValue(schema) : schema]),
  );
}

/** Adds a text for editors, which show Markdown where they can. */
export function withDescription(schema: JsonObject, description: string, examples: readonly string[] = []): JsonObject {
  const blocks = examples.map((example) => `\n\n\`\`\`yaml\n${example}\n\`\`\``);
  return { ...schema, description, markdownDescription: `${description}${blocks.join('')}` };
}

function unionOf(schema: JsonObject): readonly JsonObject[] | undefined {
  const union = schema['anyOf'] ?? schema['oneOf'];
  return isJsonArray(union) ? union.filter(isJsonObject) : undefined;
}

function allChoices(branches: readonly JsonObject[]): readonly Json[] | undefined {
  const choices = branches.map(choicesOf);
  return choices.every((choice) => choice !== undefined) ? choices.flat() : undefined;
}

function choicesOf(schema: JsonObject): readonly Json[] | undefined {
  if ('const' in schema) return [schema['const'] ?? null];
  return isJsonArray(schema['enum']) ? schema['enum'] : undefined;
}

/** Editors complete from `enum`; the branch beside it lets an expression through. */
function chosen(choices: readonly Json[]): JsonObject {
  const list = choices.map((choice) => (typeof choice === 'string' ? choice : JSON.stringify(choice))).join(', ');
  return {
    anyOf: [{ enum: choices }, expressionText],
    errorMessage: `Must be one of ${list}, or an expression.`,
  };
}

/** One schema for a union whose branches have different types, so that their keywords do not disturb each other. */
function sideBySide(branches: readonly JsonObject[]): JsonObject | undefined {
  const types = branches.map((branch) => branch['type']);
  const areDistinct = new Set(types).size === types.length && types.every((type) => typeof type === 'string');
  if (!areDistinct || branches.some((branch) => choicesOf(branch) !== undefined)) return undefined;
  const merged: JsonObject = Object.assign({}, ...branches);
  return typed({ ...merged, type: types.filter((type) => typeof type === 'string') });
}

function typed(schema: JsonObject): JsonObject {
  const choices = choicesOf(schema);
  if (choices !== undefined) return { enum: choices };
  if (unionOf(schema) !== undefined) return writtenValue(schema);
  const types = [schema['type'] ?? []].flat().map(String);
  if (types.length === 0) return constraintsOf(schema);
  const written = [...types, ...(types.includes('string') ? [] : ['string'])];
  const fromSource = schema['x-source-text'] === true && !types.includes('number') ? ['number'] : [];
  return {
    ...constraintsOf(schema),
    type: one([...written, ...fromSource]),
    ...textConstraints(schema, types),
    ...memberSchemas(schema),
  };
}

/** A text that is written may hold an expression; anything else that is written as text must. */
function textConstraints(schema: JsonObject, types: readonly string[]): JsonObject {
  if (!types.includes('string')) return { pattern: expressionPattern, patternErrorMessage: expected(types) };
  const { pattern } = schema;
  return typeof pattern === 'string' ? { pattern: `(?:${pattern})|${expressionPattern}` } : {};
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

/** What a text that is no expression should have been, in words. */
export function expected(types: readonly string[]): string {
  return `Must be ${types.map((type) => typeNames[type] ?? type).join(' or ')}, or an expression.`;
}

function memberSchemas(schema: JsonObject): JsonObject {
  const { properties, patternProperties, items, additionalProperties } = schema;
  return {
    ...(isJsonObject(properties) ? { properties: writtenProperties(properties) } : {}),
    ...(isJsonObject(patternProperties) ? { patternProperties: writtenProperties(patternProperties) } : {}),
    ...(isJsonObject(items) ? { items: writtenValue(items) } : {}),
    ...(isJsonObject(additionalProperties) ? { additionalProperties: writtenValue(additionalProperties) } : {}),
  };
}

function annotationsOf(schema: JsonObject): JsonObject {
  const { description } = schema;
  const kept = Object.fromEntries(Object.entries(schema).filter(([key]) => key === 'default' || key === 'examples'));
  return typeof description === 'string' ? withDescription(kept, description) : kept;
}

const rewritten = new Set(['type', 'description', 'default', 'examples', 'pattern', 'format', 'anyOf', 'oneOf']);

/** What needs no change: ranges, sizes, required members. Lengths of texts stay, because an expression is never short. */
function constraintsOf(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !rewritten.has(key) && !key.startsWith('x-') && key !== 'maxLength'),
  );
}

function one(types: readonly string[]): Json {
  const [first, second] = types;
  return first !== undefined && second === undefined ? first : types;
}
