import { SqlFailure } from './session.ts';

/**
 * What the client library threw, in the words of sessions. `prefixLength`: how many characters stand before the caller's text in
 * what was sent. A connection that went away is `08006`.
 */
export function pgFailure(error: unknown, prefixLength = 0): SqlFailure {
  if (error instanceof SqlFailure) return error;
  const parts = error instanceof Error ? (error as Error & Partial<ServerWords>) : { message: String(error) };
  if (!isServerState(parts)) return withoutState(parts as Error & Partial<ServerWords>);
  const position = Number(parts.position);
  return new SqlFailure({
    message: parts.message,
    sqlState: parts.code,
    detail: parts.detail,
    hint: parts.hint,
    offset: Number.isInteger(position) ? Math.max(0, position - 1 - prefixLength) : undefined,
    isLost: parts.code.startsWith('57P0') && parts.code !== '57P03',
  });
}

type ServerWords = { code: string; severity: string; detail: string; hint: string; position: string };

/** True where the server's rules may allow the account with the other kind of connection. A wrong password is not tried again. */
export function wantsOtherEncryption({ sqlState, detail, message }: SqlFailure): boolean {
  return detail === 'NO_TLS' || (sqlState === '28000' && /pg_hba\.conf/.test(message));
}

function isServerState(error: Partial<ServerWords> & { message: string }): error is ServerWords & { message: string } {
  return error.severity !== undefined && /^[0-9A-Z]{5}$/.test(error.code ?? '');
}

function withoutState(error: Error & Partial<ServerWords>): SqlFailure {
  const { message } = error;
  if (message === 'The server does not support SSL connections')
    return new SqlFailure({ message, sqlState: '08001', detail: 'NO_TLS' });
  if (/password/i.test(message)) return new SqlFailure({ message, sqlState: '28P01' });
  if (isTlsTrouble(error)) return new SqlFailure({ message, sqlState: '08001', detail: error.code });
  return new SqlFailure({ message, sqlState: '08006', detail: error.code, isLost: true });
}

/** Node.js' codes of certificates that are not believed and of handshakes that fail. */
function isTlsTrouble(error: Partial<ServerWords>): boolean {
  return /CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME/.test(error.code ?? '');
}
