/** One piece of SQL as MySQL and MariaDB print it. */
export type Token = {
  readonly kind: 'name' | 'string' | 'word' | 'symbol';
  /** As it stands, quotes included. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** How many parentheses are open around it; an opening and its closing one have the depth of what surrounds them. */
  readonly depth: number;
};

/**
 * Cuts a text of the server's own spelling into tokens. Blanks, comments and the marks of version comments give none; what stands
 * inside of version comments does.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (const match of text.matchAll(pattern)) {
    const [piece] = match;
    const kind = kindOf(piece);
    if (kind === undefined) continue;
    if (piece === ')') depth -= 1;
    tokens.push({ kind, text: piece, start: match.index, end: match.index + piece.length, depth });
    if (piece === '(') depth += 1;
  }
  return tokens;
}

/** Upper-case words of a text outside of parentheses, quotes and names, with their place. */
export function outerWords(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind, depth }) => kind === 'word' && depth === 0);
}

/** Parts of a text between commas that stand outside of parentheses, trimmed. */
export function splitAtCommas(text: string): readonly string[] {
  const commas = tokensOf(text).filter((token) => token.text === ',' && token.depth === 0);
  const starts = [0, ...commas.map(({ end }) => end)];
  const ends = [...commas.map(({ start }) => start), text.length];
  return starts.map((start, index) => text.slice(start, ends[index]).trim()).filter((part) => part !== '');
}

const pattern =
  /`(?:[^`]|``)*`|'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"|\/\*M?!\d*|\/\*[\s\S]*?\*\/|\*\/|\s+|[\p{L}\p{N}_$@.]*[\p{L}_$@][\p{L}\p{N}_$@]*|\d[\d.]*(?:e[+-]?\d+)?|[\s\S]/giu;

function kindOf(piece: string): Token['kind'] | undefined {
  const first = piece[0] ?? '';
  if (first === '`') return 'name';
  if (first === "'" || (first === '"' && piece.length > 1)) return 'string';
  if (piece.startsWith('/*') || piece === '*/' || /^\s/.test(piece)) return undefined;
  return /^[\p{L}\p{N}_$@.]/u.test(piece) && piece !== '.' ? 'word' : 'symbol';
}
