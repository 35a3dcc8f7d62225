import type { YamlScalar, YamlValue } from '../yaml/value.ts';

/** A text taken apart: literal text, and expressions between `${{` and `}}` with their offset in the file. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: string; readonly offset: number }
  /** `${{` without its end. */
  | { readonly kind: 'unclosed'; readonly offset: number };

const partsByScalar = new WeakMap<YamlScalar, readonly Part[]>();
const withExpressions = new WeakMap<YamlValue, boolean>();

/** The parts of a scalar; a scalar without an expression has one text part. `$${{` stands for a literal `${{`. */
export function partsOf(scalar: YamlScalar): readonly Part[] {
  const known = partsByScalar.get(scalar);
  if (known !== undefined) return known;
  const parts = splitParts(scalar);
  partsByScalar.set(scalar, parts);
  return parts;
}

/** True when the value holds an expression at any depth. */
export function hasExpressions(value: YamlValue): boolean {
  if (value.kind === 'scalar') return typeof value.value === 'string' && value.value.includes('${{');
  const known = withExpressions.get(value);
  if (known !== undefined) return known;
  const found =
    value.kind === 'list'
      ? value.items.some(hasExpressions)
      : value.entries.some((entry) => hasExpressions(entry.value));
  withExpressions.set(value, found);
  return found;
}

function splitParts(scalar: YamlScalar): readonly Part[] {
  const text = String(scalar.value);
  const parts: Part[] = [];
  let literal = '';
  let from = 0;
  let rawFrom = scalar.start;
  for (;;) {
    const open = text.indexOf('${{', from);
    if (open === -1) break;
    rawFrom = scalar.source.text.indexOf('${{', rawFrom);
    literal += text.slice(from, open);
    if (text[open - 1] === '$') {
      literal += '{{';
      from = open + 3;
      rawFrom += 3;
      continue;
    }
    if (literal !== '') parts.push({ kind: 'text', text: literal });
    literal = '';
    const close = findClose(text, open + 3);
    if (close === undefined) return [...parts, { kind: 'unclosed', offset: rawFrom }];
    parts.push({ kind: 'expression', expression: text.slice(open + 3, close), offset: rawFrom + 3 });
    from = close + 2;
    rawFrom += 3;
  }
  literal += text.slice(from);
  return literal === '' && parts.length > 0 ? parts : [...parts, { kind: 'text', text: literal }];
}

/** The end of an expression: the first `}}` outside of quotes and of maps. */
function findClose(text: string, from: number): number | undefined {
  const token = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\{|\}\}|\}/g;
  token.lastIndex = from;
  let open = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') open += 1;
    else if (match[0] === '}') open = Math.max(0, open - 1);
    else if (match[0] === '}}' && open === 0) return match.index;
    else if (match[0] === '}}') {
      open -= 1;
      token.lastIndex = match.index + 1;
    }
  }
  return undefined;
}
