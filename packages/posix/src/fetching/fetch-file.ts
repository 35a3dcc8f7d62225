import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What the controller is to fetch. */
export type FetchOrder = {
  /** An http or https URL. */
  readonly url: string;
  /** What the content has to be; null takes it as it comes. */
  readonly checksum: { readonly algorithm: string; readonly digest: string } | null;
  /** Lines `Name: value` for the server. */
  readonly headers?: string;
  /** For everything together, from the first connection to the last byte. */
  readonly timeoutMs: number;
  /** More is not taken. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
};

/** The file that came, or why none did, as the end of a sentence. */
export type FetchResult =
  | { readonly kind: 'fetched'; readonly sha256: string; readonly sizeBytes: number }
  | { readonly kind: 'failed'; readonly why: string };

const mostRedirections = 10;

/**
 * Fetches a URL into a new file that only this account may read; in memory is never more than a piece of it. Redirections from https
 * to http are not followed, headers reach no other server than the one that the URL names, and no file with passwords is read. A file
 * with another checksum than the declared one does not stay.
 */
export async function fetchFile(order: FetchOrder, path: string): Promise<FetchResult> {
  const deadline = AbortSignal.timeout(order.timeoutMs);
  const signal = order.signal === undefined ? deadline : AbortSignal.any([deadline, order.signal]);
  try {
    const response = await request(order, signal);
    return typeof response === 'string' ? failed(response) : await store(order, response, { path, signal });
  } catch (error) {
    await rm(path, { force: true });
    return failed(deadline.aborted ? `it took longer than ${order.timeoutMs / 1000} s` : reasonOf(error));
  }
}

function failed(why: string): FetchResult {
  return { kind: 'failed', why };
}

/** The answer with the content, or why there is none. */
async function request({ url, headers = '' }: FetchOrder, signal: AbortSignal): Promise<Response | string> {
  let at = new URL(url);
  const { origin } = at;
  for (let hops = 0; hops <= mostRedirections; hops += 1) {
    const own = at.origin === origin ? headerList(headers) : [];
    // What is packed for the way would not have the checksum of what the server holds.
    const response = await fetch(at, {
      redirect: 'manual',
      headers: [['accept-encoding', 'identity'], ...own],
      signal,
    });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null)
      return response.ok ? response : `the server answers with ${response.status}`;
    await response.body?.cancel();
    if (!URL.canParse(location, at.href)) return `the server leads to ${JSON.stringify(location)}, which is no URL`;
    const next = new URL(location, at);
    const isAllowed = next.protocol === 'https:' || (next.protocol === 'http:' && at.protocol === 'http:');
    if (!isAllowed) return `the server leads from ${at.protocol} to ${next.protocol}, which is not followed`;
    at = next;
  }
  return `the server leads on more than ${mostRedirections} times`;
}

/** Without what is for a proxy and not for the server. */
function headerList(headers: string): [string, string][] {
  return headers.split('\n').flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim();
    return name === '' || name.toLowerCase() === 'proxy-authorization' ? [] : [[name, line.slice(colon + 1).trim()]];
  });
}

type Place = { readonly path: string; readonly signal: AbortSignal };

async function store(
  { checksum, maxBytes }: FetchOrder,
  response: Response,
  { path, signal }: Place,
): Promise<FetchResult> {
  const sha256 = createHash('sha256');
  const wanted = checksum === null ? sha256 : createHash(checksum.algorithm);
  let sizeBytes = 0;
  const measured = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      sizeBytes += piece.length;
      if (sizeBytes > maxBytes) throw new Error(`it is larger than ${maxBytes / 1024 / 1024} MiB`);
      sha256.update(piece);
      if (wanted !== sha256) wanted.update(piece);
      yield piece;
    }
  };
  const body = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body);
  await pipeline(body, measured, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
  const digest = sha256.digest('hex');
  const found = wanted === sha256 ? digest : wanted.digest('hex');
  if (checksum === null || found === checksum.digest) return { kind: 'fetched', sha256: digest, sizeBytes };
  await rm(path, { force: true });
  return failed(`what came has the ${checksum.algorithm} ${found}, and ${checksum.digest} is wanted`);
}

/** `fetch` says little itself; the cause tells whether the name, the connection or the certificate was wrong. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
