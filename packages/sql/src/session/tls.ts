import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
import { SqlFailure } from './session.ts';
import type { SqlTarget, TlsChoice } from './target.ts';

/** One try at a connection: with TLS, or in the clear. */
export type TlsAttempt = { readonly secure: ConnectionOptions | undefined };

/**
 * What a mode comes to: the tries in their order, each but the last made again in the other way when the server does not want it.
 * A CA that is named makes `require` as strict as `verify-ca`, as it does in libpq. Never more than two; a Unix socket gets none.
 */
export function tlsAttempts(target: SqlTarget): readonly TlsAttempt[] {
  const { tls, address } = target;
  if (tls === undefined || address.kind === 'socket') return [clear];
  const secure: TlsAttempt = { secure: secureOptions(tls, tls.serverName ?? address.host) };
  switch (tls.mode) {
    case 'disable':
      return [clear];
    case 'allow':
      return [clear, secure];
    case 'prefer':
      return [secure, clear];
    case 'require':
    case 'verify-ca':
    case 'verify-full':
      return [secure];
    default:
      return tls.mode satisfies never;
  }
}

/**
 * Connects in the ways that a target's mode allows. `isWorthOther` tells which failures make the next way worth a try. What is told
 * in the end is the failure that says more: not that the server has no TLS, when it was also asked without.
 */
export async function connectInTurn<Client>(
  target: SqlTarget,
  connect: (attempt: TlsAttempt) => Promise<Client>,
  isWorthOther: (failure: SqlFailure, attempt: TlsAttempt) => boolean,
): Promise<Client> {
  const [first = clear, second] = tlsAttempts(target);
  const tried = await attemptOnce(first, connect);
  if (!(tried instanceof SqlFailure)) return tried;
  if (second === undefined || !isWorthOther(tried, first)) throw tried;
  const triedAgain = await attemptOnce(second, connect);
  if (!(triedAgain instanceof SqlFailure)) return triedAgain;
  throw tried.detail === 'NO_TLS' ? triedAgain : tried;
}

async function attemptOnce<Client>(
  attempt: TlsAttempt,
  connect: (attempt: TlsAttempt) => Promise<Client>,
): Promise<Client | SqlFailure> {
  try {
    return await connect(attempt);
  } catch (error) {
    if (error instanceof SqlFailure) return error;
    throw error;
  }
}

const clear: TlsAttempt = { secure: undefined };

function secureOptions(tls: TlsChoice, name: string): ConnectionOptions {
  const isTrustChecked =
    tls.mode === 'verify-full' || tls.mode === 'verify-ca' || (tls.mode === 'require' && tls.ca !== undefined);
  return {
    minVersion: 'TLSv1.2',
    rejectUnauthorized: isTrustChecked,
    checkServerIdentity: (_, certificate: PeerCertificate) =>
      tls.mode === 'verify-full' ? checkServerIdentity(name, certificate) : undefined,
    ...(isIP(name) === 0 ? { servername: name } : {}),
    ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    ...(tls.certificate === undefined ? {} : { cert: tls.certificate }),
    ...(tls.key === undefined ? {} : { key: tls.key }),
  };
}
