import { type Diagnostic, type Json, type JsonObject, nearestName, type PropertySchema } from '@setpoint/model';
import { hasExpressions } from '../expression/parts.ts';
import { jsonOf, objectOf, type YamlMap } from '../yaml/value.ts';
import { explainProblem } from './explain.ts';
import { applySourceText } from './source-text.ts';
import type { PropertyValidator, ValidationProblem } from './validator.ts';

/** Properties as they stand in a file, and the one schema that they are checked against. */
export type CheckOptions = {
  readonly validate: PropertyValidator;
  readonly schemaId: string;
  readonly schema: PropertySchema;
  readonly properties: YamlMap;
  /** What has the properties, for the reader: `file`, `the driver ssh`. */
  readonly owner: string;
  /** Keys that may stand beside the properties; a typo may mean one of them. */
  readonly beside?: readonly string[];
};

/** Checks all properties that hold no expression, whatever node they are for. */
export function checkWritten(options: CheckOptions): readonly Diagnostic[] {
  const { properties, schema } = options;
  const open = new Set(properties.entries.filter((entry) => hasExpressions(entry.value)).map((entry) => entry.key));
  const known = properties.entries.filter((entry) => !open.has(entry.key));
  const value = objectOf(
    known.map((entry) => [
      entry.key,
      applySourceText(jsonOf(entry.value), entry.value, schema.properties?.[entry.key]),
    ]),
  );
  const missingIsOpen = (problem: ValidationProblem): boolean =>
    problem.keyword === 'required' &&
    (properties.isPartial === true || open.has(String(problem.params['missingProperty'])));
  const unknown = properties.entries
    .filter((entry) => open.has(entry.key) && schema.properties?.[entry.key] === undefined)
    .map((entry) => unknownProperty(entry.key));
  const problems = options.validate(options.schemaId, value).filter((problem) => !missingIsOpen(problem));
  return explainAll(options, value, [...problems, ...unknown]);
}

/** Checks evaluated properties; told at the places where their expressions stand. */
export function checkEvaluated(options: CheckOptions, value: JsonObject): readonly Diagnostic[] {
  return explainAll(options, value, options.validate(options.schemaId, value));
}

function unknownProperty(key: string): ValidationProblem {
  return { path: '', keyword: 'additionalProperties', params: { additionalProperty: key }, message: '' };
}

function explainAll(options: CheckOptions, value: Json, problems: readonly ValidationProblem[]): readonly Diagnostic[] {
  return oneProblemPerCause(problems).map((problem) => explainProblem(options, value, problem));
}

/**
 * Drops what only echoes another problem: the branches of `anyOf`, and a missing property where a near name was written. The order
 * is the validator's.
 */
function oneProblemPerCause(problems: readonly ValidationProblem[]): readonly ValidationProblem[] {
  const unions = problems.filter((problem) => problem.keyword === 'anyOf' || problem.keyword === 'oneOf');
  const written = problems
    .filter((problem) => problem.keyword === 'additionalProperties' || problem.keyword === 'unevaluatedProperties')
    .map((problem) => String(problem.params['additionalProperty'] ?? problem.params['unevaluatedProperty']));
  return problems.filter((problem) => {
    if (problem.keyword === 'if') return false;
    if (unions.some((union) => union !== problem && isInside(problem.path, union.path))) return false;
    if (problem.keyword !== 'required') return true;
    const missing = String(problem.params['missingProperty']);
    return !written.some((name) => nearestName(name, [missing]) !== undefined);
  });
}

function isInside(path: string, outer: string): boolean {
  return path === outer ? true : path.startsWith(`${outer}/`);
}
