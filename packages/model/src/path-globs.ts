/**
 * True for paths that one of the globs names, or that lie in a directory which one names. A glob without a slash stands for a name
 * in whatever directory; one with a slash for a path from the top. `*` and `?` stay within a name, `**` stands for any directories.
 */
export function pathGlobs(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map(toPattern);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function toPattern(glob: string): RegExp {
  const trimmed = glob.replace(/\/+$/, '');
  const isRooted = trimmed.includes('/');
  const source = trimmed
    .replace(/^\/+/, '')
    .replaceAll(/\*\*\/|\*\*|[*?]|[.+^${}()|[\]\\]/g, (sign) => signs[sign] ?? `\\${sign}`);
  return new RegExp(`${isRooted ? '^' : '(?:^|/)'}${source}(?:$|/)`, 'su');
}

const signs: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
