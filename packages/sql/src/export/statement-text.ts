import { dialectOf } from '../declaration/split/dialect.ts';
import { groupTokens } from '../declaration/split/group.ts';
import { lexMysql } from '../declaration/split/mysql-lexer.ts';
import type { Token } from '../declaration/split/token.ts';
import type { Product } from '../session/session.ts';

/** A statement as it stands in a file, with what ends it: bodies of MySQL between DELIMITER lines. */
export function statementText(product: Product, text: string): string {
  if (dialectOf(product) === 'postgres') return ended(text, ';');
  const { tokens } = lexMysql(text);
  const pieces = groupTokens('mysql', text, tokens).flatMap((group) =>
    group.kind === 'statement' ? [group.tokens] : [],
  );
  return pieces.map((piece) => mysqlPiece(text.slice(piece[0]?.start, piece.at(-1)?.end), piece)).join('');
}

function mysqlPiece(text: string, tokens: readonly Token[]): string {
  const hasBody = tokens.some(({ kind }) => kind === 'delimiter');
  if (!hasBody) return ended(text, ';');
  const delimiter = ['//', '$$', ';;', '~~'].find((candidate) => !text.includes(candidate)) ?? '//';
  return `DELIMITER ${delimiter}\n${ended(text, delimiter)}DELIMITER ;\n`;
}

/** What ends a statement must not be taken for a part of a comment at its end. */
function ended(text: string, delimiter: string): string {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  return `${trimmed}${/--|#/.test(lastLine) ? '\n' : ''}${delimiter}\n`;
}
