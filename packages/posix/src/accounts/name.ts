/** What is wrong with a name for a new account or group; undefined when nothing is. */
export function accountNameFault(name: string): string | undefined {
  if (/^\d+$/.test(name)) return `"${name}" is a number; accounts and groups are declared by name.`;
  if (name.length > maxNameLength) return `"${name}" is longer than the ${maxNameLength} characters a name can have.`;
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?$/.test(name)) {
    return `"${name}" is no name that an account or a group can have: letters, digits, "_", "-" and "." make a name.`;
  }
  return undefined;
}

/** Longest name that useradd(8) and utmp(5) of Linux take. */
const maxNameLength = 32;

/** Largest uid or gid; 4294967295 is (uid_t) -1, which chown(2) reads as "leave it". */
export const maxAccountNumber = 4294967294;
