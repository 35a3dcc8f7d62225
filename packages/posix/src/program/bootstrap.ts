import { quote, type ShellText, sh, shRaw } from '@setpoint/sdk';
import { ownUidText } from './own-uid.ts';
import { prelude } from './prelude.ts';

/** The account a program runs as: the login account, or another one through sudo. */
export type Identity = { readonly kind: 'login' } | { readonly kind: 'sudo'; readonly account: string };

/** A program ready to send: the command that starts it and the pieces of its text, to be written to its standard input. */
export type SendableProgram = { readonly command: string; readonly pieces: readonly Buffer[] };

/** Exit code of the bootstrap when the program did not arrive whole; nothing of it was executed. */
export const cutProgramExitCode = 97;

/**
 * Wraps shell text so that it runs only if all of it arrived: the bootstrap reads exactly the announced number of bytes and
 * checks them before it evaluates the first one. With `keepsInput` the rest of standard input is left for the program's bodies.
 * `dd iflag=fullblock` is in coreutils and busybox; `head -c` of busybox reads ahead and would swallow bodies.
 */
export function sendable(
  body: ShellText,
  nonce: string,
  options: { readonly identity: Identity; readonly keepsInput: boolean },
): SendableProgram {
  // A variable that the account exports stays exported when it gets another value, and the program may hold a secret.
  const head = Buffer.from(`unset p\nsp_nonce=${nonce}\n`);
  const pieces = [head, bytesOf(prelude), bytesOf(body), Buffer.from(`\nsp_end\n#${nonce}`)];
  const sizeBytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const read = options.keepsInput ? `$(dd bs=${sizeBytes} count=1 iflag=fullblock 2>/dev/null)` : '$(cat)';
  // No single quote, backslash or exclamation mark: the command must survive any login shell, csh and fish included.
  const boot = `LC_ALL=C; p=${read}; if [ "\${#p}" -eq ${sizeBytes} ]; then eval "$p"; else exit ${cutProgramExitCode}; fi`;
  return { command: commandFor(boot, options.identity), pieces };
}

/** Text that many nodes are sent is encoded once, and they all are sent the very same bytes. */
function bytesOf(text: ShellText): Buffer {
  const bytes = encoded.get(text) ?? Buffer.from(text.shell, 'utf8');
  encoded.set(text, bytes);
  return bytes;
}

const encoded = new WeakMap<ShellText, Buffer>();

/** The command line that runs `sh -c SCRIPT` as the identity; an account that already is root needs no sudo to be root. */
export function commandFor(script: string, identity: Identity): string {
  const shell = sh`/bin/sh -c ${shRaw(`'${script}'`)}`.shell;
  if (identity.kind === 'login') return shell;
  const sudo = `sudo -n -u ${quote(identity.account)} -- ${shell}`;
  if (identity.account !== 'root') return sudo;
  return `/bin/sh -c '${ownUidText}; if [ "$u" = 0 ]; then exec /bin/sh -c "$1"; fi; exec sudo -n -u root -- /bin/sh -c "$1"' sh '${script}'`;
}
