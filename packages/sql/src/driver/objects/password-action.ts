import type { JsonObject } from '@setpoint/model';
import type { MadeScheme } from '../../passwords/stored.ts';

/**
 * Sends one statement with the stored form of a password between two texts. The driver makes the form from the body when it sends
 * it, so neither a plan nor a log of the server holds the password. JSON in shape.
 */
export type PasswordAction = JsonObject & {
  readonly kind: 'password';
  readonly head: string;
  readonly tail: string;
  readonly scheme: MadeScheme;
  /** The role, which MD5 mixes in. */
  readonly account: string;
  /** The body that holds the password. */
  readonly password: { readonly sha256: string; readonly sizeBytes: number };
  readonly timeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly retries: number;
};
