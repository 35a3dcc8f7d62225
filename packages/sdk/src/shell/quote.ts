import { invariant } from '@setpoint/model';

/**
 * One shell word that every POSIX shell reads back as exactly this text: single quotes, with each `'` written `'\''`.
 * NUL cannot stand in a shell word or a path; callers refuse it before they come here.
 */
export function quote(text: string): string {
  invariant(!text.includes('\0'), 'A text with a NUL byte reached the shell quoting');
  return /^[A-Za-z0-9_/.:@%+,-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
