import type { SqlStatement } from '../declaration/split/split.ts';
import type { SqlFailure } from '../session/session.ts';
import { headOf, headOffset } from './statement-head.ts';

/** True for a statement that does nothing but say to whom an object belongs. */
export function isHandover(statement: SqlStatement): boolean {
  return /^ALTER [^']* OWNER TO ("(?:[^"]|"")*"|\S+)$/.test(headOf(statement));
}

/** True where the account may not hand an object to somebody: a member of that role would have to do it. */
export function isWithheld(statement: SqlStatement, { sqlState }: Pick<SqlFailure, 'sqlState'>): boolean {
  return sqlState === '42501' && isHandover(statement);
}

/** The statement as readers are shown it. */
export function handoverText(text: string): string {
  return text.slice(headOffset(text)).replaceAll(/\s+/g, ' ').trim();
}
