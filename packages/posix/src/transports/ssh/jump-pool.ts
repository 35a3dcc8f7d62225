import type { SshConnection } from './connection.ts';
import type { SshTarget } from './target.ts';
import { targetAddress } from './target.ts';

/** A connection that several nodes run through; it closes when the last one releases it. */
export type JumpLease = { readonly connection: SshConnection; readonly release: () => Promise<void> };

type Shared<Failure> = {
  readonly opened: Promise<SshConnection | Failure>;
  users: number;
};

/**
 * Keeps one connection per way through jump hosts: a hundred nodes behind one host cost it one login, since every login counts
 * against its MaxStartups and every forwarded connection does not.
 */
export class JumpPool<Failure extends { readonly kind: 'failed' }> {
  readonly #shared = new Map<string, Shared<Failure>>();

  /** Gives the connection to the last of the hops; the first to ask opens it. */
  async lease(hops: readonly SshTarget[], open: () => Promise<SshConnection | Failure>): Promise<JumpLease | Failure> {
    const key = hops.map(targetAddress).join('>');
    const known = this.#shared.get(key);
    const shared = known ?? { opened: open(), users: 0 };
    this.#shared.set(key, shared);
    shared.users += 1;
    const connection = await shared.opened;
    if ('kind' in connection || connection.lostReason !== undefined) {
      this.#forget(key, shared);
      if ('kind' in connection) return connection;
      // It broke while others used it; whoever comes later gets a new one.
      if (known !== undefined) return this.lease(hops, open);
    }
    let isReleased = false;
    const release = async (): Promise<void> => {
      if (isReleased) return;
      isReleased = true;
      shared.users -= 1;
      if (shared.users > 0) return;
      this.#forget(key, shared);
      await connection.close();
    };
    return { connection, release };
  }

  /** A connection that failed or broke is not handed out again. */
  #forget(key: string, shared: Shared<Failure>): void {
    if (this.#shared.get(key) === shared) this.#shared.delete(key);
  }
}
