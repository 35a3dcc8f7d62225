/**
 * Orders two Debian versions as dpkg does (deb-version(7)): epoch, upstream version, revision; `~` sorts before everything, even
 * the end. Negative, zero or positive.
 */
export function compareVersions(left: string, right: string): number {
  const [first, second] = [splitVersion(left), splitVersion(right)];
  if (first.epoch !== second.epoch) return first.epoch - second.epoch;
  return compareParts(first.upstream, second.upstream) || compareParts(first.revision, second.revision);
}

function splitVersion(text: string): { readonly epoch: number; readonly upstream: string; readonly revision: string } {
  const colon = text.indexOf(':');
  const rest = text.slice(colon + 1);
  const dash = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(text.slice(0, colon)) || 0,
    upstream: dash < 0 ? rest : rest.slice(0, dash),
    revision: dash < 0 ? '' : rest.slice(dash + 1),
  };
}

/** Compares by turns a stretch of non-digits, character by character, and a stretch of digits, as a number. */
function compareParts(left: string, right: string): number {
  let [first, second] = [left, right];
  while (first !== '' || second !== '') {
    const [words, others] = [leadingText(first), leadingText(second)];
    const byText = compareTexts(words, others);
    if (byText !== 0) return byText;
    [first, second] = [first.slice(words.length), second.slice(others.length)];
    const [digits, otherDigits] = [leadingDigits(first), leadingDigits(second)];
    const byNumber = compareNumbers(digits, otherDigits);
    if (byNumber !== 0) return byNumber;
    [first, second] = [first.slice(digits.length), second.slice(otherDigits.length)];
  }
  return 0;
}

function leadingText(text: string): string {
  return /^\D*/.exec(text)?.[0] ?? '';
}

function leadingDigits(text: string): string {
  return /^\d*/.exec(text)?.[0] ?? '';
}

function compareTexts(left: string, right: string): number {
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = weight(left[index]) - weight(right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `~` before the end, the end before letters, letters before everything else. */
function weight(character: string | undefined): number {
  if (character === '~') return -1;
  if (character === undefined) return 0;
  const code = character.charCodeAt(0);
  return /[A-Za-z]/.test(character) ? code : code + 256;
}

/** Digits may be more than a number can hold, so they are compared as text of equal length. */
function compareNumbers(left: string, right: string): number {
  const [first, second] = [left.replace(/^0+/, ''), right.replace(/^0+/, '')];
  if (first.length !== second.length) return first.length - second.length;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
