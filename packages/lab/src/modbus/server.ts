import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { LabMemory, type LabPoint, type LabTable, type LabWrite } from './device.ts';
import { answerRequest, isWrite, type LabIdentity, type LabLimits } from './protocol.ts';

/** What goes wrong with the next write that arrives. */
export type LabFault =
  /** The connection is lost before the device has taken it. */
  | 'lost-before'
  /** The device has taken it, and the connection is lost before the reply. */
  | 'lost-after'
  /** The device has taken it and says nothing. */
  | 'silent';

export type LabDeviceOptions = {
  readonly points: readonly LabPoint[];
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** The only unit that answers. Default: 1. */
  readonly unit?: number;
  readonly identity?: LabIdentity;
  readonly limits?: Partial<LabLimits>;
  /** Every reply takes so long. */
  readonly delayMs?: number;
  /** Further connections are closed at once. */
  readonly mostConnections?: number;
  /** The device closes the connection after each reply. */
  readonly closesAfterReply?: boolean;
};

/** A Modbus TCP device in this process, on 127.0.0.1. */
export type LabDevice = {
  readonly port: number;
  readonly unit: number;
  /** Function codes of all requests, in order. */
  readonly requests: readonly number[];
  readonly writes: readonly LabWrite[];
  /** How many connections there are now, and how many there were at most at one time. */
  readonly connections: () => { readonly now: number; readonly most: number };
  readonly read: (table: LabTable, address: number, count?: number) => readonly number[];
  /** Changes what the device holds from its own side, as a keypad does. */
  readonly set: (table: LabTable, address: number, words: readonly number[]) => void;
  readonly failNextWrite: (fault: LabFault) => void;
  readonly stop: () => Promise<void>;
};

/** Starts a device; throws when the port is taken. */
export async function startLabDevice(options: LabDeviceOptions): Promise<LabDevice> {
  const memory = new LabMemory(options.points);
  const limits = { words: 123, bits: 1968, ...options.limits };
  const unit = { memory, limits, identity: options.identity ?? (['Setpoint lab', 'pump', '1.0'] as const) };
  const number = options.unit ?? 1;
  const sockets = new Set<Socket>();
  const requests: number[] = [];
  const faults: LabFault[] = [];
  let most = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    if (sockets.size >= (options.mostConnections ?? Number.POSITIVE_INFINITY)) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    most = Math.max(most, sockets.size);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(
      socket,
      (address, pdu) => {
        if (address !== number) return 'nothing';
        requests.push(pdu[0] ?? 0);
        const fault = isWrite(pdu) ? faults.shift() : undefined;
        if (fault === 'lost-before') return 'hang-up';
        const reply = answerRequest(pdu, unit);
        if (fault === 'lost-after') return 'hang-up';
        return fault === 'silent' ? 'nothing' : reply;
      },
      options,
    );
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    unit: number,
    requests,
    writes: memory.writes,
    connections: () => ({ now: sockets.size, most }),
    read: (table, address, count = 1) => {
      const answer = memory.read(table, address, count);
      return answer.kind === 'words' ? answer.words : [];
    },
    set: (table, address, words) => memory.set(table, address, words),
    failNextWrite: (fault) => void faults.push(fault),
    stop: async () => {
      memory.stop();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type Handle = (unit: number, pdu: Buffer) => Buffer | 'nothing' | 'hang-up';

/** Cuts the stream into frames (transaction, protocol 0, length, unit) and answers each in its turn. */
function serve(socket: Socket, handle: Handle, { delayMs = 0, closesAfterReply = false }: LabDeviceOptions): void {
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
