/**
 * True when writing a path touches what a pattern stands for: what it names, and everything below that. A path with a slash at its
 * end stands for everything below itself as well, such as a directory that is deleted. Both are canonical.
 */
export function touches(pattern: string, path: string): boolean {
  const isTree = path.endsWith('/');
  return meets(namesOf(pattern), namesOf(path), isTree);
}

function namesOf(path: string): readonly string[] {
  return path.split('/').filter((name) => name !== '');
}

function meets(pattern: readonly string[], path: readonly string[], isTree: boolean): boolean {
  const [part, ...parts] = pattern;
  // The pattern names the path, or something above it.
  if (part === undefined) return true;
  if (part === '**') {
    if (meets(parts, path, isTree)) return true;
    return path.length > 0 && meets(pattern, path.slice(1), isTree);
  }
  const [name, ...names] = path;
  // What the pattern names may lie below the path.
  if (name === undefined) return isTree;
  return fits(part, name) && meets(parts, names, isTree);
}

function fits(part: string, name: string): boolean {
  if (!/[*?]/.test(part)) return part === name;
  return patternOf(part, '[^/]').test(name);
}

/** A regular expression for a text with `*` (any text) and `?` (one character). */
export function patternOf(glob: string, character = '.'): RegExp {
  const source = glob
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, `${character}*`)
    .replaceAll('?', character);
  return new RegExp(`^${source}$`, 'su');
}
