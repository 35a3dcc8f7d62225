import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PlanSignature } from '@setpoint/model';
import type { PlanDigest } from './text.ts';

/** Signs the digest of a plan with an Ed25519 private key. */
export function signPlan(digest: PlanDigest, key: KeyObject): PlanSignature {
  return { keyId: keyIdOf(createPublicKey(key)), ed25519: sign(null, messageOf(digest), key).toString('base64') };
}

/** True when the signature belongs to the digest and was made with the key that it names; whether that key is trusted is another question. */
export function isSignatureOf(digest: PlanDigest, { keyId, ed25519 }: PlanSignature): boolean {
  const key = publicKeyFrom(keyId);
  const bytes = Buffer.from(ed25519, 'base64');
  // Only one text is accepted for a signature, so that a flipped bit in its unused ones is found too.
  if (key === undefined || bytes.toString('base64') !== ed25519) return false;
  return verify(null, messageOf(digest), key, bytes);
}

/** The name of a public key: Base64 of its 32 bytes. */
export function keyIdOf(key: KeyObject): string {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
}

/** The public key of a name; undefined when it is none. */
export function publicKeyFrom(keyId: string): KeyObject | undefined {
  const bytes = Buffer.from(keyId, 'base64');
  if (bytes.length !== keyBytes || bytes.toString('base64') !== keyId) return undefined;
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') }, format: 'jwk' });
}

/** The private key of a seed of 32 bytes and its public key, as OpenSSH keeps them. */
export function privateKeyFrom(seed: Buffer, publicBytes: Buffer): KeyObject {
  const [d, x] = [seed.toString('base64url'), publicBytes.toString('base64url')];
  return createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
}

const keyBytes = 32;

/** What is signed says what it is, so that a signature of something else is never one of a plan. */
function messageOf(digest: PlanDigest): Buffer {
  return Buffer.from(`setpoint plan ${digest}`);
}
