/**
 * Orders two versions as apk does (apk-tools, `version.c`): numbers, a letter, suffixes such as `_rc1` and `_p2`, a commit and the
 * revision of the package, in this order. Negative when the first is older.
 */
export function compareApkVersions(left: string, right: string): number {
  const [first, second] = [tokensOf(left), tokensOf(right)];
  for (let index = 0; ; index += 1) {
    const [one, other] = [first[index] ?? end, second[index] ?? end];
    if (one.rank !== other.rank) return compareKinds(one, other);
    if (one.rank === ranks.end) return 0;
    const difference = compareTokens(one, other);
    if (difference !== 0) return difference;
  }
}

const ranks = {
  first: 0,
  digits: 1,
  letter: 2,
  suffix: 3,
  suffixNumber: 4,
  commit: 5,
  revision: 6,
  end: 7,
  invalid: 8,
} as const;

type Token = { readonly rank: number; readonly text: string };

const end: Token = { rank: ranks.end, text: '' };

/** In their order: those before the empty one are older than no suffix at all. */
const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p'] as const;
const noSuffix = suffixes.indexOf('');

const forms = /^(\d+)|\.(\d+)|([a-z])|_([a-z]+)(\d*)|~([0-9a-f]+)|-r(\d+)/gy;

function tokensOf(version: string): readonly Token[] {
  const tokens: Token[] = [];
  let length = 0;
  for (const [whole, first, digits, letter, suffix, suffixNumber = '', commit, revision] of version.matchAll(forms)) {
    length += whole.length;
    if (first !== undefined) tokens.push({ rank: ranks.first, text: first });
    if (digits !== undefined) tokens.push({ rank: ranks.digits, text: digits });
    if (letter !== undefined) tokens.push({ rank: ranks.letter, text: letter });
    if (suffix !== undefined) tokens.push({ rank: ranks.suffix, text: suffix });
    if (suffixNumber !== '') tokens.push({ rank: ranks.suffixNumber, text: suffixNumber });
    if (commit !== undefined) tokens.push({ rank: ranks.commit, text: commit });
    if (revision !== undefined) tokens.push({ rank: ranks.revision, text: revision });
  }
  return length === version.length ? tokens : [...tokens, { rank: ranks.invalid, text: '' }];
}

/** What goes on is newer than what ends, unless it goes on with a suffix of what comes before a release. */
function compareKinds(one: Token, other: Token): number {
  if (isBeforeRelease(one)) return -1;
  if (isBeforeRelease(other)) return 1;
  return other.rank - one.rank;
}

function isBeforeRelease({ rank, text }: Token): boolean {
  return rank === ranks.suffix && suffixOrder(text) < noSuffix;
}

function suffixOrder(text: string): number {
  return suffixes.findIndex((suffix) => suffix === text);
}

function compareTokens(one: Token, other: Token): number {
  if (one.rank === ranks.suffix) return suffixOrder(one.text) - suffixOrder(other.text);
  const hasLeadingZero = one.rank === ranks.digits && (one.text.startsWith('0') || other.text.startsWith('0'));
  if (hasLeadingZero || one.rank === ranks.letter || one.rank === ranks.commit)
    return compareTexts(one.text, other.text);
  const difference = BigInt(one.text) - BigInt(other.text);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
