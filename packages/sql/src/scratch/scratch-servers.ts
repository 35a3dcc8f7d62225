import { findEmbeddedBinaries } from './embedded/binaries.ts';
import { installEmbedded } from './embedded/install.ts';
import { type EmbeddedServer, startEmbedded } from './embedded/server.ts';

/** The scratch servers of one channel: started when they are first needed, ended with the channel. */
export class ScratchServers {
  readonly #cacheDir: string;
  #embedded: Promise<EmbeddedServer> | undefined;
  #isClosed = false;

  constructor(cacheDir: string) {
    this.#cacheDir = cacheDir;
  }

  /** The server of the optional package; undefined when that is not installed. Throws when it cannot be started. */
  async embedded(): Promise<EmbeddedServer | undefined> {
    if (this.#isClosed) throw new Error('the channel is closed');
    if (this.#embedded === undefined) {
      const binaries = findEmbeddedBinaries();
      if (binaries === undefined) return undefined;
      this.#embedded = installEmbedded(binaries, this.#cacheDir).then(startEmbedded);
    }
    return this.#embedded;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const server = await this.#embedded?.catch(() => undefined);
    this.#embedded = undefined;
    await server?.stop();
  }
}
