import { userInfo } from 'node:os';

/** The account that runs this process; `home` is undefined where the user database does not know it. */
export type LocalAccount = { readonly name: string; readonly home: string | undefined };

/**
 * Asks the user database once: it is a file, or a directory server, that is read anew for every question. A container often runs as
 * a number that no database knows; then the environment names the account, as it does for ssh's own scripts, or the number does.
 */
export function localAccount(
  env: Readonly<Record<string, string | undefined>>,
  lookUp: () => Known = askOnce,
): LocalAccount {
  try {
    const { username, homedir } = lookUp();
    return { name: username, home: homedir };
  } catch {
    return { name: env['USER'] || env['LOGNAME'] || String(process.getuid?.() ?? 'unknown'), home: undefined };
  }
}

type Known = { readonly username: string; readonly homedir: string };

let known: Known | undefined;

function askOnce(): Known {
  known ??= userInfo({ encoding: 'utf8' });
  return known;
}
