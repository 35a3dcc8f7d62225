import type { Diagnostic, Json, Taint } from '@setpoint/model';
import type { Masks } from '../secret/masks.ts';
import type { Secrets } from '../secret/secrets.ts';
import { jsonOf, type YamlValue } from '../yaml/value.ts';
import type { Engine } from './engine.ts';

/** An evaluated value. `masked` is the same with stand-ins where secrets are; without taint it is the value itself. */
export type Evaluated = {
  readonly value: Json;
  readonly masked: Json;
  readonly taint: Taint | undefined;
  /** The secrets that it depends on and that were not read: where it is tainted, it is not known. */
  readonly needs?: readonly string[];
};

/** The needs of several values as a member, or nothing. */
export function needsOf(
  values: readonly (Evaluated | undefined)[],
  more: readonly string[] = [],
): Pick<Evaluated, 'needs'> {
  const needs = new Set([...values.flatMap((value) => value?.needs ?? []), ...more]);
  return needs.size === 0 ? {} : { needs: [...needs] };
}

/** One place that defines a variable. */
export type Definition = {
  readonly level: string;
  readonly name: string;
  readonly value: YamlValue;
  /** What it is defined as where that stands elsewhere: an item of a list that a loop names. */
  readonly written?: YamlValue;
};

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
  // To remember hundreds of thousands of scalars costs more than to convert them again.
  if (value.kind === 'scalar') return untainted(jsonOf(value));
  const known = constants.get(value);
  if (known !== undefined) return known;
  const evaluated = untainted(jsonOf(value));
  constants.set(value, evaluated);
  return evaluated;
}
