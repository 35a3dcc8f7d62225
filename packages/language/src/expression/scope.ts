import type { Diagnostic, Json, SourceSpan, Taint } from '@setpoint/model';
import { errorDiagnostic, formatSpan } from '@setpoint/model';
import type { Masks } from '../secret/masks.ts';
import type { Secrets } from '../secret/secrets.ts';
import { jsonOf, spanOf, type YamlValue } from '../yaml/value.ts';
import type { Engine } from './engine.ts';
import { evaluateValue } from './evaluate.ts';
import { hasExpressions } from './parts.ts';

/** An evaluated value. `masked` is the same with stand-ins where secrets are; without taint it is the value itself. */
export type Evaluated = { readonly value: Json; readonly masked: Json; readonly taint: Taint | undefined };

/** One place that defines a variable. */
export type Definition = { readonly level: string; readonly name: string; readonly value: YamlValue };

/** What evaluation works with, the same for a whole run. */
export type Evaluator = { readonly engine: Engine; readonly secrets: Secrets; readonly masks: Masks };

/** The names that an expression at some place may use. */
export type Scope = {
  readonly evaluator: Evaluator;
  /** The value of a name; `failed` when its own expression has a problem, which is reported already. */
  readonly lookup: (name: string) => Evaluated | 'failed' | undefined;
  /** The places that define a name, lowest level first: the last one wins. */
  readonly definitionsOf: (name: string) => readonly Definition[];
  readonly names: () => readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
};

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

/** A scope inside another: the item of a loop, the parameters of a component. Its names hide the outer ones. */
export function createLocalScope(outer: Scope, locals: ReadonlyMap<string, Local>): Scope {
  return {
    ...outer,
    lookup: (name) => locals.get(name)?.evaluated ?? outer.lookup(name),
    definitionsOf: (name) => {
      const local = locals.get(name);
      if (local === undefined) return outer.definitionsOf(name);
      return local.definition === undefined ? [] : [local.definition];
    },
    names: () => [...locals.keys(), ...outer.names()],
  };
}

export type Local = { readonly evaluated: Evaluated | 'failed'; readonly definition?: Definition };

/** A value that no secret has touched. */
export function untainted(value: Json): Evaluated {
  return { value, masked: value, taint: undefined };
}

const constants = new WeakMap<YamlValue, Evaluated>();

/** A value without expressions, converted once for all nodes. */
export function constantOf(value: YamlValue): Evaluated {
  const known = constants.get(value);
  if (known !== undefined) return known;
  const evaluated = untainted(jsonOf(value));
  constants.set(value, evaluated);
  return evaluated;
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
