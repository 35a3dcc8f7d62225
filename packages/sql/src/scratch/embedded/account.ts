/** The account that a scratch server runs as. */
export type ServerAccount = { readonly uid: number; readonly gid: number };

/** PostgreSQL refuses to be root: then it is `nobody`, which every system has. Undefined: the account of this process. */
export function otherAccount(): ServerAccount | undefined {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;
}
