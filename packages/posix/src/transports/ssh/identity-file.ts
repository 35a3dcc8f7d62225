import { createPrivateKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ParsedKey } from 'ssh2';
import { wireFields } from '../known-hosts/parse.ts';
import { utils } from './ssh2.ts';

/** One identity file, read: what can be offered with it, and why its private key cannot be used if it cannot. */
export type IdentityFile = {
  readonly path: string;
  /** SSH wire format; known even for an encrypted key when the file or its `.pub` tells it. */
  readonly publicKey?: Buffer;
  readonly privateKey?: ParsedKey;
  /** Full phrase with the path. */
  readonly problem?: string;
  /** There is no such file. */
  readonly missing?: true;
};

/**
 * Reads a private key in OpenSSH, PEM or PKCS#8 form, or a public key that selects one of the agent's. Like ssh, a private key that
 * others may read is not used.
 */
export async function readIdentityFile(path: string, passphrase: string | undefined): Promise<IdentityFile> {
  const [content, companion] = await Promise.all([readKeyText(path), readKeyText(`${path}.pub`)]);
  const publicKey = companion.kind === 'text' ? publicKeyOf(companion.text) : undefined;
  const known = publicKey === undefined ? {} : { publicKey };
  if (content.kind === 'missing') return { path, ...known, missing: true, problem: `${path} does not exist` };
  if (content.kind === 'unreadable') return { path, ...known, problem: `${path} cannot be read (${content.reason})` };
  const ownPublicKey = publicKeyOf(content.text);
  if (ownPublicKey !== undefined) return { path, publicKey: ownPublicKey };
  if (content.exposed) {
    return {
      path,
      ...known,
      problem: `${path} may be read by others, so ssh would not use it either (chmod 600 ${path})`,
    };
  }
  return { path, ...known, ...readPrivateKey(content.text, path, passphrase) };
}

type KeyText =
  | { readonly kind: 'text'; readonly text: string; readonly exposed: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };

async function readKeyText(path: string): Promise<KeyText> {
  try {
    const [text, { mode, uid }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { kind: 'text', text, exposed: uid === process.getuid?.() && (mode & 0o077) !== 0 };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
  }
}

/** The key of a one-line public key file. */
function publicKeyOf(text: string): Buffer | undefined {
  const [, type, base64] = /^((?:ssh|ecdsa|sk)-\S+)[ \t]+([A-Za-z0-9+/=]+)/.exec(text) ?? [];
  if (type === undefined || base64 === undefined) return undefined;
  const key = Buffer.from(base64, 'base64');
  return wireFields(key)?.[0]?.toString('latin1') === type ? key : undefined;
}

function readPrivateKey(
  text: string,
  path: string,
  passphrase: string | undefined,
): Pick<IdentityFile, 'publicKey' | 'privateKey' | 'problem'> {
  const parsed = utils.parseKey(toKnownForm(text, passphrase), passphrase);
  // The type names one key; the OpenSSH form yields a list of one.
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey) : parsed;
  if (!(key instanceof Error)) return { privateKey: key, publicKey: key.getPublicSSH() };
  const publicKey = publicPartOf(text);
  const known = publicKey === undefined ? {} : { publicKey };
  return { ...known, problem: describeKeyError({ text, path, passphrase, message: key.message }) };
}

/** PKCS#8, which ssh2 does not read, is rewritten by node:crypto; anything else is left as it is. */
function toKnownForm(text: string, passphrase: string | undefined): string {
  if (!/^-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----/m.test(text)) return `${text.trimEnd()}\n`;
  try {
    const key = createPrivateKey({ key: text, format: 'pem', ...(passphrase === undefined ? {} : { passphrase }) });
    const type = key.asymmetricKeyType === 'rsa' ? 'pkcs1' : 'sec1';
    return key.export({ type, format: 'pem' }).toString();
  } catch {
    return text;
  }
}

/** The public part of an encrypted key in OpenSSH's own form, which stands before the encrypted one (PROTOCOL.key). */
function publicPartOf(text: string): Buffer | undefined {
  const base64 = /-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+?)-----END/.exec(text)?.[1];
  const magic = 'openssh-key-v1\0';
  const data = Buffer.from(base64?.replaceAll(/\s/g, '') ?? '', 'base64');
  if (data.subarray(0, magic.length).toString('latin1') !== magic) return undefined;
  let offset = magic.length;
  for (let skipped = 0; skipped < 3 && offset + 4 <= data.length; skipped += 1) offset += 4 + data.readUInt32BE(offset);
  const keyAt = offset + 4;
  if (keyAt + 4 > data.length) return undefined;
  return data.subarray(keyAt + 4, keyAt + 4 + data.readUInt32BE(keyAt));
}

type KeyError = {
  readonly text: string;
  readonly path: string;
  readonly passphrase: string | undefined;
  readonly message: string;
};

function describeKeyError({ text, path, passphrase, message }: KeyError): string {
  if (publicPartOf(text)?.includes('sk-') === true)
    return `${path} is a security key, which needs the openssh transport`;
  const encrypted = /encrypted|passphrase|integrity check/i.test(message) || /ENCRYPTED/.test(text);
  if (encrypted && passphrase === undefined) return `${path} is protected by a passphrase and none is set`;
  if (encrypted) return `${path} does not open with the passphrase`;
  return `${path} is not a private key that can be read`;
}
