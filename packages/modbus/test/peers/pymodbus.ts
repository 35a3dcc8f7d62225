import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { type PeerProcess, startPeerProcess } from './peer-process.ts';

/** Starts the device of `pymodbus_server.py` on a free port of 127.0.0.1. */
export async function startPymodbusPeer(
  framing: 'tcp' | 'rtu-over-tcp',
): Promise<PeerProcess & { readonly port: number }> {
  const port = await freePort();
  const script = join(import.meta.dirname, 'pymodbus_server.py');
  // Debian's own Python has Debian's packages. The shell says when it starts; when the server listens, connecting tells.
  const command = `echo started; exec /usr/bin/python3 "$0" ${framing} ${port}`;
  const { stop } = await startPeerProcess(['/bin/sh', '-c', command, script], /^started$/m);
  await untilListening(port).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, stop };
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Connects until somebody accepts. */
export async function untilListening(port: number): Promise<void> {
  const giveUpMs = performance.now() + 20_000;
  while (!(await accepts(port))) {
    if (performance.now() > giveUpMs) throw new Error(`nobody listens on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
