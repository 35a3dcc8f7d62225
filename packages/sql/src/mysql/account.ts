/** An account of MySQL and MariaDB, or with a null host a role. */
export type MysqlAccount = { readonly user: string; readonly host: string | null };

/** Reads `app@10.0.0.%`; a name without an `@` is a role. A name may hold an `@`, a host cannot. */
export function accountOf(name: string): MysqlAccount {
  const at = name.lastIndexOf('@');
  return at < 0 ? { user: name, host: null } : { user: name.slice(0, at), host: name.slice(at + 1) };
}
