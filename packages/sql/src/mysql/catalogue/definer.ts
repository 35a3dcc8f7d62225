import type { JsonObject } from '@setpoint/model';
import { quoteName } from '../quote.ts';
import type { ServerNotes } from './server-notes.ts';

/**
 * Who an object runs as and who reads it, as info: a definer is not compared, because a declaration that names none takes that of
 * whoever loads it. `text`: begins with ``CREATE ... DEFINER=`user`@`host` ``.
 */
export function definerOf(text: string, notes: ServerNotes): JsonObject {
  return { definer: backquoted(definerClause.exec(text)?.[1] ?? ''), reader: quoteAccount(notes.user) };
}

/** ``DEFINER=`user`@`host` `` where SHOW CREATE writes it, with the quotes of the mode it was made under; the first group is the account. */
export const definerClause: RegExp = /(?<=^CREATE (?:ALGORITHM=\w+ )?)DEFINER=((?:`(?:[^`]|``)*`|"(?:[^"]|"")*"|@)+) /;

function backquoted(account: string): string {
  return account.replace(/"((?:[^"]|"")*)"/g, (_, name: string) => quoteName(name.replaceAll('""', '"')));
}

/** `` `user`@`host` `` of `user@host`; the host follows the last `@`. */
export function quoteAccount(account: string): string {
  const at = account.lastIndexOf('@');
  return at < 0 ? quoteName(account) : `${quoteName(account.slice(0, at))}@${quoteName(account.slice(at + 1))}`;
}
