import { setTimeout as wait } from 'node:timers/promises';

/** What a server answered, or why there is no answer, as a sentence. */
export type ApiAnswer =
  | { readonly kind: 'answered'; readonly body: unknown; readonly hasMore: boolean }
  /** The token may not do it. */
  | { readonly kind: 'denied'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string };

/** Asks the interface of a forge; `path` begins with a slash. */
export type Api = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) => Promise<ApiAnswer>;

export type ApiOptions = {
  readonly api: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Waits before the second and each further attempt, in milliseconds. */
  readonly pausesMs?: readonly number[] | undefined;
};

const deadlineMs = 20_000;
const defaultPausesMs = [1000, 4000];

/** An interface that is asked again when the server is busy or cannot be reached. The token goes to no other server. */
export function createApi({ api, headers, signal, pausesMs = defaultPausesMs }: ApiOptions): Api {
  return async (method, path, body) => {
    const request = { url: `${api}${path}`, method, headers, body, signal };
    for (const pauseMs of pausesMs) {
      const answer = await attempt(request);
      if (answer.kind !== 'again') return answer;
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    const last = await attempt(request);
    return last.kind === 'again' ? { kind: 'failed', why: last.why } : last;
  };
}

type Request = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object | undefined;
  readonly signal: AbortSignal;
};

type Attempt = ApiAnswer | { readonly kind: 'again'; readonly why: string };

async function attempt({ url, method, headers, body, signal }: Request): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'setpoint', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A redirect could lead the token elsewhere.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]),
    });
    return await readAnswer(response);
  } catch (error) {
    return { kind: 'again', why: `The server does not answer: ${reasonOf(error)}.` };
  }
}

async function readAnswer(response: Response): Promise<Attempt> {
  const { status, headers } = response;
  const text = await response.text();
  if (response.ok) {
    const hasMore = /rel="next"/.test(headers.get('link') ?? '');
    return { kind: 'answered', body: text === '' ? undefined : (JSON.parse(text) as unknown), hasMore };
  }
  const why = `The server answers ${status}${messageIn(text)}.`;
  if (status === 429 || status >= 500) return { kind: 'again', why };
  return { kind: [401, 403, 404].includes(status) ? 'denied' : 'failed', why };
}

/** The server's own words, as far as there are any. */
function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? ` (${message.slice(0, 200).replace(/\.$/, '')})` : '';
  } catch {
    return '';
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
