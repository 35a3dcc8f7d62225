import type { Duplex } from 'node:stream';
import type { ClientErrorExtensions, ConnectConfig, Client as SshClient } from 'ssh2';
import type { ConnectFailure } from '../connect-failure.ts';
import type { AlgorithmChoice } from './algorithms.ts';
import { type Credentials, createAuthHandler, type LoginRecord, startLoginRecord } from './authentication.ts';
import type { HostKeyCheck } from './host-key.ts';
import { ignoreOtherHostKeys } from './host-key-proofs.ts';
import { Client } from './ssh2.ts';

/** What a handshake needs beside the stream it runs over. */
export type HandshakeOptions = {
  readonly credentials: Credentials;
  readonly problems: readonly string[];
  readonly hostKey: HostKeyCheck;
  readonly algorithms: AlgorithmChoice;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
};

export type HandshakeResult =
  | { readonly kind: 'ready'; readonly client: SshClient }
  /** `closedEarly`: the server hung up before the key exchange was done, which a busy server does and which may be tried again. */
  | { readonly kind: 'failed'; readonly failure: ConnectFailure; readonly closedEarly: boolean };

/**
 * Takes a stream from the first byte to a login: key exchange, host key check, authentication. Ends within the time, with the
 * stream destroyed unless it is ready. The client keeps an error listener for life.
 */
export function shakeHands(carrier: Duplex, options: HandshakeOptions): Promise<HandshakeResult> {
  return new Promise((resolve) => {
    const client = new Client();
    const progress: Progress = { login: startLoginRecord(), agreed: false };
    const settle = (result: HandshakeResult): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', interrupt);
      if (result.kind === 'failed') carrier.destroy();
      resolve(result);
    };
    const fail = (failure: ConnectFailure, closedEarly = false): void =>
      settle({ kind: 'failed', failure: progress.keyFailure ?? failure, closedEarly });
    const interrupt = (): void => fail({ kind: 'interrupted' });
    const timer = setTimeout(() => fail(expiredFailure(progress, options)), options.timeoutMs);

    client.once('ready', () => settle({ kind: 'ready', client }));
    client.once('handshake', () => {
      progress.agreed = true;
    });
    client.on('change password', () => fail({ kind: 'password-expired' }));
    client.on('error', (error) => {
      // An agent that does not sign is one credential less; the next is tried.
      if (error.level === 'agent') progress.login.tried.push(`agent: ${error.message}`);
      else fail(classify(error, progress, options), isEarlyEnd(error, progress));
    });
    client.once('close', () => fail(endedFailure(progress, options), !progress.agreed));
    options.signal?.addEventListener('abort', interrupt);
    if (options.signal?.aborted === true) interrupt();
    // A carrier may have ended while keys were read, before anybody listened to it.
    else if (carrier.destroyed || carrier.readableEnded) fail(endedFailure(progress, options), true);
    else {
      client.connect(connectConfig(carrier, options, progress));
      ignoreOtherHostKeys(client);
    }
  });
}

type Progress = {
  readonly login: LoginRecord;
  /** Set when the host key was refused: whatever error follows is only its echo. */
  keyFailure?: ConnectFailure;
  /** The key exchange is done. */
  agreed: boolean;
};

function connectConfig(carrier: Duplex, options: HandshakeOptions, progress: Progress): ConnectConfig {
  const { algorithms, credentials, hostKey } = options;
  const nextCredential = createAuthHandler(credentials, progress.login);
  const config = {
    sock: carrier,
    username: credentials.user,
    readyTimeout: 0,
    // Probes the peer; the connection itself decides on the bytes that come in when it is dead.
    keepaliveInterval: 5000,
    keepaliveCountMax: Number.MAX_SAFE_INTEGER,
    algorithms: { ...offered(algorithms), serverHostKey: hostKey.algorithms, compress: ['none'] },
    hostVerifier: (key: Buffer, verify: (accepted: boolean) => void): void => {
      void hostKey.check(key).then((failure) => {
        if (failure !== undefined) progress.keyFailure = failure;
        verify(failure === undefined);
      });
    },
    authHandler: nextCredential,
  };
  // The published types know neither readonly lists nor a handler that gives false to end.
  return config as unknown as ConnectConfig;
}

function offered({ kex, cipher, hmac }: AlgorithmChoice): Partial<AlgorithmChoice> {
  return {
    ...(kex === undefined ? {} : { kex }),
    ...(cipher === undefined ? {} : { cipher }),
    ...(hmac === undefined ? {} : { hmac }),
  };
}

type ClientError = Error & ClientErrorExtensions & { readonly code?: unknown };

function classify(error: ClientError, progress: Progress, options: HandshakeOptions): ConnectFailure {
  if (error.level === 'client-authentication') return loginFailure(progress, options);
  if (/too many authentication failures/i.test(error.message)) {
    return { kind: 'too-many-tries', tried: progress.login.tried };
  }
  if (isEarlyEnd(error, progress)) return { kind: 'closed', reason: earlyReason(error), attempts: 1 };
  if (progress.agreed) return endedFailure(progress, options, error.message);
  return { kind: 'handshake', reason: explainHandshake(error.message) };
}

function isEarlyEnd(error: ClientError, { agreed }: Progress): boolean {
  if (agreed) return false;
  return error.level === 'client-socket' || /before handshake/.test(error.message);
}

function earlyReason(error: ClientError): string {
  return error.level === 'client-socket' ? error.message : 'it sent nothing that begins an SSH connection';
}

/** sshd logs a user out without a word when the tries or the time are used up; before any try it is a plain end. */
function endedFailure(progress: Progress, options: HandshakeOptions, reason?: string): ConnectFailure {
  if (progress.agreed && progress.login.tried.length > 0) return loginFailure(progress, options);
  return { kind: 'closed', reason: reason ?? 'the connection ended during the handshake', attempts: 1 };
}

function loginFailure({ login }: Progress, { problems }: HandshakeOptions): ConnectFailure {
  return { kind: 'login', tried: login.tried, problems, accepts: login.accepts };
}

function expiredFailure({ agreed }: Progress, { timeoutMs }: HandshakeOptions): ConnectFailure {
  const stage = agreed ? 'the login was not answered' : 'the server did not finish the key exchange';
  return { kind: 'handshake', reason: `${stage} within ${Math.round(timeoutMs / 100) / 10} s` };
}

function explainHandshake(message: string): string {
  const what = /no matching ([\w /()<>-]+)/.exec(message)?.[1];
  if (what !== undefined) return `the server and the built-in client have no ${what} in common`;
  return message.replace(/^Handshake failed: /, '').replace(/\.$/, '');
}
