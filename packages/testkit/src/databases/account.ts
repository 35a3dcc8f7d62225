/** The account that database servers run as: they refuse to be root, and `nobody` is on every machine. */
export type ServerAccount = { readonly uid: number; readonly gid: number };

/** Whom a server started by this process runs as: itself, or `nobody` for root. */
export function serverAccount(): ServerAccount {
  const uid = process.getuid?.() ?? 0;
  return uid === 0 ? { uid: 65_534, gid: 65_534 } : { uid, gid: process.getgid?.() ?? uid };
}
