import type { YamlScalar } from '../yaml/value.ts';
import type { Part } from './parts.ts';
import type { Scope } from './scope.ts';

/** An expression of a text. */
export type ExpressionPart = Part & { readonly kind: 'expression' };

/** Where an expression stands and what it may use. */
export type ExpressionPlace = { readonly part: ExpressionPart; readonly scalar: YamlScalar; readonly scope: Scope };
