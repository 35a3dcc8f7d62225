import { createHmac } from 'node:crypto';

/** The name under which known_hosts files keep a host: `host`, or `[host]:port` when the port is not 22. */
export function knownHostName(host: string, port: number): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
}

/**
 * True when the name field of a known_hosts line is about this host. A hashed name is the HMAC-SHA1 of the whole name; a list
 * matches when one pattern does and no `!pattern` does, as OpenSSH's match_pattern_list decides.
 */
export function matchesHost(names: string, host: string): boolean {
  return names.startsWith('|') ? matchesHash(names, host) : matchesPatterns(names, host.toLowerCase());
}

function matchesHash(names: string, host: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(names) ?? [];
  if (salt === undefined || hash === undefined) return false;
  const saltBytes = Buffer.from(salt, 'base64');
  return saltBytes.length === sha1Bytes && createHmac('sha1', saltBytes).update(host).digest('base64') === hash;
}

const sha1Bytes = 20;

function matchesPatterns(names: string, host: string): boolean {
  let matched = false;
  for (const part of names.toLowerCase().split(',')) {
    const negated = part.startsWith('!');
    if (!matchesPattern(host, negated ? part.slice(1) : part)) continue;
    if (negated) return false;
    matched = true;
  }
  return matched;
}

/** Matches `*` and `?` in linear time with one point to go back to, so that no pattern of a file can stall a run. */
function matchesPattern(text: string, pattern: string): boolean {
  let textAt = 0;
  let patternAt = 0;
  let starAt = -1;
  let resumeAt = 0;
  while (textAt < text.length) {
    if (pattern[patternAt] === '*') {
      starAt = patternAt++;
      resumeAt = textAt;
    } else if (pattern[patternAt] === '?' || pattern[patternAt] === text[textAt]) {
      patternAt += 1;
      textAt += 1;
    } else if (starAt >= 0) {
      patternAt = starAt + 1;
      textAt = ++resumeAt;
    } else return false;
  }
  while (pattern[patternAt] === '*') patternAt += 1;
  return patternAt === pattern.length;
}
