import {
  type Diagnostic,
  errorDiagnostic,
  isJsonObject,
  type Json,
  nearestName,
  type SourceSpan,
} from '@setpoint/model';
import { createSourceText, offsetOf, spanBetween } from '../yaml/source-text.ts';
import { spanOf } from '../yaml/value.ts';
import { callNames, filterNames, testNames } from './builtin-names.ts';
import type { EngineFailure } from './failure.ts';
import type { ExpressionPlace } from './place.ts';
import { pathOf, referencesOf } from './references.ts';
import type { Scope } from './scope.ts';

/** Tells why an expression in a YAML file gave no value. */
export function explainFailure(place: ExpressionPlace, failure: EngineFailure, tainted: boolean): Diagnostic {
  if (failure.kind === 'undefined') return explainUndefined(place, failure);
  const { code, details } = tellFailure(failure, tainted);
  return errorDiagnostic(code, { ...details, span: spanInside(place, failure) });
}

export type ToldFailure = {
  readonly code: 'SP302' | 'SP303' | 'SP305' | 'SP306' | 'SP311';
  readonly details: { readonly detail: string; readonly hint?: string };
};

/** The code and words for a failure other than an undefined value. The engine's words may quote a value, so not of secrets. */
export function tellFailure(failure: EngineFailure, tainted: boolean): ToldFailure {
  const words = failure.message.replace(/^[a-z ]+error: |^invalid operation: /, '');
  const message = tainted ? 'the value of a secret does not fit here' : words;
  switch (failure.kind) {
    case 'syntax':
      return told('SP302', `The expression is broken here: ${words}.`, 'Check operators, quotes and parentheses.');
    case 'unknown-name':
      return { code: 'SP306', details: tellUnknownName(failure.message) };
    case 'fuel':
      return told('SP305', 'The evaluation was stopped after 2,000,000 steps.', 'Make the loops smaller.');
    case 'broken':
      return told('SP305', 'The result is too large to be held in memory.', 'Make the result smaller.');
    case 'missing-template':
    case 'nested':
      return told(
        'SP311',
        `The template cannot be used: ${message}.`,
        'Name it literally, relative to the template that the playbook names.',
      );
    case 'undefined':
    case 'operation':
      return told(
        'SP303',
        `This cannot be evaluated: ${message}.`,
        'Convert a value with a filter such as `| int` or `| string`.',
      );
    default:
      return failure.kind satisfies never;
  }
}

function told(code: ToldFailure['code'], detail: string, hint: string): ToldFailure {
  return { code, details: { detail, hint } };
}

function tellUnknownName(message: string): { readonly detail: string; readonly hint?: string } {
  const found =
    /^unknown (filter|test|function|method): (?:filter |test )?(.+?)(?: is unknown| has no method named (.*))$/.exec(
      message,
    );
  const [, sort = 'name', subject = '', method] = found ?? [];
  if (method !== undefined) {
    return {
      detail: `${subject === '' ? 'The value' : `A ${subject}`} has no method \`${method}\`.`,
      hint: 'Use a filter, for example `| upper` or `| items`.',
    };
  }
  const candidates = sort === 'filter' ? filterNames : sort === 'test' ? testNames : callNames;
  const near = nearestName(subject, candidates);
  return {
    detail: `There is no ${sort} \`${subject}\`.`,
    hint: near === undefined ? `Known: ${candidates.join(', ')}.` : `Did you mean \`${near}\`?`,
  };
}

/** Tells which variable or which member is not defined, with the nearest name that is. */
export function explainUndefined(place: ExpressionPlace, failure: EngineFailure | undefined): Diagnostic {
  const { part, scope } = place;
  const named = nameUndefined(part.expression, scope, failure);
  const start = named.offset === undefined ? undefined : verbatimOffset(place, named.offset);
  const span =
    start === undefined ? spanInside(place, failure) : spanBetween(place.scalar.source, start, start + named.length);
  return errorDiagnostic('SP301', { ...named.details, span });
}

export type NamedUndefined = {
  readonly details: { readonly detail: string; readonly hint?: string };
  readonly offset: number | undefined;
  readonly length: number;
};

/** Finds the undefined name in the text of an expression or a template. */
export function nameUndefined(text: string, scope: Scope, failure: EngineFailure | undefined): NamedUndefined {
  const at = failure === undefined ? 0 : offsetOfFailure(text, failure);
  const unknown = referencesOf(text).filter((reference) => scope.lookup(reference.name) === undefined);
  const reach = failure === undefined ? Number.POSITIVE_INFINITY : at + failure.length;
  const named =
    unknown.find(({ name, offset }) => offset + name.length >= at && offset <= reach) ??
    (failure === undefined ? unknown[0] : undefined);
  if (named !== undefined) {
    const near = nearestName(named.name, scope.names());
    return {
      details: {
        detail: `The variable \`${named.name}\` is not defined here.`,
        hint:
          near === undefined
            ? `Define \`${named.name}\` under \`vars:\`, or write \`${named.name} | default(...)\`.`
            : `Did you mean \`${near}\`?`,
      },
      offset: named.offset,
      length: named.name.length,
    };
  }
  const member = missingMember(text, scope);
  if (member !== undefined) return member;
  const shown = text.slice(at, at + (failure?.length ?? 0)).trim() || text.trim().slice(0, 60);
  return {
    details: { detail: `The value \`${shown}\` is not defined.`, hint: 'Check the name, or write `| default(...)`.' },
    offset: failure?.column === undefined ? undefined : at,
    length: Math.max(1, failure?.length ?? 1),
  };
}

/** For a dotted path: which step is missing, and what there is instead. */
function missingMember(text: string, scope: Scope): NamedUndefined | undefined {
  const path = pathOf(text);
  if (path === undefined) return undefined;
  const found = scope.lookup(path[0] ?? '');
  let value: Json | undefined = found === undefined || found === 'failed' ? undefined : found.value;
  let offset = text.indexOf(path[0] ?? '') + (path[0]?.length ?? 0);
  for (const [index, member] of path.entries()) {
    if (index === 0) continue;
    const owner = path.slice(0, index).join('.');
    if (!isJsonObject(value) || !Object.hasOwn(value, member)) {
      const near = isJsonObject(value) ? nearestName(member, Object.keys(value)) : undefined;
      return {
        details: {
          detail: `The variable \`${owner}\` has no member \`${member}\`.`,
          hint:
            near === undefined ? 'Check the name, or write `| default(...)`.' : `Did you mean \`${owner}.${near}\`?`,
        },
        offset: offset + 1,
        length: member.length,
      };
    }
    value = value[member];
    offset += 1 + member.length;
  }
  return undefined;
}

/** A problem with a secret, at the expression that asked for it. */
export function placeSecretProblem(problem: Diagnostic, place: ExpressionPlace): Diagnostic {
  return { ...problem, span: spanInside(place, undefined) };
}

/** The failure's place in the YAML file; the whole value when the expression does not stand there letter by letter. */
function spanInside(place: ExpressionPlace, failure: EngineFailure | undefined): SourceSpan {
  const { part, scalar } = place;
  const inside = failure?.column === undefined ? 0 : offsetOfFailure(part.expression, failure);
  const start = verbatimOffset(place, inside);
  if (start === undefined) return spanOf(scalar);
  const length = failure?.column === undefined ? part.expression.trimEnd().length : failure.length;
  return spanBetween(scalar.source, start, start + Math.max(1, length));
}

function verbatimOffset({ part, scalar }: ExpressionPlace, inside: number): number | undefined {
  if (!scalar.source.text.startsWith(part.expression, part.offset)) return undefined;
  const blank = inside === 0 ? part.expression.length - part.expression.trimStart().length : 0;
  return part.offset + inside + blank;
}

function offsetOfFailure(text: string, failure: EngineFailure): number {
  return offsetOf(createSourceText('', text), failure.line, (failure.column ?? 0) + 1);
}
