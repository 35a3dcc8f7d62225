/** Lines longer than this are broken, so that a plan shows statements whole on a terminal of usual width. */
const widthLimit = 84;

/**
 * A statement as lines that fit a terminal. Lines are broken only at spaces outside of quotes, where a line break means the same, so
 * the text can still be pasted into a client.
 */
export function wrapSql(text: string): readonly string[] {
  const isWhole = text.includes('$') || text.includes('--') || text.includes('/*');
  return text.split('\n').flatMap((line) => (isWhole || line.length <= widthLimit ? [line] : wrapLine(line)));
}

function wrapLine(line: string): readonly string[] {
  const indent = `${/^ */.exec(line)?.[0] ?? ''}  `;
  const lines: string[] = [];
  let open = '';
  for (const word of wordsOf(line)) {
    if (open !== '' && open.length + 1 + word.length > widthLimit) {
      lines.push(open);
      open = `${indent}${word}`;
    } else {
      open = open === '' ? word : `${open} ${word}`;
    }
  }
  return [...lines, open];
}

/** Pieces between spaces that are not within quotes; several spaces in a row stay with the word before. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let quote: string | undefined;
  let word = '';
  for (const character of line) {
    if (character === ' ' && quote === undefined && word.trim() !== '') {
      words.push(word);
      word = '';
      continue;
    }
    if (quote === character) quote = undefined;
    else if (quote === undefined && `'"\``.includes(character)) quote = character;
    word += character;
  }
  return word === '' ? words : [...words, word];
}
