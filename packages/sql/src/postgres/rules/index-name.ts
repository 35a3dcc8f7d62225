/**
 * The name that the server gives to an index that is made without one: the table's name, the columns', `idx`, cut to 63 bytes, and a
 * number where it is taken (`makeObjectName` and `ChooseRelationName` in PostgreSQL's indexcmds.c).
 */
export function chooseIndexName(table: string, columns: readonly string[], isTaken: (name: string) => boolean): string {
  const joined = columns.reduce(
    (names, column) => (bytesOf(names) >= 64 ? names : names === '' ? column : `${names}_${column}`),
    '',
  );
  for (let attempt = 0; ; attempt += 1) {
    const name = makeName(table, joined, attempt === 0 ? 'idx' : `idx${attempt}`);
    if (!isTaken(name)) return name;
  }
}

/** The longer of the two names is cut first. */
function makeName(table: string, columns: string, label: string): string {
  let [first, second] = [bytesOf(table), bytesOf(columns)];
  const room = 63 - label.length - 2;
  while (first + second > room) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return `${clip(table, first)}_${clip(columns, second)}_${label}`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** At most so many bytes, without a part of a character. */
function clip(text: string, bytes: number): string {
  let clipped = '';
  for (const character of text) {
    if (bytesOf(clipped) + bytesOf(character) > bytes) break;
    clipped += character;
  }
  return clipped;
}
