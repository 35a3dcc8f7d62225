/** One key of authorized_keys(5), in sshd(8)'s terms: options, key type, key, comment. */
export type KeyLine = {
  /** Options in order of writing, each with its value as written. */
  readonly options: readonly string[];
  readonly type: string;
  /** The key in Base64: two lines with equal keys are about the same key. */
  readonly key: string;
  readonly comment: string;
};

/** Reads one line; undefined for an empty line, a comment, and what sshd would not take for a key. */
export function parseKeyLine(line: string): KeyLine | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const bare = parseBareKey(text);
  if (bare !== undefined) return { options: [], ...bare };
  const { options, rest } = splitOptions(text);
  const key = parseBareKey(rest);
  return key === undefined ? undefined : { options, ...key };
}

function parseBareKey(text: string): Omit<KeyLine, 'options'> | undefined {
  const match = /^([a-z0-9][A-Za-z0-9@.-]*)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t]+(.*))?$/.exec(text);
  const [, type = '', key = '', comment = ''] = match ?? [];
  return match !== null && typeInside(key) === type ? { type, key, comment } : undefined;
}

/**
 * The key type that the key itself begins with (RFC 4253, section 6.6). A key is a row of fields, each with its length before it, so
 * one that was cut or mistyped does not end where its last field does; certificates have other fields too.
 */
function typeInside(key: string): string | undefined {
  const bytes = Buffer.from(key, 'base64');
  const end = fieldEnd(bytes, 0);
  if (end === undefined) return undefined;
  const type = bytes.toString('latin1', 4, end);
  let position: number | undefined = end;
  while (position !== undefined && position < bytes.length) position = fieldEnd(bytes, position);
  const isWhole = position === bytes.length && end < bytes.length;
  return isWhole || type.includes('-cert-') ? type : undefined;
}

/** Where the field at a position ends; undefined when that is beyond the bytes. */
function fieldEnd(bytes: Buffer, position: number): number | undefined {
  if (bytes.length < position + 4) return undefined;
  const end = position + 4 + bytes.readUInt32BE(position);
  return end <= bytes.length ? end : undefined;
}

/** Options end at the first blank outside quotes; commas outside quotes part them. A quote inside quotes is written `\"`. */
function splitOptions(text: string): { readonly options: readonly string[]; readonly rest: string } {
  const match = /^(?:[^"\s]|"(?:[^"\\]|\\.)*")+/.exec(text);
  const whole = match?.[0] ?? '';
  const options = [...whole.matchAll(/(?:[^",]|"(?:[^"\\]|\\.)*")+/g)].map(([option]) => option);
  return { options, rest: text.slice(whole.length).trimStart() };
}

/** True when the found line lets in the same key under the same conditions; a comment counts where one is declared. */
export function isSameLine(found: KeyLine, declared: KeyLine): boolean {
  if (found.key !== declared.key || found.type !== declared.type) return false;
  if (declared.comment !== '' && declared.comment !== found.comment) return false;
  return normalOptions(found.options) === normalOptions(declared.options);
}

/** Names of options know no case, and their order means nothing. */
function normalOptions(options: readonly string[]): string {
  return options
    .map((option) => option.replace(/^[^=]*/, (name) => name.toLowerCase()))
    .sort()
    .join(',');
}

/** The line as it is written into a file. */
export function formatKeyLine({ options, type, key, comment }: KeyLine): string {
  return [...(options.length === 0 ? [] : [options.join(',')]), type, key, ...(comment === '' ? [] : [comment])].join(
    ' ',
  );
}
