import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** How a device or gateway treats its connections. */
export type LineHabits = {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Every reply takes so long. */
  readonly delayMs?: number;
  /** Further connections are closed at once. */
  readonly mostConnections?: number;
  /** The connection is closed after each reply. */
  readonly closesAfterReply?: boolean;
};

/** What is said to a request: bytes, nothing, or the end of the connection. */
export type FrameAnswer = Buffer | 'nothing' | 'hang-up';

/** Gives the answer of a unit to a request (function code and data). */
export type FrameHandler = (unit: number, pdu: Buffer) => FrameAnswer;

/** A port of 127.0.0.1 that takes Modbus TCP. */
export type FrameServer = {
  readonly port: number;
  /** How many connections there are now, and how many there were at most at one time. */
  readonly connections: () => { readonly now: number; readonly most: number };
  readonly stop: () => Promise<void>;
};

/** Listens for frames; throws when the port is taken. */
export async function serveFrames(habits: LineHabits, handle: FrameHandler): Promise<FrameServer> {
  const sockets = new Set<Socket>();
  let most = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    if (sockets.size >= (habits.mostConnections ?? Number.POSITIVE_INFINITY)) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket, handle, habits);
  });
  server.listen(habits.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => ({ now: sockets.size, most }),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Cuts the stream into frames (transaction, protocol 0, length, unit) and answers each in its turn. */
function serve(socket: Socket, handle: FrameHandler, { delayMs = 0, closesAfterReply = false }: LineHabits): void {
  let pending: Buffer = Buffer.alloc(0);
  let turn = Promise.resolve();
  socket.on('data', (bytes) => {
    pending = Buffer.concat([pending, bytes]);
    while (pending.length >= 8 && pending.length >= 6 + pending.readUInt16BE(4)) {
      const frame = pending.subarray(0, 6 + pending.readUInt16BE(4));
      pending = pending.subarray(frame.length);
      turn = turn.then(() => answer(frame));
    }
  });
  const answer = async (frame: Buffer): Promise<void> => {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (socket.destroyed) return;
    const reply = handle(frame[6] ?? 0, frame.subarray(7));
    if (reply === 'hang-up') return void socket.destroy();
    if (reply === 'nothing') return;
    const header = Buffer.from(frame.subarray(0, 7));
    header.writeUInt16BE(reply.length + 1, 4);
    socket.write(Buffer.concat([header, reply]));
    if (closesAfterReply) socket.end();
  };
}
