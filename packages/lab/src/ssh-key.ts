import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { invariant } from '@setpoint/model';

/** An Ed25519 key pair: the private key in OpenSSH's PEM form, the public key as one line of `known_hosts` without its host. */
export type SshKeyPair = { readonly privateKey: string; readonly publicKey: string };

const keyType = 'ssh-ed25519';

/**
 * A new Ed25519 key pair. Written here because ssh2 1.17's own generator makes a key that its parser refuses about once in 300
 * times. Layout: PROTOCOL.key of OpenSSH, unencrypted.
 */
export function generateSshKey(comment: string): SshKeyPair {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  invariant(typeof jwk.x === 'string' && typeof jwk.d === 'string', 'An Ed25519 key has both of its halves');
  const publicBytes = Buffer.from(jwk.x, 'base64url');
  const seed = Buffer.from(jwk.d, 'base64url');
  const publicBlob = Buffer.concat([field(keyType), field(publicBytes)]);
  const check = randomBytes(4);
  const secret = Buffer.concat([check, check, publicBlob, field(Buffer.concat([seed, publicBytes])), field(comment)]);
  const none = field('none');
  const file = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    none,
    none,
    field(''),
    number(1),
    field(publicBlob),
    field(padToBlock(secret)),
  ]);
  return { privateKey: pem(file), publicKey: `${keyType} ${publicBlob.toString('base64')}` };
}

function pem(file: Buffer): string {
  const lines = file.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join('\n');
}

/** Without a cipher the block is 8 bytes; the padding counts 1, 2, 3. */
function padToBlock(bytes: Buffer): Buffer {
  const missing = (8 - (bytes.length % 8)) % 8;
  return Buffer.concat([bytes, Buffer.from(Array.from({ length: missing }, (_, index) => index + 1))]);
}

function field(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([number(bytes.length), bytes]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
