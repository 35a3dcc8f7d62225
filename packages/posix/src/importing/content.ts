import type { Body, DeclaredForm, Described, JsonObject, Unknown } from '@setpoint/model';

/** A content of nothing, by which all of another one is asked for. */
export const emptyBody: Body = {
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  sizeBytes: 0,
  text: '',
};

/** What was found of a file. */
type FoundContent = {
  readonly sha256?: string | Unknown;
  readonly base64?: string;
  readonly sizeBytes: number;
};

/** A file with its content in `content` or `source`; what holds a secret is left out. */
export function describeContent(
  { base64, sizeBytes }: FoundContent,
  properties: JsonObject,
  { isPrivate }: { readonly isPrivate: boolean } = { isPrivate: false },
): Described {
  const found = base64 ?? (sizeBytes === 0 ? '' : undefined);
  if (found === undefined)
    return { kind: 'left out', why: 'its content could not be read, or is larger than a megabyte' };
  const secret = secretIn(Buffer.from(found, 'base64').toString('latin1'));
  if (secret !== undefined) return { kind: 'left out', why: `it holds ${secret}, which stays on the node` };
  const form: DeclaredForm = {
    properties,
    content: { base64: found, inText: 'content', inFile: 'source', ...(isPrivate ? { isPrivate } : {}) },
    lacks: [],
  };
  return { kind: 'declared', forms: [form] };
}

/** What a content holds that nobody else may get; undefined when nothing of the kind is known. */
export function secretIn(text: string): string | undefined {
  if (/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/.test(text)) return 'a private key';
  // crypt(5), as in shadow(5) and htpasswd files.
  if (/(?:^|[\s:="'])\$(?:1|2[abxy]?|5|6|7|y|gy|argon2id?|apr1|sha1)\$[./A-Za-z0-9,=$+-]{8,}/m.test(text))
    return 'a password hash';
  return undefined;
}
