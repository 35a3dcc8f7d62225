import type { OpenFailure } from './client.ts';
import { describeEndpoint, type Endpoint } from './endpoint.ts';

/** Tells why a connection could not be opened from the error that Node gave. */
export function explainConnectError(endpoint: Endpoint, error: Error): OpenFailure {
  const cause = firstCause(error);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  const known = reasons[code] ?? tlsReasons[code] ?? serialReason(endpoint, cause.message);
  const { why, hint } = known ?? { why: `fails (${cause.message})` };
  return { kind: 'failed', why: `${describeEndpoint(endpoint)} ${why}`, ...(hint === undefined ? {} : { hint }) };
}

/** Tells why a connection did not come about in time. */
export function explainConnectTimeout(endpoint: Endpoint, timeoutMs: number): OpenFailure {
  const hint = 'Check that the device is powered and that no firewall drops connections to this port.';
  return { kind: 'failed', why: `${describeEndpoint(endpoint)} does not answer within ${timeoutMs} ms`, hint };
}

/** Tells, as a clause, why an open connection ended. */
export function explainLostConnection(error: Error | undefined): string {
  if (error === undefined) return 'the device closed the connection';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'the device reset the connection';
  const tls = tlsReasons[code];
  if (tls !== undefined) return `the device ${tls.why}`;
  return `the connection broke (${error.message})`;
}

type Reason = { readonly why: string; readonly hint?: string };

/** With several addresses to a name Node tells of all that failed; the first is the one preferred. */
function firstCause(error: Error): Error {
  const [first] = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return first instanceof Error ? first : error;
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOTFOUND: { why: 'is not known by that name', hint: 'Check the spelling of the host and the name server.' },
  EAI_AGAIN: {
    why: 'cannot be looked up: the name server does not answer',
    hint: 'Give the address instead of the name, or repair name resolution.',
  },
  ECONNREFUSED: {
    why: 'refuses the connection',
    hint: 'Check the port; a device that serves few connections also refuses while others hold them.',
  },
  ECONNRESET: {
    why: 'accepts the connection and resets it',
    hint: 'A device that serves few connections does this while others hold them: look for another master.',
  },
  EHOSTUNREACH: {
    why: 'is not reachable: no answer from that address in its network',
    hint: 'Check the address, the cable and the power.',
  },
  EHOSTDOWN: {
    why: 'is not reachable: no answer from that address in its network',
    hint: 'Check the address, the cable and the power.',
  },
  ENETUNREACH: { why: 'is not reachable: there is no route to its network', hint: 'Check the routes of this machine.' },
  ETIMEDOUT: {
    why: 'does not answer',
    hint: 'Check that the device is powered and that no firewall drops connections to this port.',
  },
};

const refusedCertificate: Reason = {
  why: 'refuses our certificate',
  hint: 'Check that the certificate is valid now and signed by an authority that the device trusts.',
};
const untrustedDevice: Reason = {
  why: 'shows a certificate that no trusted authority signed',
  hint: 'Name the file of the authority that signed the certificate of the device.',
};
const noTls: Reason = {
  why: 'does not speak TLS',
  hint: 'Check the port: Modbus within TLS has 802, plain Modbus 502.',
};

const tlsReasons: Readonly<Record<string, Reason>> = {
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: {
    ...refusedCertificate,
    why: 'requires a certificate of ours and got none',
  },
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: {
    ...refusedCertificate,
    why: 'refuses our certificate: it does not know who signed it',
  },
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: refusedCertificate,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: refusedCertificate,
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: { ...refusedCertificate, why: 'refuses our certificate: it has expired' },
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED: { ...refusedCertificate, why: 'refuses our certificate: it was revoked' },
  ERR_SSL_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE: refusedCertificate,
  ERR_SSL_TLSV1_ALERT_ACCESS_DENIED: { ...refusedCertificate, why: 'denies our certificate access' },
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: {
    why: 'ends the TLS handshake: it accepts no cipher, version or certificate of ours',
    hint: 'Check that a certificate is declared and that the device speaks TLS 1.2 or newer.',
  },
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: {
    why: 'speaks no TLS version of ours',
    hint: 'The device must speak TLS 1.2 or newer.',
  },
  ERR_SSL_WRONG_VERSION_NUMBER: noTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrustedDevice,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrustedDevice,
  SELF_SIGNED_CERT_IN_CHAIN: untrustedDevice,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrustedDevice,
  CERT_HAS_EXPIRED: {
    why: 'shows a certificate that has expired',
    hint: 'Renew the certificate of the device, or set the clocks.',
  },
  CERT_NOT_YET_VALID: {
    why: 'shows a certificate that is not valid yet',
    hint: 'Set the clock of this machine or of the device.',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    why: 'shows a certificate for another name',
    hint: 'Declare the name that stands in the certificate of the device.',
  },
};

/** The serial port library gives the system's text and no code. */
function serialReason(endpoint: Endpoint, message: string): Reason | undefined {
  if (endpoint.kind !== 'serial') return undefined;
  const found = serialReasons.find(([pattern]) => pattern.test(message));
  return found?.[1];
}

const serialReasons: readonly (readonly [RegExp, Reason])[] = [
  [
    /no such file|file not found/i,
    { why: 'does not exist', hint: 'Check the path, and that the adapter is plugged in.' },
  ],
  [
    /permission denied|access denied/i,
    { why: 'may not be opened by this user', hint: 'On Linux the user must usually be in the group dialout.' },
  ],
  [
    /cannot lock port|resource busy|temporarily unavailable/i,
    { why: 'is in use by another program', hint: 'A bus has one master: end the other program.' },
  ],
];
