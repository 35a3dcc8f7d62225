import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** One accepted connection, driven byte by byte. */
export class Peer {
  readonly #socket: Socket;
  #received = Buffer.alloc(0);
  #ended = false;
  readonly #sleepers: (() => void)[] = [];

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    socket.on('close', () => {
      this.#ended = true;
      this.#wake();
    });
  }

  /** The next request over TCP: transaction, unit, data unit. */
  async read(): Promise<{ readonly transaction: number; readonly unit: number; readonly pdu: Buffer }> {
    const header = await this.take(7);
    const pdu = await this.take(header.readUInt16BE(4) - 1);
    return { transaction: header.readUInt16BE(0), unit: header.readUInt8(6), pdu };
  }

  /** The next bytes; rejects when the client closes before. */
  async take(count: number): Promise<Buffer> {
    while (this.#received.length < count) {
      if (this.#ended) throw new Error('the client closed the connection');
      await this.#news();
    }
    const taken = this.#received.subarray(0, count);
    this.#received = this.#received.subarray(count);
    return taken;
  }

  #news(): Promise<void> {
    return new Promise((resolve) => this.#sleepers.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#sleepers.splice(0)) wake();
  }

  /** What came and was not taken. */
  get unread(): number {
    return this.#received.length;
  }

  send(...bytes: readonly Uint8Array[]): void {
    this.#socket.write(Buffer.concat(bytes));
  }

  /** One byte to a segment, each when the one before was handed on. */
  async sendBytewise(bytes: Buffer): Promise<void> {
    for (const byte of bytes) {
      await new Promise((resolve) => this.#socket.write(Buffer.from([byte]), resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Ends as a program does that closes its socket. */
  end(): void {
    this.#socket.end();
  }

  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /** True when the client has ended the connection. */
  get isGone(): boolean {
    return this.#ended;
  }

  /** Resolves when the client has ended the connection. */
  async gone(): Promise<void> {
    while (!this.#ended) await this.#news();
  }
}

/** A server on a free port that plays one script for each connection, in order; the last one for all after it. */
export class ScriptedServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  connections = 0;
  /** Of the newest connection. */
  peer: Peer | undefined;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(...scripts: readonly ((peer: Peer) => unknown)[]): Promise<ScriptedServer> {
    const server = createServer();
    const scripted = new ScriptedServer(server);
    server.on('connection', (socket) => {
      scripted.#sockets.add(socket);
      const script = scripts[Math.min(scripted.connections, scripts.length - 1)];
      scripted.connections += 1;
      const peer = new Peer(socket);
      scripted.peer = peer;
      // A script ends early when the client leaves; what the client made of it is what a test looks at.
      void Promise.resolve(script?.(peer)).catch(() => {});
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return scripted;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) {
      this.#server.close();
      await once(this.#server, 'close');
    }
  }
}

/** A reply over TCP, with any of its parts wrong on demand. */
export function mbap(
  { transaction, unit }: { readonly transaction: number; readonly unit: number },
  pdu: readonly number[],
  wrong: { readonly protocol?: number; readonly length?: number } = {},
): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt16BE(transaction, 0);
  header.writeUInt16BE(wrong.protocol ?? 0, 2);
  header.writeUInt16BE(wrong.length ?? pdu.length + 1, 4);
  header.writeUInt8(unit, 6);
  return Buffer.concat([header, Buffer.from(pdu)]);
}

/** A reply with the words that were asked for, each its address plus `offset`. */
export function wordsReply(request: { readonly pdu: Buffer }, offset = 0): readonly number[] {
  const address = request.pdu.readUInt16BE(1);
  const count = request.pdu.readUInt16BE(3);
  const words = Array.from({ length: count }, (_, index) => address + index + offset);
  return [request.pdu[0] ?? 0, count * 2, ...words.flatMap((word) => [(word >> 8) & 0xff, word & 0xff])];
}

/** Answers reads with the addresses and repeats writes, as long as the client stays. */
export async function answerEverything(peer: Peer): Promise<void> {
  for (;;) await answerNext(peer);
}

export async function answerNext(peer: Peer): Promise<void> {
  const request = await peer.read();
  const code = request.pdu[0] ?? 0;
  peer.send(mbap(request, code < 5 ? wordsReply(request) : [...request.pdu.subarray(0, 5)]));
}
