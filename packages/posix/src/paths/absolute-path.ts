/** A path in canonical form, or why it is not one that can be managed. */
export type PathResult =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'invalid'; readonly detail: string; readonly hint: string };

/**
 * Brings an absolute path into the one form that stands for it: no `//`, no `.`, no slash at the end. A path with `..` is refused,
 * because where it leads depends on links that the node may have.
 */
export function canonicalPath(text: string): PathResult {
  if (text.includes('\0')) return invalid('A path cannot hold a NUL byte.', 'remove the NUL byte');
  if (text.startsWith('~'))
    return invalid(
      `"${text}" starts with ~, which only an interactive shell expands.`,
      'write the whole path, such as /home/deploy',
    );
  if (!text.startsWith('/')) return invalid(`"${text}" is not an absolute path.`, 'start the path with a slash');
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..'))
    return invalid(
      `"${text}" contains "..", whose meaning depends on links on the node.`,
      'write the path without ".."',
    );
  return { kind: 'path', path: `/${parts.join('/')}` };
}

/** The directory that holds the last component of a canonical path. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last component of a canonical path, which is its name in the directory that holds it; empty for the root. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function invalid(detail: string, hint: string): PathResult {
  return { kind: 'invalid', detail, hint };
}
