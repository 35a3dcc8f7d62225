/** A name in an expression that may be a variable, with its offset in the text. */
export type Reference = { readonly name: string; readonly offset: number };

const words = new Set(
  'and or not in is if else elif endif for endfor true false none True False None set endset block endblock include import from extends as with endwith macro endmacro call endcall filter endfilter ignore missing without context recursive autoescape endautoescape do raw endraw continue break loop self super range dict namespace cycler joiner secret'.split(
    ' ',
  ),
);

/**
 * The names that an expression may read as variables. A superset: locals of a template are among them, attributes, filters, tests
 * and names of arguments are not. The caller keeps those that are defined, so a name too many costs nothing.
 */
export function referencesOf(expression: string): readonly Reference[] {
  // Inside, because a start that reads no expression need not pay for the tables of Unicode.
  const token = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\d[\w.]*|[\p{L}_][\p{L}\p{N}_]*|==|\|\||[^\s]/gu;
  const tokens = [...expression.matchAll(token)];
  return tokens.flatMap((match, index) => {
    const name = match[0];
    if (!/^[\p{L}_]/u.test(name) || words.has(name)) return [];
    const before = tokens[index - 1]?.[0];
    if (before === '.' || before === '|' || isTest(tokens, index)) return [];
    const isArgument = tokens[index + 1]?.[0] === '=' && (before === '(' || before === ',');
    return isArgument ? [] : [{ name, offset: match.index }];
  });
}

/** True when the expression calls `secret(...)`. */
export function callsSecret(expression: string): boolean {
  return /\bsecret\s*\(/.test(expression);
}

function isTest(tokens: readonly RegExpExecArray[], index: number): boolean {
  const before = tokens[index - 1]?.[0];
  return before === 'is' || (before === 'not' && tokens[index - 2]?.[0] === 'is');
}

/** The segments of an expression that is only a name or a dotted path; undefined for everything else. */
export function pathOf(expression: string): readonly string[] | undefined {
  const simplePath = /^\s*[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*\s*$/u;
  if (!simplePath.test(expression)) return undefined;
  const segments = expression.trim().split('.');
  return words.has(segments[0] ?? '') ? undefined : segments;
}
