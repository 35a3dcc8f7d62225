import { createHash } from 'node:crypto';
import type { JsonObject } from '@setpoint/model';
import { ed25519Key } from './ed25519.ts';
import { scramParameters, scramVerifier } from './scram.ts';
import { shaCrypt } from './sha-crypt.ts';

/**
 * What a server stores for an account's password, as far as it may leave the server: how it was made and a digest of it. That tells
 * whether a password is the one, and nobody can log in with it. JSON in shape.
 */
export type StoredPassword = JsonObject &
  (
    | { readonly scheme: 'none' }
    | { readonly scheme: 'scram-sha-256'; readonly iterations: number; readonly salt: string; readonly sha256: string }
    | {
        readonly scheme: 'caching_sha2_password';
        readonly rounds: number;
        readonly salt: string;
        readonly sha256: string;
      }
    | { readonly scheme: 'md5' | 'mysql_native_password' | 'ed25519'; readonly sha256: string }
    | { readonly scheme: 'other'; readonly sha256: string }
  );

export type PasswordScheme = StoredPassword['scheme'];

/** Schemes that a stored form can be made in. */
export type MadeScheme = Exclude<PasswordScheme, 'none' | 'other'>;

/** Reads what a server stores; the text itself is not kept. `plugin` is MySQL's and MariaDB's name for the way to log in. */
export function readStored(text: string, plugin?: string): StoredPassword {
  if (text === '') return { scheme: 'none' };
  const sha256 = digestOf(text);
  const scram = scramParameters(text);
  if (scram !== undefined) return { scheme: 'scram-sha-256', ...scram, sha256 };
  const sha2 = cachingSha2Parameters(text);
  if (sha2 !== undefined) return { scheme: 'caching_sha2_password', ...sha2, sha256 };
  if (/^md5[0-9a-f]{32}$/.test(text)) return { scheme: 'md5', sha256 };
  if (/^\*[0-9A-Fa-f]{40}$/.test(text))
    return { scheme: 'mysql_native_password', sha256: digestOf(text.toUpperCase()) };
  if (plugin === 'ed25519' && /^[A-Za-z0-9+/]{43}$/.test(text)) return { scheme: 'ed25519', sha256 };
  return { scheme: 'other', sha256 };
}

/** True when the stored form belongs to the password, or is the declared text itself. */
export function isPassword(stored: StoredPassword, password: string, account: string): boolean {
  switch (stored.scheme) {
    case 'none':
      return password === '';
    case 'other':
      return stored.sha256 === digestOf(password);
    default:
      return stored.sha256 === digestOf(password) || stored.sha256 === digestOf(remake(stored, password, account));
  }
}

/** The form that a server would store for a password; `salt` is used where the scheme has one. */
export function storedForm(
  scheme: MadeScheme,
  password: string,
  { account, salt }: { readonly account: string; readonly salt: Buffer },
): string {
  switch (scheme) {
    case 'scram-sha-256':
      return scramVerifier(password, { iterations: 4096, salt: salt.subarray(0, 16).toString('base64') });
    case 'caching_sha2_password':
      return cachingSha2(password, printableSalt(salt), 5);
    default:
      return unsalted(scheme, password, account);
  }
}

/** True for a text that is a stored form already, which a server takes as it is. */
export function isStoredForm(text: string): boolean {
  return !['none', 'other'].includes(readStored(text).scheme);
}

/** The stored form of another password, made in the same way. */
function remake(stored: StoredPassword, password: string, account: string): string {
  switch (stored.scheme) {
    case 'scram-sha-256':
      return scramVerifier(password, stored);
    case 'caching_sha2_password':
      return cachingSha2(password, Buffer.from(stored.salt, 'hex'), stored.rounds);
    case 'md5':
    case 'mysql_native_password':
    case 'ed25519':
      return unsalted(stored.scheme, password, account);
    default:
      return '';
  }
}

function unsalted(scheme: 'md5' | 'mysql_native_password' | 'ed25519', password: string, account: string): string {
  switch (scheme) {
    case 'md5':
      return `md5${createHash('md5').update(password).update(account).digest('hex')}`;
    case 'mysql_native_password': {
      const once = createHash('sha1').update(password).digest();
      return `*${createHash('sha1').update(once).digest('hex').toUpperCase()}`;
    }
    case 'ed25519':
      return ed25519Key(password);
    default:
      return scheme satisfies never;
  }
}

/** `$A$005$`, where 005 means 5,000 rounds, then 20 bytes of salt and 43 letters. */
function cachingSha2(password: string, salt: Buffer, thousands: number): string {
  const head = `$A$${thousands.toString(16).padStart(3, '0').toUpperCase()}$`;
  return `${head}${salt.toString('latin1')}${shaCrypt(Buffer.from(password), salt, thousands * 1000)}`;
}

function cachingSha2Parameters(text: string): { readonly rounds: number; readonly salt: string } | undefined {
  const match = /^\$A\$([0-9A-F]{3})\$([\0-\xff]{20})[./0-9A-Za-z]{43}$/.exec(text);
  const [, rounds, salt] = match ?? [];
  if (rounds === undefined || salt === undefined) return undefined;
  return { rounds: Number.parseInt(rounds, 16), salt: Buffer.from(salt, 'latin1').toString('hex') };
}

/** Salts of MySQL stand in a text, so they hold neither a NUL nor a dollar sign nor what a connection's charset may change. */
function printableSalt(salt: Buffer): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789./';
  return Buffer.from(Array.from({ length: 20 }, (_, index) => letters.charCodeAt((salt[index] ?? 0) & 63)));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}
