import type { SqlStatement, StatementPart } from '../split/split.ts';

/** A stretch of a rendered statement and the property of the playbook that it comes from. */
export type Piece = { readonly text: string; readonly path: string };

/** A piece of text. */
export function piece(path: string, text: string): Piece {
  return { path, text };
}

/** Pieces with a text between each two. */
export function joinPieces(items: readonly (readonly Piece[])[], between: Piece): readonly Piece[] {
  return items.flatMap((item, index) => (index === 0 ? item : [between, ...item]));
}

/** The statement that the pieces make, which remembers where each of them comes from. */
export function statementOf(pieces: readonly Piece[]): SqlStatement {
  const parts: StatementPart[] = [];
  let text = '';
  for (const { text: stretch, path } of pieces) {
    if (parts.at(-1)?.path !== path) parts.push({ offset: text.length, path });
    text += stretch;
  }
  return { file: parts[0]?.path ?? 'tables', text, line: 0, column: 0, offset: 0, settings: [], parts };
}

/** The path of a member of a property: names that are no plain words stand in brackets. */
export function memberPath(path: string, member: string): string {
  return /^[A-Za-z_][\w-]*$/.test(member) ? `${path}.${member}` : `${path}[${JSON.stringify(member)}]`;
}
