import { createRequire } from 'node:module';
import type { Json } from '@setpoint/model';
import type * as MiniJinja from 'minijinja-js';
import { type EngineFailure, readFailure } from './failure.ts';
import { fromEngine } from './from-engine.ts';

/** What came of an evaluation. `none` and an undefined value are told apart: strict undefined is the rule. */
export type EngineResult =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'failed'; readonly failure: EngineFailure };

/** Names and values an expression may use. No member may be undefined: the engine would take it for `none`. */
export type EngineContext = Readonly<Record<string, Json>>;

/** Answers `secret(name)`; the engine cannot take an exception from it, so a missing secret is remembered by the caller. */
export type SecretFunction = (name: string) => string | undefined;

/** The one template engine, behind a face that never throws. */
export type Engine = {
  readonly evaluate: (expression: string, context: EngineContext, secret: SecretFunction) => EngineResult;
  /** Registers a template under a name for include, import and extends. */
  readonly addTemplate: (name: string, source: string) => EngineResult;
  readonly render: (name: string, source: string, call: RenderCall) => EngineResult;
};

export type RenderCall = { readonly context: EngineContext; readonly secret: SecretFunction };

/**
 * Steps one evaluation may take, about one per instruction of the engine: a template that prints 20,000 lines in a loop stays
 * well below, a loop of loops over the largest range is stopped within a second.
 */
const fuel = 2_000_000;

/**
 * The engine over minijinja-js 2.11: strict undefined, fuel, no auto-escaping (see `template/`), no `debug()` which prints the
 * whole context. The module is loaded on first use, because starting its WebAssembly costs more than parsing a small project.
 */
export function createEngine(): Engine {
  let environment: MiniJinja.Environment | undefined;
  let answerSecret: SecretFunction = () => undefined;
  const templates = new Map<string, string>();
  const current = (): MiniJinja.Environment => {
    environment ??= createEnvironment((name) => answerSecret(name), templates);
    return environment;
  };
  const attempt = (work: (environment: MiniJinja.Environment) => EngineResult): EngineResult => {
    try {
      return work(current());
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'broken') environment = undefined;
      return { kind: 'failed', failure };
    }
  };
  return {
    evaluate: (expression, context, secret) => {
      answerSecret = secret;
      return attempt((engine) => evaluateStrictly(engine, expression, context));
    },
    addTemplate: (name, source) => {
      templates.set(name, source);
      return attempt((engine) => {
        engine.addTemplate(name, source);
        return { kind: 'value', value: null };
      });
    },
    render: (name, source, { context, secret }) => {
      answerSecret = secret;
      return attempt((engine) => ({ kind: 'value', value: engine.renderNamedStr(name, source, context) }));
    },
  };
}

const load = createRequire(import.meta.url);

function createEnvironment(secret: SecretFunction, templates: ReadonlyMap<string, string>): MiniJinja.Environment {
  const { Environment } = load('minijinja-js') as typeof MiniJinja;
  const environment = new Environment();
  environment.undefinedBehavior = 'strict';
  // Positions of errors are only told in debug mode.
  environment.debug = true;
  environment.fuel = fuel;
  environment.keepTrailingNewline = true;
  environment.trimBlocks = true;
  environment.lstripBlocks = true;
  environment.removeGlobal('debug');
  environment.addGlobal('secret', (name: unknown) => secret(String(name)));
  for (const [name, source] of templates) environment.addTemplate(name, source);
  return environment;
}

/** The binding gives `undefined` for `none` as well as for undefined, at every depth; both are asked again to tell them apart. */
function evaluateStrictly(engine: MiniJinja.Environment, expression: string, context: EngineContext): EngineResult {
  const found: unknown = engine.evalExpr(expression, context);
  if (found === undefined) {
    const isNone: unknown = engine.evalExpr(`(${expression}\n) is none`, context);
    return isNone === true ? { kind: 'value', value: null } : { kind: 'undefined' };
  }
  const converted = fromEngine(found);
  if (!converted.hasHoles || /\b[Nn]one\b/.test(expression)) return { kind: 'value', value: converted.value };
  const filled: unknown = engine.evalExpr(expression, fillNulls(context) as EngineContext);
  return fromEngine(filled).hasHoles ? { kind: 'undefined' } : { kind: 'value', value: converted.value };
}

/** The context with every null replaced, so that a hole left in the result can only be an undefined value. */
function fillNulls(value: Json): Json {
  if (value === null) return 'null';
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(fillNulls);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillNulls(member)]));
}
