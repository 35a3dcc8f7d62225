import type { AnyAuthMethod, AuthenticationType } from 'ssh2';
import { SingleKeyAgent } from './agent.ts';
import type { Offer } from './keyring.ts';

/** What a login offers, in order: each key, then the password. */
export type Credentials = { readonly user: string; readonly offers: readonly Offer[]; readonly password?: string };

/** What became of a login so far; read when it fails. */
export type LoginRecord = { readonly tried: string[]; accepts: readonly string[] };

/** A login that has not offered anything yet. */
export function startLoginRecord(): LoginRecord {
  return { tried: [], accepts: [] };
}

/** Gives ssh2 the next credential, false when there is none; `methods` is what the server accepts, null before the first try. */
export type AuthHandler = (methods: AuthenticationType[] | null) => AnyAuthMethod | false;

/**
 * Offers credentials like OpenSSH: first none, to learn what the server accepts, then the keys, then the password. A password goes
 * out once, by one method, so that a wrong one counts as one failure.
 */
export function createAuthHandler(credentials: Credentials, record: LoginRecord): AuthHandler {
  const remaining: Attempt[] = [
    ...credentials.offers.map((offer): Attempt => ({ kind: 'key', offer })),
    ...(credentials.password === undefined ? [] : [{ kind: 'password', password: credentials.password } as const]),
  ];
  return (methods) => {
    if (methods === null) return { type: 'none', username: credentials.user };
    record.accepts = methods;
    for (let attempt = remaining.shift(); attempt !== undefined; attempt = remaining.shift()) {
      const method = toMethod(attempt, credentials.user, methods);
      if (method === undefined) continue;
      record.tried.push(attempt.kind === 'key' ? attempt.offer.label : 'password');
      return method;
    }
    return false;
  };
}

type Attempt =
  | { readonly kind: 'key'; readonly offer: Offer }
  | { readonly kind: 'password'; readonly password: string };

function toMethod(
  attempt: Attempt,
  username: string,
  accepted: readonly AuthenticationType[],
): AnyAuthMethod | undefined {
  if (attempt.kind === 'password') return passwordMethod(attempt.password, username, accepted);
  if (!accepted.includes('publickey')) return undefined;
  const { offer } = attempt;
  if (offer.kind === 'file') return { type: 'publickey', username, key: offer.key };
  return { type: 'agent', username, agent: new SingleKeyAgent(offer.agent, offer.key) };
}

function passwordMethod(
  password: string,
  username: string,
  accepted: readonly AuthenticationType[],
): AnyAuthMethod | undefined {
  if (accepted.includes('password')) return { type: 'password', username, password };
  if (!accepted.includes('keyboard-interactive')) return undefined;
  let answered = false;
  return {
    type: 'keyboard-interactive',
    username,
    // A question that is echoed, such as one for a one-time code, is not one for the password; nor is one asked again.
    prompt: (...[, , , prompts, finish]) => {
      finish(prompts.map((prompt) => (answered || prompt.echo === true ? '' : password)));
      answered = true;
    },
  };
}
