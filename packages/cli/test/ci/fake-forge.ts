import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as the server got it. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: string;
};

/** A comment as the server keeps it, with the account that wrote it. */
export type Kept = { readonly id: number; body: string; readonly by: string };

export type ForgeOptions = {
  /** The account of the token; without a name, as the token of a GitHub job, its comments are those of a bot. */
  readonly account?: string;
  /** Nothing may be written. */
  readonly isReadOnly?: boolean;
  /** Answers so many requests with 503 first. */
  readonly busy?: number;
};

/** The part of the interfaces of GitHub and GitLab that comments need, on the loopback interface. */
export class FakeForge {
  readonly received: Received[] = [];
  readonly comments: Kept[] = [];
  readonly #options: ForgeOptions;
  readonly #server: Server;
  #busy: number;

  private constructor(options: ForgeOptions) {
    this.#options = options;
    this.#busy = options.busy ?? 0;
    this.#server = createServer((request, response) => {
      void readBody(request).then((body) => {
        const { status, answer, link } = this.#answer(request, body);
        response.writeHead(status, link === undefined ? {} : { link });
        response.end(answer === undefined ? '' : JSON.stringify(answer));
      });
    });
  }

  static async start(options: ForgeOptions = {}): Promise<FakeForge> {
    const forge = new FakeForge(options);
    await new Promise<void>((resolve) => forge.#server.listen(0, '127.0.0.1', resolve));
    return forge;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Requests that write. */
  get written(): readonly Received[] {
    return this.received.filter(({ method }) => method !== 'GET');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, body: string): { status: number; answer?: unknown; link?: string } {
    const { method = '', url: path = '', headers } = request;
    const token = (headers.authorization ?? String(headers['private-token'] ?? '')).replace('Bearer ', '');
    this.received.push({ method, path, token, body });
    if (this.#busy-- > 0) return { status: 503 };
    const { account, isReadOnly } = this.#options;
    if (path === '/user') return account === undefined ? { status: 403 } : { status: 200, answer: nameBoth(account) };
    if (method === 'GET') return this.#list(path);
    if (isReadOnly === true) return { status: 403, answer: { message: 'Resource not accessible by integration' } };
    const { body: text } = JSON.parse(body) as { body: string };
    if (method === 'POST') {
      this.comments.push({ id: this.comments.length + 1, body: text, by: account ?? 'github-actions[bot]' });
      return { status: 201, answer: {} };
    }
    const comment = this.comments.find(({ id }) => path.endsWith(`/${id}`));
    if (comment === undefined) return { status: 404 };
    comment.body = text;
    return { status: 200, answer: {} };
  }

  #list(path: string): { status: number; answer: unknown; link?: string } {
    const query = new URL(path, 'http://forge').searchParams;
    const page = Number(query.get('page'));
    const size = Number(query.get('per_page'));
    const rest = this.comments.slice((page - 1) * size);
    const answer = rest.slice(0, size).map(({ id, body, by }) => ({
      id,
      body,
      user: { login: by, type: by.endsWith('[bot]') ? 'Bot' : 'User' },
      author: { username: by },
    }));
    return { status: 200, answer, ...(rest.length > size ? { link: '<next>; rel="next"' } : {}) };
  }
}

function nameBoth(name: string): object {
  return { login: name, username: name };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
