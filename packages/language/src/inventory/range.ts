/** The names that a pattern such as `web[1:3].example.com` stands for, or why it stands for none. */
export type ExpandedRange =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'invalid'; readonly why: string };

/** The most names one pattern may give. */
export const maxRangeNames = 10_000;

/**
 * Expands the ranges of a node name: `[1:3]`, `[01:10]` (the width is kept) and `[a:f]`, both ends included. Several ranges give
 * every combination, the last one running fastest.
 */
export function expandRange(pattern: string): ExpandedRange {
  const pieces = pattern.split(/(\[[^\]]*\])/);
  if (/[[\]]/.test(pieces.filter((_, index) => index % 2 === 0).join(''))) {
    return { kind: 'invalid', why: 'a bracket has no partner' };
  }
  let names: readonly string[] = [''];
  for (const [index, piece] of pieces.entries()) {
    const choices = index % 2 === 0 ? [piece] : choicesOf(piece);
    if (typeof choices === 'string') return { kind: 'invalid', why: choices };
    if (names.length * choices.length > maxRangeNames) {
      return { kind: 'invalid', why: `it gives more than ${maxRangeNames} names` };
    }
    names = names.flatMap((name) => choices.map((choice) => name + choice));
  }
  return { kind: 'names', names };
}

/** The texts of one range, or a phrase that says what is wrong with it. */
function choicesOf(range: string): readonly string[] | string {
  const numbers = /^\[(\d+):(\d+)\]$/.exec(range);
  if (numbers !== null) return numbersBetween(numbers[1] ?? '', numbers[2] ?? '');
  const letters = /^\[([a-z]):([a-z])\]$|^\[([A-Z]):([A-Z])\]$/.exec(range);
  if (letters === null) return `\`${range}\` is not of the form [1:3], [01:10] or [a:f]`;
  const [from = '', to = ''] = [letters[1] ?? letters[3], letters[2] ?? letters[4]];
  return between(from.charCodeAt(0), to.charCodeAt(0), (code) => String.fromCharCode(code)) ?? 'it runs backwards';
}

function numbersBetween(from: string, to: string): readonly string[] | string {
  const isPadded = from.length > 1 && from.startsWith('0');
  if (isPadded && from.length !== to.length) return 'both ends of a padded range need the same number of digits';
  if (Number(to) - Number(from) >= maxRangeNames) return `it gives more than ${maxRangeNames} names`;
  return (
    between(Number(from), Number(to), (number) => String(number).padStart(isPadded ? from.length : 0, '0')) ??
    'it runs backwards'
  );
}

function between(from: number, to: number, write: (value: number) => string): readonly string[] | undefined {
  return to < from ? undefined : Array.from({ length: to - from + 1 }, (_, index) => write(from + index));
}
