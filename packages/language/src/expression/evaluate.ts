import { errorDiagnostic, type Json, type JsonObject, type Taint } from '@setpoint/model';
import { spanBetween } from '../yaml/source-text.ts';
import { objectOf, spanOf, type YamlScalar, type YamlValue } from '../yaml/value.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { hasExpressions, type Part, partsOf } from './parts.ts';
import { constantOf, type Evaluated, needsOf, type Scope, untainted } from './scope.ts';

/**
 * Evaluates every expression in a value, once: results are never looked at again. Undefined when something failed, which is
 * reported then. An expression that stands alone keeps its type, one inside a text becomes part of the text.
 */
export function evaluateValue(value: YamlValue, scope: Scope): Evaluated | undefined {
  if (!hasExpressions(value)) return constantOf(value);
  switch (value.kind) {
    case 'scalar':
      return evaluateScalar(value, scope);
    case 'list':
      return combine(
        value.items.map((item) => evaluateValue(item, scope)),
        (items) => items,
      );
    case 'map':
      return combine(
        value.entries.map((entry) => evaluateValue(entry.value, scope)),
        (members) =>
          toObject(
            value.entries.map((entry) => entry.key),
            members,
          ),
      );
    default:
      return value satisfies never;
  }
}

/** Joins evaluated parts into one; failed when one of them failed. */
export function combine(
  parts: readonly (Evaluated | undefined)[],
  join: (values: readonly Json[]) => Json,
): Evaluated | undefined {
  const found = parts.filter((part) => part !== undefined);
  if (found.length !== parts.length) return undefined;
  const value = join(found.map((part) => part.value));
  const taint = strongest(found.map((part) => part.taint));
  if (taint === undefined) return untainted(value);
  return { value, masked: join(found.map((part) => part.masked)), taint, ...needsOf(found) };
}

/** `whole` is stronger than `spans`, which is stronger than nothing. */
export function strongest(taints: readonly (Taint | undefined)[]): Taint | undefined {
  if (taints.includes('whole')) return 'whole';
  return taints.includes('spans') ? 'spans' : undefined;
}

function toObject(keys: readonly string[], members: readonly Json[]): JsonObject {
  return objectOf(keys.map((key, index) => [key, members[index] ?? null]));
}

function evaluateScalar(scalar: YamlScalar, scope: Scope): Evaluated | undefined {
  const parts = partsOf(scalar);
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return evaluatePart(only, scalar, scope);
  return combine(
    parts.map((part) => asText(part, evaluatePart(part, scalar, scope), { scalar, scope })),
    (texts) => texts.map(String).join(''),
  );
}

function evaluatePart(part: Part, scalar: YamlScalar, scope: Scope): Evaluated | undefined {
  switch (part.kind) {
    case 'text':
      return untainted(part.text);
    case 'unclosed':
      scope.report(
        errorDiagnostic('SP302', {
          detail: 'The expression that opens here is not closed.',
          hint: 'Add `}}`. A literal `${{` is written `$${{`.',
          span: spanBetween(scalar.source, part.offset, part.offset + 3),
        }),
      );
      return undefined;
    case 'expression':
      return evaluateExpression(part, scalar, scope);
    default:
      return part satisfies never;
  }
}

function asText(
  part: Part,
  evaluated: Evaluated | undefined,
  { scalar, scope }: { readonly scalar: YamlScalar; readonly scope: Scope },
): Evaluated | undefined {
  if (evaluated === undefined || part.kind !== 'expression') return evaluated;
  if (evaluated.value !== null && typeof evaluated.value !== 'object') return evaluated;
  const found = evaluated.value === null ? 'nothing' : Array.isArray(evaluated.value) ? 'a list' : 'a map';
  scope.report(
    errorDiagnostic('SP310', {
      detail: `The expression \`${part.expression.trim()}\` stands inside a text and gives ${found}.`,
      hint: evaluated.value === null ? 'Use `| default("")`.' : 'Use `| join(", ")` or `| tojson`.',
      span: spanOf(scalar),
    }),
  );
  return undefined;
}
