import type { KnownHostLine } from './known-hosts/parse.ts';

/** A host key that was refused. */
export type RefusedKey = {
  /** The name known_hosts files keep the host under. */
  readonly name: string;
  readonly key: Buffer;
  /** The project's own known_hosts file. */
  readonly pinFile: string;
};

/** Why a node could not be connected, the same for every transport. */
export type ConnectFailure =
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'name-not-found'; readonly name: string }
  | { readonly kind: 'handshake'; readonly reason: string }
  | { readonly kind: 'closed'; readonly reason: string; readonly attempts: number }
  | { readonly kind: 'key-unknown'; readonly refused: RefusedKey; readonly authorities: readonly KnownHostLine[] }
  | { readonly kind: 'key-changed'; readonly refused: RefusedKey; readonly lines: readonly KnownHostLine[] }
  | { readonly kind: 'key-revoked'; readonly refused: RefusedKey; readonly line: KnownHostLine }
  /** Told by the installed ssh program in its own words. */
  | { readonly kind: 'key-refused'; readonly verdict: 'unknown' | 'changed' | 'revoked'; readonly report: string }
  | {
      readonly kind: 'login';
      readonly tried: readonly string[];
      readonly problems: readonly string[];
      readonly accepts: readonly string[];
    }
  | { readonly kind: 'too-many-tries'; readonly tried: readonly string[] }
  | { readonly kind: 'password-expired' }
  | { readonly kind: 'jump'; readonly reason: string }
  | { readonly kind: 'configuration'; readonly reason: string }
  | { readonly kind: 'no-channel'; readonly reason: string }
  | { readonly kind: 'program'; readonly program: string; readonly reason: string }
  | { readonly kind: 'pin'; readonly file: string; readonly reason: string }
  | { readonly kind: 'ended'; readonly reason: string }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'settings'; readonly reason: string };
