/** True for names that a glob fits as a whole: `*` stands for any text, `?` for one character, whatever characters they are. */
export function globMatcher(glob: string): (name: string) => boolean {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const pattern = new RegExp(`^${source}$`, 's');
  return (name) => pattern.test(name);
}
