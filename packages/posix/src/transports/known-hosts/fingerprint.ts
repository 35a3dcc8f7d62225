import { createHash } from 'node:crypto';
import { wireFields } from './parse.ts';

/** The SHA-256 fingerprint of a public key in the form OpenSSH prints: `SHA256:` and Base64 without padding. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

/** The type that a public key in SSH wire format names in its first field, such as `ssh-ed25519`. */
export function keyTypeOf(key: Buffer): string {
  return wireFields(key)?.[0]?.toString('latin1') ?? 'unknown';
}

/** The short name that OpenSSH prints for a key type: `ED25519`, `ECDSA`, `RSA`. */
export function shortKeyType(keyType: string): string {
  const short = /ed25519|ecdsa|rsa|dss/.exec(keyType)?.[0];
  return short === undefined ? keyType : short.toUpperCase();
}
