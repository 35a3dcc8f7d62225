import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls';
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
