import type { Answers, Edit } from '@setpoint/model';
import type { LoginResult } from '../../driver/objects/login.ts';
import type { RoleFacts } from '../../driver/objects/role.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import {
  isPassword,
  isStoredForm,
  type MadeScheme,
  readStored,
  type StoredPassword,
  storedForm,
} from '../../passwords/stored.ts';
import type { DeclaredPassword, RoleDeclared } from './declared.ts';

/** How the declared password stands to the one that the server has. What the server stores of it is not kept. */
export type PasswordState =
  /** Nothing is declared, or there is no role yet. */
  | { readonly kind: 'unasked' }
  | { readonly kind: 'none' }
  | { readonly kind: 'right' }
  | { readonly kind: 'other' }
  | { readonly kind: 'untold'; readonly why: string };

/** Compares the declared password with what the server stores, or with what it said to a try. */
export function passwordState(
  { name, password }: RoleDeclared,
  facts: RoleFacts | undefined,
  login: Answers[string] | undefined,
): PasswordState {
  if (password === null || facts === undefined) return { kind: 'unasked' };
  if (facts.password !== null) return compareStored(facts.password, password, name);
  if (login?.status !== 'found') return { kind: 'untold', why: 'the server was not asked' };
  const { result, why } = login.value as LoginResult;
  if (result === 'right') return { kind: 'right' };
  return result === 'wrong' ? { kind: 'other' } : { kind: 'untold', why };
}

function compareStored(stored: StoredPassword, { text }: DeclaredPassword, name: string): PasswordState {
  if (stored.scheme === 'none') return { kind: 'none' };
  return { kind: isPassword(stored, text, name) ? 'right' : 'other' };
}

/** The edit of the password; both sides are secrets, and the engine shows neither. */
export function passwordEdits({ password, updatePassword }: RoleDeclared, state: PasswordState): readonly Edit[] {
  if (password === null || state.kind === 'right') return [];
  if (updatePassword === 'on_create' && state.kind !== 'unasked' && state.kind !== 'none') return [];
  const after = { kind: 'value', value: password.text } as const;
  return [{ path: 'password', before: beforeOf(state), after, sensitive: true }];
}

function beforeOf(state: PasswordState): Edit['before'] {
  switch (state.kind) {
    case 'unasked':
    case 'none':
      return { kind: 'absent' };
    case 'untold': {
      const what = `whether the password is the declared one (${state.why}): let the session’s account read pg_authid, or declare \`update_password: on_create\``;
      return { kind: 'unknown', cause: { kind: 'unavailable', what } };
    }
    default:
      return { kind: 'value', value: 'another one' };
  }
}

/** How the server is to store the password: as it does already, or as it stores new ones. */
export function schemeFor(
  { account }: RoleDeclared,
  server: ServerFacts,
  facts: RoleFacts | undefined,
): MadeScheme | undefined {
  if (server.product === 'postgres') return server.passwordScheme === 'md5' ? 'md5' : 'scram-sha-256';
  const present = facts === undefined || facts.product === 'postgres' ? '' : facts.plugin;
  const plugin = account.authentication ?? (isMade(present) ? present : server.passwordScheme);
  return isMade(plugin) ? plugin : undefined;
}

function isMade(plugin: string): plugin is MadeScheme {
  return ['mysql_native_password', 'ed25519', 'caching_sha2_password'].includes(plugin);
}

/** What the server will store, with a salt of its own choice: good for comparing and for nothing else. */
export function predictStored(
  declared: RoleDeclared,
  server: ServerFacts,
  before: RoleFacts | undefined,
): StoredPassword {
  const { password, updatePassword, name } = declared;
  const present = before?.password ?? { scheme: 'none' };
  if (password === null) return present;
  if (updatePassword === 'on_create' && present.scheme !== 'none') return present;
  const scheme = schemeFor(declared, server, before);
  if (scheme === undefined) return present;
  const form = isStoredForm(password.text)
    ? password.text
    : storedForm(scheme, password.text, { account: name, salt: Buffer.alloc(20) });
  return readStored(form, scheme);
}
