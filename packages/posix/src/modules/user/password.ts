import { createHash } from 'node:crypto';
import type { Body, DeclarationProblem } from '@setpoint/model';

/** A declared password field: what must be known to compare it and to send it, but not the hash itself. */
export type DeclaredPassword = {
  /** `none`: no password opens the account. */
  readonly kind: 'hash' | 'none';
  /** SHA-256 of the hash, as `shadow` answers it; lower-case hex. */
  readonly sha256: string;
  readonly body: { readonly sha256: string; readonly sizeBytes: number };
};

export type PasswordResult =
  | { readonly kind: 'password'; readonly password: DeclaredPassword }
  | { readonly kind: 'invalid'; readonly problem: DeclarationProblem };

/** Reads a declared hash; what looks like a plain password is refused without repeating it. */
export function declarePassword(body: Body): PasswordResult {
  const hash = (body.text ?? '').replace(/\r?\n$/, '');
  const fault = passwordFault(hash);
  if (fault !== undefined) return { kind: 'invalid', problem: { property: 'password', ...fault } };
  const password: DeclaredPassword = {
    kind: /^[!*]/.test(hash) ? 'none' : 'hash',
    sha256: createHash('sha256').update(hash).digest('hex'),
    body: { sha256: body.sha256, sizeBytes: body.sizeBytes },
  };
  return { kind: 'password', password };
}

function passwordFault(hash: string): { readonly detail: string; readonly hint: string } | undefined {
  if (noPassword.test(hash) || hashForms.some((form) => form.test(hash))) return undefined;
  if (hash === '') {
    return { detail: 'An empty hash would open the account to everybody.', hint: 'write "*" for no password' };
  }
  if (/^!+\$/.test(hash)) {
    return { detail: 'The hash is locked by a "!" before it.', hint: 'remove the "!" and declare `locked: true`' };
  }
  return /^\$[a-z0-9]+\$/.test(hash)
    ? { detail: 'The hash is cut or of a form that crypt(5) does not know.', hint: 'make it with: openssl passwd -6' }
    : {
        detail: 'This is not a hash. A password in plain text would stand in files and never match on the node.',
        hint: 'make a hash with: openssl passwd -6',
      };
}

const noPassword = /^(?:!{1,2}|!?\*)$/;

/**
 * The forms of crypt(5) of libxcrypt, without those of DES: thirteen letters cannot be told from a plain password, and no system of
 * today should be given one.
 */
const hashForms: readonly RegExp[] = [
  /^\$1\$[^$:\n]{0,8}\$[./0-9A-Za-z]{22}$/,
  /^\$2[abxy]\$\d\d\$[./0-9A-Za-z]{53}$/,
  /^\$5\$(?:rounds=\d+\$)?[^$:\n]{0,16}\$[./0-9A-Za-z]{43}$/,
  /^\$6\$(?:rounds=\d+\$)?[^$:\n]{0,16}\$[./0-9A-Za-z]{86}$/,
  /^\$7\$[./0-9A-Za-z]{11,97}\$[./0-9A-Za-z]{43}$/,
  /^\$g?y\$[./0-9A-Za-z]+\$[./0-9A-Za-z]{0,86}\$[./0-9A-Za-z]{43}$/,
];
