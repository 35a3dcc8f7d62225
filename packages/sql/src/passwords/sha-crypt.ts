import { createHash } from 'node:crypto';

/**
 * The 43 letters that SHA-256 crypt gives for a password, which is what MySQL's caching_sha2_password stores behind its salt. The
 * salt is taken whole: MySQL uses 20 bytes of it.
 */
export function shaCrypt(password: Buffer, salt: Buffer, rounds: number): string {
  const second = sha256(password, salt, password);
  const parts: Buffer[] = [password, salt, repeatTo(second, password.length)];
  for (let rest = password.length; rest > 0; rest >>= 1) parts.push((rest & 1) === 1 ? second : password);
  let digest = sha256(...parts);
  const passwordBytes = repeatTo(sha256(...Array.from({ length: password.length }, () => password)), password.length);
  const saltBytes = repeatTo(sha256(...Array.from({ length: 16 + (digest[0] ?? 0) }, () => salt)), salt.length);
  for (let round = 0; round < rounds; round += 1) {
    const isOdd = round % 2 === 1;
    digest = sha256(
      isOdd ? passwordBytes : digest,
      ...(round % 3 === 0 ? [] : [saltBytes]),
      ...(round % 7 === 0 ? [] : [passwordBytes]),
      isOdd ? digest : passwordBytes,
    );
  }
  return letters(digest);
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const alphabet = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function repeatTo(bytes: Buffer, length: number): Buffer {
  return Buffer.alloc(length, bytes);
}

/** The bytes of the digest, three at a time in the order that the scheme prescribes. */
const order = [
  [0, 10, 20],
  [21, 1, 11],
  [12, 22, 2],
  [3, 13, 23],
  [24, 4, 14],
  [15, 25, 5],
  [6, 16, 26],
  [27, 7, 17],
  [18, 28, 8],
  [9, 19, 29],
] as const;

function letters(digest: Buffer): string {
  const byte = (index: number): number => digest[index] ?? 0;
  const text = order.map(([high, middle, low]) => encode((byte(high) << 16) | (byte(middle) << 8) | byte(low), 4));
  return text.join('') + encode((byte(31) << 8) | byte(30), 3);
}

/** Six bits per letter, lowest first. */
function encode(value: number, length: number): string {
  return Array.from({ length }, (_, index) => alphabet[(value >> (6 * index)) & 63] ?? '').join('');
}
