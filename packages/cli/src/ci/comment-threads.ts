import type { Api, ApiAnswer } from './api.ts';
import type { ReviewPlace } from './review-place.ts';

/** The comments of one review: how they are listed, written and changed. */
export type CommentThread = {
  /** Comments by this account, oldest first. */
  readonly own: () => Promise<OwnComments>;
  readonly add: (text: string) => Promise<ApiAnswer>;
  readonly change: (id: number, text: string) => Promise<ApiAnswer>;
  /** Length of a comment that the server takes, in characters. */
  readonly mostCharacters: number;
};

export type OwnComment = { readonly id: number; readonly text: string };

export type OwnComments = { readonly kind: 'found'; readonly comments: readonly OwnComment[] } | Unanswered;

type Unanswered = Exclude<ApiAnswer, { readonly kind: 'answered' }>;

/** The headers by which a server knows the account. */
export function apiHeaders(place: Reviewed): Readonly<Record<string, string>> {
  return place.kind === 'github'
    ? {
        authorization: `Bearer ${place.token}`,
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
      }
    : { 'private-token': place.token };
}

/** A place where comments can be written. */
export type Reviewed = Extract<ReviewPlace, { readonly kind: 'github' | 'gitlab' }>;

/** The comments of a pull request or merge request. */
export function commentThread(place: Reviewed, api: Api): CommentThread {
  return place.kind === 'github' ? githubThread(place, api) : gitlabThread(place, api);
}

function githubThread({ repository, number }: Extract<Reviewed, { kind: 'github' }>, api: Api): CommentThread {
  const issues = `/repos/${repository}/issues`;
  return {
    mostCharacters: 65_536,
    own: async () => {
      const account = await accountName(api, 'login');
      if (account.kind === 'failed') return account;
      const login = account.kind === 'named' ? account.name : undefined;
      const isOwn = ({ user }: GithubComment): boolean =>
        // The token of a job has no account that could be asked for; its comments are those of a bot.
        login === undefined ? user?.type === 'Bot' : user?.login === login;
      const listed = await listAll<GithubComment>(api, `${issues}/${number}/comments?per_page=100`);
      if (listed.kind !== 'found') return listed;
      return { kind: 'found', comments: listed.items.filter(isOwn).map(({ id, body }) => ({ id, text: body ?? '' })) };
    },
    add: (text) => api('POST', `${issues}/${number}/comments`, { body: text }),
    change: (id, text) => api('PATCH', `${issues}/comments/${id}`, { body: text }),
  };
}

type GithubComment = {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly login?: string; readonly type?: string } | null;
};

function gitlabThread({ project, number }: Extract<Reviewed, { kind: 'gitlab' }>, api: Api): CommentThread {
  const notes = `/projects/${project}/merge_requests/${number}/notes`;
  return {
    mostCharacters: 1_000_000,
    own: async () => {
      const account = await accountName(api, 'username');
      if (account.kind !== 'named') return account;
      const { name } = account;
      const listed = await listAll<GitlabNote>(api, `${notes}?sort=asc&order_by=created_at&per_page=100`);
      if (listed.kind !== 'found') return listed;
      const own = listed.items.filter(({ author }) => author?.username === name);
      return { kind: 'found', comments: own.map(({ id, body }) => ({ id, text: body ?? '' })) };
    },
    add: (text) => api('POST', notes, { body: text }),
    change: (id, text) => api('PUT', `${notes}/${id}`, { body: text }),
  };
}

type GitlabNote = {
  readonly id: number;
  readonly body?: string | null;
  readonly author?: { readonly username?: string } | null;
};

/** The name of the account of a token; `denied` for tokens without one. */
async function accountName(
  api: Api,
  member: 'login' | 'username',
): Promise<{ readonly kind: 'named'; readonly name: string } | Unanswered> {
  const answer = await api('GET', '/user');
  if (answer.kind !== 'answered') return answer;
  const { body } = answer;
  const name =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[member] : undefined;
  return typeof name === 'string'
    ? { kind: 'named', name }
    : { kind: 'failed', why: 'The server does not tell the account.' };
}

/** A review with more comments than this has lost its readers. */
const mostPages = 100;

type Listed<Item> = { readonly kind: 'found'; readonly items: readonly Item[] } | Unanswered;

async function listAll<Item>(api: Api, path: string): Promise<Listed<Item>> {
  const items: Item[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await api('GET', `${path}&page=${page}`);
    if (answer.kind !== 'answered') return answer;
    if (!Array.isArray(answer.body)) return { kind: 'failed', why: 'The server answers with no list of comments.' };
    items.push(...(answer.body as Item[]));
    if (!answer.hasMore) break;
  }
  return { kind: 'found', items };
}
