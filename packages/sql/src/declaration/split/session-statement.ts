import type { SqlDialect } from './dialect.ts';
import { type Token, textOf } from './token.ts';

/** What a statement that is about the session and not about the schema comes to. */
export type SessionStatement =
  /** It says nothing about the schema: dump programs write it. */
  | { readonly kind: 'skip' }
  /** It changes what the statements after it in the file mean. */
  | { readonly kind: 'set'; readonly name: string }
  | { readonly kind: 'reset'; readonly name: string }
  | { readonly kind: 'refuse'; readonly message: string; readonly hint: string };

/** Tells whether a statement is about the session; undefined for those about the schema, which are most. */
export function readSessionStatement(
  dialect: SqlDialect,
  text: string,
  tokens: readonly Token[],
): SessionStatement | undefined {
  const words = tokens.filter((token) => token.kind !== 'comment').map((token) => textOf(text, token).toLowerCase());
  return dialect === 'postgres' ? postgresSession(words) : mysqlSession(words);
}

/** Settings that dump programs write and that change nothing in a declaration. */
const postgresSkipped = new Set([
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'transaction_timeout',
  'client_encoding',
  'client_min_messages',
  'check_function_bodies',
  'xmloption',
  'row_security',
  'standard_conforming_strings',
  'escape_string_warning',
]);

const noTransactions: SessionStatement = {
  kind: 'refuse',
  message: 'A declaration takes nothing back.',
  hint: 'Leave ROLLBACK, SAVEPOINT and what they take back out of the file.',
};

/** Statements that open and end transactions, by their first word: a declaration is loaded as a whole anyway. */
const transactions: Readonly<Record<string, SessionStatement>> = {
  commit: { kind: 'skip' },
  start: { kind: 'skip' },
  rollback: noTransactions,
  savepoint: noTransactions,
  release: noTransactions,
};

function postgresSession(words: readonly string[]): SessionStatement | undefined {
  const [first = '', second = ''] = words;
  if (first === 'begin' || first === 'end') return { kind: 'skip' };
  if (first === 'abort') return noTransactions;
  if (Object.hasOwn(transactions, first)) return transactions[first];
  if (first === 'select' && words.includes('set_config')) return setConfig(words);
  if (first === 'reset') return { kind: 'reset', name: second };
  if (first !== 'set') return undefined;
  const name = unquoted(second === 'session' || second === 'local' ? (words[2] ?? '') : second);
  if (['role', 'authorization', 'constraints', 'transaction'].includes(name)) return refusedSetting(name);
  return postgresSkipped.has(name) ? { kind: 'skip' } : { kind: 'set', name };
}

function refusedSetting(name: string): SessionStatement {
  return {
    kind: 'refuse',
    message: `SET ${name.toUpperCase()} has no place in a declaration: objects belong to the account that applies it.`,
    hint: 'Leave the statement out.',
  };
}

/** `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it. */
function setConfig(words: readonly string[]): SessionStatement {
  const name = unquoted(words.find((word) => word.startsWith("'")) ?? '');
  return postgresSkipped.has(name) ? { kind: 'skip' } : { kind: 'set', name };
}

/** Settings of a session that routines, triggers and events keep, or that change how names and texts are read. */
const mysqlKept = new Set([
  'sql_mode',
  'character_set_client',
  'collation_connection',
  'names',
  'time_zone',
  'check_constraint_checks',
]);

function mysqlSession(all: readonly string[]): SessionStatement | undefined {
  const words = all.filter((word) => !word.startsWith('/*') && word !== '*/');
  const [first = '', second = ''] = words;
  if (first === 'use') {
    return {
      kind: 'refuse',
      message: 'USE has no place in a declaration: the database is the one of the resource.',
      hint: 'Leave the statement out; declare another database in a resource of its own.',
    };
  }
  if (Object.hasOwn(transactions, first)) return transactions[first];
  const isSkipped =
    first === 'lock' || first === 'unlock' || (first === 'begin' && words.length <= 2) || switchesKeys(words);
  if (isSkipped) return { kind: 'skip' };
  return first === 'set' ? mysqlSetting(words, second) : undefined;
}

/** `ALTER TABLE t DISABLE KEYS`, which dump programs write around rows. */
function switchesKeys(words: readonly string[]): boolean {
  return words[0] === 'alter' && words.at(-1) === 'keys' && /^(?:dis|en)able$/.test(words.at(-2) ?? '');
}

function mysqlSetting(words: readonly string[], second: string): SessionStatement {
  if (second === 'global' || second === 'persist' || second === 'role' || second === 'password') {
    return {
      kind: 'refuse',
      message: `SET ${second.toUpperCase()} has no place in a declaration: it changes more than the database.`,
      hint: 'Leave the statement out.',
    };
  }
  const names = words.flatMap((word, index) => (words[index + 1] === '=' ? [word] : []));
  const name = names.find((found) => mysqlKept.has(found)) ?? (second === 'names' ? 'names' : undefined);
  if (name === undefined) return { kind: 'skip' };
  // `SET sql_mode = @saved_sql_mode` puts back what was before.
  const value = words.slice(words.indexOf('=') + 1);
  return value[0] === '@' && value[1] !== '@' ? { kind: 'reset', name } : { kind: 'set', name };
}

function unquoted(word: string): string {
  return word.replaceAll(/^['"]|['"]$/g, '');
}
