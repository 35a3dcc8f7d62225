import type { Checksum } from './declared.ts';

const byLength: Readonly<Record<number, string>> = {
  32: 'md5',
  40: 'sha1',
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
};

/**
 * The checksum of a file in a file of checksums: `DIGEST  NAME`, `DIGEST *./NAME`, `SHA256 (NAME) = DIGEST`, or nothing but a
 * digest. Undefined when the file is not named.
 */
export function findChecksum(text: string, url: string): Checksum | undefined {
  const name = nameIn(url);
  const lines = text.split('\n').flatMap((line) => {
    const entry = readLine(line.trim());
    return entry === undefined ? [] : [entry];
  });
  const named = lines.find((entry) => entry.name !== null && lastName(entry.name) === name);
  const [only, second] = lines;
  const found = named ?? (second === undefined && only?.name === null ? only : undefined);
  const algorithm = byLength[found?.digest.length ?? 0];
  return found === undefined || algorithm === undefined ? undefined : { algorithm, digest: found.digest };
}

function readLine(line: string): { readonly digest: string; readonly name: string | null } | undefined {
  const plain = /^\\?([0-9a-f]{32,128})(?:[ \t]+\*?(.+))?$/i.exec(line);
  if (plain !== null) return { digest: (plain[1] ?? '').toLowerCase(), name: plain[2] ?? null };
  const tagged = /^\w+ ?\((.+)\) ?= ?([0-9a-f]{32,128})$/i.exec(line);
  return tagged === null ? undefined : { digest: (tagged[2] ?? '').toLowerCase(), name: tagged[1] ?? null };
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The name that a URL ends with, decoded; empty where it ends with a slash. */
export function nameIn(url: string): string {
  const name = lastName(new URL(url).pathname);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
