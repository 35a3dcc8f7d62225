import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import { openRegular, reasonOf } from './file.ts';
import { privateKeyFrom, publicKeyFrom } from './signature.ts';

/** A key from a file, with what is to be said about it; without a key the last of it says why. */
export type KeyResult = { readonly key: KeyObject | undefined; readonly diagnostics: readonly Diagnostic[] };

/** Reads a private key as openssl, ssh-keygen and `setpoint sign --new-key` make them. */
export function readPrivateKey(path: string, name: string): KeyResult {
  const file = readKeyFile(path);
  if (typeof file === 'string') return { key: undefined, diagnostics: [keyProblem(`The key ${name} ${file}.`)] };
  const isLoose = (file.mode & 0o077) !== 0;
  const mode = (file.mode & 0o777).toString(8).padStart(4, '0');
  const warnings = isLoose
    ? [
        warningDiagnostic('SP821', {
          detail: `The private key ${name} has mode ${mode}: other users of this machine can use it.`,
          hint: `chmod 600 ${name}`,
        }),
      ]
    : [];
  const key = file.text.includes('OPENSSH PRIVATE KEY') ? parseOpenSsh(file.text) : parsePem(file.text);
  if (typeof key !== 'string') return { key, diagnostics: warnings };
  return { key: undefined, diagnostics: [...warnings, keyProblem(`The key ${name} ${key}.`)] };
}

/** Reads a public key: a PEM file, or a line as in `id_ed25519.pub`. */
export function readPublicKey(path: string, name: string): KeyResult {
  const file = readKeyFile(path);
  const key = typeof file === 'string' ? file : parsePublic(file.text);
  if (typeof key !== 'string') return { key, diagnostics: [] };
  return { key: undefined, diagnostics: [keyProblem(`The trusted key ${name} ${key}.`)] };
}

function keyProblem(detail: string): Diagnostic {
  return errorDiagnostic('SP820', { detail, hint: 'make one: setpoint sign --new-key FILE' });
}

/** More than any key. */
const maxKeyBytes = 64 * 1024;

function readKeyFile(path: string): { readonly text: string; readonly mode: number } | string {
  const file = openRegular(path);
  if (typeof file === 'string') return file;
  try {
    const { size, mode } = fstatSync(file);
    if (size > maxKeyBytes) return 'is too large for a key';
    return { text: readFileSync(file, 'utf8'), mode };
  } catch (error) {
    return `cannot be read: ${reasonOf(error)}`;
  } finally {
    closeSync(file);
  }
}

function parsePem(text: string): KeyObject | string {
  if (/BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: .*ENCRYPTED/m.test(text)) return withPassphrase;
  if (!/BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY/.test(text)) return 'is no private key';
  try {
    return ed25519Only(createPrivateKey(text));
  } catch {
    return 'is damaged, or of a type that is not known';
  }
}

const withPassphrase = 'is protected by a passphrase, which nobody could give in a job';

function ed25519Only(key: KeyObject): KeyObject | string {
  return key.asymmetricKeyType === 'ed25519'
    ? key
    : `is of type ${key.asymmetricKeyType}, and plans are signed with Ed25519`;
}

function parsePublic(text: string): KeyObject | string {
  if (text.includes('PRIVATE KEY'))
    return 'is a private key; name the public one, and keep this one out of the project';
  if (text.includes('BEGIN PUBLIC KEY')) {
    try {
      return ed25519Only(createPublicKey(text));
    } catch {
      return 'is damaged';
    }
  }
  const [type = '', encoded = ''] = text.trim().split(/\s+/);
  if (type !== 'ssh-ed25519')
    return /^(?:ssh|ecdsa)-/.test(type) ? `is of type ${type}, and plans are signed with Ed25519` : 'is no public key';
  const [, bytes] = readFields(Buffer.from(encoded, 'base64'), 2);
  return publicKeyFrom(bytes?.toString('base64') ?? '') ?? 'is damaged';
}

/**
 * A private key in the form of OpenSSH (PROTOCOL.key): a magic word, cipher, key derivation and its options, the number of keys,
 * then the public and the private part, each with its length before it.
 */
function parseOpenSsh(text: string): KeyObject | string {
  const body = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+)-----END OPENSSH PRIVATE KEY-----/.exec(text)?.[1] ?? '';
  const bytes = Buffer.from(body, 'base64');
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) return 'is damaged';
  const [cipher, derivation, options] = readFields(bytes.subarray(magic.length), 3);
  if (cipher === undefined || derivation === undefined || options === undefined) return 'is damaged';
  if (cipher.toString() !== 'none') return withPassphrase;
  const countAt = magic.length + 12 + cipher.length + derivation.length + options.length;
  const [, secret = Buffer.alloc(0)] = readFields(bytes.subarray(countAt + 4), 2);
  return parseSecretPart(secret);
}

function parseSecretPart(secret: Buffer): KeyObject | string {
  // Two equal check numbers stand before the fields of the private part.
  const [type, publicBytes, pair] = readFields(secret.subarray(8), 3);
  if (type === undefined) return 'is damaged';
  if (type.toString() !== 'ssh-ed25519') return `is of type ${type.toString()}, and plans are signed with Ed25519`;
  if (publicBytes?.length !== 32 || pair?.length !== 64) return 'is damaged';
  try {
    return privateKeyFrom(pair.subarray(0, 32), publicBytes);
  } catch {
    return 'is damaged';
  }
}

const magic = 'openssh-key-v1\0';

/** The first fields of a text of SSH, each a length of four bytes and as many bytes; fewer when it ends before. */
function readFields(bytes: Buffer, count: number): readonly Buffer[] {
  const fields: Buffer[] = [];
  let at = 0;
  while (fields.length < count && at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) break;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
