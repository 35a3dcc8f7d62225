import { createHash, createHmac } from 'node:crypto';
import { parseKeyLine } from '../authorized_keys/key-line.ts';
import type { HostKey } from './declared.ts';

/** What a line says of its key beside whose it is. */
export type Marker = 'none' | 'cert-authority' | 'revoked';

/** One line of a file of known hosts, in the terms of sshd(8). */
export type HostLine = {
  readonly marker: Marker;
  /** A comma list of names and patterns, or one hashed name, as written. */
  readonly names: string;
} & HostKey;

/** Reads one line; undefined for an empty line, a comment, and what ssh would skip. */
export function parseHostLine(line: string): HostLine | undefined {
  const [, mark = 'none', names, rest] = /^[ \t]*(?:@(\S+)[ \t]+)?([^ \t@#]\S*)[ \t]+(.*)$/.exec(line) ?? [];
  const key = rest === undefined ? undefined : parseKeyLine(rest);
  if (names === undefined || key === undefined || key.options.length > 0) return undefined;
  if (mark !== 'none' && mark !== 'cert-authority' && mark !== 'revoked') return undefined;
  const { type, comment } = key;
  return { marker: mark, names, type, key: key.key, comment };
}

/** The line as it is written into a file. */
export function formatHostLine({ marker, names, type, key, comment }: HostLine): string {
  return [...(marker === 'none' ? [] : [`@${marker}`]), names, type, key, ...(comment === '' ? [] : [comment])].join(
    ' ',
  );
}

/** True when the names of a line hold this very host, plainly or hashed; a pattern that fits it is about others too. */
export function isAbout(names: string, host: string): boolean {
  if (!names.startsWith('|')) return names.toLowerCase().split(',').includes(host);
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(names) ?? [];
  return salt !== undefined && hashOf(host, Buffer.from(salt, 'base64')) === hash;
}

/** The names without the host; undefined when there is no other. */
export function namesWithout(names: string, host: string): string | undefined {
  if (names.startsWith('|')) return undefined;
  const others = names.split(',').filter((name) => name.toLowerCase() !== host);
  return others.length === 0 ? undefined : others.join(',');
}

/**
 * The host as hashed name. ssh takes random salt; here it is made from host and key, so that the same declaration gives the same
 * file. It still differs from host to host, and whoever guesses a name can try it in either case.
 */
export function hashedName(host: string, key: string): string {
  const salt = createHash('sha1').update(`${host} ${key}`).digest();
  return `|1|${salt.toString('base64')}|${hashOf(host, salt)}`;
}

function hashOf(host: string, salt: Buffer): string {
  return createHmac('sha1', salt).update(host).digest('base64');
}
