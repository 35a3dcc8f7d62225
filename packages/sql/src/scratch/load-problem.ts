import { compareText } from '@setpoint/model';
import type { LoadProblem } from '../declaration/declaration.ts';
import { excerptAt, placesOf } from '../declaration/split/positions.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { headOffset } from './statement-head.ts';

/** What is told of a problem beside its place. `offset`: where in the statement, in UTF-16 units; absent: where it begins. */
export type ToldProblem = { readonly message: string; readonly hint?: string; readonly offset?: number };

/** A problem with its place in the file. */
export function problemAt(statement: SqlStatement, { message, hint, offset }: ToldProblem): LoadProblem {
  const { text } = statement;
  const at = Math.min(offset ?? headOffset(text), Math.max(0, text.length - 1));
  return {
    ...placeIn(statement, at),
    message,
    ...(hint === undefined ? {} : { hint }),
    excerpt: excerptAt(text, at),
  };
}

function placeIn(statement: SqlStatement, offset: number): Pick<LoadProblem, 'file' | 'line' | 'column'> {
  const part = statement.parts?.findLast((one) => one.offset <= offset);
  if (part !== undefined) return { file: part.path, line: 0, column: 0 };
  const place = placesOf(statement.text)(offset);
  return {
    file: statement.file,
    line: statement.line + place.line - 1,
    column: place.line === 1 ? statement.column + place.column - 1 : place.column,
  };
}

/** Orders problems as a reader meets them. */
export function compareProblems(left: LoadProblem, right: LoadProblem): number {
  return compareText(left.file, right.file) || left.line - right.line || left.column - right.column;
}
