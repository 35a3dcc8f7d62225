import { type Diagnostic, errorDiagnostic, invariant, type SourceSpan, type Taint } from '@setpoint/model';
import { evaluateTwice, gatherContext } from '../expression/evaluate-expression.ts';
import { nameUndefined, tellFailure } from '../expression/explain.ts';
import type { EngineFailure } from '../expression/failure.ts';
import { type Evaluated, needsOf, type Scope } from '../expression/scope.ts';
import { offsetOf, type SourceText, spanBetween } from '../yaml/source-text.ts';
import type { TemplateLibrary } from './library.ts';
import { templateNames } from './names.ts';

export type RenderRequest = {
  readonly library: TemplateLibrary;
  /** Project path of the template. */
  readonly path: string;
  /** Where the playbook names it. */
  readonly span: SourceSpan;
  readonly scope: Scope;
};

/** The text of a template and how secret it is. */
export type Rendered = { readonly text: string; readonly taint: Taint | undefined } & Pick<Evaluated, 'needs'>;

/** Renders a template for a scope; undefined when it failed, which is reported at the line of the template. */
export function renderTemplate(request: RenderRequest): Rendered | undefined {
  const { library, path, span, scope } = request;
  const template = library.load(path, span);
  if (template.kind === 'refused') {
    scope.report(template.diagnostic);
    return undefined;
  }
  const context = gatherContext(template.names, scope);
  if (context === undefined) return undefined;
  // The name has no extension that the engine would take for HTML or JSON, which it would escape.
  const outcome = evaluateTwice(scope, context, (values, secret) =>
    scope.evaluator.engine.render('template', template.source.text, { context: values, secret }),
  );
  switch (outcome.kind) {
    case 'value':
      return rendered(outcome.evaluated);
    case 'undefined':
      return undefined;
    case 'secret':
      scope.report({ ...outcome.problem.problem, span: secretSpan(template.source) });
      return undefined;
    case 'failed':
      scope.report(
        explainTemplateFailure(request, template.source, { failure: outcome.failure, tainted: context.taint }),
      );
      return undefined;
    default:
      return outcome satisfies never;
  }
}

function rendered(evaluated: Evaluated): Rendered {
  const { value, taint } = evaluated;
  invariant(typeof value === 'string', 'a template renders to text');
  return { text: value, taint, ...needsOf([evaluated]) };
}

function explainTemplateFailure(
  request: RenderRequest,
  root: SourceText,
  { failure, tainted }: { readonly failure: EngineFailure; readonly tainted: boolean },
): Diagnostic {
  const inner = /error in "([^"]+)"/.exec(failure.message)?.[1];
  if (failure.kind === 'nested' && inner !== undefined) return explainInner(request, root, { failure, tainted, inner });
  const source = request.library.sourceOf(failure.template) ?? root;
  const related = [{ span: request.span, label: 'the template is used here' }];
  const offset = failureOffset(request, source, failure);
  if (failure.kind === 'undefined') {
    const shifted = { ...failure, column: offset - offsetOf(source, failure.line, 1) };
    const named = nameUndefined(source.text, request.scope, shifted);
    const start = named.offset ?? offset;
    return errorDiagnostic('SP301', {
      ...named.details,
      span: spanBetween(source, start, start + named.length),
      related,
    });
  }
  const told = tellFailure(failure, tainted);
  return errorDiagnostic(told.code, {
    ...told.details,
    span: spanBetween(source, offset, offset + failure.length),
    related,
  });
}

/** The engine tells only that an included template failed; rendered alone it tells where. */
function explainInner(
  request: RenderRequest,
  root: SourceText,
  { failure, tainted, inner }: { readonly failure: EngineFailure; readonly tainted: boolean; readonly inner: string },
): Diagnostic {
  const source = request.library.sourceOf(inner);
  const context = gatherContext(source === undefined ? [] : templateNames(source.text), request.scope);
  const alone =
    source === undefined || context === undefined
      ? undefined
      : request.scope.evaluator.engine.render('template', source.text, { context: context.values, secret: () => '' });
  if (source !== undefined && alone?.kind === 'failed') {
    return explainTemplateFailure(request, source, { failure: { ...alone.failure, template: undefined }, tainted });
  }
  const offset = offsetOf(root, failure.line, (failure.column ?? 0) + 1);
  return errorDiagnostic('SP303', {
    detail: `The template ${inner} fails when it is included here.`,
    span: spanBetween(root, offset, offset + failure.length),
    related: [{ span: request.span, label: 'the template is used here' }],
  });
}

function failureOffset({ library }: RenderRequest, source: SourceText, failure: EngineFailure): number {
  const shift = failure.line === 1 ? library.prefixLengthOf(failure.template) : 0;
  const column = Math.max(0, (failure.column ?? 0) - shift);
  const start = offsetOf(source, failure.line, column + 1);
  if (failure.column !== undefined) return start;
  const line = source.text.slice(start, source.lineStarts[failure.line] ?? source.text.length);
  return start + (line.length - line.trimStart().length);
}

function secretSpan(source: SourceText): SourceSpan {
  const at = Math.max(0, source.text.search(/\bsecret\s*\(/));
  return spanBetween(source, at, at + 'secret'.length);
}
