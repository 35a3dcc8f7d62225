/** The text of a file: UTF-16 with its mark, UTF-8 where it is that, and else Windows-1252, as spreadsheets write it. */
export function decodeTable(table: string | Uint8Array): string {
  if (typeof table === 'string') return table;
  if (table[0] === 0xff && table[1] === 0xfe) return new TextDecoder('utf-16le').decode(table);
  if (table[0] === 0xfe && table[1] === 0xff) return new TextDecoder('utf-16be').decode(table);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(table);
  } catch {
    return new TextDecoder('windows-1252').decode(table);
  }
}
