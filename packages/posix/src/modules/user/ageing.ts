const flags: Readonly<Record<string, string>> = {
  expires: '-E',
  password_inactive_days: '-I',
  password_min_days: '-m',
  password_max_days: '-M',
  password_warn_days: '-W',
};

/** True for a property that chage(1) sets. */
export function isAgeing(path: string): boolean {
  return ageingFlag(path) !== undefined;
}

/** The option of chage(1) that sets a property; undefined for one that it does not know. */
export function ageingFlag(path: string): string | undefined {
  return flags[path];
}
