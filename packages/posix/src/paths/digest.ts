import { type ShellText, shRaw } from '@setpoint/sdk';

/** `sp_digest` prints the SHA-256 of its standard input as the first word, by whatever tool the node has. */
export const digestLibrary: ShellText = shRaw(`sp_digest() {
  if command -v sha256sum >/dev/null; then sha256sum
  elif command -v openssl >/dev/null; then openssl dgst -r -sha256
  else shasum -a 256; fi
}
`);
