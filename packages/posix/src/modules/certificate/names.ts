/** A host name or an address as `openssl` prints it among the names of a certificate; undefined for what is neither. */
export function alternativeName(name: string): string | undefined {
  if (/^\d+(?:\.\d+){3}$/.test(name))
    return name.split('.').every((part) => Number(part) < 256) ? `IP Address:${name}` : undefined;
  if (name.includes(':')) {
    const groups = addressGroups(name);
    return groups === undefined ? undefined : `IP Address:${groups.join(':')}`;
  }
  return /^(?:\*\.)?(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)*[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(
    name,
  ) && name.length <= 253
    ? `DNS:${name.toLowerCase()}`
    : undefined;
}

/** The line of a configuration of openssl that gives this name, as the n-th of its kind. */
export function nameLine(printed: string, index: number): string {
  return printed.startsWith('DNS:')
    ? `DNS.${index} = ${printed.slice(4)}`
    : `IP.${index} = ${printed.slice('IP Address:'.length)}`;
}

/** The eight groups of an IPv6 address in upper case without leading zeros. */
function addressGroups(text: string): readonly string[] | undefined {
  const halves = text.split('::');
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')));
  const given = groups.flat();
  if (halves.length > 2 || !given.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  if (halves.length === 1 ? given.length !== 8 : given.length > 7) return undefined;
  const [first = [], last = []] = groups;
  const filled =
    halves.length === 1 ? given : [...first, ...Array.from({ length: 8 - given.length }, () => '0'), ...last];
  return filled.map((group) => Number.parseInt(group, 16).toString(16).toUpperCase());
}
