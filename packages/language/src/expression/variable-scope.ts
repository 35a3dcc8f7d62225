import { type Diagnostic, errorDiagnostic, formatSpan, type SourceSpan } from '@setpoint/model';
import { spanOf } from '../yaml/value.ts';
import { evaluateValue } from './evaluate.ts';
import { hasExpressions } from './parts.ts';
import { constantOf, type Definition, type Evaluated, type Evaluator, type Scope } from './scope.ts';

export type VariableScopeOptions = {
  readonly evaluator: Evaluator;
  readonly definitions: ReadonlyMap<string, readonly Definition[]>;
  /** Names that Setpoint itself provides, such as `node`. */
  readonly provided: ReadonlyMap<string, Evaluated>;
  readonly report: (diagnostic: Diagnostic) => void;
};

/** The scope of a node: variables by level, each evaluated when it is first used. */
export function createVariableScope(options: VariableScopeOptions): Scope {
  const known = new Map<string, Evaluated | 'failed'>();
  const inProgress: Definition[] = [];
  const evaluate = (definition: Definition): Evaluated | 'failed' => {
    if (!hasExpressions(definition.value)) return constantOf(definition.value);
    const start = inProgress.findIndex((open) => open.name === definition.name);
    if (start !== -1) {
      options.report(circleOf([...inProgress.slice(start), definition]));
      return 'failed';
    }
    inProgress.push(definition);
    const result = evaluateValue(definition.value, scope) ?? 'failed';
    inProgress.pop();
    return result;
  };
  const scope: Scope = {
    evaluator: options.evaluator,
    lookup: (name) => {
      const found = known.get(name) ?? options.provided.get(name);
      if (found !== undefined) return found;
      const definition = options.definitions.get(name)?.at(-1);
      if (definition === undefined) return undefined;
      const result = evaluate(definition);
      known.set(name, result);
      return result;
    },
    definitionsOf: (name) => options.definitions.get(name) ?? [],
    names: () => [...options.definitions.keys(), ...options.provided.keys()],
    report: options.report,
  };
  return scope;
}

function circleOf(definitions: readonly Definition[]): Diagnostic {
  const [first, ...others] = definitions;
  const way = definitions.map((definition) => `\`${definition.name}\``).join(' → ');
  const span: SourceSpan | undefined = first === undefined ? undefined : spanOf(first.value);
  const places = others.slice(0, -1).map((definition) => ({
    span: spanOf(definition.value),
    label: `\`${definition.name}\` is defined here (${formatSpan(spanOf(definition.value))})`,
  }));
  return errorDiagnostic('SP304', {
    detail: `The variable needs itself: ${way}.`,
    hint: 'Give one of the variables another name, or a value of its own.',
    ...(span === undefined ? {} : { span }),
    ...(places.length === 0 ? {} : { related: places }),
  });
}
