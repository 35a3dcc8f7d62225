import {
  type Diagnostic,
  errorDiagnostic,
  isJsonArray,
  isJsonObject,
  type Json,
  nearestName,
  type PropertySchema,
  type SourceSpan,
} from '@setpoint/model';
import { booleanWord } from '../diagnostics/shape.ts';
import { describeValue, entryOf, keySpan, rawText, spanOf, type YamlEntry, type YamlValue } from '../yaml/value.ts';
import type { CheckOptions } from './check.ts';
import type { ValidationProblem } from './validator.ts';

/** Turns a finding of the validator into a coded diagnostic at its place in the file, told from the source text. */
export function explainProblem(options: CheckOptions, value: Json, problem: ValidationProblem): Diagnostic {
  const found: Found = { options, problem, ...locate(options, value, problem.path) };
  switch (problem.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return explainUnknown(found);
    case 'required':
    case 'dependentRequired':
      return explainMissing(found);
    case 'type':
      return explainType(found);
    case 'anyOf':
    case 'oneOf':
      return explainUnion(found);
    case 'enum':
      return explainChoice(found, listOf(problem.params['allowedValues']));
    case 'const':
      return explainChoice(found, [problem.params['allowedValue'] as Json]);
    default:
      return explainRange(found);
  }
}

type Found = {
  readonly options: CheckOptions;
  readonly problem: ValidationProblem;
  /** The path as a person reads it: `ports[1]`; empty for the whole. */
  readonly name: string;
  readonly value: Json | undefined;
  readonly schema: PropertySchema | undefined;
  readonly written: YamlValue;
  /** The innermost entry on the way, whose key or value is marked. */
  readonly entry: YamlEntry | undefined;
};

function locate(options: CheckOptions, root: Json, path: string): Omit<Found, 'options' | 'problem'> {
  let written: YamlValue = options.properties;
  let value: Json | undefined = root;
  let schema: PropertySchema | undefined = options.schema;
  let entry: YamlEntry | undefined;
  let name = '';
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  for (const step of steps) {
    const isItem: boolean = isJsonArray(value);
    name = isItem ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`;
    value = isJsonArray(value) ? value[Number(step)] : isJsonObject(value) ? value[step] : undefined;
    schema = isItem ? (schema?.['items'] as PropertySchema | undefined) : memberSchema(schema, step);
    const inner: YamlEntry | undefined = entryOf(written, step);
    if (inner !== undefined) entry = inner;
    written = inner?.value ?? (written.kind === 'list' ? (written.items[Number(step)] ?? written) : written);
  }
  return { name, value, schema, written, entry };
}

/** The schema of a property, by its own name or of a map whose keys are free. */
function memberSchema(schema: PropertySchema | undefined, key: string): PropertySchema | undefined {
  const others = schema?.['additionalProperties'];
  return schema?.properties?.[key] ?? (isJsonObject(others) ? (others as PropertySchema) : undefined);
}

function explainUnknown({ options, problem, name, schema, written }: Found): Diagnostic {
  const key = String(problem.params['additionalProperty'] ?? problem.params['unevaluatedProperty']);
  const known = Object.keys(schema?.properties ?? {});
  const near = nearestName(key, [...known, ...(name === '' ? (options.beside ?? []) : [])]);
  const entry = entryOf(written, key);
  const where = name === '' ? options.owner : `\`${name}\` of ${options.owner}`;
  return errorDiagnostic('SP203', {
    detail: `${capital(where)} has no property \`${key}\`.`,
    ...(near !== undefined
      ? { hint: `Did you mean \`${near}\`?` }
      : known.length === 0
        ? {}
        : { hint: `Known properties: ${known.join(', ')}.` }),
    span: entry === undefined ? spanOf(written) : keySpan(entry),
  });
}

function explainMissing({ options, problem, name, schema, written }: Found): Diagnostic {
  const key = String(problem.params['missingProperty']);
  const about = schema?.properties?.[key]?.description;
  const where = name === '' ? options.owner : `\`${name}\` of ${options.owner}`;
  return errorDiagnostic('SP206', {
    detail: `${capital(where)} needs the property \`${key}\`${about === undefined ? '' : `: ${lower(about)}`}${about?.endsWith('.') === true ? '' : '.'}`,
    hint: `Add \`${key}: …\`.`,
    span: headSpan(written),
  });
}

function explainType(found: Found): Diagnostic {
  const types = [found.problem.params['type']].flat().map(String);
  return explainTypes(found, types);
}

function explainTypes(found: Found, types: readonly string[]): Diagnostic {
  const { name, written, value, options } = found;
  const fromExpression = value !== undefined && isExpression(written);
  if (types.includes('boolean') && isWord(value, /^(?:yes|no|on|off)$/i) && !fromExpression)
    return booleanWord(written);
  const expected = types.map(typeName).join(' or ');
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean') && !fromExpression) {
    return explainUnquoted(found);
  }
  const looksRight =
    typeof value === 'string' &&
    types.some((type) => type === 'integer' || type === 'number') &&
    /^-?\d+(?:\.\d+)?$/.test(value);
  const what = fromExpression ? `the expression gives ${describeJson(value)}` : `this is ${describeValue(written)}`;
  return errorDiagnostic('SP204', {
    detail: `\`${name}\` of ${options.owner} must be ${expected}, but ${what}.`,
    ...(looksRight
      ? { hint: fromExpression ? 'Add `| int` to the expression.' : `Write ${value} without quotes.` }
      : {}),
    span: spanOf(written),
  });
}

/** A number or boolean where a text is expected: what YAML made of it is told, because it differs from what was written. */
function explainUnquoted({ name, written, value, options }: Found): Diagnostic {
  const raw = rawText(written);
  const read = JSON.stringify(value ?? null);
  const loss =
    raw === read
      ? `is read as ${typeof value === 'number' ? 'a number' : 'a boolean'}`
      : `is read as the ${typeof value} ${read}`;
  return errorDiagnostic('SP222', {
    detail: `\`${name}\` of ${options.owner} must be a text, but \`${raw}\` without quotes ${loss}.`,
    hint: `Write "${raw}" in quotes.`,
    span: spanOf(written),
  });
}

function explainUnion(found: Found): Diagnostic {
  const branches = listOf(found.schema?.[found.problem.keyword]).filter(isJsonObject);
  const constants = branches.flatMap((branch) =>
    'const' in branch ? [branch['const'] ?? null] : listOf(branch['enum']),
  );
  if (
    branches.length > 0 &&
    constants.length > 0 &&
    branches.every((branch) => 'const' in branch || 'enum' in branch)
  ) {
    return explainChoice(found, constants);
  }
  const types = branches.flatMap((branch) => (typeof branch['type'] === 'string' ? [branch['type']] : []));
  if (types.length > 0 && !types.includes(jsonType(found.value))) return explainTypes(found, [...new Set(types)]);
  const { name, options, written } = found;
  return errorDiagnostic('SP205', {
    detail: `\`${name}\` of ${options.owner} has none of the forms that are allowed.`,
    ...(found.schema?.description === undefined ? {} : { hint: found.schema.description }),
    span: spanOf(written),
  });
}

function explainChoice(found: Found, allowed: readonly Json[]): Diagnostic {
  const { name, options, written, value } = found;
  if (
    typeof value === 'string' &&
    isWord(value, /^(?:yes|no|on|off)$/i) &&
    allowed.includes(true) &&
    !isExpression(written)
  )
    return booleanWord(written);
  const near =
    typeof value === 'string'
      ? nearestName(
          value,
          allowed.filter((choice) => typeof choice === 'string'),
        )
      : undefined;
  const choices = allowed.map((choice) => (typeof choice === 'string' ? choice : JSON.stringify(choice))).join(', ');
  const secret = found.schema?.['x-sensitive'] === true;
  return errorDiagnostic('SP205', {
    detail: `\`${name}\` of ${options.owner} must be one of ${choices}${secret || isExpression(written) ? '' : `, but it is ${JSON.stringify(value ?? null)}`}.`,
    hint: near === undefined ? `Allowed: ${choices}.` : `Did you mean \`${near}\`?`,
    span: spanOf(written),
  });
}

const rangeWords: Readonly<Record<string, (params: ValidationProblem['params']) => string>> = {
  minimum: (params) => `must be at least ${String(params['limit'])}`,
  maximum: (params) => `must be at most ${String(params['limit'])}`,
  exclusiveMinimum: (params) => `must be greater than ${String(params['limit'])}`,
  exclusiveMaximum: (params) => `must be less than ${String(params['limit'])}`,
  multipleOf: (params) => `must be a multiple of ${String(params['multipleOf'])}`,
  minLength: (params) =>
    params['limit'] === 1 ? 'must not be empty' : `must have at least ${String(params['limit'])} characters`,
  maxLength: (params) => `must have at most ${String(params['limit'])} characters`,
  minItems: (params) =>
    params['limit'] === 1 ? 'must not be empty' : `must have at least ${String(params['limit'])} items`,
  maxItems: (params) => `must have at most ${String(params['limit'])} items`,
  uniqueItems: (params) => `must not hold an item twice (items ${String(params['j'])} and ${String(params['i'])})`,
  pattern: () => 'does not have the form that is expected',
  format: (params) => `is no valid ${String(params['format'])}`,
  not: () => 'has a form that is not allowed',
};

function explainRange({ name, options, problem, written, schema, value }: Found): Diagnostic {
  const words = rangeWords[problem.keyword]?.(problem.params) ?? problem.message;
  const isShown =
    (typeof value === 'number' || typeof value === 'string') &&
    schema?.['x-sensitive'] !== true &&
    !isExpression(written);
  const about = schema?.description;
  const subject = name === '' ? capital(options.owner) : `\`${name}\` of ${options.owner}`;
  return errorDiagnostic('SP205', {
    detail: `${subject} ${words}${isShown ? `; it is ${JSON.stringify(value)}` : ''}.`,
    ...(about === undefined ? {} : { hint: `${name}: ${about}` }),
    span: spanOf(written),
  });
}

function headSpan(written: YamlValue): SourceSpan {
  const span = spanOf(written);
  if (written.kind !== 'map' || written.entries[0] === undefined) return span;
  return keySpan(written.entries[0]);
}

function isExpression(written: YamlValue): boolean {
  return written.kind === 'scalar' && typeof written.value === 'string' && written.value.includes('${{');
}

function isWord(value: Json | undefined, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function jsonType(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null';
  if (isJsonArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

/** A JSON Schema type in the words of the language. */
export function typeName(type: string): string {
  return typeNames[type] ?? type;
}

function describeJson(value: Json | undefined): string {
  return typeName(jsonType(value));
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
