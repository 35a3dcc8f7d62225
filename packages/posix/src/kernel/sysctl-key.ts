/**
 * The path below `/proc/sys` that a key of sysctl stands for, or undefined for what is no key. The first separator decides: after a
 * dot, dots separate and a slash stands for a dot within a name; after a slash it is the other way round.
 */
export function sysctlPath(key: string): string | undefined {
  const first = /[./]/.exec(key)?.[0];
  const path = first === '.' ? swap(key) : key;
  const isKey =
    first !== undefined && path.split('/').every((name) => /^[A-Za-z0-9_.:@+-]+$/.test(name) && !/^\.+$/.test(name));
  return isKey ? path : undefined;
}

/** The key with dots between its names, which every tool understands. */
export function sysctlKey(path: string): string {
  return swap(path);
}

function swap(text: string): string {
  return text.replaceAll(/[./]/g, (sign) => (sign === '.' ? '/' : '.'));
}
