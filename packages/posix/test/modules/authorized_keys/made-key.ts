/** An Ed25519 public key in Base64 that is well formed (RFC 8709) and nobody's, one per name. */
export function madeKey(name: string): string {
  const type = Buffer.from('ssh-ed25519');
  const key = Buffer.alloc(32, name);
  return Buffer.concat([length(type), type, length(key), key]).toString('base64');
}

function length(bytes: Buffer): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(bytes.length);
  return field;
}
