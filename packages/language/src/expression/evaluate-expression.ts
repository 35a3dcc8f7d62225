import { canonicalJson, isJsonObject, type Json, type Taint } from '@setpoint/model';
import { mapTexts, textsIn } from '../secret/masks.ts';
import { type SecretResult, standInOf } from '../secret/secrets.ts';
import type { YamlScalar } from '../yaml/value.ts';
import type { EngineContext, EngineResult, SecretFunction } from './engine.ts';
import { explainFailure, explainUndefined, placeSecretProblem } from './explain.ts';
import type { EngineFailure } from './failure.ts';
import type { ExpressionPart, ExpressionPlace } from './place.ts';
import { pathOf, referencesOf } from './references.ts';
import { type Evaluated, needsOf, type Scope, untainted } from './scope.ts';

/** Evaluates one expression; undefined when it failed, which is reported then. */
export function evaluateExpression(part: ExpressionPart, scalar: YamlScalar, scope: Scope): Evaluated | undefined {
  const path = pathOf(part.expression);
  if (path !== undefined) return followPath(path, { part, scalar, scope });
  const context = gatherContext(
    referencesOf(part.expression).map((reference) => reference.name),
    scope,
  );
  if (context === undefined) return undefined;
  const place = { part, scalar, scope };
  const outcome = evaluateTwice(scope, context, (values, secret) =>
    scope.evaluator.engine.evaluate(part.expression, values, secret),
  );
  switch (outcome.kind) {
    case 'value':
      return outcome.evaluated;
    case 'undefined':
      scope.report(explainUndefined(place, undefined));
      return undefined;
    case 'secret':
      scope.report(placeSecretProblem(outcome.problem.problem, place));
      return undefined;
    case 'failed':
      scope.report(explainFailure(place, outcome.failure, context.taint));
      return undefined;
    default:
      return outcome satisfies never;
  }
}

/** A name or a dotted path needs no engine: this is faster, keeps the order of keys and knows exactly what is missing. */
function followPath(path: readonly string[], place: ExpressionPlace): Evaluated | undefined {
  const [name = '', ...members] = path;
  const found = place.scope.lookup(name);
  if (found === 'failed') return undefined;
  // Nothing of a value that is not known as a whole is known.
  if (found?.needs !== undefined && found.taint === 'whole') return found;
  let value = found?.value;
  let masked = found?.masked;
  for (const member of members) {
    value = memberOf(value, member);
    masked = memberOf(masked, member);
  }
  if (found === undefined || value === undefined || masked === undefined) {
    place.scope.report(explainUndefined(place, undefined));
    return undefined;
  }
  if (members.length === 0) return found;
  const taint = taintOfMember(found, masked, place.scope);
  return { value, masked, taint, ...(taint === undefined ? {} : needsOf([found])) };
}

function memberOf(value: Json | undefined, member: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
}

function taintOfMember(found: Evaluated, masked: Json, scope: Scope): Taint | undefined {
  if (found.taint !== 'spans') return found.taint;
  return scope.evaluator.masks.occursIn(masked) ? 'spans' : undefined;
}

/** The values of the names that an expression mentions, as they are and with stand-ins. */
export type GatheredContext = {
  readonly values: EngineContext;
  readonly masked: EngineContext;
  readonly taint: boolean;
  /** A value derived from a secret in which no stand-in can be seen: what comes of it is secret as a whole. */
  readonly opaque: boolean;
  /** Secrets that were not read and that one of the values depends on. */
  readonly needs: readonly string[];
};

/** Collects the values of names; undefined when one of them failed. Names without a definition are left out. */
export function gatherContext(names: Iterable<string>, scope: Scope): GatheredContext | undefined {
  const values: Record<string, Json> = {};
  const masked: Record<string, Json> = {};
  let taint = false;
  let opaque = false;
  const needs: string[] = [];
  for (const name of new Set(names)) {
    const found = scope.lookup(name);
    if (found === 'failed') return undefined;
    if (found === undefined) continue;
    values[name] = found.value;
    masked[name] = found.masked;
    taint ||= found.taint !== undefined;
    if (found.taint !== undefined) needs.push(...(found.needs ?? []));
    opaque ||= found.taint === 'whole' && !scope.evaluator.masks.occursIn(found.masked);
  }
  return { values, masked, taint, opaque, needs };
}

export type TwiceOutcome =
  | { readonly kind: 'value'; readonly evaluated: Evaluated }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'secret'; readonly problem: SecretResult & { readonly kind: 'problem' } }
  | { readonly kind: 'failed'; readonly failure: EngineFailure };

/**
 * Evaluates with real values and, when a secret was touched, again with stand-ins. Where the stand-ins come out unaltered, the
 * result is secret in these spans only; otherwise all of it counts as derived from the secret.
 */
export function evaluateTwice(
  scope: Scope,
  context: GatheredContext,
  run: (values: EngineContext, secret: SecretFunction) => EngineResult,
): TwiceOutcome {
  const { secrets, masks } = scope.evaluator;
  let problem: (SecretResult & { readonly kind: 'problem' }) | undefined;
  let touched = context.taint;
  const needs = new Set(context.needs);
  const real = run(context.values, (name) => {
    touched = true;
    const secret = secrets.get(name);
    if (secret.kind === 'value') return secret.value;
    if (secret.kind === 'withheld') {
      needs.add(name);
      return secret.standIn;
    }
    problem ??= secret;
    return '';
  });
  if (problem !== undefined) return { kind: 'secret', problem };
  if (needs.size > 0) return { kind: 'value', evaluated: withheldValue(scope, real, [...needs]) };
  if (real.kind !== 'value') return real;
  if (!touched) return { kind: 'value', evaluated: untainted(real.value) };
  const masked = run(context.masked, (name) => {
    const secret = secrets.get(name);
    return secret.kind === 'value' ? masks.standInFor(secret.value) : '';
  });
  return { kind: 'value', evaluated: compareRuns(scope, real.value, context.opaque ? undefined : masked) };
}

/**
 * What cannot be known without the secrets. Where their stand-ins come out unaltered, as in a text around them, the rest is known;
 * any other result might be another one with the secrets, and a failure might be none.
 */
function withheldValue(scope: Scope, result: EngineResult, needs: readonly string[]): Evaluated {
  const { masks } = scope.evaluator;
  const standIns = needs.map(standInOf);
  const text = result.kind === 'value' ? JSON.stringify(result.value) : '';
  if (result.kind === 'value' && standIns.every((standIn) => text.includes(JSON.stringify(standIn).slice(1, -1)))) {
    const hide = (value: string): string =>
      standIns.reduce((hidden, standIn) => hidden.replaceAll(standIn, masks.standInFor(standIn)), value);
    return { value: result.value, masked: mapTexts(result.value, hide), taint: 'spans', needs };
  }
  const whole = standIns.join(' ');
  return { value: whole, masked: masks.standInFor(whole), taint: 'whole', needs };
}

function compareRuns(scope: Scope, value: Json, masked: EngineResult | undefined): Evaluated {
  const { masks } = scope.evaluator;
  if (masked?.kind === 'value' && canonicalJson(masks.reveal(masked.value)) === canonicalJson(value)) {
    return masks.occursIn(masked.value) ? { value, masked: masked.value, taint: 'spans' } : untainted(value);
  }
  return deriveWhole(scope, value);
}

/** Shorter derived texts, such as a single letter of a secret, would mask half of the output. */
const shortestDerivedSecret = 4;

/** A value made from a secret is a secret of its own: from here on it has its own stand-in. */
function deriveWhole(scope: Scope, value: Json): Evaluated {
  const { masks, secrets } = scope.evaluator;
  for (const text of textsIn(value)) if (text.length >= shortestDerivedSecret) secrets.learn(text);
  return { value, masked: mapTexts(value, (text) => (text === '' ? '' : masks.standInFor(text))), taint: 'whole' };
}
