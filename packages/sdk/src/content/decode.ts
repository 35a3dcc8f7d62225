import { maxTextBytes } from '@setpoint/model';

/** The bytes as text when they are short enough, valid UTF-8 and free of NUL; undefined for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.length > maxTextBytes || bytes.includes(0)) return undefined;
  try {
    // `ignoreBOM` keeps a byte-order mark: dropping it would hide a difference.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
