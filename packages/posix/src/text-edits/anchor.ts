import type { DeclarationProblem } from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import type { TextLine } from './lines.ts';
import { compilePattern, patternProblems } from './pattern.ts';

/** Where new lines go. Patterns are regular expressions of JavaScript, looked for within a line. */
export type Anchor =
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'after' | 'before'; readonly pattern: string; readonly first: boolean };

/** The properties that say where new lines go. */
export const anchorProperties = {
  insert_after: Type.Optional(
    Type.String({
      description:
        'Put new lines behind the last line that fits this regular expression. Default: the end of the file.',
      minLength: 1,
    }),
  ),
  insert_before: Type.Optional(
    Type.String({
      description:
        'Put new lines before the last line that fits this regular expression, or at the `start` of the file. When no line fits, they go to the end.',
      minLength: 1,
    }),
  ),
  first_match: Type.Optional(
    Type.Boolean({ description: 'Take the first fitting line instead of the last one. Default: false.' }),
  ),
};

type AnchorProperties = {
  readonly insert_after?: string;
  readonly insert_before?: string;
  readonly first_match?: boolean;
};

/** The anchor that the properties name, or what is wrong with them. */
export function declareAnchor({
  insert_after: after,
  insert_before: before,
  first_match: first = false,
}: AnchorProperties): {
  readonly anchor: Anchor;
  readonly problems: readonly DeclarationProblem[];
} {
  if (after !== undefined && before !== undefined) {
    const detail = '`insert_after` and `insert_before` cannot both say where the text goes.';
    return { anchor: { kind: 'end' }, problems: [{ property: 'insert_before', detail, hint: 'remove one of them' }] };
  }
  if (before === 'start') return { anchor: { kind: 'start' }, problems: [] };
  const pattern = after ?? before;
  if (pattern === undefined) return { anchor: { kind: 'end' }, problems: [] };
  const property = after === undefined ? 'before' : 'after';
  return { anchor: { kind: property, pattern, first }, problems: patternProblems(`insert_${property}`, pattern) };
}

/** The position among the lines before which new ones go; an anchor that nothing fits is the end. */
export function findAnchor(lines: readonly TextLine[], anchor: Anchor): number {
  if (!('pattern' in anchor)) return anchor.kind === 'start' ? 0 : lines.length;
  const expression = compilePattern(anchor.pattern);
  const fits = ({ text }: TextLine): boolean => expression.test(text);
  const found = anchor.first ? lines.findIndex(fits) : lines.findLastIndex(fits);
  if (found < 0) return lines.length;
  return anchor.kind === 'after' ? found + 1 : found;
}
