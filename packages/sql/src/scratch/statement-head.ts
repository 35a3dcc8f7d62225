import type { SqlStatement } from '../declaration/split/split.ts';

/** Where a statement's own text begins, after the comments in front of it. */
export function headOffset(text: string): number {
  return leading.exec(text)?.[0].length ?? 0;
}

/** White space, comments to the end of the line (`#` is MySQL's) and block comments; MySQL's version comments hold statements. */
const leading = /^(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*(?![!M])[\s\S]*?\*\/)*/;

/** The first words of a statement in upper case, one blank between: `CREATE OR REPLACE FUNCTION APP.TOTAL`. */
export function headOf({ text }: Pick<SqlStatement, 'text'>): string {
  const start = headOffset(text);
  return text
    .slice(start, start + 400)
    .replaceAll(/--[^\n]*|\/\*(?![!M])[\s\S]*?\*\//g, ' ')
    .replaceAll(/\/\*M?!\d*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}
