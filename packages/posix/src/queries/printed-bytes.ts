/** The bytes that `sp_base64` of the prelude printed, in either of its two forms. */
export function printedBytes(text: string): Buffer {
  return text.startsWith('hex\n')
    ? Buffer.from(text.slice(4).replaceAll(/\s/g, ''), 'hex')
    : Buffer.from(text, 'base64');
}
