import { matchesHost } from './names.ts';
import type { KnownHostLine } from './parse.ts';

/** What the known_hosts files say of a key that a server showed. */
export type HostKeyVerdict =
  | { readonly kind: 'known' }
  /** `authorities`: lines that trust a certificate authority for this host, which a plain key cannot satisfy. */
  | { readonly kind: 'unknown'; readonly authorities: readonly KnownHostLine[] }
  /** Other keys are known for this host; `lines` is where. A key of another type counts as changed, as in OpenSSH. */
  | { readonly kind: 'changed'; readonly lines: readonly KnownHostLine[] }
  | { readonly kind: 'revoked'; readonly line: KnownHostLine };

/**
 * Judges a server's key by the lines about its host: a revoked key is refused even when another line knows it, one equal key
 * suffices, and any other key makes it changed (OpenSSH hostfile.c, check_hostkeys_by_key_or_type).
 */
export function judgeHostKey(hostLines: readonly KnownHostLine[], key: Buffer): HostKeyVerdict {
  const revoked = hostLines.find((line) => line.marker === 'revoked' && line.key.equals(key));
  if (revoked !== undefined) return { kind: 'revoked', line: revoked };
  const plain = hostLines.filter((line) => line.marker === 'none');
  if (plain.some((line) => line.key.equals(key))) return { kind: 'known' };
  if (plain.length > 0) return { kind: 'changed', lines: plain };
  return { kind: 'unknown', authorities: hostLines.filter((line) => line.marker === 'cert-authority') };
}

/** The lines of known_hosts files that are about one host, in file order. */
export function linesAbout(lines: readonly KnownHostLine[], host: string): readonly KnownHostLine[] {
  return lines.filter((line) => matchesHost(line.names, host));
}
