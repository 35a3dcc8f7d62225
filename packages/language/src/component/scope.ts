import { errorDiagnostic, isJsonArray, isJsonObject, type Json } from '@setpoint/model';
import { evaluateValue } from '../expression/evaluate.ts';
import { createLocalScope, type Evaluated, type Local, type Scope } from '../expression/scope.ts';
import type { ComponentCall, Parameter, ParameterType } from '../playbook/draft.ts';
import { entryOf, spanOf, type YamlValue } from '../yaml/value.ts';

/**
 * The scope inside a component: its parameters over everything the caller sees. An argument is evaluated where it is written and
 * wins over variables; a default is the lowest level, so a variable of the same name wins over it. Undefined after a problem.
 */
export function componentScope(call: ComponentCall, outer: Scope): Scope | undefined {
  const locals = new Map<string, Local>();
  const inner = createLocalScope(outer, locals);
  let isComplete = true;
  for (const parameter of call.component.parameters.values()) {
    const argument = entryOf(call.arguments, parameter.name)?.value;
    const isDefault = argument === undefined;
    if (isDefault && (outer.lookup(parameter.name) !== undefined || parameter.defaultValue === undefined)) {
      isComplete &&= outer.lookup(parameter.name) !== undefined || !parameter.isRequired;
      continue;
    }
    const value = argument ?? parameter.defaultValue;
    if (value === undefined) continue;
    const evaluated = evaluateValue(value, isDefault ? inner : outer);
    const fits = evaluated !== undefined && checkType(parameter, { value, evaluated, call }, outer);
    isComplete &&= fits;
    locals.set(parameter.name, {
      evaluated: evaluated !== undefined && fits ? evaluated : 'failed',
      definition: { level: 'component', name: parameter.name, value },
    });
  }
  return isComplete ? inner : undefined;
}

function checkType(
  parameter: Parameter,
  given: { readonly value: YamlValue; readonly evaluated: Evaluated; readonly call: ComponentCall },
  scope: Scope,
): boolean {
  if (typeChecks[parameter.type](given.evaluated.value)) return true;
  // What is not known may well be of the right type.
  if (given.evaluated.taint === 'whole' && given.evaluated.needs !== undefined) return true;
  scope.report(
    errorDiagnostic('SP217', {
      detail: `The parameter \`${parameter.name}\` of ${given.call.component.file} must be ${typeWords[parameter.type]}, but it is ${describe(given.evaluated)}.`,
      hint: `Give ${typeWords[parameter.type]}.`,
      span: spanOf(given.value),
      related: [{ span: parameter.span, label: 'declared here' }],
    }),
  );
  return false;
}

const typeChecks: Readonly<Record<ParameterType, (value: Json) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  list: isJsonArray,
  map: isJsonObject,
  any: () => true,
};

const typeWords: Readonly<Record<ParameterType, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  map: 'a map',
  any: 'anything',
};

function describe({ value, taint }: Evaluated): string {
  if (taint !== undefined) return 'something else';
  if (value === null) return 'nothing';
  if (isJsonArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  return typeof value === 'string' ? `the text ${JSON.stringify(value.slice(0, 60))}` : String(value);
}
