/** What a known_hosts line says of its key. */
export type KnownHostMarker = 'none' | 'cert-authority' | 'revoked';

/** One usable line of a known_hosts file. */
export type KnownHostLine = {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly marker: KnownHostMarker;
  /** The first field as written: a comma list of patterns, or one hashed name. */
  readonly names: string;
  readonly keyType: string;
  /** The public key in SSH wire format. */
  readonly key: Buffer;
};

/**
 * Reads a known_hosts file; lines that OpenSSH would skip (comments, unknown markers, cut or malformed keys) are skipped.
 * Format: sshd(8), SSH_KNOWN_HOSTS FILE FORMAT.
 */
export function parseKnownHosts(text: string, file: string): readonly KnownHostLine[] {
  return text.split('\n').flatMap((line, index) => {
    const parsed = parseLine(line);
    return parsed === undefined ? [] : [{ file, line: index + 1, ...parsed }];
  });
}

const linePattern = /^(?:@(?<marker>\S+)[ \t]+)?(?<names>[^ \t@#]\S*)[ \t]+(?<type>\S+)[ \t]+(?<key>[^ \t]+)/;

function parseLine(line: string): Omit<KnownHostLine, 'file' | 'line'> | undefined {
  const fields = linePattern.exec(line.replace(/^[ \t]+/, ''))?.groups;
  const marker = readMarker(fields?.['marker']);
  const key = readWireKey(fields?.['key'] ?? '', fields?.['type'] ?? '');
  if (fields === undefined || marker === undefined || key === undefined) return undefined;
  return { marker, names: fields['names'] ?? '', keyType: fields['type'] ?? '', key };
}

function readMarker(text: string | undefined): KnownHostMarker | undefined {
  if (text === undefined) return 'none';
  return text === 'cert-authority' || text === 'revoked' ? text : undefined;
}

/** The number of length-prefixed fields of each key type (RFC 4253 6.6, RFC 5656 3.1, RFC 8709 4, PROTOCOL.u2f). */
const wireFieldCounts: Readonly<Record<string, number>> = {
  'ssh-ed25519': 2,
  'ssh-rsa': 3,
  'ssh-dss': 5,
  'ecdsa-sha2-nistp256': 3,
  'ecdsa-sha2-nistp384': 3,
  'ecdsa-sha2-nistp521': 3,
  'sk-ssh-ed25519@openssh.com': 3,
  'sk-ecdsa-sha2-nistp256@openssh.com': 4,
};

/** Decodes the Base64 of a key and checks that it is whole and of the type that the line names. */
function readWireKey(base64: string, keyType: string): Buffer | undefined {
  const text = base64.replaceAll('\r', '');
  const expected = wireFieldCounts[keyType];
  if (expected === undefined || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  const fields = wireFields(key);
  return fields?.length === expected && fields[0]?.toString('latin1') === keyType ? key : undefined;
}

/** Splits SSH wire data into its length-prefixed fields; undefined when it is cut. */
export function wireFields(data: Buffer): readonly Buffer[] | undefined {
  const fields: Buffer[] = [];
  let offset = 0;
  while (offset < data.length) {
    if (offset + 4 > data.length) return undefined;
    const end = offset + 4 + data.readUInt32BE(offset);
    if (end > data.length) return undefined;
    fields.push(data.subarray(offset + 4, end));
    offset = end;
  }
  return fields;
}
