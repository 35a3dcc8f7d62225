import { SqlFailure } from './session.ts';
import type { TlsAttempt } from './tls.ts';

/** What the client library threw, in the words of sessions. A connection that went away is `08006`; the library's names are not used. */
export function mysqlFailure(error: unknown): SqlFailure {
  if (error instanceof SqlFailure) return error;
  if (!(error instanceof Error)) return new SqlFailure({ message: String(error), sqlState: 'HY000' });
  const words = error as Error & { errno?: number; sqlState?: string; sqlMessage?: string; code?: string };
  if (typeof words.errno === 'number' && words.errno > 0 && words.sqlMessage !== undefined) {
    return new SqlFailure({
      message: words.sqlMessage,
      sqlState: words.sqlState ?? 'HY000',
      errno: words.errno,
      isLost: isKilled(words.errno),
    });
  }
  if (words.code === 'AUTH_SWITCH_PLUGIN_ERROR') return new SqlFailure({ message: error.message, sqlState: '28000' });
  if (words.code === 'HANDSHAKE_NO_SSL_SUPPORT')
    return new SqlFailure({ message: error.message, sqlState: '08001', detail: 'NO_TLS' });
  if (isTlsTrouble(words))
    return new SqlFailure({ message: error.message, sqlState: '08001', detail: tlsMark(error.message) });
  return new SqlFailure({ message: error.message, sqlState: '08006', detail: words.code, isLost: true });
}

/**
 * True where the server may allow the account with the other kind of connection. It says no more than "access denied" of an account
 * that must use TLS; a password that was refused over TLS is never sent in the clear.
 */
export function wantsOtherEncryption({ errno, detail }: SqlFailure, { secure }: TlsAttempt): boolean {
  return secure === undefined ? [1045, 3159].includes(errno) : detail === 'NO_TLS';
}

/** 1053 shutdown, 1927 connection killed, 4031 idle for too long. */
function isKilled(errno: number): boolean {
  return [1053, 1927, 4031].includes(errno);
}

/** The library keeps the words of Node.js and not its code. */
function tlsMark(message: string): string {
  return /altnames|does not match certificate/.test(message) ? 'ERR_TLS_CERT_ALTNAME_INVALID' : 'TLS_CERT';
}

function isTlsTrouble(error: { readonly code?: string; readonly message: string }): boolean {
  return (
    /CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|HANDSHAKE_SSL_ERROR/.test(error.code ?? '') ||
    /certificate|self.signed/i.test(error.message)
  );
}
